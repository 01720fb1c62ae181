"""Thought checks: what shifted, and when to stop (evidence 2)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.slots import fill
from core.thoughts import Shift, is_time_to_stop, thought_shift
from core.worksheets.answers import Answers
from core.worksheets.calculations.thoughts import shifts_of
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheet_in

REAL = Shift(strength=2, feeling="sad")
NONE = Shift(belief=0, strength=0, feeling="sad")
UNTOLD = Shift()
CHECK = worksheet_in("thought_check.toml")
WIDER = worksheet_in("wider_view.toml")
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

    def test_of_calm_more_is_lighter(self):
        """A feeling that is no strain is turned around: from 2 to 9 is a real result."""
        assert thought_shift((None, None), {"calm": 2}, {"calm": 9}) == Shift(None, 7, "calm")
        assert thought_shift((None, None), {"calm": 9}, {"calm": 2}).strength == -7

    def test_what_is_no_strain_stands_back_behind_a_strain(self):
        """Hopeful weighs nothing, however strong it is."""
        shift = thought_shift((None, None), {"hopeful": 9, "sad": 4}, {"hopeful": 9, "sad": 1})
        assert (shift.feeling, shift.strength) == ("sad", 3)

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


def check(before=None, after=None, belief=(None, None)):
    """The answers of a thought check with one feeling and the belief, before and after."""
    raw = {
        "feelings": ["sad"],
        "strength_before.sad": before,
        "strength_after.sad": after,
        "belief_before": belief[0],
        "belief_after": belief[1],
    }
    return {place: value for place, value in raw.items() if value is not None}


def said(worksheet, raw, earlier=()):
    """What the results of a worksheet say: ids and whole sentences, by result."""
    around = Around(date(2026, 3, 12), earlier=tuple(earlier))
    found = results_of(Answers(worksheet, raw), around)
    for each in found:
        for one in each.outcome.says:
            assert fill(each.result.says[one.id], **one.facts)
    return {each.result.id: [one.id for one in each.outcome.says] for each in found}


class TestTheWorksheet:
    """What a thought check says at its end."""

    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (check(8, 5, (9, 6)), ["feeling_less", "belief_less"]),
            (check(8, 8, (9, 9)), ["feeling_same", "belief_same"]),
            (check(8, 10), ["feeling_more"]),
            (check(belief=(3, 5)), ["belief_same"]),
        ],
    )
    def test_what_moved_and_what_did_not(self, raw, says):
        """Only what was told both times."""
        assert said(CHECK, raw) == {"shift": says}

    def test_with_nothing_told_there_is_nothing_to_say(self):
        """Every step can be skipped."""
        assert said(CHECK, {}) == {}
        assert said(CHECK, check(before=8)) == {}

    def test_two_in_a_row_without_a_shift_end_in_stop(self):
        """The earlier ones come newest first."""
        same, fell = check(8, 8), check(8, 4)
        assert "stop" in said(CHECK, same, [same, fell])["shift"]
        assert "stop" not in said(CHECK, same, [fell, same])["shift"]
        assert "stop" not in said(CHECK, fell, [same, same])["shift"]

    @pytest.mark.parametrize(
        ("calm", "says"),
        [((2, 9), "steadier_more"), ((4, 4), "steadier_same"), ((9, 2), "steadier_less")],
    )
    def test_more_calm_is_never_said_to_weigh(self, calm, says):
        """And with it twice in a row, nothing ends in stop."""
        raw = {
            "feelings.steadier": ["calm"],
            "strength_before.calm": calm[0],
            "strength_after.calm": calm[1],
        }
        assert said(CHECK, raw) == {"shift": [says]}
        assert ("stop" in said(CHECK, raw, [raw])["shift"]) is (says != "steadier_more")

    def test_each_feeling_is_drawn_before_and_after(self):
        """One that was not rated again is left out of the picture."""
        raw = {
            **check(8, 5),
            "feelings": ["sad", "angry", "heavy"],
            "strength_before.angry": 3,
            "strength_after.angry": 4,
            "strength_before.heavy": 2,
        }
        [found] = results_of(Answers(CHECK, raw), Around(date(2026, 3, 12)))
        assert found.outcome.rows == (("sad", 8, 5), ("angry", 3, 4))
        assert found.outcome.picture is Picture.GAPS

    def test_shifts_come_in_the_order_of_the_runs(self):
        """One for each run, the unmeasured ones included."""
        shifts = shifts_of(CHECK, [check(8, 5), {}, check(4, 4)])
        assert [each.strength for each in shifts] == [3, None, 0]

    def test_another_worksheet_has_no_shifts(self):
        """Nothing is read into it."""
        assert shifts_of(WIDER, [check(8, 5)]) == ()

    def test_the_traps_are_the_agreed_twelve(self):
        """Offered, at most three, and none is a must."""
        traps = CHECK.fields["traps"]
        assert len(traps.choices) == 12
        assert traps.most == 3


class TestTheWiderView:
    """In a week, a year, five years; mine, to be nudged, not mine."""

    @pytest.mark.parametrize(
        ("near", "far", "says"), [(9, 2, "lighter"), (5, 5, "as_heavy"), (2, 6, "heavier")]
    )
    def test_the_first_and_the_last_time_are_compared(self, near, far, says):
        """Whatever lies between, and whichever were skipped."""
        raw = {"times.now.weight": near, "times.year.weight": 10, "times.five_years.weight": far}
        assert said(WIDER, raw) == {"weights": [says]}

    def test_one_weight_says_nothing(self):
        """There is nothing to compare it with."""
        assert said(WIDER, {"times.now.weight": 9, "times.year.looks": "another job"}) == {}

    def test_circles_count_the_persons_own_lines(self):
        """And what is not theirs may stay where it is."""
        raw = {
            "lines": ["r1", "r2", "r3"],
            "lines.r1.line": "my next letter",
            "lines.r2.line": "whom they chose",
            "circles.r1": "mine",
            "circles.r2": "not_mine",
        }
        assert said(WIDER, raw) == {"circles": ["some_mine", "not_mine"]}
        assert said(WIDER, {**raw, "circles.r1": "influence"})["circles"][0] == "none_mine"

    def test_an_unsorted_list_says_nothing(self):
        """Lines alone are fine."""
        assert said(WIDER, {"lines": ["r1"], "lines.r1.line": "my next letter"}) == {}
