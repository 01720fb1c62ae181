"""Thought checks: what shifted, and when to stop (evidence 2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.thoughts import Shift, is_time_to_stop, thought_shift

REAL = Shift(strength=2, feeling="sad")
NONE = Shift(belief=0, strength=0, feeling="sad")
UNTOLD = Shift()
scores = st.one_of(st.none(), st.integers(0, 10))
felt = st.dictionaries(st.sampled_from("abcd"), scores)


class TestShift:
    """The belief, and the feeling that was strongest."""

    def test_an_example(self):
        """Belief 9 to 6; of sad 8 and angry 5 the first counts, and it fell to 5."""
        shift = thought_shift((9, 6), {"angry": 5, "sad": 8}, {"sad": 5, "angry": 1})
        assert shift == Shift(belief=3, strength=3, feeling="sad")
        assert shift.is_real

    def test_a_feeling_that_rose_is_told_as_it_is(self):
        """Below 0."""
        shift = thought_shift((5, 5), {"sad": 4}, {"sad": 7})
        assert (shift.belief, shift.strength) == (0, -3)
        assert not shift.is_real

    def test_either_of_the_two_is_a_real_result(self):
        """A belief that fell counts, also where the feeling rose."""
        assert thought_shift((6, 5), {"sad": 4}, {"sad": 6}).is_real

    def test_of_equal_feelings_one_that_was_rated_again_counts(self):
        """The first of them."""
        shift = thought_shift((None, None), {"sad": 7, "angry": 7, "torn": 7}, {"torn": 2, "x": 0})
        assert (shift.feeling, shift.strength) == ("torn", 5)

    def test_a_weaker_feeling_never_stands_in(self):
        """The strongest was not rated again: its shift is not known."""
        shift = thought_shift((None, None), {"sad": 9, "angry": 3}, {"angry": 0})
        assert (shift.feeling, shift.strength, shift.is_measured) == ("sad", None, False)

    @pytest.mark.parametrize("belief", [(None, None), (5, None), (None, 5)])
    def test_what_was_skipped_is_not_known(self, belief):
        """Never taken for 0."""
        assert thought_shift(belief, {}, {}) == UNTOLD
        assert thought_shift(belief, {"sad": None}, {"sad": 3}) == UNTOLD

    @given(st.tuples(scores, scores), felt, felt)
    def test_a_shift_is_never_more_than_the_scale(self, belief, before, after):
        """And the feeling is one of the strongest."""
        shift = thought_shift(belief, before, after)
        assert -10 <= (shift.belief or 0) <= 10
        assert -10 <= (shift.strength or 0) <= 10
        if shift.feeling:
            assert before[shift.feeling] == max(each or 0 for each in before.values())
        assert shift.is_measured or not shift.is_real


class TestStop:
    """No shift twice in a row: something kind or active instead."""

    @pytest.mark.parametrize(
        ("shifts", "stop"),
        [
            ([], False),
            ([NONE], False),
            ([NONE, NONE], True),
            ([NONE, REAL], False),
            ([NONE, REAL, NONE], False),
            ([REAL, NONE, NONE], True),
            ([NONE, NONE, REAL], False),
            ([NONE, UNTOLD, NONE], True),
            ([NONE, UNTOLD], False),
            ([UNTOLD, UNTOLD], False),
            ([Shift(strength=-2), Shift(belief=0)], True),
        ],
    )
    def test_after_two_without_a_shift(self, shifts, stop):
        """One that was left unrated says nothing either way."""
        assert is_time_to_stop(shifts) is stop

    @given(st.lists(st.sampled_from([REAL, NONE, UNTOLD])))
    def test_a_real_shift_always_opens_it_again(self, shifts):
        """Whatever came before."""
        assert not is_time_to_stop([*shifts, REAL])
