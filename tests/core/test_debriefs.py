"""Looking back: two good things first, and never only one explanation."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.cases import Stage
from core.content.debrief import debrief_words
from core.content.slots import fill
from core.debriefs import (
    About,
    Debrief,
    Reading,
    change_opens,
    reading,
    shares_by_sort,
    sorts_of,
    tenths,
)

TODAY = date(2026, 3, 12)
USUAL = {id_: each.about for id_, each in debrief_words().explanations.items()}
likelihoods = st.dictionaries(st.sampled_from(sorted(USUAL)), st.integers(0, 10))


class TestTwoGoodThingsFirst:
    """S2-23: what went well comes before what to change."""

    @pytest.mark.parametrize(
        ("went_well", "opens"),
        [([], False), (["one"], False), (["one", "  "], False), (["one", "two"], True)],
    )
    def test_after_two_it_is_time_for_change(self, went_well, opens):
        """Blank lines are none."""
        assert change_opens(went_well) is opens

    def test_it_can_be_skipped(self):
        """Nobody is made to find two."""
        assert change_opens([], skipped=True)


class TestShares:
    """The person's own likelihoods, as parts of ten."""

    @given(likelihoods)
    def test_the_parts_add_up_to_ten_or_there_are_none(self, numbers):
        """Whatever was set."""
        shares = tenths(numbers)
        assert sum(shares.values()) == (10 if any(numbers.values()) else 0)
        assert all(share >= 0 for share in shares.values())

    @given(likelihoods)
    def test_a_likelier_explanation_never_has_the_smaller_part(self, numbers):
        """The order of the person's numbers holds."""
        shares = tenths(numbers)
        ranked = sorted(shares, key=lambda id_: (numbers[id_], shares[id_]))
        assert [shares[id_] for id_ in ranked] == sorted(shares[id_] for id_ in ranked)

    def test_an_example(self):
        """8, 4 and 4 are five, three and two parts: the remainder goes to the first named."""
        assert tenths({"fit": 8, "luck": 4, "skill": 4}) == {"fit": 5, "luck": 3, "skill": 2}

    @given(likelihoods)
    def test_sorted_by_what_they_are_about(self, numbers):
        """About me, the match and luck are always all there."""
        shares = shares_by_sort(numbers, USUAL)
        assert list(shares) == list(About)
        assert sum(shares.values()) == (10 if any(numbers.values()) else 0)

    def test_what_is_left_over_never_goes_to_me_first(self):
        """Two equal numbers that do not divide: the part left over is not put on the person."""
        shares = shares_by_sort({"skill": 5, "fit": 10, "luck": 5}, USUAL)
        assert shares == {About.ME: 2, About.MATCH: 5, About.LUCK: 3}

    def test_the_persons_own_sorting_wins(self):
        """They know what a thing was about."""
        mine = Debrief(happened_on=TODAY, sorted_as={"fit": "me"})
        assert sorts_of(mine.sorted_as, USUAL)["fit"] is About.ME
        assert shares_by_sort({"fit": 5}, sorts_of(mine.sorted_as, USUAL))[About.ME] == 10

    def test_what_this_version_does_not_know_is_left_out(self):
        """An explanation of another version spoils no sum."""
        assert shares_by_sort({"weather": 9, "fit": 1}, USUAL)[About.MATCH] == 10


class TestReading:
    """S2-21: not only me."""

    @pytest.mark.parametrize(
        ("numbers", "expected"),
        [
            ({}, Reading.EARLY),
            ({"skill": 10}, Reading.EARLY),
            ({"skill": 10, "fit": 0}, Reading.EARLY),
            ({"skill": 9, "fit": 3}, Reading.MOSTLY_ME),
            ({"skill": 5, "fit": 5}, Reading.SHARED),
            ({"skill": 2, "fit": 5, "luck": 3}, Reading.MOSTLY_ELSEWHERE),
        ],
    )
    def test_one_sentence(self, numbers, expected):
        """From two explanations on."""
        assert reading(numbers, shares_by_sort(numbers, USUAL)) is expected

    @pytest.mark.parametrize("found", Reading)
    def test_each_has_its_words(self, found):
        """With the parts in it, where there are any."""
        assert fill(debrief_words().readings[found], mine=1, match=4, luck=5)


class TestTheRecord:
    """What a look back holds."""

    def test_every_line_is_looked_at(self):
        """Those in lists too."""
        told = Debrief(
            happened_on=TODAY,
            went_well=("one", "two"),
            change=("three",),
            learning="four",
            tell_personal="five",
            tell_work="six",
        )
        assert set(told.own_words) == {"one", "two", "three", "four", "five", "six"}

    def test_likelihoods_run_from_nothing_to_ten(self):
        """Nothing beyond."""
        with pytest.raises(ValidationError):
            Debrief(happened_on=TODAY, explanations={"fit": 11})

    def test_it_is_kept_and_found_again(self, workspace):
        """As every record is."""
        kept = workspace.debriefs.add(
            Debrief(
                happened_on=TODAY,
                case_id="case",
                stage=Stage.TASK,
                explanations={"fit": 3},
                sorted_as={"fit": About.LUCK},
            )
        )
        assert workspace.debriefs.get(kept.id) == kept
        assert workspace.delete(kept) == (kept,)


class TestWords:
    """The words agree with the code."""

    def test_the_explanations_are_the_agreed_ones(self):
        """Fit, timing, an inside hire, budget, luck, skill, and others."""
        assert set(USUAL) == {
            *("fit", "timing", "internal_hire", "budget", "luck", "skill", "others")
        }

    def test_every_sort_has_an_explanation(self):
        """Each of the three can be filled."""
        assert set(USUAL.values()) == set(About)
        assert set(debrief_words().about) == set(About)

    def test_every_stage_has_ideas_of_what_went_well(self):
        """And there are some for no stage at all."""
        assert set(debrief_words().starters) == {*(each.value for each in Stage), "any"}
