"""After sending: one follow-up on its day, then silence is the usual answer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction, Stage, StageReached
from core.content.letter_times import letter_times
from core.content.loader import case_words
from core.letters.follow_ups import (
    answer_expected,
    follow_up,
    follow_up_to,
    is_silence,
    sent_to,
    unanswered,
    working_days_after,
)
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.letters.reminders import moment_of, reminders

THURSDAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
WAITS = case_words().waits
DAY = timedelta(days=1)


def letter(kind=Kind.FEEDBACK_REQUEST, days_ago=0, state=LetterState.SENT, **facts):
    """A letter that was sent some days ago, unless it is of another state."""
    on = THURSDAY - days_ago * DAY
    known = {"id": kind.value, "kind": kind, "state": state, "sent_on": on}
    return Letter(**known | facts)


def recalled(*letters, cases=(), now=NOW):
    """What Today recalls, as ids."""
    return [each.id for each in reminders(letters, cases, WAITS, now)]


class TestTheDayOfTheFollowUp:
    """L15 comes once, on the day that its letter asks for."""

    @pytest.mark.parametrize(
        ("kind", "day"),
        [
            (Kind.FEEDBACK_REQUEST, date(2026, 3, 19)),
            (Kind.REAPPROACH, date(2026, 3, 19)),
            (Kind.INFORMATIONAL_TALK, date(2026, 3, 19)),
            (Kind.REAPPLY, date(2026, 3, 26)),
        ],
    )
    def test_each_kind_has_its_wait(self, kind, day):
        """A week, five working days, a week, and the usual wait of an application."""
        assert follow_up(letter(kind), WAITS) == day

    @pytest.mark.parametrize(
        "kind",
        sorted(
            set(Kind)
            - {Kind.FEEDBACK_REQUEST, Kind.REAPPROACH, Kind.INFORMATIONAL_TALK, Kind.REAPPLY}
        ),
    )
    def test_other_letters_are_not_followed_up(self, kind):
        """A thank-you waits for nothing."""
        assert follow_up(letter(kind), WAITS) is None

    def test_what_was_not_sent_is_not_followed_up(self):
        """A draft has no follow-up."""
        assert follow_up(letter(state=LetterState.READY, sent_on=None), WAITS) is None

    @pytest.mark.parametrize(
        ("start", "days", "end"),
        [
            (date(2026, 3, 12), 5, date(2026, 3, 19)),
            (date(2026, 3, 13), 1, date(2026, 3, 16)),
            (date(2026, 3, 14), 1, date(2026, 3, 16)),
            (date(2026, 3, 15), 5, date(2026, 3, 20)),
            (date(2026, 12, 31), 5, date(2027, 1, 7)),
        ],
    )
    def test_working_days_are_monday_to_friday(self, start, days, end):
        """Weekends do not count, whichever day it starts on."""
        assert working_days_after(start, days) == end

    @given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 30))
    def test_a_working_day_is_never_a_weekend(self, start, days):
        """Nor is it earlier than the days themselves."""
        end = working_days_after(start, days)
        assert end.weekday() < 5
        assert end >= start + days * DAY

    @pytest.mark.parametrize(("stage", "days"), [("applied", 14), ("final", 7), (None, 14)])
    def test_an_answer_is_expected_after_the_usual_wait(self, stage, days):
        """Of the stage that was reached, or two weeks where none is known."""
        stages = (StageReached(stage=Stage(stage)),) if stage else ()
        case = Case(direction=Direction.SILENCE, happened_on=THURSDAY, stages=stages)
        assert answer_expected(case, WAITS) == THURSDAY + days * DAY


class TestSilence:
    """When the one follow-up had its time too, silence is the answer."""

    @pytest.mark.parametrize(("days_ago", "over"), [(6, False), (7, True), (60, True)])
    def test_it_waits_as_long_as_the_letter_did(self, days_ago, over):
        """A week after the follow-up to a feedback request."""
        first = letter(days_ago=20)
        then = letter(Kind.STATUS_CHECK, days_ago, follows_id=first.id)
        assert is_silence(first, [first, then], WAITS, THURSDAY) is over

    def test_without_a_follow_up_it_is_no_silence_yet(self):
        """One question more is fair."""
        assert not is_silence(letter(days_ago=99), [], WAITS, THURSDAY)

    @pytest.mark.parametrize("which", ["first", "then"])
    def test_an_answer_to_either_is_no_silence(self, which):
        """Also one that came to the follow-up."""
        states = {which: LetterState.ANSWERED}
        first = letter(days_ago=40, state=states.get("first", LetterState.SENT))
        then = letter(
            Kind.STATUS_CHECK,
            30,
            states.get("then", LetterState.SENT),
            follows_id=first.id,
        )
        assert not is_silence(first, [first, then], WAITS, THURSDAY)

    def test_a_follow_up_in_draft_is_none_yet(self):
        """Only what was sent counts."""
        draft = letter(Kind.STATUS_CHECK, state=LetterState.DRAFT, follows_id=Kind.FEEDBACK_REQUEST)
        assert follow_up_to(letter(), [draft]) is None


class TestTheLog:
    """Which letters went to one person, and which of them no word followed."""

    def test_the_record_of_the_person_decides(self):
        """The same name may be two people."""
        mine = letter(to_id="ada", to_name="Ada")
        theirs = letter(id="other", to_id="second_ada", to_name="Ada")
        assert sent_to(mine, [theirs]) == ()

    @pytest.mark.parametrize("known", [{"to_name": "ADA"}, {"to_address": "a@b.example"}])
    def test_without_a_record_name_or_address_do(self, known):
        """However they are spelled."""
        mine = letter(to_name="Ada", to_address="A@B.example")
        assert sent_to(mine, [letter(id="other", to_id="ada", **known)])

    def test_nobody_is_not_one_person(self):
        """Two letters without a recipient have nobody in common."""
        assert sent_to(letter(), [letter(id="other")]) == ()

    def test_itself_and_drafts_are_left_out(self):
        """Only what went out before."""
        mine = letter(to_id="ada")
        draft = letter(id="draft", to_id="ada", state=LetterState.DRAFT)
        assert sent_to(mine, [mine, draft]) == ()

    def test_a_reply_answers_all_that_went_before(self):
        """And nothing that was sent later."""
        old = letter(days_ago=30)
        answered = letter(
            days_ago=20, state=LetterState.ANSWERED, replied_on=THURSDAY - 15 * DAY, id="2"
        )
        new = letter(days_ago=5, id="3")
        assert unanswered([new, old, answered]) == (new,)


class TestReminders:
    """What Today recalls, and no more than that."""

    def test_a_rest_that_is_over(self):
        """From the minute on; not a minute before."""
        held = letter(state=LetterState.HELD, held_until=NOW, sent_on=None)
        assert recalled(held) == ["hold_over"]
        assert recalled(held, now=NOW - timedelta(minutes=1)) == []

    def test_a_follow_up_on_its_day(self):
        """On the seventh day after a feedback request."""
        assert recalled(letter(days_ago=6)) == []
        assert recalled(letter(days_ago=7)) == ["follow_up"]

    def test_the_person_may_set_another_day(self):
        """Theirs wins."""
        assert recalled(letter(days_ago=7, follow_up_on=THURSDAY + DAY)) == []

    def test_a_letter_that_is_ready(self):
        """Ready and not sent."""
        assert recalled(letter(state=LetterState.READY, sent_on=None)) == ["ready"]

    def test_one_follow_up_at_most(self):
        """After it there is rest, when its time is over."""
        first = letter(days_ago=15)
        then = letter(Kind.STATUS_CHECK, 7, follows_id=first.id)
        assert recalled(first, then) == ["rest"]

    def test_nobody_is_followed_up_on_after_two_unanswered_letters(self):
        """R28 stands above the follow-up."""
        earlier = letter(Kind.INFORMATIONAL_TALK, 90, LetterState.NO_REPLY, to_id="ada")
        assert recalled(earlier, letter(days_ago=7, to_id="ada")) == ["rest"]

    def test_thanks_before_their_no_are_answered_by_it(self):
        """Their no is a word from them."""
        case = Case(
            id="case",
            direction=Direction.THEY_SAID_NO,
            happened_on=THURSDAY - 9 * DAY,
            contact_id="ada",
        )
        thanks = letter(Kind.THANKS_AFTER_TALK, 20, to_id="ada", case_id="case")
        asked = letter(days_ago=8, to_id="ada", case_id="case")
        assert recalled(thanks, asked, cases=[case]) == ["follow_up"]

    @pytest.mark.parametrize("state", LetterState)
    def test_what_is_put_away_is_left_alone(self, state):
        """The archive is quiet."""
        assert recalled(letter(days_ago=30, state=state, archived_at=NOW)) == []

    @pytest.mark.parametrize(
        "state", [LetterState.DRAFT, LetterState.ANSWERED, LetterState.NO_REPLY]
    )
    def test_what_asks_for_nothing_is_left_alone(self, state):
        """A draft waits without a word, and what is settled is settled."""
        assert recalled(letter(days_ago=30, state=state)) == []

    def test_each_has_its_words(self):
        """Whatever Today recalls can be said."""
        assert set(letter_times().reminders) == {"hold_over", "follow_up", "ready", "rest"}


class TestTheMomentOfALetter:
    """What the gate needs is worked out from the records."""

    def test_a_contact_of_any_case_is_of_the_employer(self):
        """And nobody else is."""
        case = Case(direction=Direction.I_SAID_NO, happened_on=THURSDAY, contact_id="ada")
        assert moment_of(letter(to_id="ada"), [], [case], [], NOW).to_employer
        assert not moment_of(letter(to_id="friend"), [], [case], [], NOW).to_employer

    def test_the_case_and_its_deadline_come_along(self):
        """By the id that the letter names."""
        case = Case(id="c", direction=Direction.I_SAID_NO, happened_on=THURSDAY)
        assert moment_of(letter(case_id="c"), [], [case], [], NOW).case == case
        assert moment_of(letter(), [], [case], [], NOW).case is None
