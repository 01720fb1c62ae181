"""Calendar files: opened by two other libraries, whatever was typed, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from core.exports.calendar import Entry, Told, calendar_file
from core.interviews import moment
from core.me import time_zones

MADE = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
NASTY = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            '\\,;:"\n\r\t\v\f\0\x07\x1c\x85\u2028\u2029\u202e\ufeff\ud83d\U0001f6aa עA'
        ),
    ),
    max_size=120,
)
SLY = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x\\nSUMMARY\\,y; z"


def entry(key="a", title="Write to Amara", on=DAY, **told):
    """An entry of one day."""
    return Entry(key, Told(title, told.pop("text", "")), on, **told)


def opened(file):
    """The entries of a file as icalendar and as vobject read them.

    vobject remembers time zones from one file to the next, by name: here it is to read each file's.
    """
    vars(vobject.icalendar)["__tzidMap"].clear()
    first = list(Calendar.from_ical(file).walk("VEVENT"))
    second = vobject.readOne(file.decode("utf-8")).contents.get("vevent", [])
    return first, second


def one(file):
    """The one entry of a file, read twice."""
    [first], [second] = opened(file)
    return first, second


def as_kept(text):
    """A text as any calendar may hold it: every line end is one, and no control character."""
    for end in ("\r\n", *"\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"):
        text = text.replace(end, "\n")
    kept = (c for c in text if c in "\n\t" or not (ord(c) < 32 or 127 <= ord(c) < 160))
    return "".join(c for c in kept if c != "\ufeff" and not "\ud800" <= c <= "\udfff")


class TestText:
    """Commas, semicolons, backslashes, line ends, emoji, right-to-left: all of it comes back."""

    @given(NASTY)
    @example(SLY)
    @example("\\n \\, \\; \\\\")
    @example("é" * 100)
    @settings(max_examples=60)
    def test_a_text_comes_back_as_it_was_typed(self, typed):
        """Both libraries read the same text, and no more than one entry."""
        first, second = one(calendar_file([entry(text=f"x{typed}x")], MADE))
        assert str(first["DESCRIPTION"]) == f"x{as_kept(typed)}x"
        assert second.description.value == f"x{as_kept(typed)}x"

    @given(NASTY)
    @example(SLY)
    @settings(max_examples=40)
    def test_a_title_and_a_place_are_one_line(self, typed):
        """A line end in them is a space."""
        shown = f"x{as_kept(typed)}x".replace("\n", " ")
        at = datetime(2026, 11, 24, 9, tzinfo=UTC)
        timed = entry(title=f"x{typed}x", place=f"x{typed}x", at=at, zone="Europe/Berlin")
        first, second = one(calendar_file([timed], MADE))
        assert str(first["SUMMARY"]) == str(first["LOCATION"]) == shown
        assert second.summary.value == second.location.value == shown

    @given(NASTY, NASTY)
    @settings(max_examples=40)
    def test_lines_are_short_and_nothing_typed_begins_one(self, title, text):
        """At most 75 bytes a line, no letter cut in half, one entry, no character of control."""
        file = calendar_file([entry(title=title, text=text)], MADE)
        assert b"\n" not in file.replace(b"\r\n", b"")
        lines = file.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        for line in lines:
            line.decode("utf-8")
        assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 1
        assert not any(byte < 32 and byte not in b"\r\n\t" for byte in file)


class TestDays:
    """What has a day and no time takes the day, and blocks nobody's time."""

    @pytest.mark.parametrize("on", [DAY, date(2028, 2, 29), date(2028, 2, 28), date(2026, 12, 31)])
    def test_a_day_ends_where_the_next_begins(self, on):
        """Also on a leap day and at the end of a year; it is free time, and rings no alarm."""
        first, second = one(calendar_file([entry(on=on)], MADE))
        assert first["DTSTART"].dt == second.dtstart.value == on
        assert first["DTEND"].dt == second.dtend.value == on + timedelta(days=1)
        assert first["TRANSP"] == "TRANSPARENT"
        assert not first.subcomponents

    def test_every_entry_is_private(self):
        """A calendar that is shared at work shows that there is something, not what."""
        for each in (entry(), entry(at=MADE, ends=MADE)):
            assert one(calendar_file([each], MADE))[0]["CLASS"] == "PRIVATE"

    def test_a_calendar_without_entries_can_be_opened(self):
        """Nothing planned is no mistake."""
        assert opened(calendar_file([], MADE)) == ([], [])


class TestClocks:
    """A moment is the same moment, in whatever zone and whatever calendar."""

    @given(
        st.dates(date(2024, 1, 1), date(2030, 12, 31)),
        st.times().map(lambda each: each.replace(second=0, microsecond=0)),
        st.one_of(
            st.sampled_from(["Asia/Kathmandu", "Australia/Lord_Howe", "Europe/Berlin"]),
            st.sampled_from(time_zones()),
        ),
        st.booleans(),
    )
    @example(day=date(2026, 3, 29), at=time(2, 30), zone="Europe/Berlin", second=False)
    @example(day=date(2026, 10, 25), at=time(2, 30), zone="Europe/Berlin", second=True)
    @example(day=date(2026, 4, 5), at=time(1, 45), zone="Australia/Lord_Howe", second=True)
    @settings(max_examples=40)
    def test_both_libraries_read_the_moment(self, day, at, zone, second):
        """Skipped and doubled hours, half-hour shifts and odd offsets among it."""
        begins = moment(day, at, zone, second=second).astimezone(UTC)
        ends = begins + timedelta(minutes=45)
        told = entry(on=day, at=begins, ends=ends, zone=zone, alarm_at=begins)
        read = one(calendar_file([told], MADE))
        assert read[0]["DTSTART"].dt.astimezone(UTC) == begins
        assert read[0]["DTEND"].dt.astimezone(UTC) == ends
        assert read[1].dtstart.value.astimezone(UTC) == begins
        assert read[1].dtend.value.astimezone(UTC) == ends

    def test_talks_in_several_zones_keep_their_own_clocks(self):
        """Each zone is in the file once, with its rules."""
        zones = ["Asia/Kathmandu", "Australia/Lord_Howe", "Asia/Kathmandu"]
        talks = [
            entry(
                str(n), at=MADE + timedelta(days=90 * n), ends=MADE + timedelta(days=90 * n), zone=z
            )
            for n, z in enumerate(zones)
        ]
        calendar = Calendar.from_ical(calendar_file(talks, MADE))
        assert sorted(str(each["TZID"]) for each in calendar.walk("VTIMEZONE")) == sorted(
            set(zones)
        )
        assert [each["DTSTART"].params["TZID"] for each in calendar.walk("VEVENT")] == zones


class TestFeed:
    """What a calendar that subscribes is told."""

    def test_it_is_called_ajar_and_asked_every_hour(self):
        """In the words of the standard and in those that programs knew before it."""
        told = Calendar.from_ical(calendar_file([entry()], MADE))
        assert (told["METHOD"], told["X-WR-CALNAME"]) == ("PUBLISH", "Ajar")
        assert told["REFRESH-INTERVAL"].dt == timedelta(hours=1)
        assert told["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
        assert str(told["X-PUBLISHED-TTL"]) == "PT1H"


class TestAgain:
    """A second import updates: it never doubles, and an older file never wins."""

    def test_a_newer_file_has_the_same_ids_and_higher_numbers(self):
        """Whatever changed in between: a title, a day, or that it has a time now."""
        before = calendar_file([entry("a"), entry("b")], MADE)
        moved = [entry("a", title="New"), entry("b", at=MADE, ends=MADE)]
        after = calendar_file(moved, MADE + timedelta(seconds=1))
        old, new = opened(before)[0], opened(after)[0]
        assert [each["UID"] for each in old] == [each["UID"] for each in new]
        assert all(n["SEQUENCE"] > o["SEQUENCE"] for o, n in zip(old, new, strict=True))
        assert all(n["DTSTAMP"].dt > o["DTSTAMP"].dt for o, n in zip(old, new, strict=True))

    def test_the_numbers_fit_wherever_they_are_kept(self):
        """In a whole number of 32 bits for fifty years; never below 0 on a clock that is wrong."""
        late = one(calendar_file([entry()], MADE.replace(year=2076)))[0]
        early = one(calendar_file([entry()], MADE.replace(year=1980)))[0]
        assert early["SEQUENCE"] == 0 < late["SEQUENCE"] < 2**31

    def test_the_same_entries_at_the_same_moment_are_the_same_bytes(self):
        """No chance has a say."""
        assert calendar_file([entry()], MADE) == calendar_file([entry()], MADE)
