"""When to send: holds, warnings and stops that can always be overridden."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.content.letter_times import letter_times
from core.content.slots import fill
from core.letters.findings import Level
from core.letters.kinds import SAY_THANKS, Kind
from core.letters.letter import Letter, LetterState
from core.letters.reminders import moment_of
from core.letters.timing import (
    DECISIONS,
    DECLINES,
    OPEN,
    OWED,
    REPLIES,
    TIED_TO_AN_OFFER,
    Gate,
    Moment,
    deadline_note,
    gate,
    gates,
)
from core.letters.views import moment_for
from core.waits import Wait, Waiting, ended

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)

kinds = st.sampled_from(Kind)
everyone = pytest.mark.parametrize("kind", Kind)


def no(days_ago=0, direction=Direction.THEY_SAID_NO, hours_ago=0, **facts):
    """A case of some days ago, noted some hours before now where it is of today."""
    noted = NOW - timedelta(days=days_ago, hours=hours_ago)
    return Case(
        **{"direction": direction, "happened_on": noted.date(), "created_at": noted} | facts
    )


def sent(days_ago, kind=Kind.STAY_IN_TOUCH, state=LetterState.SENT, **facts):
    """A letter that went out some days ago."""
    return Letter(kind=kind, state=state, sent_on=TODAY - days_ago * DAY, **facts)


def reasons(kind, **facts):
    """The ids of all that is said before a letter leaves, in order."""
    return [each.reason for each in gates(kind, Moment(NOW, **facts))]


class TestAHeavyDay:
    """S2-19, S1-3: while a feeling weighs 7 or more, a letter rests for a day."""

    @pytest.mark.parametrize("strain", [None, 0, 6])
    @everyone
    def test_a_light_day_holds_nothing(self, kind, strain):
        """Below seven, or where nothing was said on how it feels, nothing is held."""
        assert gate(kind, Moment(NOW, strain=strain)) == OPEN

    @pytest.mark.parametrize("kind", sorted(set(Kind) - DECISIONS))
    def test_from_seven_on_a_letter_rests_for_a_day(self, kind):
        """The hold ends 24 hours from now and is no fault of the letter."""
        found = gate(kind, Moment(NOW, strain=7))
        assert (found.level, found.reason, found.rule) == (None, "heavy_day", "S2-19")
        assert found.hold_until == NOW + DAY

    @pytest.mark.parametrize("kind", sorted(DECISIONS))
    def test_an_answer_to_an_offer_is_never_held(self, kind):
        """A deadline may wait behind a yes or a no."""
        assert gate(kind, Moment(NOW, strain=10)) == OPEN

    @pytest.mark.parametrize(("days", "held"), [(0, False), (1, True), (5, True)])
    @pytest.mark.parametrize("kind", [Kind.ASK_FOR_TIME, Kind.COUNTER])
    def test_a_rest_never_runs_past_their_deadline(self, kind, days, held):
        """What has to leave before their day ends is not held over it."""
        moment = Moment(NOW, strain=9, deadline=TODAY + days * DAY)
        assert bool(gate(kind, moment).hold_until) is held

    @pytest.mark.parametrize(
        ("zone", "before", "after"),
        [
            ("Europe/Berlin", "2026-03-28T12:00", "2026-03-29T12:00"),
            ("UTC", "2026-03-28T12:00", "2026-03-29T12:00"),
        ],
    )
    def test_a_day_of_rest_ends_at_the_same_hour(self, zone, before, after):
        """Also over the night in which the clocks change."""
        now = datetime.fromisoformat(before).replace(tzinfo=ZoneInfo(zone))
        until = gate(Kind.STAY_IN_TOUCH, Moment(now, strain=8)).hold_until
        assert until == datetime.fromisoformat(after).replace(tzinfo=ZoneInfo(zone))


class TestTheFirstNotesAfterANo:
    """R29: thanks and a feedback request wait a night while the news is fresh and heavy."""

    @pytest.mark.parametrize("kind", [Kind.THANKS_AFTER_NO, Kind.FEEDBACK_REQUEST])
    def test_three_hours_after_the_news_at_strain_eight(self, kind):
        """Sleep on it first: a warning, and a rest that it can be held for."""
        found = gate(kind, Moment(NOW, no(hours_ago=3), strain=8))
        assert (found.level, found.reason, found.rule) == (
            Level.WARNING,
            "news_is_fresh",
            "R29",
        )
        assert found.hold_until == NOW + DAY

    def test_thirty_hours_after_the_news_it_is_not_fresh(self):
        """A feedback request at 30 hours is no warning; a heavy day still asks for a rest."""
        case = no(hours_ago=30)
        assert reasons(Kind.FEEDBACK_REQUEST, case=case) == []
        assert reasons(Kind.FEEDBACK_REQUEST, case=case, strain=8) == ["heavy_day"]

    def test_light_news_needs_no_sleep(self):
        """Below seven nothing is said, however fresh."""
        assert reasons(Kind.THANKS_AFTER_NO, case=no(), strain=6) == []


def wait(what=Waiting.REPLYING, hours=20, case_id=""):
    """Something that the person said can wait, for some hours more."""
    return Wait(what=what, until=NOW + timedelta(hours=hours), case_id=case_id)


class TestWhatCanWait:
    """W1: what the person said can wait is recalled before a letter leaves."""

    @pytest.mark.parametrize("kind", sorted(REPLIES))
    def test_a_reply_that_can_wait(self, kind):
        """It says until when, offers the rest until then, and is no fault of the letter."""
        found = gate(kind, Moment(NOW, waits=(wait(),)))
        assert (found.level, found.reason, found.rule) == (None, "said_replying_waits", "S2-19")
        assert found.hold_until == NOW + timedelta(hours=20)
        assert found.slots == {"date": TODAY + DAY, "time": "14:00"}

    def test_the_hour_is_that_of_the_persons_own_zone(self):
        """Wherever the wait was noted."""
        now = NOW.astimezone(ZoneInfo("Pacific/Auckland"))
        found = gate(Kind.THANKS_AFTER_NO, Moment(now, waits=(wait(),)))
        assert found.slots == {"date": date(2026, 3, 14), "time": "03:00"}

    @pytest.mark.parametrize("hours", [0, -1, -300])
    def test_a_wait_that_is_over_holds_nothing(self, hours):
        """From its moment on."""
        assert gate(Kind.THANKS_AFTER_NO, Moment(NOW, waits=(wait(hours=hours),))) == OPEN

    def test_a_wait_that_was_ended_holds_nothing(self):
        """The person changed their mind; ending it and letting it wait again are both heard."""
        again = wait()
        assert reasons(Kind.THANKS_AFTER_NO, waits=(ended(again, NOW),)) == []
        assert reasons(Kind.THANKS_AFTER_NO, waits=(again,)) == ["said_replying_waits"]

    @pytest.mark.parametrize(("belongs_to", "held"), [("acme", True), ("", True), ("north", False)])
    def test_another_case_is_not_held(self, belongs_to, held):
        """What waits with one employer lets a letter to another one go."""
        case = no(1, id="acme")
        found = reasons(Kind.THANKS_AFTER_NO, case=case, waits=(wait(case_id=belongs_to),))
        assert bool(found) is held

    def test_a_letter_of_no_case_waits_for_no_case(self):
        """Only what belongs to none holds it."""
        assert reasons(Kind.STATUS_CHECK, waits=(wait(case_id="acme"),)) == []

    @pytest.mark.parametrize("what", Waiting)
    @pytest.mark.parametrize("kind", sorted(OWED))
    def test_who_waits_for_an_answer_is_not_kept_waiting(self, kind, what):
        """A yes, a no and a word taken back are never held."""
        assert gate(kind, Moment(NOW, waits=(wait(what),))) == OPEN

    @pytest.mark.parametrize(("days", "held"), [(-1, False), (0, False), (1, True), (9, True)])
    @pytest.mark.parametrize("kind", sorted(TIED_TO_AN_OFFER - OWED))
    def test_the_day_of_an_offer_goes_first(self, kind, days, held):
        """What has to leave before the wait is over is not held."""
        found = gate(kind, Moment(NOW, deadline=TODAY + days * DAY, waits=(wait(),)))
        assert bool(found.hold_until) is held

    @pytest.mark.parametrize(
        ("what", "held"),
        [
            (Waiting.FEEDBACK, {Kind.FEEDBACK_REQUEST}),
            (Waiting.DECIDING, {Kind.REAPPROACH, Kind.COUNTER}),
            (Waiting.POSTING, set()),
        ],
    )
    def test_each_wait_holds_its_own_letters(self, what, held):
        """Asking for feedback, what opens a choice; a post is no letter."""
        assert {each for each in Kind if reasons(each, waits=(wait(what),))} == held

    def test_what_ends_last_counts(self):
        """One card for several waits."""
        waits = (wait(Waiting.FEEDBACK, 22), wait(hours=20))
        [found] = gates(Kind.FEEDBACK_REQUEST, Moment(NOW, waits=waits))
        assert found.reason == "said_feedback_waits"

    def test_friends_may_hear_from_you(self):
        """Replying means an employer."""
        assert reasons(Kind.STAY_IN_TOUCH, waits=(wait(),), to_employer=False) == []

    def test_the_workspace_tells_the_gate(self, workspace):
        """A letter that is opened knows what waits in its case."""
        case = workspace.cases.add(no(1))
        workspace.waits.add(wait(case_id=case.id))
        letter = Letter(kind=Kind.THANKS_AFTER_NO, case_id=case.id)
        assert gate(letter.kind, moment_for(workspace, letter, NOW)).hold_until
        assert gate(letter.kind, moment_of(letter, (), (case,), (), NOW)) == OPEN


class TestAStaleRequest:
    """R29: a feedback request is stale after fourteen days."""

    @pytest.mark.parametrize(("days", "found"), [(0, []), (7, []), (14, []), (15, ["stale"])])
    def test_from_the_fifteenth_day_on(self, days, found):
        """Up to two weeks nothing is said."""
        expected = [f"feedback_is_{each}" for each in found]
        assert reasons(Kind.FEEDBACK_REQUEST, case=no(days)) == expected

    def test_silence_has_no_no_to_count_from(self):
        """After silence, a request comes late by its nature."""
        assert reasons(Kind.FEEDBACK_REQUEST, case=no(40, Direction.SILENCE)) == []

    def test_it_says_how_long_ago_the_no_was(self):
        """The number stands in the words."""
        found = gate(Kind.FEEDBACK_REQUEST, Moment(NOW, no(20)))
        assert (found.level, found.slots) == (Level.WARNING, {"days": "20"})


class TestDeclining:
    """R29: a no goes out within two days, and before their deadline."""

    @pytest.mark.parametrize(("days", "found"), [(0, []), (2, []), (3, ["decline_is_late"])])
    @pytest.mark.parametrize("kind", sorted(DECLINES))
    def test_two_days_after_deciding(self, kind, days, found):
        """From the third day on it is late; that is a warning."""
        assert reasons(kind, decided_on=TODAY - days * DAY) == found
        assert reasons(kind, case=no(days, Direction.I_SAID_NO)) == found

    def test_their_no_is_no_decision_of_mine(self):
        """The day of their news says nothing on when the person decided."""
        assert reasons(Kind.DECLINE, case=no(9)) == []

    @pytest.mark.parametrize(("days", "level"), [(0, None), (1, Level.ERROR), (9, Level.ERROR)])
    def test_past_their_deadline_is_an_error(self, days, level):
        """On the day itself it is in time."""
        case = no(0, Direction.I_SAID_NO, deadline=TODAY - days * DAY)
        assert gate(Kind.DECLINE_DOOR_OPEN, Moment(NOW, case)).level is level

    def test_the_deadline_of_the_letter_comes_before_that_of_the_case(self):
        """They may have given more time."""
        case = no(0, Direction.I_SAID_NO, deadline=TODAY - 3 * DAY)
        assert gate(Kind.DECLINE, Moment(NOW, case, deadline=TODAY + DAY)) == OPEN

    def test_the_weightiest_comes_first(self):
        """A missed deadline stands before a late decision."""
        found = reasons(Kind.DECLINE, decided_on=TODAY - 9 * DAY, deadline=TODAY - DAY)
        assert found == ["deadline_is_past", "decline_is_late"]


class TestGoingBack:
    """R29: after ninety days a new application fits better."""

    @pytest.mark.parametrize(
        ("days", "found"), [(90, None), (91, Kind.REAPPLY), (120, Kind.REAPPLY)]
    )
    def test_ninety_days(self, days, found):
        """The letter for that is named."""
        case = no(days, Direction.SECOND_THOUGHTS)
        assert gate(Kind.REAPPROACH, Moment(NOW, case)).instead is found


class TestCadence:
    """R28: no more notes than a tie can bear."""

    @pytest.mark.parametrize(("days", "found"), [(20, ["too_soon"]), (59, ["too_soon"]), (60, [])])
    def test_sixty_days_between_notes_to_an_employer(self, days, found):
        """A note to stay in touch keeps two months of distance where no reply came."""
        assert reasons(Kind.STAY_IN_TOUCH, log=(sent(days),)) == found

    def test_it_says_when_it_would_be_time(self):
        """The day is in the words."""
        [found] = gates(Kind.STAY_IN_TOUCH, Moment(NOW, log=(sent(20),)))
        assert found.slots == {"days": "20", "date": TODAY + 40 * DAY}

    def test_after_a_reply_the_gap_is_over(self):
        """A reply is an invitation."""
        answered = sent(20, state=LetterState.ANSWERED, replied_on=TODAY - 10 * DAY)
        assert reasons(Kind.STAY_IN_TOUCH, log=(answered,)) == []

    def test_everybody_else_follows_their_own_cadence(self):
        """Friends are not recruiters."""
        assert reasons(Kind.STAY_IN_TOUCH, log=(sent(20),), to_employer=False) == []

    @pytest.mark.parametrize("to_employer", [True, False])
    @pytest.mark.parametrize("kind", sorted(set(Kind) - OWED))
    def test_a_third_unanswered_note_is_an_error_for_anyone(self, kind, to_employer):
        """Stop here, whoever it is."""
        log = (sent(200), sent(100))
        found = gate(kind, Moment(NOW, log=log, to_employer=to_employer))
        assert (found.level, found.reason) == (Level.ERROR, "two_unanswered")

    @pytest.mark.parametrize("kind", sorted(OWED))
    def test_an_answer_that_is_owed_can_always_go(self, kind):
        """Somebody waits for it, so it is no pressure."""
        assert gate(kind, Moment(NOW, log=(sent(9), sent(5)))) == OPEN

    def test_the_follow_up_counts_as_unanswered(self):
        """A letter and its follow-up are two."""
        log = (sent(90, Kind.INFORMATIONAL_TALK), sent(80, Kind.STATUS_CHECK))
        assert reasons(Kind.STAY_IN_TOUCH, log=log) == ["two_unanswered"]

    def test_the_follow_up_itself_keeps_no_sixty_days(self):
        """A week after the letter is its time."""
        assert reasons(Kind.STATUS_CHECK, log=(sent(7, Kind.FEEDBACK_REQUEST),)) == []

    @pytest.mark.parametrize("thanks", sorted(SAY_THANKS))
    def test_thanks_wait_for_no_answer(self, thanks):
        """Thanks and one note are one note that waits; thanks alone are none."""
        log = (sent(200, thanks), sent(190, thanks), sent(100))
        assert reasons(Kind.STAY_IN_TOUCH, log=log) == []
        assert reasons(Kind.STAY_IN_TOUCH, log=(*log, sent(90))) == ["two_unanswered"]

    @pytest.mark.parametrize(("days", "found"), [(59, ["too_soon"]), (60, [])])
    def test_an_employer_is_left_alone_for_sixty_days_after_thanks(self, days, found):
        """They were the last that went out."""
        log = (sent(days, Kind.THANKS_AFTER_NO),)
        assert reasons(Kind.STAY_IN_TOUCH, log=log) == found
        assert reasons(Kind.STAY_IN_TOUCH, log=log, to_employer=False) == []

    def test_news_from_them_is_a_word_too(self):
        """What went out before they spoke is answered by it."""
        log = (sent(30, Kind.INFORMATIONAL_TALK), sent(9, Kind.FEEDBACK_REQUEST))
        heard = TODAY - 10 * DAY
        assert reasons(Kind.STATUS_CHECK, log=log) == ["two_unanswered"]
        assert reasons(Kind.STATUS_CHECK, log=log, heard_on=heard) == []


class TestTheirDate:
    """The window of a letter knows their deadline."""

    @pytest.mark.parametrize(("days", "note"), [(3, "ahead"), (0, "today"), (-1, "passed")])
    def test_ahead_today_or_passed(self, days, note):
        """Where an offer is open."""
        assert deadline_note(Kind.COUNTER, TODAY + days * DAY, TODAY) == note

    def test_other_letters_have_no_deadline(self):
        """A note to stay in touch is never late."""
        assert deadline_note(Kind.STAY_IN_TOUCH, TODAY, TODAY) == ""
        assert deadline_note(Kind.DECLINE, None, TODAY) == ""


days = st.integers(-400, 400)
logs = st.lists(
    st.builds(sent, st.integers(0, 400), kinds, st.sampled_from(LetterState)), max_size=4
).map(tuple)
moments = st.builds(
    Moment,
    now=st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)).map(  # noqa: DTZ001 - gets its zone
        lambda naive: naive.replace(tzinfo=ZoneInfo("Pacific/Kiritimati"))
    ),
    case=st.none() | st.builds(no, st.integers(0, 300), st.sampled_from(Direction)),
    strain=st.none() | st.integers(0, 10),
    log=logs,
    heard_on=st.none() | st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    to_employer=st.booleans(),
    deadline=st.none() | days.map(lambda n: TODAY + n * DAY),
    decided_on=st.none() | days.map(lambda n: TODAY + n * DAY),
    waits=st.lists(st.builds(wait, st.sampled_from(Waiting), st.integers(-30, 24)), max_size=3).map(
        tuple
    ),
)


@given(kinds, moments)
def test_whatever_a_gate_says_has_its_words(kind, moment):
    """Every reason can be shown, with a fact for each place in it."""
    found = gates(kind, moment)
    for each in found:
        said = letter_times().reasons[each.reason]
        assert fill(f"{said.what} {said.why}", **each.slots)
        assert each.rule
    weights = [{Level.ERROR: 0}.get(each.level, 1) for each in found]
    assert weights == sorted(weights)


@given(kinds, moments)
def test_a_gate_never_closes(kind, moment):
    """A hold lasts a day, or as long as was chosen, and nothing in a gate could forbid."""
    found = gate(kind, moment)
    chosen = max((each.until for each in moment.waits), default=moment.now)
    longest = max(moment.now + DAY, chosen)
    assert found.hold_until is None or found.hold_until <= longest
    assert set(Gate.__dataclass_fields__) == {
        *("level", "rule", "reason", "hold_until", "instead", "slots")
    }


@everyone
def test_every_kind_has_its_window(kind):
    """When it goes best is said in words."""
    assert letter_times().windows[kind]
