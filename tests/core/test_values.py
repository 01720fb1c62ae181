"""Values: their order, the gaps, what choices show, and how goals and roles serve them."""

from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import pairwise, product
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.content.loader import case_words, value_words
from core.records import LINE_LENGTH
from core.value_matches import (
    Alignment,
    Closer,
    Evidence,
    Fit,
    alignment,
    closer,
    role_fit,
    weights,
)
from core.values import (
    Rated,
    Value,
    choices,
    in_order,
    moved,
    rated,
    same_value,
    widest_gaps,
    with_room,
)

TODAY = date(2026, 3, 12)
FIVE = ("freedom", "fair_pay", "learning", "health", "respect")
scores = st.none() | st.integers(0, 10)
every_rated = st.lists(st.tuples(scores, scores), max_size=9).map(
    lambda pairs: [Rated(f"v{place}", place, *pair) for place, pair in enumerate(pairs, 1)]
)
ranks = st.lists(st.none() | st.integers(1, 6), max_size=8).map(
    lambda every: [Value(id=f"v{at}", name=f"V{at}", rank=rank) for at, rank in enumerate(every)]
)


class TestCards:
    """36 cards in words of our own, each with all that it takes to test the value."""

    def test_there_are_36_and_names_are_short(self):
        """Three words at most, no name twice."""
        names = [card.name for card in value_words().cards.values()]
        assert len(set(names)) == 36
        assert all(len(name.split()) <= 3 for name in names)

    def test_each_card_says_its_own(self):
        """No line of one card stands on another, and each question is one."""
        cards = value_words().cards.values()
        for part in ("means", "ask", "sign", "live"):
            assert len({getattr(card, part) for card in cards}) == 36
        assert all(card.live.endswith(".") and card.means.endswith(".") for card in cards)
        assert all(card.ask.endswith(("?", ".")) for card in cards)

    def test_each_line_fits_into_a_step(self):
        """A small way can be put on the list as it is."""
        assert all(len(card.live) <= LINE_LENGTH for card in value_words().cards.values())

    def test_the_card_sort_is_credited(self):
        """Public domain, and named all the same."""
        assert "Miller" in value_words().credit
        assert "public domain" in value_words().credit

    def test_reasons_point_to_cards(self):
        """S0-34: a reason says what matters by cards that there are."""
        for reason in case_words().reasons.values():
            assert set(reason.values) <= set(value_words().cards)

    def test_a_value_of_ones_own_has_a_question_too(self):
        """No value stands there with nothing to ask."""
        assert value_words().about("").ask == value_words().own.ask
        assert value_words().about("gone").sign == value_words().own.sign


class TestLine:
    """A north star line is begun from the first values."""

    @pytest.mark.parametrize(
        ("names", "line"),
        [
            ([], ""),
            (["Freedom"], "A role with freedom, before all else"),
            (["Freedom", "Fair pay"], "A role with freedom and fair pay"),
            (["Freedom", "Fair pay", "A say"], "A role with freedom, fair pay and a say"),
            (["Freedom", "Fair pay", "A say", "Health"], "A role with freedom, fair pay and a say"),
            (["{second} Lisbon"], "A role with {second} Lisbon, before all else"),
        ],
    )
    def test_of_up_to_three(self, names, line):
        """Cards begin small inside the line; own words stay as typed, braces too."""
        assert value_words().line_from(names) == line


class TestOrder:
    """The person's order, whatever stands in the file."""

    @given(ranks)
    def test_ranks_rise_and_those_without_come_last(self, values):
        """No value is lost."""
        placed = in_order(values)
        assert sorted(each.id for each in placed) == sorted(each.id for each in values)
        keys = [each.rank or 99 for each in placed]
        assert keys == sorted(keys)

    def test_of_two_with_one_rank_the_newer_rating_is_first(self):
        """A new worksheet counts before an old one."""
        old = Value(id="old", name="Old", rank=1, rated_on=date(2026, 1, 1))
        new = Value(id="new", name="New", rank=1, rated_on=TODAY)
        never = Value(id="never", name="Never", rank=1)
        assert [each.id for each in in_order([never, old, new])] == ["new", "old", "never"]

    def test_values_without_a_rank_keep_the_order_in_which_they_came(self):
        """First come, first named."""
        one = Value(id="1", name="One", created_at=datetime(2026, 1, 1, tzinfo=UTC))
        two = Value(id="2", name="Two", created_at=datetime(2026, 1, 2, tzinfo=UTC))
        assert in_order([two, one]) == (one, two)

    @given(ranks, st.integers(0, 7), st.sampled_from([-1, 1]))
    def test_a_move_is_one_step_and_counts_from_one(self, values, at, by):
        """All others keep their order, and no two ranks are alike."""
        before = [each.id for each in in_order(values)]
        if at >= len(before):
            return
        changed = {each.id: each for each in moved(values, before[at], by)}
        after = in_order([changed.get(each.id, each) for each in values])
        expected = before.copy()
        to = min(max(at + by, 0), len(before) - 1)
        expected[at], expected[to] = expected[to], expected[at]
        assert [each.id for each in after] == expected
        told = [each.rank for each in after if each.rank]
        assert told == list(range(1, len(told) + 1))

    def test_nothing_changes_at_the_ends(self):
        """The first cannot go higher."""
        values = [Value(id="a", name="A", rank=1), Value(id="b", name="B", rank=2)]
        assert moved(values, "a", -1) == ()
        assert moved(values, "b", 1) == ()

    def test_what_is_not_there_moves_nothing(self):
        """Deleted in another window."""
        assert moved([Value(id="a", name="A", rank=1)], "b", 1) == ()

    def test_what_has_no_place_stays_without_when_another_moves(self):
        """A value of an earlier worksheet is not ranked by the way."""
        ranks_of = {"a": 1, "b": 2, "c": None}
        values = [Value(id=name, name=name, rank=rank) for name, rank in ranks_of.items()]
        assert [(each.id, each.rank) for each in moved(values, "b", -1)] == [("b", 1), ("a", 2)]

    def test_the_same_value_is_known_again(self):
        """By its card, or by the person's own words in any case."""
        card = Value(name="Freedom", card="freedom")
        own = Value(name="Work with my hands")
        assert same_value([card, own], "freedom", "Liberty") is card
        assert same_value([card, own], "", " work with my HANDS ") is own
        assert same_value([card, own], "", "") is None
        assert same_value([card, own], "health", "Freedom") is None


class TestGaps:
    """Importance minus lived, the three widest, and no total (evidence 14)."""

    def test_an_example(self):
        """Two alike go by importance, then by place; no gap and no rating are not named."""
        every = [
            Rated("a", 1, 8, 8),
            Rated("b", 2, 7, 3),
            Rated("c", 3, 9, 5),
            Rated("d", 4, 10, 1),
            Rated("e", 5, 9, 5),
            Rated("f", 6, 9),
        ]
        assert [each.name for each in widest_gaps(every)] == ["d", "c", "e"]

    @given(every_rated, st.randoms())
    def test_the_order_in_which_they_are_told_does_not_matter(self, every, random):
        """The same three come out."""
        shuffled = random.sample(every, len(every))
        assert widest_gaps(shuffled) == widest_gaps(every)
        assert with_room(shuffled) == with_room(every)

    @given(every_rated)
    def test_they_are_the_widest_and_all_above_zero(self, every):
        """Nobody is told of a gap that is none, and no wider one is left out."""
        named = widest_gaps(every)
        sizes = [each.gap for each in named]
        assert len(named) <= 3
        assert all(size > 0 for size in sizes)
        assert all(wide >= narrow for wide, narrow in pairwise(sizes))
        left = [each.gap for each in every if each not in named and each.gap is not None]
        if len(named) == 3:
            assert max(left, default=-10) <= min(sizes)
        else:
            assert all(size <= 0 for size in left)

    @given(every_rated)
    def test_no_value_is_both_lived_too_little_and_too_much(self, every):
        """And one without both numbers is neither."""
        over = with_room(every)
        assert not set(over) & set(widest_gaps(every, 99))
        assert all(each.lived > each.importance for each in over)

    @pytest.mark.parametrize("every", [[], [Rated("a", 1)], [Rated("a", 1, 10), Rated("b", 2)]])
    def test_nothing_rated_says_nothing(self, every):
        """Empty, all skipped, half answered."""
        assert widest_gaps(every) == ()
        assert with_room(every) == ()

    def test_the_ends_of_the_scale(self):
        """Ten wide, either way."""
        assert Rated("a", 1, 10, 0).gap == 10
        assert Rated("a", 1, 0, 10).gap == -10

    def test_records_are_rated_in_their_order(self):
        """The place is the order, and not the number in the file."""
        values = [Value(name="B", rank=7, importance=3), Value(name="A", rank=2, lived=0)]
        assert rated(values) == (Rated("A", 1, None, 0), Rated("B", 2, 3, None))


def a_case(direction=Direction.I_SAID_NO, **told):
    """A case with reasons or pulls."""
    return Case(direction=direction, happened_on=TODAY, **told)


MEANS = {
    "pay": ("fair_pay", "security"),
    "culture": ("freedom", "openness"),
    "hours": ("balance", "health"),
    "timing": (),
}


class TestChoices:
    """S0-34: values that choices show, beside those that were named."""

    def test_an_example(self):
        """Each case counts once for a value; what shows most often comes first."""
        cases = [
            a_case(reasons_true=("culture", "hours")),
            a_case(reasons_true=("culture",), pulls=("culture", "pay")),
            a_case(reasons_true=("timing",)),
            a_case(),
        ]
        found = choices(cases, ["health", "learning", "freedom"], MEANS)
        assert found.both == ("health", "freedom")
        assert found.only_named == ("learning",)
        assert found.only_shown == ("openness", "fair_pay", "security", "balance")
        assert found.counts["freedom"] == 2
        assert found.cases == 2

    def test_what_was_only_said_counts_where_nothing_else_is_known(self):
        """A kind reason does not outweigh the true one."""
        kind = a_case(reasons_given=("pay",), reasons_true=("culture",))
        only = a_case(reasons_given=("pay",))
        assert set(choices([kind], [], MEANS).counts) == {"freedom", "openness"}
        assert set(choices([only], [], MEANS).counts) == {"fair_pay", "security"}

    def test_without_cases_nothing_is_shown(self):
        """And nothing that was named is called missing by a single case."""
        found = choices([], ["freedom"], MEANS)
        assert (found.cases, found.only_shown, found.both) == (0, (), ())

    def test_a_reason_that_is_no_longer_known_is_left_out(self):
        """An old file keeps its ids."""
        assert choices([a_case(reasons_true=("gone",))], [], MEANS).cases == 0

    @given(
        st.lists(st.frozensets(st.sampled_from(sorted(MEANS)))),
        st.lists(st.sampled_from(["freedom", "health", "learning"]), unique=True),
        st.randoms(),
    )
    def test_each_value_stands_in_one_place_whatever_the_order(self, reasons, named, random):
        """Named or not, shown or not."""
        cases = [a_case(reasons_true=tuple(sorted(each))) for each in reasons]
        found = choices(cases, named, MEANS)
        assert choices(random.sample(cases, len(cases)), named, MEANS) == found
        assert sorted(found.both + found.only_named) == sorted(named)
        assert not set(found.only_shown) & set(named)
        assert set(found.counts) == {*found.both, *found.only_shown}


grids = st.dictionaries(st.sampled_from(list(product(("g1", "g2", "g3"), FIVE))), st.integers(0, 3))
GOALS = ("g1", "g2", "g3")


class TestAlignment:
    """S1-10: goals against values, and the biggest mismatch."""

    def test_the_first_value_that_no_goal_serves_is_the_biggest_mismatch(self):
        """Even where a later one is served no better."""
        match = dict.fromkeys(product(("g1",), FIVE), 0)
        found = alignment(match, ["g1"], FIVE)
        assert (found.missed, found.best, found.idle) == ("freedom", 0, ("g1",))

    def test_a_value_far_up_that_is_served_a_little_outweighs_the_last_that_is_not(self):
        """Weight 5 times 2 missing is more than weight 1 times 3."""
        match = dict(zip(product(("g1",), FIVE), (1, 3, 2, 3, 0), strict=True))
        found = alignment(match, ["g1"], FIVE)
        assert (found.missed, found.best) == ("freedom", 1)
        assert found.served == ("fair_pay", "learning", "health")

    def test_of_two_that_weigh_the_same_the_higher_counts(self):
        """3 times 2 missing and 2 times 3 missing are both six."""
        match = dict(zip(product(("g1",), FIVE), (3, 3, 1, 0, 3), strict=True))
        assert alignment(match, ["g1"], FIVE).missed == "learning"

    def test_all_in_line(self):
        """Nothing is missed where each value has a goal."""
        match = dict.fromkeys(product(GOALS, FIVE), 3)
        assert alignment(match, GOALS, FIVE) == Alignment(served=FIVE)

    def test_a_pair_without_an_answer_is_not_judged(self):
        """The open goal may serve it, and a goal not held against all is not called idle."""
        match = {("g1", each): 0 for each in FIVE} | {("g2", each): 0 for each in FIVE[1:]}
        found = alignment(match, ["g1", "g2"], FIVE)
        assert found.missed == "fair_pay"
        assert found.idle == ("g1",)
        assert found.unanswered == 1

    @pytest.mark.parametrize(("goals", "values"), [((), ()), ((), FIVE), (GOALS, ())])
    def test_nothing_answered_says_nothing(self, goals, values):
        """No goals, no values, or neither."""
        found = alignment({}, goals, values)
        assert (found.served, found.missed, found.idle) == ((), "", ())

    @given(grids)
    def test_what_is_missed_is_never_served(self, match):
        """And every value that some goal serves is named as served."""
        found = alignment(match, GOALS, FIVE)
        for value in FIVE:
            best = max((score for (_, name), score in match.items() if name == value), default=0)
            assert (value in found.served) is (best >= 2)
        assert found.missed not in found.served
        assert found.unanswered == 15 - len(match)

    @given(grids, st.permutations(GOALS))
    def test_the_order_of_the_goals_does_not_matter(self, match, goals):
        """Only that of the values does."""
        one, other = alignment(match, GOALS, FIVE), alignment(match, goals, FIVE)
        assert (one.served, one.missed, one.best) == (other.served, other.missed, other.best)
        assert sorted(one.idle) == sorted(other.idle)


told = st.lists(
    st.tuples(st.none() | st.integers(0, 3), st.booleans()), min_size=1, max_size=5
).map(lambda every: [Evidence(FIVE[at], *each) for at, each in enumerate(every)])


def spread_out(every):
    """The mean over a list in which each match stands as often as its value weighs."""
    last = len(every)
    return mean(
        Fraction(each.match)
        for at, each in enumerate(every)
        if each.match is not None
        for _ in range(last - at)
    )


class TestFit:
    """How far a role fits, with the count of evidence."""

    def test_an_example(self):
        """The first of three weighs 3: (3x3 + 2x1) of 5."""
        every = [Evidence("a", 3, seen=True), Evidence("b", 1), Evidence("c", seen=True)]
        assert role_fit(every) == Fit(Fraction(11, 5), seen=2, of=3, blind=("b",))

    @given(told)
    def test_it_is_the_mean_that_counts_the_first_most(self, every):
        """Held against a mean over a list written out."""
        fit = role_fit(every)
        known = any(each.seen for each in every) and any(each.match is not None for each in every)
        assert fit.degree == (spread_out(every) if known else None)

    @given(told)
    def test_it_stays_between_its_matches(self, every):
        """And the evidence adds up."""
        fit = role_fit(every)
        matches = [each.match for each in every if each.match is not None]
        assert fit.degree is None or min(matches) <= fit.degree <= max(matches)
        assert fit.seen + len(fit.blind) == fit.of == len(every)

    def test_numbers_without_evidence_are_too_early(self):
        """A guess is not told as a finding."""
        assert role_fit([Evidence("a", 3), Evidence("b", 3)]).degree is None

    def test_evidence_without_a_number_is_too_early(self):
        """And so is nothing at all."""
        assert role_fit([Evidence("a", seen=True)]).degree is None
        assert role_fit([]) == Fit(None, 0, 0)

    def test_of_five_the_first_weighs_five(self):
        """And the last one."""
        assert list(weights(FIVE).values()) == [5, 4, 3, 2, 1]


class TestCloser:
    """Two roles are compared where both are known well enough."""

    @pytest.mark.parametrize(
        ("first", "second", "which"),
        [
            (Fit(Fraction(2), 3, 5), Fit(Fraction(1), 5, 5), Closer.FIRST),
            (Fit(Fraction(1), 3, 5), Fit(Fraction(3, 2), 3, 5), Closer.SECOND),
            (Fit(Fraction(2), 5, 5), Fit(Fraction(2), 5, 5), Closer.ALIKE),
            (Fit(Fraction(2), 5, 5), Fit(Fraction(8, 5), 5, 5), Closer.ALIKE),
            (Fit(Fraction(3), 2, 5), Fit(Fraction(0), 5, 5), Closer.EARLY),
            (Fit(Fraction(3), 2, 4), Fit(Fraction(0), 4, 4), Closer.EARLY),
            (Fit(None, 0, 5), Fit(Fraction(3), 5, 5), Closer.EARLY),
        ],
    )
    def test_examples(self, first, second, which):
        """More than half of the values need evidence; half a degree apart is a difference."""
        assert closer(first, second) is which

    @given(told, told)
    def test_which_stands_first_does_not_matter(self, one, other):
        """Turned round, the answer is turned round."""
        turned = {Closer.FIRST: Closer.SECOND, Closer.SECOND: Closer.FIRST}
        there = closer(role_fit(one), role_fit(other))
        back = closer(role_fit(other), role_fit(one))
        assert back is turned.get(there, there)
