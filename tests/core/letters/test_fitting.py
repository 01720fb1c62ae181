"""Which letters fit: the best first, each with why, and what is not worth it said plainly."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction, Door, Stage, StageReached
from core.content.letter_times import letter_times
from core.content.loader import case_words, next_words
from core.content.slots import slots_in
from core.letters.fitting import ON_ANY_DAY, fitting
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.letters.variants import kind_for_suggestion

TODAY = date(2026, 3, 12)
WAITS = case_words().waits
LETTERS = {
    *("ask_feedback", "thank_after_no", "thank_referrer", "decline_promptly", "status_check"),
    *("feedback_after_silence", "connect_later", "withdrew_note"),
}


def told(direction=Direction.THEY_SAID_NO, days_ago=1, stage=Stage.FINAL, **facts):
    """A case of some days ago."""
    stages = (StageReached(stage=stage),) if stage else ()
    known = {"direction": direction, "happened_on": TODAY - timedelta(days=days_ago)}
    return Case(**{"id": "case", "stages": stages, **known} | facts)


def out(kind, days_ago=1, state=LetterState.SENT, **facts):
    """A letter of the case that was sent some days ago."""
    on = TODAY - timedelta(days=days_ago)
    known = {"id": kind.value, "kind": kind, "case_id": "case", "state": state, "sent_on": on}
    return Letter(**known | facts)


def fits(case, *letters, **more):
    """All that fits, in order."""
    return fitting(case, letters, WAITS, TODAY, **more)


def worth(case, *letters, **more):
    """The kinds that are worth it, in order."""
    return [each.kind for each in fits(case, *letters, **more) if each.worth]


def reason(case, kind, *letters):
    """Why a kind fits, or why it does not; None where it is not named."""
    return next((each.reason for each in fits(case, *letters) if each.kind is kind), None)


class TestAfterTheirNo:
    """Evidence 18: after a talk expect more than after a sift, and ask in the first week."""

    @pytest.mark.parametrize("stage", [None, Stage.APPLIED, Stage.SCREENED])
    @pytest.mark.parametrize("days", [0, 3, 30])
    def test_straight_after_applying_feedback_is_not_worth_asking(self, stage, days):
        """It is named last, and it says so."""
        found = fits(told(stage=stage, days_ago=days, told_by="portal"))
        assert (found[-1].kind, found[-1].worth) == (Kind.FEEDBACK_REQUEST, False)
        assert found[-1].reason == "feedback_too_early"

    def test_an_automatic_no_needs_no_thanks(self):
        """Nobody is there to be thanked, unless a person told it."""
        early = {"stage": Stage.APPLIED}
        assert Kind.THANKS_AFTER_NO not in worth(told(told_by="portal", **early))
        assert Kind.THANKS_AFTER_NO in worth(told(told_by="phone", **early))
        assert Kind.THANKS_AFTER_NO in worth(told(contact_id="ada", **early))

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (0, "feedback_now"),
            (2, "feedback_now"),
            (3, "feedback_still"),
            (7, "feedback_still"),
            (8, "feedback_late"),
            (14, "feedback_late"),
            (15, "feedback_stale"),
        ],
    )
    def test_a_request_fits_by_its_day(self, days, expected):
        """Best within two days, good for a week, stale after two."""
        assert reason(told(days_ago=days), Kind.FEEDBACK_REQUEST) == expected

    def test_within_a_week_the_request_comes_first(self):
        """A request thanks as well; after a week thanks alone are easier."""
        assert worth(told(days_ago=2))[:2] == [Kind.FEEDBACK_REQUEST, Kind.THANKS_AFTER_NO]
        assert worth(told(days_ago=9))[:2] == [Kind.THANKS_AFTER_NO, Kind.FEEDBACK_REQUEST]

    def test_the_referrer_hears_that_somebody_else_was_chosen(self):
        """Where one is known."""
        [found] = [f for f in fits(told(referrer_id="jo")) if f.kind is Kind.REFERRER_NOTE]
        assert found.variant == "not_chosen"
        assert reason(told(), Kind.REFERRER_NOTE) is None

    def test_what_went_out_is_not_proposed_again(self):
        """Thanks are in the request already."""
        asked = out(Kind.FEEDBACK_REQUEST)
        assert not {Kind.FEEDBACK_REQUEST, Kind.THANKS_AFTER_NO} & set(worth(told(), asked))
        assert Kind.FEEDBACK_REQUEST in worth(told(), out(Kind.THANKS_AFTER_NO))

    def test_a_letter_of_another_case_changes_nothing(self):
        """Each case is its own."""
        other = out(Kind.FEEDBACK_REQUEST, case_id="other")
        assert fits(told(), other) == fits(told())

    def test_after_months_a_fresh_application_fits(self):
        """When their wait may be over."""
        assert Kind.REAPPLY in worth(told(days_ago=120))
        assert Kind.REAPPLY not in worth(told(days_ago=60))


class TestReplies:
    """What came back leads on."""

    def test_feedback_is_thanked_for_first(self):
        """By its record, or by what the reply was."""
        answered = out(Kind.FEEDBACK_REQUEST, state=LetterState.ANSWERED, reply_was="feedback")
        assert worth(told(), answered)[0] is Kind.THANKS_FOR_FEEDBACK
        assert worth(told(), has_feedback=True)[0] is Kind.THANKS_FOR_FEEDBACK

    def test_it_is_thanked_for_once(self):
        """Not again when that letter is out."""
        assert Kind.THANKS_FOR_FEEDBACK not in worth(
            told(), out(Kind.THANKS_FOR_FEEDBACK), has_feedback=True
        )

    def test_a_no_to_going_back_is_closed_warmly(self):
        """S4-15: thanks in the variant for it, once."""
        case = told(Direction.SECOND_THOUGHTS)
        answered = out(Kind.REAPPROACH, state=LetterState.ANSWERED, reply_was="no")
        first = fits(case, answered)[0]
        assert (first.kind, first.variant) == (Kind.THANKS_AFTER_NO, "after_reapproach")
        thanks = out(Kind.THANKS_AFTER_NO, variant="after_reapproach")
        assert Kind.THANKS_AFTER_NO not in worth(case, answered, thanks)

    def test_a_follow_up_on_its_day_comes_first(self):
        """It names the letter that it follows, once."""
        asked = out(Kind.FEEDBACK_REQUEST, days_ago=7)
        first = fits(told(days_ago=8), asked)[0]
        assert (first.kind, first.follows) == (Kind.STATUS_CHECK, asked.id)
        then = out(Kind.STATUS_CHECK, follows_id=asked.id)
        assert Kind.STATUS_CHECK not in worth(told(days_ago=8), asked, then)


class TestAfterMyNo:
    """Evidence 19: promptly, with the door as the person left it."""

    @pytest.mark.parametrize(
        ("door", "first"),
        [
            (Door.CLOSED, Kind.DECLINE),
            (Door.AJAR, Kind.DECLINE_DOOR_OPEN),
            (Door.OPEN, Kind.DECLINE_DOOR_OPEN),
            (Door.UNKNOWN, Kind.DECLINE_DOOR_OPEN),
        ],
    )
    def test_both_ways_to_decline_are_there(self, door, first):
        """The door decides which comes first."""
        found = worth(told(Direction.I_SAID_NO, stage=Stage.OFFER, door=door))
        assert found[0] is first
        assert set(found[:2]) == {Kind.DECLINE, Kind.DECLINE_DOOR_OPEN}

    @pytest.mark.parametrize("told_by", ["email", "letter"])
    def test_what_was_said_in_writing_needs_no_second_letter(self, told_by):
        """A call still gets its written record."""
        written = worth(told(Direction.I_SAID_NO, told_by=told_by))
        assert not {Kind.DECLINE, Kind.DECLINE_DOOR_OPEN} & set(written)
        assert Kind.DECLINE in worth(told(Direction.I_SAID_NO, told_by="phone"))

    def test_one_no_is_enough(self):
        """When one of the two is out, the other is not proposed."""
        found = worth(told(Direction.I_SAID_NO), out(Kind.DECLINE))
        assert not {Kind.DECLINE, Kind.DECLINE_DOOR_OPEN} & set(found)

    def test_the_referrer_hears_the_same_reason(self):
        """In the variant for it."""
        case = told(Direction.I_SAID_NO, referrer_id="jo")
        assert [f.variant for f in fits(case) if f.kind is Kind.REFERRER_NOTE] == ["declined"]

    @pytest.mark.parametrize("direction", [Direction.I_SAID_NO, Direction.WITHDREW])
    def test_a_yes_taken_back_is_a_letter_of_its_own(self, direction):
        """Where the person had accepted."""
        assert worth(told(direction, stage=Stage.ACCEPTED))[0] is Kind.WITHDRAW_ACCEPTANCE

    def test_stepping_out_has_its_variant(self):
        """There was no offer to decline."""
        first = fits(told(Direction.WITHDREW, stage=Stage.TASK))[0]
        assert (first.kind, first.variant) == (Kind.DECLINE, "withdrew")

    def test_a_closed_door_is_left_closed(self):
        """No note to stay in touch is proposed."""
        case = told(Direction.I_SAID_NO, days_ago=20, door=Door.CLOSED)
        assert Kind.STAY_IN_TOUCH not in worth(case)


class TestGoingBack:
    """S4-18: only after second thoughts, and weighed first."""

    @pytest.mark.parametrize("direction", sorted(set(Direction) - {Direction.SECOND_THOUGHTS}))
    def test_only_after_second_thoughts(self, direction):
        """Nobody is led back who did not ask."""
        assert reason(told(direction), Kind.REAPPROACH) is None

    @pytest.mark.parametrize(
        ("days", "expected", "is_worth"),
        [
            (14, "reapproach_soon", True),
            (15, "reapproach_later", True),
            (90, "reapproach_later", True),
            (91, "reapproach_long_ago", False),
        ],
    )
    def test_by_its_day_and_always_weighed_first(self, days, expected, is_worth):
        """The line "weigh it first" stands with it."""
        found = fits(told(Direction.SECOND_THOUGHTS, days_ago=days))
        [back] = [each for each in found if each.kind is Kind.REAPPROACH]
        assert (back.reason, back.worth, back.note) == (expected, is_worth, "weigh_first")

    def test_after_ninety_days_applying_anew_comes_first(self):
        """L9 in its place."""
        assert worth(told(Direction.SECOND_THOUGHTS, days_ago=91))[0] is Kind.REAPPLY


class TestSilence:
    """One question after the usual wait, a week later a request, then rest."""

    @pytest.mark.parametrize(("days", "is_worth"), [(6, False), (7, True)])
    def test_not_before_the_usual_wait(self, days, is_worth):
        """Before it, the day is named and nothing is worth sending."""
        [found] = fits(told(Direction.SILENCE, days_ago=days))
        assert (found.kind, found.worth) == (Kind.STATUS_CHECK, is_worth)
        assert found.on == (None if is_worth else TODAY + timedelta(days=1))

    def test_a_week_after_the_question_a_request_is_fair(self):
        """Only where they had talked."""
        asked = out(Kind.STATUS_CHECK, days_ago=7)
        talked = told(Direction.SILENCE, days_ago=30)
        assert worth(talked, asked) == [Kind.FEEDBACK_REQUEST]
        assert worth(told(Direction.SILENCE, days_ago=30, stage=Stage.APPLIED), asked) == []


class TestAnyCase:
    """Whatever happened, or nothing."""

    def test_without_a_case_some_kinds_always_may_fit(self):
        """The talk of yesterday, an offer in hand, curiosity."""
        assert fitting(None, [], WAITS, TODAY) == ON_ANY_DAY

    @given(
        st.sampled_from(Direction),
        st.integers(0, 400),
        st.none() | st.sampled_from(Stage),
        st.sampled_from(Door),
        st.sampled_from(["", "jo"]),
        st.lists(st.builds(out, st.sampled_from(Kind), st.integers(0, 100)), max_size=3),
    )
    def test_a_kind_is_there_once_and_every_reason_has_its_words(  # noqa: PLR0913, PLR0917 - one for each thing that a case can be
        self, direction, days, stage, door, referrer, letters
    ):
        """Whatever happened: no kind twice, and a date wherever the words ask for one."""
        case = told(direction, days, stage, door=door, referrer_id=referrer)
        found = fits(case, *letters)
        kinds = [each.kind for each in found]
        assert len(kinds) == len(set(kinds))
        for each in found:
            said = letter_times().fits[each.reason]
            asked = slots_in(said.when) | slots_in(said.why)
            assert asked <= ({"date"} if each.on else set())
            assert not each.note or each.note in letter_times().notes

    def test_no_reason_is_left_unused(self):
        """A coach edits no words that nobody sees."""
        used = {each.reason for each in ON_ANY_DAY}
        for direction in Direction:
            for days in (0, 5, 10, 20, 50, 100):
                for stage in (Stage.APPLIED, Stage.FINAL, Stage.ACCEPTED):
                    for door in (Door.OPEN, Door.CLOSED):
                        case = told(direction, days, stage, door=door, referrer_id="jo")
                        for letters in (
                            [],
                            [out(Kind.STATUS_CHECK, 8)],
                            [out(Kind.FEEDBACK_REQUEST, 8)],
                            [
                                out(
                                    Kind.FEEDBACK_REQUEST,
                                    state=LetterState.ANSWERED,
                                    reply_was="feedback",
                                )
                            ],
                            [out(Kind.REAPPROACH, state=LetterState.ANSWERED, reply_was="no")],
                        ):
                            used |= {each.reason for each in fits(case, *letters)}
        assert used == set(letter_times().fits)


class TestSuggestions:
    """A suggestion of Today that means a letter leads to it."""

    @pytest.mark.parametrize("suggestion", sorted(LETTERS))
    @pytest.mark.parametrize("direction", Direction)
    def test_each_leads_to_a_kind(self, suggestion, direction):
        """Whatever happened."""
        kind, variant = kind_for_suggestion(suggestion, told(direction))
        assert kind in Kind
        assert isinstance(variant, str)

    @pytest.mark.parametrize("suggestion", sorted(set(next_words().suggestions) - LETTERS))
    def test_the_others_lead_to_none(self, suggestion):
        """Resting is no letter."""
        assert kind_for_suggestion(suggestion, told()) is None

    @pytest.mark.parametrize(
        ("direction", "variant"),
        [
            (Direction.THEY_SAID_NO, "not_chosen"),
            (Direction.I_SAID_NO, "declined"),
            (Direction.SECOND_THOUGHTS, "declined"),
            (Direction.WITHDREW, "withdrew"),
            (Direction.CANCELLED, "cancelled"),
        ],
    )
    def test_the_referrer_is_told_what_happened(self, direction, variant):
        """Never more than that."""
        found = kind_for_suggestion("thank_referrer", told(direction))
        assert found == (Kind.REFERRER_NOTE, variant)

    def test_a_closed_door_makes_a_plain_decline(self):
        """The door line is left out."""
        closed = told(Direction.I_SAID_NO, door=Door.CLOSED)
        assert kind_for_suggestion("decline_promptly", closed) == (Kind.DECLINE, "")
