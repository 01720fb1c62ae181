"""Talks: the right moment in any time zone, when to leave, how long an answer takes to say."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.applications import Application, Fact, Interview, Outcome, Requested
from core.cases import Case, Direction, Stage, StageReached
from core.interviews import (
    ANSWER_WORDS,
    Clock,
    Standing,
    clock_reading,
    in_order,
    is_before_talks,
    is_elsewhere,
    leave_at,
    moment,
    new_facts,
    notes_for,
    over_at,
    said_no_before,
    soonest_first,
    spoken,
    standing,
    talks_of,
    there,
    with_answer,
)
from core.me import time_zones
from core.support import Tier, tier_of_text

BERLIN, LORD_HOWE = "Europe/Berlin", "Australia/Lord_Howe"
ZONES = st.sampled_from(time_zones())
DAYS = st.dates(date(2000, 1, 1), date(2037, 12, 31))
TIMES = st.times().map(lambda each: each.replace(second=0, microsecond=0))


def read_back(talk):
    """The talk as the file gives it back: its moment has an offset, and no rules."""
    return Interview.model_validate(talk.model_dump(mode="json"))


class TestMoments:
    """What the clock there shows, and which moment that is."""

    @pytest.mark.parametrize(
        ("day", "at", "zone", "reading"),
        [
            (date(2027, 3, 28), time(1, 59), BERLIN, Clock.ONCE),
            (date(2027, 3, 28), time(2, 0), BERLIN, Clock.SKIPPED),
            (date(2027, 3, 28), time(2, 59), BERLIN, Clock.SKIPPED),
            (date(2027, 3, 28), time(3, 0), BERLIN, Clock.ONCE),
            (date(2027, 10, 31), time(2, 30), BERLIN, Clock.TWICE),
            (date(2027, 10, 31), time(3, 0), BERLIN, Clock.ONCE),
            (date(2026, 10, 4), time(2, 15), LORD_HOWE, Clock.SKIPPED),  # half an hour only
            (date(2026, 10, 4), time(2, 30), LORD_HOWE, Clock.ONCE),
            (date(2011, 12, 30), time(12, 0), "Pacific/Apia", Clock.SKIPPED),  # a whole day
            (date(2026, 7, 1), time(2, 30), "Etc/UTC", Clock.ONCE),
        ],
    )
    def test_a_clock_shows_a_time_once_twice_or_never(self, day, at, zone, reading):
        """Summer time comes and goes at night; some places move by less or more than an hour."""
        assert clock_reading(day, at, zone) is reading

    def test_a_skipped_time_is_moved_on_by_what_is_skipped(self):
        """2:30 that nobody's clock shows is taken as 3:30."""
        told = moment(date(2027, 3, 28), time(2, 30), BERLIN)
        assert told == moment(date(2027, 3, 28), time(2, 30), BERLIN, second=True)
        assert told.replace(tzinfo=None) == datetime(2027, 3, 28, 3, 30)  # noqa: DTZ001 - a clock
        assert told.astimezone(UTC) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)

    def test_of_a_doubled_time_the_first_is_meant_unless_told(self):
        """The second comes an hour later."""
        day, at = date(2027, 10, 31), time(2, 30)
        first, second = moment(day, at, BERLIN), moment(day, at, BERLIN, second=True)
        assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)

    def test_no_other_time_has_a_second(self):
        """A choice made for another day does no harm."""
        day, at = date(2027, 6, 1), time(2, 30)
        assert moment(day, at, BERLIN, second=True) == moment(day, at, BERLIN)

    @given(DAYS, TIMES, ZONES)
    @settings(max_examples=200, deadline=None)
    def test_a_clock_shows_what_was_typed_unless_it_skips_it(self, day, at, zone):
        """In every time zone, also after a way through the file."""
        kept = read_back(Interview(at=moment(day, at, zone), zone=zone))
        shown = there(kept)
        assert shown is not None
        typed = (shown.date(), shown.time().replace(fold=0)) == (day, at)
        assert typed is (clock_reading(day, at, zone) is not Clock.SKIPPED)

    @given(DAYS, TIMES, ZONES, st.booleans())
    @settings(max_examples=100, deadline=None)
    def test_the_moment_survives_the_file(self, day, at, zone, second):
        """Not a minute is lost on the way."""
        told = moment(day, at, zone, second=second)
        kept = read_back(Interview(at=told, zone=zone))
        assert kept.at is not None
        assert kept.at.timestamp() == told.timestamp()

    def test_an_unknown_time_zone_stands_in_nobodys_way(self):
        """A file from another system may name one that this one lacks."""
        at = datetime(2026, 11, 26, 15, 0, tzinfo=timezone(timedelta(hours=5)))
        talk = Interview(at=at, zone="Mars/Olympus")
        assert there(talk) == at
        assert leave_at(talk) == at - timedelta(minutes=10)

    def test_two_clocks_are_told_only_where_they_differ(self):
        """Berlin and Madrid show the same, Berlin and London do not."""
        talk = Interview(at=moment(date(2026, 11, 26), time(15), BERLIN), zone=BERLIN)
        assert not is_elsewhere(talk, ZoneInfo("Europe/Madrid"))
        assert is_elsewhere(talk, ZoneInfo("Europe/London"))
        assert not is_elsewhere(Interview(), ZoneInfo("Europe/London"))

    def test_clocks_differ_only_in_the_weeks_between_two_summers(self):
        """New York turns its clocks two weeks before Berlin: five hours, then six again."""
        own = ZoneInfo("America/New_York")
        between = Interview(at=moment(date(2027, 3, 20), time(15), BERLIN), zone=BERLIN)
        after = Interview(at=moment(date(2027, 4, 1), time(15), BERLIN), zone=BERLIN)
        assert there(between).astimezone(own).hour == 10
        assert there(after).astimezone(own).hour == 9


class TestLeaving:
    """On time: the way, and minutes to spare."""

    def test_the_way_and_the_spare_minutes_come_before(self):
        """45 and 10 minutes before ten o'clock."""
        at = moment(date(2026, 11, 26), time(10), BERLIN)
        assert f"{leave_at(Interview(at=at, zone=BERLIN, travel=45)):%H:%M}" == "09:05"

    def test_it_may_be_the_evening_before(self):
        """A night train starts on another day, here on the day before a leap day's end."""
        at = moment(date(2028, 3, 1), time(0, 5), BERLIN)
        left = leave_at(Interview(at=at, zone=BERLIN, travel=10))
        assert (left.month, left.day, left.hour, left.minute) == (2, 29, 23, 45)

    def test_the_night_of_summer_time_costs_its_hour(self):
        """Three hours before 4:00 of that night, the clock shows midnight."""
        at = moment(date(2027, 3, 28), time(4), BERLIN)
        left = leave_at(read_back(Interview(at=at, zone=BERLIN, travel=180, buffer=0)))
        assert f"{left:%H:%M}" == "00:00"

    def test_without_a_moment_there_is_nothing_to_leave_for(self):
        """Nor an end."""
        assert leave_at(Interview()) is None
        assert over_at(Interview()) is None

    @given(DAYS, TIMES, ZONES, st.integers(0, 1440), st.integers(0, 240))
    @settings(max_examples=100, deadline=None)
    def test_there_is_always_as_much_time_as_was_asked_for(self, day, at, zone, travel, buffer):
        """However the clocks are put meanwhile."""
        talk = Interview(at=moment(day, at, zone), zone=zone, travel=travel, buffer=buffer)
        minutes = (talk.at.timestamp() - leave_at(talk).timestamp()) / 60
        assert minutes == travel + buffer


class TestStanding:
    """To come, over, or without a moment."""

    def test_a_talk_is_over_at_its_end(self):
        """Not while it lasts."""
        at = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
        talk = Interview(at=at, minutes=30)
        assert standing(talk, at + timedelta(minutes=29)) is Standing.AHEAD
        assert standing(talk, at + timedelta(minutes=30)) is Standing.OVER
        assert standing(Interview(), at) is Standing.OPEN

    def test_the_next_one_comes_first_and_the_past_last(self):
        """The latest of the past before the earlier ones."""
        now = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
        days = {"past": -9, "yesterday": -1, "open": None, "soon": 1, "later": 9}
        talks = [
            Interview(id=name, at=None if day is None else now + timedelta(days=day))
            for name, day in days.items()
        ]
        assert [each.id for each in in_order(talks, now)] == [
            *("soon", "later", "open", "yesterday", "past")
        ]

    def test_talks_belong_to_one_application(self):
        """Nobody else's are among them."""
        mine, other = Interview(id="1", application_id="a"), Interview(id="2", application_id="b")
        assert talks_of([mine, other], "a") == (mine,)


class TestFirstTalk:
    """Whether a talk is the first thing of its kind in an application."""

    @pytest.mark.parametrize(
        ("stages", "outcome", "before"),
        [
            ((), None, True),
            ((Stage.APPLIED, Stage.SCREENED), None, True),
            ((Stage.APPLIED, Stage.FIRST_TALK), None, False),
            ((Stage.OFFER, Stage.APPLIED), None, False),
            ((Stage.APPLIED,), Outcome.NO, False),
        ],
    )
    def test_only_where_nothing_later_was_and_it_runs(self, stages, outcome, before):
        """Stages are noted in any order; what is over has no talk to come."""
        reached = tuple(StageReached(stage=each) for each in stages)
        assert is_before_talks(Application(stages=reached, outcome=outcome)) is before


class TestSpoken:
    """How long an answer takes to say (catalogue S3-20)."""

    @pytest.mark.parametrize(
        ("words", "seconds", "over"),
        [
            (0, 0, 0),
            (7, 5, 0),
            (70, 30, 0),
            (210, 90, 0),
            (215, 90, 0),
            (216, 95, 6),
            (225, 95, 15),
            (300, 130, 90),
        ],
    )
    def test_words_become_seconds_at_a_calm_pace(self, words, seconds, over):
        """210 words fill 90 seconds; nothing that takes longer is said to fit."""
        told = spoken("word " * words)
        assert (told.words, told.seconds, told.words_over) == (words, seconds, over)

    @given(st.text(max_size=400), st.text(max_size=400))
    @settings(max_examples=50)
    def test_more_words_never_take_less_time(self, one, other):
        """Whatever is typed, in any script."""
        assert spoken(f"{one} {other}").seconds >= spoken(one).seconds
        assert spoken(one).words <= len(one)
        assert spoken(one).words_over <= max(0, len(one) - ANSWER_WORDS)

    def test_an_answer_takes_the_place_of_the_one_before(self):
        """One for each question, the newest last."""
        talk = with_answer(Interview(), "Why?", "First", date(2026, 11, 1))
        talk = with_answer(talk, "How?", "So", date(2026, 11, 2))
        talk = with_answer(talk, "Why?", "Second", date(2026, 11, 3))
        assert [each.text for each in talk.answers] == ["So", "Second"]

    def test_what_is_practised_is_read_for_what_asks_for_support(self):
        """Words in lists count as the person's own."""
        talk = with_answer(Interview(), "Why?", "I feel worthless", date(2026, 11, 1))
        assert tier_of_text(*talk.own_words) is Tier.T2


class TestRequested:
    """What they asked for, and what is known of them."""

    def test_open_things_come_by_their_day_then_undated_then_sent(self):
        """Ties keep their order."""
        asked = (
            Requested(what="sent", due=date(2026, 1, 1), sent_on=date(2026, 1, 1)),
            Requested(what="some day"),
            Requested(what="late", due=date(2026, 2, 2)),
            Requested(what="late too", due=date(2026, 2, 2)),
            Requested(what="soon", due=date(2026, 2, 1)),
        )
        assert [asked[at].what for at in soonest_first(asked)] == [
            *("soon", "late", "late too", "some day", "sent")
        ]
        assert soonest_first(()) == ()

    def test_a_letter_of_the_case_is_reminded_of_what_was_learned(self):
        """In talks first, then on the research card; nothing twice, and at most five."""
        facts = tuple(Fact(what=each) for each in ("small team", "b", "c", "d", "e"))
        mine = Application(id="a", case_id="c1", facts=facts)
        other = Application(id="b", case_id="c2", facts=(Fact(what="not this"),))
        talk = Interview(application_id="a", learned=("They ship weekly", "Small team"))
        told = notes_for("c1", [mine, other], [talk])
        assert told == ("They ship weekly", "Small team", "b", "c", "d")
        assert notes_for("", [Application(id="a")], [talk]) == ()

    def test_only_an_employer_that_was_turned_down_asks_why(self):
        """The same name, or the case that it became; no name is nobody's."""
        own = {"direction": Direction.I_SAID_NO, "happened_on": date(2026, 1, 1)}
        told = [Case(id="c", employer="Harbour  works", **own), Case(id="d", **own)]
        theirs = [Case(employer="Acme", direction=Direction.THEY_SAID_NO, happened_on=date.min)]
        assert said_no_before(Application(employer="harbour Works"), told)
        assert said_no_before(Application(role="a", case_id="d"), told)
        assert not said_no_before(Application(role="a"), told)
        assert not said_no_before(Application(employer="Acme"), theirs)

    def test_what_was_learned_is_added_once(self):
        """Blank lines and what is known already are left out."""
        application = Application(role="a", facts=(Fact(what="They ship weekly"),))
        learned = ["they ship weekly", " ", "Small team", "Small team"]
        [fact] = new_facts(application, learned, "The talk")
        assert (fact.what, fact.source) == ("Small team", "The talk")
