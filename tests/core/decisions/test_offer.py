"""Weighing an offer: totals, turning weights, shaken weights, the pay, and how it was chosen."""

import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from core.decisions import offer
from core.decisions.money import Band, band, golden_rut, money_weight
from core.decisions.offer import (
    Firmness,
    Matrix,
    ahead,
    failing,
    firmness,
    flips,
    pulls,
    robustness,
    seed_of,
    shares,
    shares_of,
    totals,
)
from core.decisions.process import (
    CHECKS,
    Making,
    Quadrant,
    effect_of,
    known_of,
    making_of,
    outcome_of,
    process_of,
    quadrant,
)
from core.decisions.reasons import Aged, aged, growth_score

A, B = "offer", "other"


def matrix(*rows, options=(A, B)):
    """A matrix of rows: weight, then a score for each option; criteria are c0, c1 and so on."""
    names = [f"c{at}" for at, _ in enumerate(rows)]
    weights = {name: row[0] for name, row in zip(names, rows, strict=True)}
    scores = {
        (name, option): score
        for name, row in zip(names, rows, strict=True)
        for option, score in zip(options, row[1:], strict=True)
        if score is not None
    }
    return Matrix(weights, options, scores)


ten = st.integers(0, 10)
matrices = st.lists(st.tuples(ten, ten, ten), min_size=1, max_size=12).map(
    lambda rows: matrix(*rows)
)
TWO = matrix((6, 8, 4), (4, 3, 9))
"""By hand: shares 3/5 and 2/5; the offer 4.8 + 1.2 = 6, the other 2.4 + 3.6 = 6."""

THREE = matrix((5, 9, 3), (3, 4, 6), (2, 2, 8))
"""By hand: 4.5 + 1.2 + 0.4 = 6.1 against 1.5 + 1.8 + 1.6 = 4.9."""


class TestTotals:
    """Weights as shares of one whole, totals of 0-10."""

    def test_by_hand(self):
        """Two worked matrices, one of them a tie to the last digit."""
        assert totals(THREE) == {A: Fraction(61, 10), B: Fraction(49, 10)}
        assert ahead(totals(THREE)) == (A,)
        assert totals(TWO) == {A: 6, B: 6}
        assert ahead(totals(TWO)) == (A, B)

    def test_no_weight_at_all_is_too_early(self):
        """Nothing is made up, and nothing is divided by nought."""
        none = matrix((0, 9, 1), (0, 2, 3))
        assert shares({"a": 0}) == {}
        assert totals(none) == {}
        assert ahead({}) == ()
        assert flips(none) == ()
        assert pulls(none) == {}
        assert robustness(none, "run") is None

    def test_a_missing_score_weighs_nothing(self):
        """The rest is weighed as if the criterion were not there."""
        gap = matrix((5, 9, 3), (5, None, 10), (3, 4, 6), (2, 2, 8))
        assert gap.weighed == ("c0", "c2", "c3")
        assert totals(gap) == totals(THREE)

    @given(matrices, st.integers(2, 9))
    def test_scaling_the_weights_changes_nothing(self, any_matrix, times):
        """Five, three and two are fifty, thirty and twenty."""
        scaled = replace(
            any_matrix, weights={e: weight * times for e, weight in any_matrix.weights.items()}
        )
        assert totals(scaled) == totals(any_matrix)
        assert flips(scaled) == flips(any_matrix)
        assert robustness(scaled, "run") == robustness(any_matrix, "run")

    @given(matrices)
    def test_swapping_the_options_mirrors(self, any_matrix):
        """Neither option has an advantage from where it stands."""
        mirrored = replace(any_matrix, options=(B, A))
        assert totals(mirrored) == totals(any_matrix)
        assert flips(mirrored) == flips(any_matrix)
        assert robustness(mirrored, "run") == robustness(any_matrix, "run")
        assert pulls(mirrored) == {each: -pull for each, pull in pulls(any_matrix).items()}

    @given(matrices)
    def test_a_dominated_option_is_never_ahead_alone(self, any_matrix):
        """Not even when the weights are shaken."""
        scores = {
            (each, option): any_matrix.scores[each, A] - (option == B)
            for each, option in any_matrix.scores
        }
        worse = replace(any_matrix, scores=scores)
        assume(totals(worse))
        assert ahead(totals(worse)) == (A,)
        assert robustness(worse, "run") == 1
        assert flips(worse) == ()

    @given(matrices)
    def test_the_pulls_add_up_to_the_gap(self, any_matrix):
        """What speaks for each side is all there is."""
        sums = totals(any_matrix)
        assume(sums)
        assert sum(pulls(any_matrix).values()) == sums[A] - sums[B]


class TestMustHaves:
    """What an option cannot be without goes first."""

    def test_what_lacks_one_is_left_out_and_named(self):
        """What nobody knows is not lacking."""
        meets = {("c0", A): True, ("c0", B): False, ("c1", B): False}
        assert failing(["c0", "c1"], meets, (A, B)) == {B: ("c0", "c1")}
        assert failing(["c0"], {}, (A, B)) == {}
        assert failing([], meets, (A, B)) == {}

    def test_one_left(self):
        """It is ahead by itself; there is nothing to turn."""
        left = THREE.without({A: ("c0",)})
        assert ahead(totals(left)) == (B,)
        assert flips(left) == ()
        assert robustness(left, "run") == 1

    def test_none_left(self):
        """No total, no leader."""
        left = THREE.without((A, B))
        assert totals(left) == {}
        assert ahead(totals(left)) == ()


class TestTurns:
    """The weight of one criterion at which both are level (evidence 16)."""

    def test_by_hand(self):
        """c0: d = 6, r = (3x-2 + 2x-6)/5 = -18/5, so w* = -3.6/-9.6 = 3/8, with 1/2 now."""
        assert flips(THREE)[0] == ("c0", Fraction(1, 2), Fraction(3, 8))
        by_name = {each.criterion: each.at for each in flips(THREE)}
        # c1: d = -2, r = (5x6 + 2x-6)/7 = 18/7, w* = (18/7)/(32/7) = 9/16
        assert by_name["c1"] == Fraction(9, 16)
        # c2: d = -6, r = (5x6 + 3x-2)/8 = 3, w* = 3/9
        assert by_name["c2"] == Fraction(1, 3)

    @given(matrices)
    def test_at_the_turn_both_are_level(self, any_matrix):
        """The totals counted anew at w* are a tie, to the last digit."""
        by = shares_of(any_matrix)
        for turn in flips(any_matrix):
            assert 0 <= turn.at <= 1
            assert turn.now == by[turn.criterion]
            rest = {e: s / (1 - turn.now) * (1 - turn.at) for e, s in by.items()}
            there = totals(any_matrix, {**rest, turn.criterion: turn.at})
            assert there[A] == there[B]

    @given(matrices)
    def test_past_the_turn_the_other_one_leads(self, any_matrix):
        """As long as there is room on the other side of it."""
        by = shares_of(any_matrix)
        for turn in flips(any_matrix):
            past = turn.at + (turn.at - turn.now) / 1000
            if not 0 <= past <= 1 or turn.at in (0, 1):
                continue
            rest = {e: s / (1 - turn.now) * (1 - past) for e, s in by.items()}
            there = totals(any_matrix, {**rest, turn.criterion: past})
            assert ahead(there) != ahead(totals(any_matrix))

    @given(matrices)
    def test_without_a_turn_no_weight_of_it_turns(self, any_matrix):
        """What is not told as a turn is none, at nothing and at everything."""
        leader = ahead(totals(any_matrix))
        assume(len(leader) == 1)
        by = shares_of(any_matrix)
        told = {each.criterion for each in flips(any_matrix)}
        for each in (name for name in by if name not in told and by[name] != 1):
            for at in (Fraction(0), Fraction(1)):
                rest = {name: s / (1 - by[each]) * (1 - at) for name, s in by.items()}
                assert ahead(totals(any_matrix, {**rest, each: at})) == leader

    def test_nothing_to_turn(self):
        """One criterion alone, equal options, a tie."""
        assert flips(matrix((5, 9, 3))) == ()
        assert flips(matrix((5, 4, 4), (5, 7, 7))) == ()
        assert flips(TWO) == ()

    def test_the_nearest_comes_first(self):
        """What would turn it soonest is told first."""
        distances = [abs(each.at - each.now) for each in flips(THREE)]
        assert distances == sorted(distances)


class TestShaken:
    """In how many of 500 other weightings the same option stays ahead (evidence 16)."""

    def test_it_is_about_what_chance_says(self):
        """Two criteria: the share of the first is Beta(1+20x0.6, 1+20x0.4), and 0.5 is level."""
        two = matrix((6, 8, 4), (4, 4, 8))
        expected = stats.beta(13, 9).sf(0.5)
        assert float(robustness(two, "any run")) == pytest.approx(expected, abs=0.06)

    def test_it_is_the_share_of_the_very_draws(self):
        """Counted one by one over the same generator."""
        drawn = np.random.default_rng(seed_of("run")).dirichlet([11, 7, 5], 500)
        gaps = (9 - 3, 4 - 6, 2 - 8)
        won = sum(sum(w * g for w, g in zip(row, gaps, strict=True)) > 0 for row in drawn)
        assert robustness(THREE, "run") == Fraction(won, 500)

    def test_a_tie_counts_half(self):
        """A draw that tells nobody apart is half won; without a leader nothing is counted."""
        assert offer._share_won((0.5, 0.5), ((0, 0),), "run") == Fraction(1, 2)
        assert offer._share_won((0.5, 0.5), ((3, 3), (0, 0)), "run") == Fraction(1, 2)
        assert robustness(matrix((5, 5, 5), (5, 5, 5)), "run") is None

    def test_a_small_lead_everywhere_is_steady(self):
        """However little it is: no weighting takes it away."""
        assert robustness(matrix((10, 5, 5), (1, 6, 5)), "run") == 1

    def test_the_order_of_criteria_does_not_matter(self):
        """The same things weighed are the same things weighed."""
        turned = Matrix(dict(reversed(THREE.weights.items())), THREE.options, THREE.scores)
        assert robustness(turned, "run") == robustness(THREE, "run")

    def test_it_is_the_same_in_every_process(self):
        """A result that was printed yesterday stands today."""
        code = (
            "from core.decisions.offer import Matrix, robustness\n"
            f"print(robustness(Matrix({dict(THREE.weights)!r}, {THREE.options!r}, "
            f"{dict(THREE.scores)!r}), 'run'))"
        )
        out = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert out.stdout.strip() == str(robustness(THREE, "run"))

    def test_another_run_draws_otherwise(self):
        """Each run has chance of its own."""
        close = matrix((5, 6, 5), (5, 5, 6), (1, 5, 4))
        assert len({robustness(close, f"run {each}") for each in range(5)}) > 1

    def test_twelve_criteria_and_three_options(self):
        """As many as a person may pick; the leader has to beat every other one."""
        rows = [(each % 5 + 1, 5 + each % 3, 4 + each % 4, 3) for each in range(12)]
        many = matrix(*rows, options=(A, B, "third"))
        pair = many.without(("third",))
        assert ahead(totals(many)) == ahead(totals(pair))
        assert 0 <= robustness(many, "run") <= robustness(pair, "run") <= 1

    @pytest.mark.parametrize(
        ("share", "firm"),
        [
            (Fraction(1), Firmness.STEADY),
            (Fraction(400, 500), Firmness.STEADY),
            (Fraction(799, 1000), Firmness.LEANING),
            (Fraction(300, 500), Firmness.LEANING),
            (Fraction(599, 1000), Firmness.CLOSE_CALL),
            (Fraction(0), Firmness.CLOSE_CALL),
        ],
    )
    def test_steady_leaning_close(self, share, firm):
        """At the edges: 80 and 60 of 100 belong above."""
        assert firmness(share) is firm

    @settings(max_examples=40)
    @given(matrices, st.text(max_size=8))
    def test_it_is_a_share_or_nothing(self, any_matrix, seed):
        """Whatever is weighed, and whatever the run is called."""
        found = robustness(any_matrix, seed)
        assert (found is None) is (len(ahead(totals(any_matrix))) != 1)
        assert found is None or 0 <= found <= 1


class TestPay:
    """Need, hope, offer; and whether pay decides (S0-9, S0-10)."""

    @pytest.mark.parametrize(
        ("need", "hope", "offered", "where"),
        [
            (2000, 3000, 1999, Band.BELOW),
            (2000, 3000, 2000, Band.BETWEEN),
            (2000, 3000, 2999, Band.BETWEEN),
            (2000, 3000, 3000, Band.ABOVE),
            (2000, 2000, 2000, Band.ABOVE),
            (0, 0, 0, Band.ABOVE),
            (3000, 2000, 2500, Band.CROSSED),
            (3000, 2000, 2000, Band.CROSSED),
            (3000, 2000, 1999, Band.BELOW),
            (3000, 2000, 3000, Band.ABOVE),
            (2000, None, 1000, Band.BELOW),
            (2000, None, 2000, Band.MEETS_NEED),
            (None, 3000, 2000, Band.UNDER_HOPE),
            (None, 3000, 3000, Band.ABOVE),
            (None, None, 3000, None),
            (2000, 3000, None, None),
        ],
    )
    def test_where_it_stands(self, need, hope, offered, where):
        """Every band at its edges; a number that is missing is never taken for nought."""
        assert band(need, hope, offered) is where

    def test_pay_decides(self):
        """By hand: with pay at 1/2 it is 6 to 5; without it 2 to 8."""
        paid = matrix((5, 10, 2), (5, 2, 8))
        found = money_weight(replace(paid, weights={"c0": 6, "c1": 5}), "c0")
        assert found.as_it_is == (A,)
        assert found.without == (B,)
        assert found.halved == (B,)
        assert found.doubled == (A,)
        assert found.decides
        # d = 8, r = -6: w* = -6 / -14
        assert found.tips_at == Fraction(3, 7)

    def test_pay_does_not_decide(self):
        """The offer leads on everything."""
        found = money_weight(matrix((5, 9, 3), (5, 7, 2)), "c0")
        assert not found.decides
        assert found.tips_at is None

    @pytest.mark.parametrize("weights", [(0, 5), (5, 0)])
    def test_pay_without_weight_or_alone(self, weights):
        """There is nothing to halve or to leave."""
        rows = [(weight, 9, 3) for weight in weights]
        assert money_weight(matrix(*rows), "c0") is None
        assert money_weight(matrix((5, 9, 3)), "c9") is None

    @given(matrices)
    def test_a_pay_that_tips_below_its_weight_decides(self, any_matrix):
        """So does one that tips up to its double weight; what tips beyond that decides nothing."""
        found = money_weight(any_matrix, "c0")
        assume(found is not None and len(found.as_it_is) == 1)
        double = 2 * found.share / (1 + found.share)
        if found.tips_at is None:
            assert found.halved == found.as_it_is == found.doubled
        else:
            assert found.decides is (found.tips_at <= double)

    @pytest.mark.parametrize(
        ("offered", "hope", "goal", "tasks", "flag"),
        [
            (3000, 3000, 4, 4, True),
            (2999, 3000, 4, 4, False),
            (3000, 3000, 5, 4, False),
            (3000, 3000, 4, 5, False),
            (3000, 3000, 0, 0, True),
            (None, 3000, 4, 4, None),
            (3000, None, 4, 4, None),
            (3000, 3000, None, 4, None),
            (3000, 3000, 4, None, None),
        ],
    )
    def test_golden_rut(self, offered, hope, goal, tasks, flag):
        """All three at their edges; nobody is told so on a guess."""
        assert golden_rut(offered, hope, goal, tasks) is flag


def checks(*degrees, **more):
    """Raw answers to the six checks, 0-2 each; None leaves one open."""
    words = {0: "no", 1: "partly", 2: "yes"}
    pairs = zip(CHECKS, degrees, strict=True)
    return {name: words[each] for name, each in pairs if each is not None} | more


class TestProcess:
    """How it was chosen, apart from how it went (evidence 17)."""

    def test_the_score(self):
        """Six checks of 0-2; one that was skipped is no nought."""
        assert process_of(checks(2, 2, 2, 2, 2, 2)) == 12
        assert process_of(checks(0, 0, 0, 0, 0, 0)) == 0
        assert process_of(checks(2, 1, 0, 2, 1, 1)) == 7
        assert process_of(checks(2, 2, 2, 2, 2, None)) is None
        assert process_of({}) is None
        assert process_of({**checks(2, 2, 2, 2, 2, 2), CHECKS[0]: "maybe"}) is None

    def test_what_is_not_told_is_none(self):
        """An outcome of 0 is an answer; none is too early to say."""
        assert outcome_of({}) is None
        assert outcome_of({"turned_out": 0}) == 0
        assert outcome_of({"turned_out": -5}) == -5
        assert effect_of({"effect": 2}) == 2

    def test_what_was_known(self):
        """In the person's own words, without empty rows and rows that were taken out."""
        raw = {"known": ["r2", "r1"], "known.r1.fact": " Pay ", "known.r3.fact": "Gone"}
        assert known_of({**raw, "known.r2.fact": "  "}) == ("Pay",)

    @pytest.mark.parametrize(
        ("process", "outcome", "place"),
        [
            (8, 1, Quadrant.SOUND_GOOD),
            (8, -1, Quadrant.SOUND_BAD_LUCK),
            (6, 1, Quadrant.SHAKY_LUCKY),
            (6, -1, Quadrant.SHAKY_LESSON),
            (12, 5, Quadrant.SOUND_GOOD),
            (0, -5, Quadrant.SHAKY_LESSON),
            (7, 5, Quadrant.BETWEEN),
            (7, 0, Quadrant.BETWEEN),
            (8, 0, Quadrant.EVEN),
            (6, 0, Quadrant.EVEN),
            (8, None, Quadrant.EARLY),
            (7, None, Quadrant.EARLY),
            (None, 3, None),
        ],
    )
    def test_the_square(self, process, outcome, place):
        """8 is sound, 6 is shaky, 7 is neither; 0 is neither luck nor a lesson."""
        assert quadrant(process, outcome) is place

    @pytest.mark.parametrize(
        ("degrees", "state", "made"),
        [
            ((2, 2, 2, 2, 0, 0), "calm", Making.PLANNED),
            ((2, 2, 2, 2, 2, 2), "torn", Making.MIXED),
            ((2, 2, 2, 2, 2, 2), "pressed", Making.MIXED),
            ((1, 1, 1, 1, 1, 1), "stirred", Making.IN_THE_MOMENT),
            ((1, 1, 1, 1, 1, 1), "drained", Making.IN_THE_MOMENT),
            ((1, 1, 1, 1, 1, 1), "calm", Making.MIXED),
            ((2, 2, 1, 1, 1, 0), "pressed", Making.MIXED),
            ((2, 2, 2, 1, 1, 2), None, Making.PLANNED),
            ((1, 1, 1, 1, 1, 0), None, Making.IN_THE_MOMENT),
            ((1, 1, 1, 1, 1, 1), None, Making.MIXED),
            ((2, 2, 2, 2, 2, None), "calm", None),
        ],
    )
    def test_planned_mixed_or_of_the_moment(self, degrees, state, made):
        """S0-6: both the process and the state of that day; the check speaks where that is open."""
        told = {"state": state} if state else {}
        assert making_of(checks(*degrees, **told)) is made


class TestReasons:
    """Reasons age (S0-14)."""

    @pytest.mark.parametrize(
        ("then", "now", "became"),
        [
            (3, 3, Aged.HELD),
            (1, 3, Aged.HELD),
            (3, 2, Aged.FADED),
            (3, 1, Aged.FADED),
            (2, 1, Aged.FADED),
            (1, 0, Aged.FADED),
            (2, 0, Aged.REVERSED),
            (3, 0, Aged.REVERSED),
            (0, 1, Aged.NEW),
            (0, 0, Aged.NEVER),
        ],
    )
    def test_what_became_of_one(self, then, now, became):
        """From the edges of each."""
        assert aged(then, now) is became

    def test_a_reason_that_gets_truer_never_looks_worse(self):
        """For the same day, more truth today is never a step back."""
        order = [Aged.NEVER, Aged.REVERSED, Aged.FADED, Aged.HELD, Aged.NEW]
        for then, now in product(range(4), range(3)):
            assert order.index(aged(then, now)) <= order.index(aged(then, now + 1))

    def test_growth(self):
        """Sideways is neutral, and a skill never takes anything away (S0-5)."""
        assert growth_score("sideways", "") == 5
        assert growth_score("down", "") < 5 < growth_score("up", "")
        assert growth_score("up", "Budgets") == 10
        assert growth_score(None, "Budgets") is None
        assert growth_score("gone", "") is None
