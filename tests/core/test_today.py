"""Today: one fitting next step for a case, told at the right time, and a greeting."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.loader import case_words, next_words
from core.content.slots import slots_in
from core.today import Suggestion, case_in_hand, days_since, greeting, steadying_first, suggestion

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TODAY = NOW.date()
WAITS = case_words().waits
TALKED = Stage.FIRST_TALK


def told(direction=Direction.THEY_SAID_NO, days_ago=0, stage=TALKED, **facts):
    """A case of some days ago, noted at noon of that day."""
    day = TODAY - timedelta(days=days_ago)
    noted = datetime.combine(day, time(12), tzinfo=UTC)
    stages = (StageReached(stage=stage),) if stage else ()
    known = {"direction": direction, "happened_on": day, "created_at": noted, "stages": stages}
    return Case(**known | facts)


def sad(strength, at=NOW, **facts):
    """A heavy check-in."""
    felt = Felt(word="sad", family="sad", strength=strength)
    return CheckIn(**{"feelings": (felt,), "happened_on": at.date(), "created_at": at} | facts)


def suggested(case, *taken, check_ins=()):
    """The id of what is suggested at six in the evening."""
    return suggestion(case, check_ins, taken, WAITS, NOW).id


def all_suggested(case):
    """Everything that is suggested one after the other, each time the last was taken."""
    taken = []
    while (found := suggested(case, *taken)) != "rest":
        assert found not in taken
        taken.append(found)
    return taken


dates = st.dates(date(2000, 1, 1), date(2100, 1, 1))
zones = st.sampled_from(["UTC", "Europe/London", "America/St_Johns", "Pacific/Kiritimati"])
moments = st.builds(datetime.combine, dates, st.times(), zones.map(ZoneInfo))
cases = st.builds(
    Case,
    direction=st.sampled_from(Direction),
    happened_on=dates,
    created_at=st.none() | moments,
    stages=st.lists(st.builds(StageReached, stage=st.sampled_from(Stage)), max_size=2).map(tuple),
    referrer_id=st.sampled_from(["", "ada"]),
)


@settings(max_examples=300, deadline=None)
@given(
    cases, moments, st.sets(st.sampled_from([*next_words().suggestions, ""])), st.integers(0, 10)
)
def test_there_is_always_one_suggestion_and_it_can_be_said(case, now, taken, strength):
    """Whatever happened, whenever, and whatever was done: there are words, and facts for them."""
    check_in = sad(strength, now - timedelta(hours=1))
    found = suggestion(case, [check_in], taken, WAITS, now)
    words = next_words().suggestions[found.id]
    slots = slots_in(words.text) | slots_in(words.why)
    assert ("date" in slots) == (found.on is not None)
    assert found.on is None or found.on > now.date()
    assert "name" not in slots or case.referrer_id
    assert "days" not in slots or case.happened_on < now.date()
    assert "employer" not in slots or case.employer
    assert found.id in {"rest", "steady_first"} or found.id not in taken


class TestAfterTheirNo:
    """Feedback while it can be answered, thanks for longer, and then it rests."""

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (0, ["let_today_be"]),
            (1, ["ask_feedback", "thank_after_no"]),
            (6, ["ask_feedback", "thank_after_no"]),
            (7, ["ask_feedback", "thank_after_no", "connect_later"]),
            (8, ["thank_after_no", "connect_later"]),
            (14, ["thank_after_no", "connect_later"]),
            (15, ["connect_later"]),
            (30, ["connect_later"]),
            (31, ["look_back"]),
            (700, ["look_back"]),
        ],
    )
    def test_what_is_suggested_on_which_day(self, days, expected):
        """Each suggestion has its first and its last day."""
        assert all_suggested(told(days_ago=days)) == expected

    @pytest.mark.parametrize("stage", [None, Stage.APPLIED, Stage.SCREENED])
    @pytest.mark.parametrize("days", [0, 1, 7, 14, 30])
    def test_before_any_talk_nobody_is_asked_for_feedback(self, stage, days):
        """A no before any talk says little, and there is nobody to ask or to thank."""
        assert all_suggested(told(days_ago=days, stage=stage)) == ["no_feedback_early"]

    def test_after_any_talk_feedback_can_be_asked(self):
        """Every stage with a talk or a task in it had somebody who can answer."""
        met = [each for each in Stage if each not in (Stage.APPLIED, Stage.SCREENED)]
        assert {suggested(told(days_ago=2, stage=each)) for each in met} == {"ask_feedback"}

    def test_the_referrer_is_thanked_after_those_who_decided(self):
        """The request that cannot wait comes first."""
        assert all_suggested(told(days_ago=2, referrer_id="ada")) == [
            "ask_feedback",
            "thank_after_no",
            "thank_referrer",
        ]


class TestAfterMyNo:
    """A prompt answer, a sentence on what it kept safe, later a tie."""

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (0, ["decline_promptly", "name_what_it_protected"]),
            (2, ["decline_promptly", "name_what_it_protected"]),
            (3, ["name_what_it_protected"]),
            (7, ["name_what_it_protected", "connect_later"]),
            (30, ["name_what_it_protected", "connect_later"]),
            (31, ["name_what_it_protected", "look_back"]),
        ],
    )
    def test_what_is_suggested_on_which_day(self, days, expected):
        """Nobody is told to decline promptly when the day for that is gone."""
        assert all_suggested(told(Direction.I_SAID_NO, days, Stage.OFFER)) == expected

    @pytest.mark.parametrize("direction", sorted(set(Direction) - {Direction.SILENCE}))
    @pytest.mark.parametrize(("days", "thanked"), [(0, True), (30, True), (31, False)])
    def test_the_referrer_is_thanked_for_a_month(self, direction, days, thanked):
        """Whoever put in a word hears of it, as long as it is news."""
        case = told(direction, days, referrer_id="ada")
        assert ("thank_referrer" in all_suggested(case)) is thanked

    def test_second_thoughts_are_looked_at_first(self):
        """What was known on the day comes before what it protected."""
        case = told(Direction.SECOND_THOUGHTS, 3)
        assert all_suggested(case) == ["second_thoughts_look", "name_what_it_protected"]

    @pytest.mark.parametrize(("days", "noted"), [(0, True), (2, True), (3, False)])
    def test_withdrawing_is_told_within_two_days(self, days, noted):
        """A clear word is suggested while it is a prompt one."""
        assert ("withdrew_note" in all_suggested(told(Direction.WITHDREW, days))) is noted


class TestCancelled:
    """A cancelled role says nothing about the person."""

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (0, ["cancelled_rest"]),
            (1, ["cancelled_rest", "connect_later"]),
            (31, ["cancelled_rest", "connect_later", "look_back"]),
        ],
    )
    def test_nothing_is_asked_about_oneself(self, days, expected):
        """Rest first; a note to stay in touch can follow; no feedback is asked for."""
        assert all_suggested(told(Direction.CANCELLED, days)) == expected


class TestSilence:
    """Leave it alone for the usual wait, ask once, then let it rest."""

    @pytest.mark.parametrize("stage", [*Stage, None])
    def test_the_day_until_which_to_wait(self, stage):
        """The suggestion names the day on which the usual wait is over."""
        wait = case_words().stages[stage].wait_days if stage else 14
        found = suggestion(told(Direction.SILENCE, 2, stage), (), (), WAITS, NOW)
        assert found == Suggestion("wait_quietly", date(2026, 3, 10) + timedelta(days=wait))

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (6, "wait_quietly"),
            (7, "status_check"),
            (8, "status_check"),
            (67, "status_check"),
            (68, "rest"),
            (400, "rest"),
        ],
    )
    def test_when_to_ask_once(self, days, expected):
        """After a first interview: seven days of waiting, sixty in which a question is fair."""
        assert suggested(told(Direction.SILENCE, days)) == expected

    def test_one_question_is_enough(self):
        """Whoever has asked is not told to ask again."""
        assert suggested(told(Direction.SILENCE, 10), "status_check") == "rest"

    def test_a_later_stage_has_a_wait_of_its_own(self):
        """The stage noted last decides, not the first one."""
        stages = tuple(StageReached(stage=each) for each in (Stage.APPLIED, Stage.FINAL))
        assert suggested(told(Direction.SILENCE, 7, stages=stages)) == "status_check"

    @pytest.mark.parametrize(
        ("overdue", "stage", "expected"),
        [
            (6, Stage.FINAL, ["status_check"]),
            (7, Stage.FINAL, ["status_check", "feedback_after_silence"]),
            (60, Stage.FINAL, ["status_check", "feedback_after_silence"]),
            (61, Stage.FINAL, []),
            (7, Stage.APPLIED, ["status_check"]),
        ],
    )
    def test_a_week_after_the_status_check_advice_can_be_asked(self, overdue, stage, expected):
        """Only where they had talked, and not for ever."""
        days = case_words().stages[stage].wait_days + overdue
        assert all_suggested(told(Direction.SILENCE, days, stage)) == expected


class TestSteadying:
    """Feelings first, reflection after, while the news is fresh and weighs a lot."""

    @pytest.mark.parametrize(("strength", "first"), [(6, False), (7, True), (10, True)])
    def test_from_a_strain_of_seven_on(self, strength, first):
        """Six out of ten is carried; seven is steadied first."""
        case = told(created_at=NOW)
        assert steadying_first(case, [sad(strength)], NOW) is first
        assert (suggested(case, check_ins=[sad(strength)]) == "steady_first") is first

    def test_nobody_is_steadied_who_did_not_say_how_it_feels(self):
        """Without a check-in nothing is assumed."""
        assert not steadying_first(told(created_at=NOW), [], NOW)

    @pytest.mark.parametrize(("hours", "first"), [(0, True), (23.9, True), (24, False)])
    def test_news_is_fresh_for_a_day(self, hours, first):
        """From the moment it was noted on its own day, for 24 hours."""
        noted = NOW - timedelta(hours=hours)
        case = told(created_at=noted, happened_on=noted.date())
        assert steadying_first(case, [sad(9)], NOW) is first

    def test_news_told_the_day_after_is_fresh_until_that_evening(self):
        """Only the day is known, so that its last moment counts."""
        yesterday = told(days_ago=1, created_at=NOW)
        before_midnight = datetime(2026, 3, 12, 23, 59, 59, tzinfo=UTC)
        after_midnight = datetime(2026, 3, 13, 0, 0, tzinfo=UTC)
        assert steadying_first(yesterday, [sad(9, before_midnight)], before_midnight)
        assert not steadying_first(yesterday, [sad(9, after_midnight)], after_midnight)

    def test_news_of_last_week_is_not_fresh_because_it_is_told_today(self):
        """What happened days ago is not steadied first, however heavy it still is."""
        assert not steadying_first(told(days_ago=7, created_at=NOW), [sad(9)], NOW)

    @settings(max_examples=100, deadline=None)
    @given(cases, moments)
    def test_what_is_two_days_old_is_never_fresh(self, case, now):
        """Whatever the time zone, no news of the day before yesterday comes first."""
        late = now + timedelta(days=max(0, (case.happened_on - now.date()).days) + 3)
        heavy = sad(10, late, created_at=late)
        assert not steadying_first(case, [heavy], late)


class TestDays:
    """Days are counted by the calendar and never below nothing."""

    @pytest.mark.parametrize(("days", "counted"), [(0, 0), (1, 1), (400, 400), (-3, 0)])
    def test_days_since(self, days, counted):
        """A day that a calendar slip put into the future is today."""
        assert days_since(told(happened_on=TODAY - timedelta(days=days)), TODAY) == counted


class TestInHand:
    """The case in hand is the one that is alive and was touched last."""

    def test_the_one_touched_last(self):
        """Touched last, not told last."""
        old, new = told(id="old", updated_at=NOW), told(id="new", updated_at=NOW - timedelta(1))
        assert case_in_hand([new, old]) is old

    def test_none_that_is_at_rest(self):
        """What was put out of sight stays out of sight."""
        assert case_in_hand([told(updated_at=NOW, rested_at=NOW)]) is None
        assert case_in_hand([]) is None

    def test_time_zones_are_one_time(self):
        """The clock on the wall may be ahead; what counts is what came later."""
        east = NOW.astimezone(ZoneInfo("Asia/Tokyo"))
        first = told(id="first", updated_at=east)
        second = told(id="second", updated_at=NOW + timedelta(minutes=1))
        assert case_in_hand([first, second]) is second

    def test_the_hour_that_comes_twice_is_kept_in_order(self):
        """In the night when clocks go back, later is later."""
        berlin = ZoneInfo("Europe/Berlin")
        before = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
        after = datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=berlin)
        first, second = told(id="1", updated_at=before), told(id="2", updated_at=after)
        assert case_in_hand([first, second]) is second


class TestGreeting:
    """The greeting follows the clock of the person, and makes nothing of a gap."""

    @pytest.mark.parametrize(
        ("hour", "minute", "expected"),
        [
            (0, 0, "evening"),
            (3, 59, "evening"),
            (4, 0, "morning"),
            (11, 59, "morning"),
            (12, 0, "afternoon"),
            (17, 59, "afternoon"),
            (18, 0, "evening"),
            (23, 59, "evening"),
        ],
    )
    def test_by_the_hour(self, hour, minute, expected):
        """Morning from four, afternoon from noon, evening from six."""
        assert greeting(NOW.replace(hour=hour, minute=minute), None) == expected

    def test_the_hour_is_that_of_the_place(self):
        """Six in the evening in London is the next morning in Auckland."""
        assert greeting(NOW.astimezone(ZoneInfo("Pacific/Auckland")), None) == "morning"

    @pytest.mark.parametrize(
        ("away", "expected"),
        [
            (timedelta(0), "evening"),
            (timedelta(days=6, hours=23), "evening"),
            (timedelta(days=7), "welcome_back"),
            (timedelta(days=900), "welcome_back"),
        ],
    )
    def test_welcome_back_after_a_week(self, away, expected):
        """From seven days away on, coming back is what is greeted."""
        assert greeting(NOW, NOW - away) == expected
