"""Paths: compared only when there is enough to compare, and never with one winner too early."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.paths import path_words
from core.path_fit import (
    Ratings,
    Standing,
    compared,
    gaps_that_matter,
    is_late,
    is_old,
    open_evidence,
    overlap,
    widest_gaps,
)
from core.paths import Path, Reach, SkillOnPath, known_path, on_board, put_away, with_degrees

TODAY = date(2026, 3, 12)
SCORES = st.integers(0, 10)
RATED = st.builds(Ratings, SCORES, SCORES, SCORES)
DEGREES = {
    "clinic": {"Planning": 3, "Excel": 1, "Selling": 2},
    "workshop": {"Planning": 2, "Excel": 2, "Selling": 0},
}
MAYBE = st.builds(Ratings, *[st.none() | SCORES] * 3)


def rated(*scores):
    """Paths a, b, c and so on, each with a score that is spread over its three ratings."""
    spread = {}
    for key, score in zip("abcdef", scores, strict=False):
        each, rest = divmod(score, 3)
        spread[key] = Ratings(each + (rest > 0), each + (rest > 1), each)
    return spread


class TestScore:
    """The three ratings count alike."""

    def test_it_is_their_sum(self):
        """Pull 8, doable 5, known 2 are 15 of 30."""
        assert Ratings(8, 5, 2).score == 15

    @pytest.mark.parametrize("left", ["pull", "feasible", "proven"])
    def test_one_open_rating_leaves_it_open(self, left):
        """Nothing stands in for what was not said."""
        told = {"pull": 10, "feasible": 10, "proven": 10} | {left: None}
        assert Ratings(**told).score is None

    def test_zeros_are_ratings(self):
        """Nought is an answer, blank is none."""
        assert Ratings(0, 0, 0).score == 0


class TestCompared:
    """No single winner within a tenth, and no ranking below three paths (S0-28)."""

    @pytest.mark.parametrize(
        ("scores", "ahead"),
        [
            ((30, 26, 26), "a"),
            ((30, 27, 26), "ab"),
            ((30, 27, 27), "abc"),
            ((20, 18, 17), "ab"),
            ((20, 17, 17), "a"),
            ((21, 19, 0), "ab"),
            ((10, 9, 8), "ab"),
            ((9, 8, 8), "a"),
            ((7, 7, 1), "ab"),
            ((1, 0, 0), "a"),
            ((0, 0, 0), "abc"),
            ((15, 15, 15, 15), "abcd"),
            ((12, 30, 29, 27, 26), "bcd"),
        ],
    )
    def test_the_rule_at_its_edges(self, scores, ahead):
        """Exactly nine tenths of the highest score is within, one point less is not."""
        found = compared(rated(*scores))
        assert set(found.ahead) == set(ahead)
        assert found.standing is (Standing.AHEAD if len(ahead) == 1 else Standing.CLOSE)

    @pytest.mark.parametrize("scores", [(), (30,), (30, 1)])
    def test_below_three_paths_another_one_is_opened(self, scores):
        """However clear the numbers are."""
        assert compared(rated(*scores)).standing is Standing.OPEN_ANOTHER
        assert compared(rated(*scores)).ahead == ()

    def test_three_paths_of_which_two_are_rated_are_not_ranked(self):
        """The one that waits for its numbers is named."""
        found = compared({**rated(30, 1), "c": Ratings(5, None, 5)})
        assert (found.standing, found.ahead, found.unrated) == (Standing.UNRATED, (), ("c",))

    def test_all_blank(self):
        """Nothing is said of anything."""
        found = compared(dict.fromkeys("abc", Ratings()))
        assert (found.standing, found.unrated) == (Standing.UNRATED, ("a", "b", "c"))

    def test_a_fourth_path_without_numbers_is_left_out(self):
        """The other three are compared."""
        found = compared({**rated(30, 10, 10), "d": Ratings(10, 10)})
        assert (found.standing, found.ahead, found.unrated) == (Standing.AHEAD, ("a",), ("d",))

    @given(st.lists(MAYBE, max_size=6), st.randoms())
    def test_the_order_of_paths_does_not_count(self, ratings, chance):
        """Neither for who is ahead nor for what is said."""
        told = list(enumerate(map(str, range(len(ratings)))))
        chance.shuffle(told)
        one = compared({str(at): each for at, each in enumerate(ratings)})
        other = compared({key: ratings[at] for at, key in told})
        assert other.standing is one.standing
        assert set(other.ahead) == set(one.ahead)
        assert set(other.unrated) == set(one.unrated)

    @given(st.lists(RATED, min_size=3, max_size=6))
    def test_whoever_is_called_ahead_alone_is_so_by_more_than_a_tenth(self, ratings):
        """And whoever shares the first place is not."""
        found = compared({str(at): each for at, each in enumerate(ratings)})
        scores = sorted((each.score for each in ratings), reverse=True)
        clear = scores[1] * 10 < scores[0] * 9
        assert (found.standing is Standing.AHEAD) == clear

    @given(st.lists(MAYBE, max_size=2))
    def test_two_paths_are_never_ranked(self, ratings):
        """Whatever their numbers are."""
        assert compared({str(at): each for at, each in enumerate(ratings)}).ahead == ()


class TestOverlap:
    """How much of what a path asks for is there already (S0-31)."""

    @pytest.mark.parametrize(
        ("degrees", "share"),
        [
            ([3, 3, 3], Fraction(1)),
            ([0, 0], Fraction(0)),
            ([3, 1], Fraction(2, 3)),
            ([2, 2, 1, 0], Fraction(5, 12)),
            ([1], Fraction(1, 3)),
        ],
    )
    def test_worked_by_hand(self, degrees, share):
        """The sum of degrees over three for each skill that was rated."""
        assert overlap(degrees) == share

    def test_nothing_rated_is_no_overlap_at_all(self):
        """Not the same as an overlap of nought."""
        assert overlap([]) is None

    @given(st.lists(st.integers(0, 3), min_size=1), st.integers(0, 3))
    def test_it_stays_a_share_and_a_better_degree_never_lowers_it(self, degrees, more):
        """From 0 to 1."""
        better = [max(degrees[0], more), *degrees[1:]]
        assert 0 <= overlap(degrees) <= overlap(better) <= 1


class TestGaps:
    """The one gap that matters most, over paths that draw (S0-31)."""

    def test_by_hand(self):
        """Excel 2x8 + 1x2 = 18, selling 1x8 + 3x2 = 14, planning 0x8 + 1x2 = 2."""
        assert gaps_that_matter(DEGREES, {"clinic": 8, "workshop": 2}) == ("Excel",)

    def test_where_another_path_draws_more_it_is_another_gap(self):
        """Excel 2x2 + 1x8 = 12, selling 1x2 + 3x8 = 26."""
        assert gaps_that_matter(DEGREES, {"clinic": 2, "workshop": 8}) == ("Selling",)

    def test_a_pull_that_is_not_rated_counts_as_the_middle(self):
        """5 of 10: selling 1x5 + 3x5 = 20, Excel 2x5 + 1x5 = 15."""
        assert gaps_that_matter(DEGREES, {}) == ("Selling",)

    def test_a_path_that_does_not_draw_does_not_count(self):
        """And where none draws, no gap matters."""
        assert gaps_that_matter(DEGREES, {"clinic": 0, "workshop": 4}) == ("Selling",)
        assert gaps_that_matter(DEGREES, {"clinic": 0, "workshop": 0}) == ()

    def test_those_that_matter_alike_are_all_named(self):
        """The order in which they were told breaks no tie."""
        assert set(gaps_that_matter({"a": {"x": 1, "y": 1, "z": 2}}, {})) == {"x", "y"}

    def test_no_gap_is_made_up(self):
        """All the way is all the way."""
        assert gaps_that_matter({"a": {"x": 3}}, {"a": 10}) == ()
        assert widest_gaps({"x": 3, "y": 3}) == ()
        assert widest_gaps({}) == ()

    @given(
        st.dictionaries(
            st.sampled_from("abc"),
            st.dictionaries(st.sampled_from("xyz"), st.integers(0, 3)),
        ),
        st.dictionaries(st.sampled_from("abc"), SCORES),
    )
    def test_other_names_change_nothing(self, degrees, pulls):
        """The same gap, by whatever it is called, and in whatever order it was told."""
        renamed = {
            path * 2: {skill * 2: degree for skill, degree in reversed(skills.items())}
            for path, skills in reversed(degrees.items())
        }
        found = gaps_that_matter(renamed, {path * 2: pull for path, pull in pulls.items()})
        assert set(found) == {each * 2 for each in gaps_that_matter(degrees, pulls)}

    def test_of_one_path_what_carries_least_far(self):
        """Ties together."""
        assert widest_gaps({"x": 1, "y": 3, "z": 1}) == ("x", "z")


class TestEvidence:
    """Blank is not checked; old is worth another look."""

    @pytest.mark.parametrize(
        ("demand", "source", "day", "left"),
        [
            ("40 open roles", "City board", TODAY, ()),
            ("40 open roles", "", TODAY, ("source",)),
            (" ", "City board", None, ("demand", "checked_on")),
            ("", "", None, ("demand", "source", "checked_on")),
        ],
    )
    def test_what_is_open_is_named(self, demand, source, day, left):
        """White space is nothing."""
        assert open_evidence(demand, source, day) == left

    def test_half_a_year_is_old(self):
        """On that day, not the day before; what has no day has no age."""
        assert is_old(TODAY - timedelta(180), TODAY)
        assert not is_old(TODAY - timedelta(179), TODAY)
        assert not is_old(None, TODAY)

    def test_two_weeks_is_soon_enough(self):
        """The fifteenth day is late."""
        assert not is_late(TODAY + timedelta(14), TODAY)
        assert is_late(TODAY + timedelta(15), TODAY)
        assert not is_late(None, TODAY)
        assert not is_late(TODAY - timedelta(3), TODAY)


class TestBoard:
    """Which paths lie on the board, and in which order."""

    def test_near_before_bold_and_those_put_away_aside(self):
        """Those without a reach come last, in the order in which they came."""
        made = datetime(2026, 1, 1, tzinfo=UTC)
        names = ["late", "early", "bold", "away", "near"]
        paths = [
            Path(name="late", created_at=made + timedelta(1)),
            Path(name="early", created_at=made),
            Path(name="bold", reach=Reach.BOLD),
            Path(name="away", reach=Reach.NEAREST, archived_on=TODAY),
            Path(name="near", reach=Reach.NEAREST),
        ]
        assert [each.name for each in on_board(paths)] == ["near", "bold", "early", "late"]
        assert [each.name for each in put_away(paths)] == ["away"]
        assert {each.name for each in (*on_board(paths), *put_away(paths))} == set(names)

    def test_a_name_is_known_whatever_its_capitals(self):
        """A path is not opened twice."""
        assert known_path([Path(name="Data  Analyst")], "data analyst")
        assert known_path([Path(name="Data analyst")], "Data") is None

    def test_degrees_are_told_anew_and_the_others_stay(self):
        """By the names of the skills."""
        path = Path(name="x", skills=(SkillOnPath(skill="SQL", degree=1),))
        skills = with_degrees(path, {"sql": 3, "Talks": 2})
        assert [(each.skill, each.degree) for each in skills] == [("SQL", 3), ("Talks", 2)]
        assert with_degrees(path, {}) == path.skills

    def test_a_path_tells_all_its_own_words(self):
        """Names of skills are looked at too."""
        path = Path(name="x", worry="y", skills=(SkillOnPath(skill="z", degree=0),))
        assert set(path.own_words) == {"x", "y", "z"}

    def test_every_reach_and_every_kind_of_test_has_words(self):
        """No card shows an id."""
        assert set(path_words().reaches) == set(Reach)
        assert len(path_words().move.questions) == 6
