"""Feedback: counted honestly, sorted by the person, and never a verdict."""

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from core.feedback import Asked, Feedback, asked_so_far, newest_first, way_on
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState


def request(state, kind=Kind.FEEDBACK_REQUEST, **facts):
    """A letter that asked for feedback."""
    return Letter(kind=kind, state=state, sent_on=date(2026, 3, 1), **facts)


class TestCounts:
    """What was asked and answered so far, in counts."""

    def test_asked_answered_silent_and_waiting(self):
        """Only requests that went out count."""
        letters = [
            *(request(each, id=each.value) for each in LetterState),
            request(LetterState.SENT, Kind.THANKS_AFTER_NO, id="thanks"),
        ]
        found = asked_so_far(letters)
        assert (found.asked, found.answered, found.silent, found.waiting) == (3, 1, 1, 1)

    def test_a_reply_to_the_follow_up_answers_the_request(self):
        """One question, one answer."""
        asked = request(LetterState.NO_REPLY, id="asked")
        then = request(LetterState.ANSWERED, Kind.STATUS_CHECK, id="then", follows_id="asked")
        assert asked_so_far([asked, then]) == Asked(1, 1, 0)

    def test_nothing_asked_is_nothing(self):
        """No letters, no counts."""
        assert asked_so_far([]) == Asked(0, 0, 0)


class TestSorting:
    """Does it fit the evidence, and is it in my control: catalogue S1-7."""

    @pytest.mark.parametrize(
        ("fits", "control", "expected"),
        [
            (None, None, "open"),
            (None, True, "open"),
            (0, None, "park"),
            (1, True, "park"),
            (2, None, "open"),
            (2, True, "act"),
            (3, True, "act"),
            (2, False, "know"),
            (3, False, "know"),
        ],
    )
    def test_two_answers_point_somewhere(self, fits, control, expected):
        """Act, know, park, or still open; the person decides."""
        assert way_on(fits, in_my_control=control) == expected

    @pytest.mark.parametrize(
        ("facts", "is_sorted"),
        [
            ({}, False),
            ({"parked": True}, True),
            ({"will_do": "Practise"}, True),
            ({"fits": 3}, False),
        ],
    )
    def test_it_is_sorted_when_something_becomes_of_it(self, facts, is_sorted):
        """Parked or to be acted on."""
        assert Feedback(**facts).is_sorted is is_sorted

    @pytest.mark.parametrize("fits", [-1, 4])
    def test_the_scale_has_four_steps(self, fits):
        """0 to 3, nothing else."""
        with pytest.raises(ValidationError):
            Feedback(fits=fits)

    def test_every_word_of_it_is_the_persons(self):
        """What stands in it is looked at like any text."""
        words = Feedback(quote="q", source="s", will_do="w").own_words
        assert set(words) == {"q", "s", "w"}


class TestOrder:
    """The latest first."""

    def test_by_the_day_it_was_heard(self):
        """What has no day comes last."""
        early = Feedback(id="1", heard_on=date(2026, 3, 1))
        late = Feedback(id="2", heard_on=date(2026, 3, 2))
        undated = Feedback(id="3", created_at=datetime(2026, 4, 1, tzinfo=UTC))
        assert newest_first([undated, early, late]) == (late, early, undated)
