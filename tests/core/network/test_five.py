"""Five of those who are known: the mix, the ways it falls back, and days for each."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.network.five import FIVE, MIX, Ask, Candidate, Lacks, lacks, pick_five, tie_by
from core.network.pace import LATEST, last_day, spread
from core.network.suggested import Tie

CIRCLES = ["", "work", "study", "family"]
ties = st.lists(
    st.tuples(st.sampled_from(Tie), st.sampled_from(CIRCLES), st.frozensets(st.sampled_from(Ask))),
    max_size=12,
)
days = st.dates(max_value=LATEST)


def candidates(told):
    """Candidates with keys of their own, in the order of the list."""
    return [Candidate(f"r{place}", *each) for place, each in enumerate(told)]


def keys(picked):
    """The keys of those who are suggested."""
    return [each.candidate.key for each in picked]


class TestThePick:
    """Whatever the list."""

    @given(ties)
    def test_never_more_than_five_and_nobody_twice(self, told):
        """As many as there are, up to five."""
        every = candidates(told)
        chosen = keys(pick_five(every))
        assert len(chosen) == len(set(chosen)) == min(FIVE, len(every))
        assert set(chosen) <= {each.key for each in every}

    @given(ties)
    def test_the_mix_as_far_as_there_is_one(self, told):
        """Of each tie at least as many as the mix wants, or all there are."""
        every = candidates(told)
        chosen = [each.candidate.tie for each in pick_five(every)]
        there = [each.tie for each in every]
        for tie, wanted in MIX.items():
            assert chosen.count(tie) >= min(wanted, there.count(tie))

    @given(ties)
    def test_who_stands_in_is_beyond_the_mix(self, told):
        """Nobody stands in while the mix can be had."""
        every = candidates(told)
        stand_ins = [each for each in pick_five(every) if each.stands_in]
        full = all(sum(e.tie is tie for e in every) >= wanted for tie, wanted in MIX.items())
        assert not (full and stand_ins)

    @given(ties)
    def test_the_same_list_gives_the_same_five(self, told):
        """And who is not picked changes nothing by leaving."""
        every = candidates(told)
        first = pick_five(every)
        assert pick_five(every) == first
        left = [each for each in every if each.key in keys(first)]
        assert keys(pick_five(left)) == keys(first)

    def test_among_equals_another_circle_comes_first_then_the_list(self):
        """So that five are not all from one place."""
        told = [(Tie.WEAK, circle, frozenset()) for circle in ("work", "work", "study", "")]
        assert keys(pick_five(candidates(told)))[:3] == ["r0", "r2", "r1"]

    def test_who_could_do_most_comes_before_a_new_circle(self):
        """A reason beats a spread."""
        able = frozenset({Ask.INTRODUCE})
        told = [(Tie.CLOSE, "work", frozenset()), (Tie.CLOSE, "study", able)]
        told += [(Tie.WEAK, "family", frozenset())] * 3 + [(Tie.DORMANT, "", frozenset())]
        assert keys(pick_five(candidates(told)))[0] == "r1"

    @given(ties, st.lists(st.booleans(), min_size=12, max_size=12))
    def test_whoever_just_heard_gives_way(self, told, lately):
        """They are among the five only where nobody else is left, and their tie keeps no place."""
        every = [
            replace(each, lately=just) for each, just in zip(candidates(told), lately, strict=False)
        ]
        picked = [each.candidate for each in pick_five(every)]
        waiting = [each for each in every if not each.lately]
        assert len(picked) == min(FIVE, len(every))
        assert sum(not each.lately for each in picked) == min(FIVE, len(waiting))

    @pytest.mark.parametrize(
        ("told", "says"),
        [
            ([], [Lacks.FEW]),
            ([Tie.CLOSE] * 4, [Lacks.FEW]),
            ([Tie.CLOSE] * 5, [Lacks.NO_WEAK, Lacks.NO_DORMANT]),
            ([Tie.WEAK] * 5, [Lacks.NO_CLOSE, Lacks.NO_DORMANT]),
            ([Tie.DORMANT] * 4 + [Tie.WEAK], [Lacks.NO_CLOSE, Lacks.FEW_WEAK]),
            ([Tie.CLOSE, *[Tie.WEAK] * 3, Tie.DORMANT], []),
        ],
    )
    def test_what_is_missing_is_named(self, told, says):
        """Only what is, and with few people only that."""
        assert list(lacks(candidates([(tie, "", frozenset()) for tie in told]))) == says

    @pytest.mark.parametrize(
        ("closeness", "quiet", "tie"),
        [
            ("close", "month", Tie.CLOSE),
            ("close", "longer", Tie.DORMANT),
            ("warm", "year", Tie.WEAK),
            (None, None, Tie.WEAK),
            (None, "longer", Tie.DORMANT),
        ],
    )
    def test_a_year_of_silence_counts_before_closeness(self, closeness, quiet, tie):
        """And who is not placed counts as a looser tie."""
        assert tie_by(closeness, quiet) is tie


class TestTheDays:
    """Fourteen days, a note on every other working day."""

    @given(days, st.integers(0, FIVE))
    def test_open_days_are_working_days_of_their_own_within_the_two_weeks(self, begins, count):
        """In the order of the list."""
        planned = [*spread(begins, [f"r{each}" for each in range(count)], {}).values()]
        assert planned == sorted(set(planned))
        assert all(day.weekday() < 5 for day in planned)
        assert all(begins <= day <= last_day(begins) for day in planned)

    @given(days, st.dictionaries(st.sampled_from("abcde"), days, max_size=5))
    def test_a_day_that_is_given_stands(self, begins, told):
        """And the open ones never fall on it."""
        planned = spread(begins, "abcde", told)
        assert all(planned[key] == day for key, day in told.items())
        still_open = [planned[key] for key in "abcde" if key not in told]
        assert len(set(still_open)) == len(still_open)
        assert not set(still_open) & set(told.values())

    def test_two_weeks_have_fourteen_days(self):
        """The first one counts."""
        assert last_day(date(2026, 2, 20)) == date(2026, 3, 5)
