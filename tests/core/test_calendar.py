"""Talks as calendar entries: read back by RFC 5545 itself and by another library's time zones."""

import re
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO

import pytest
from dateutil import tz
from hypothesis import given, settings
from hypothesis import strategies as st

from core.applications import Interview
from core.exports.calendar import NoMomentError, Told, talk_file
from core.interviews import moment
from core.me import time_zones

TOLD = Told("Talk with Harbour Works", "Ask for Ines", "Leave at 9:05")
MADE = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BERLIN = "Europe/Berlin"
TYPED = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))


def talk(day=date(2026, 11, 26), at=time(15, 0), zone=BERLIN, **told):
    """A talk as the file gives it back."""
    made = Interview(id="ab12", at=moment(day, at, zone), zone=zone, **told)
    return Interview.model_validate(made.model_dump(mode="json"))


def properties(file, component="VEVENT"):
    """The properties of the first component of a kind: name -> (parameters, value).

    Lines are unfolded and texts unescaped as RFC 5545 says in 3.1 and 3.3.11.
    """
    text = file.decode("utf-8").replace("\r\n ", "")
    inside = text.split(f"BEGIN:{component}\r\n")[1].split(f"\r\nEND:{component}\r\n")[0]
    inside = re.sub(r"\r\nBEGIN:VALARM.*END:VALARM", "", inside, flags=re.DOTALL)
    found = {}
    for line in inside.split("\r\n"):
        name, value = re.fullmatch(r'((?:[^":]|"[^"]*")*):(.*)', line, re.DOTALL).groups()
        name, _, parameters = name.partition(";")
        found[name] = parameters, value
    return found


def text_of(file, name):
    """A text as a calendar shows it."""
    escaped = properties(file)[name][1]
    return re.sub(r"\\(.)", lambda each: "\n" if each[1] in "nN" else each[1], escaped)


def instant_of(file, name):
    """The moment of a property, worked out by dateutil from the rules in the file alone."""
    parameters, value = properties(file)[name]
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    zone = parameters.removeprefix("TZID=").strip('"')
    rules = tz.tzical(StringIO(file.decode("utf-8"))).get(zone)
    return datetime.strptime(value, "%Y%m%dT%H%M%S").replace(tzinfo=rules).astimezone(UTC)


class TestForm:
    """A file that every calendar can read."""

    def test_it_is_one_calendar_with_one_entry(self):
        """With what RFC 5545 asks for, each once."""
        text = talk_file(talk(), TOLD, MADE).decode("utf-8")
        assert text.startswith("BEGIN:VCALENDAR\r\n")
        assert text.endswith("END:VCALENDAR\r\n")
        entry = text[text.index("BEGIN:VEVENT") :]
        for once in ("UID:", "DTSTAMP:", "DTSTART;", "DTEND;", "SUMMARY:"):
            assert entry.count(f"\r\n{once}") == 1
        begun, ended = re.findall(r"BEGIN:(\w+)", text), re.findall(r"END:(\w+)", text)
        assert sorted(begun) == sorted(ended)

    @given(st.text(max_size=120), st.text(max_size=300))
    @settings(max_examples=40)
    def test_lines_are_short_and_end_as_they_must(self, title, text):
        """At most 75 bytes, whatever somebody typed; no letter is cut in half."""
        file = talk_file(talk(place=title), Told(title, text, title), MADE)
        assert b"\n" not in file.replace(b"\r\n", b"")
        for line in file.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")

    @given(st.text(TYPED, max_size=80))
    @settings(max_examples=60)
    def test_a_title_says_what_was_typed(self, title):
        """Commas, semicolons, backslashes and line ends of the format among it."""
        file = talk_file(talk(), Told(title or "x", "", "x"), MADE)
        assert text_of(file, "SUMMARY") == (title or "x")

    def test_lines_of_a_text_stay_lines(self):
        """And nothing typed can begin a property of its own."""
        sly = "one\ntwo\nEND:VEVENT"
        file = talk_file(talk(), Told("x", sly, "x"), MADE)
        assert text_of(file, "DESCRIPTION") == sly
        assert file.count(b"\r\nEND:VEVENT") == 1

    def test_the_same_talk_gives_the_same_bytes(self):
        """No clock and no chance has a say."""
        assert talk_file(talk(), TOLD, MADE) == talk_file(talk(), TOLD, MADE)

    def test_a_changed_talk_takes_the_place_of_the_one_before(self):
        """The same id, a higher number, a later stamp."""
        later = MADE + timedelta(minutes=5)
        before = properties(talk_file(talk(rev=1), TOLD, MADE))
        changed = properties(talk_file(talk(rev=2), TOLD, later))
        assert before["UID"] == changed["UID"]
        assert int(changed["SEQUENCE"][1]) > int(before["SEQUENCE"][1])
        assert changed["DTSTAMP"][1] > before["DTSTAMP"][1]

    def test_nothing_but_the_talk_is_in_it(self):
        """Notes, questions and what was practised stay at home."""
        private = talk(questions=("secret one",), learned=("secret two",), follow_up="secret three")
        assert b"secret" not in talk_file(private, TOLD, MADE)

    def test_a_talk_without_a_moment_is_refused(self):
        """There is nothing to put into a calendar."""
        with pytest.raises(NoMomentError):
            talk_file(Interview(), TOLD, MADE)


class TestTimes:
    """The right moment, for whoever opens it wherever."""

    @given(
        st.dates(date(2020, 1, 1), date(2036, 12, 31)),
        st.times().map(lambda each: each.replace(second=0, microsecond=0)),
        st.sampled_from(time_zones()),
        st.booleans(),
    )
    @settings(max_examples=50)
    def test_begin_and_end_are_the_moments_of_the_talk(self, day, at, zone, second):
        """Read by another library from the rules in the file, in every time zone."""
        begins = moment(day, at, zone, second=second)
        file = talk_file(Interview(id="a", at=begins, zone=zone, minutes=45), TOLD, MADE)
        assert instant_of(file, "DTSTART") == begins.astimezone(UTC)
        assert instant_of(file, "DTEND") == begins.astimezone(UTC) + timedelta(minutes=45)

    @pytest.mark.parametrize(("second", "hour"), [(False, 0), (True, 1)])
    def test_of_a_doubled_time_the_right_one_is_written(self, second, hour):
        """A clock time with its zone can only mean the first, so the second is in UTC."""
        begins = moment(date(2027, 10, 31), time(2, 30), BERLIN, second=second)
        file = talk_file(Interview(id="a", at=begins, zone=BERLIN), TOLD, MADE)
        assert instant_of(file, "DTSTART") == datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
        assert properties(file)["DTSTART"][1].endswith("Z") is second

    def test_the_clock_there_is_named(self):
        """A calendar elsewhere shows its own time, and can show this one."""
        assert properties(talk_file(talk(), TOLD, MADE))["DTSTART"] == (
            f"TZID={BERLIN}",
            "20261126T150000",
        )

    @pytest.mark.parametrize(
        ("travel", "buffer", "trigger"), [(45, 10, "-PT55M"), (60, 0, "-PT1H"), (1440, 0, "-P1D")]
    )
    def test_the_alarm_rings_when_it_is_time_to_leave(self, travel, buffer, trigger):
        """The way and the spare minutes before it."""
        file = talk_file(talk(travel=travel, buffer=buffer), TOLD, MADE)
        assert f"TRIGGER:{trigger}\r\n".encode() in file

    def test_an_unknown_time_zone_is_written_in_utc(self):
        """The moment is right, whatever its clock was called."""
        at = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
        file = talk_file(Interview(id="a", at=at, zone="Mars/Olympus"), TOLD, MADE)
        assert properties(file)["DTSTART"][1] == "20261126T140000Z"
