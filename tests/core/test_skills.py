"""Skills: which gap comes first, what an hour closes, and what a plan over weeks may ask for."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.content.skills import skill_words
from core.names import same_name
from core.skill_plan import Piece, first_day, last_day, week_plan
from core.skills import (
    ActionKind,
    Need,
    Skill,
    SkillAction,
    ads_read,
    by_worth,
    closed_per_hour,
    gap,
    merged,
    priority,
    ranked,
    share_of_ads,
    top_gaps,
)

TODAY = date(2026, 3, 12)
levels = st.integers(0, 4)
maybe_level = st.none() | levels
shares = st.fractions(0, 1)
links = st.integers(0, 3)
efforts = st.integers(1, 3)
needs = st.builds(
    Need,
    key=st.uuids().map(str),
    level=maybe_level,
    asked=maybe_level,
    ads=st.none() | st.integers(0, 5),
    goal_link=st.none() | links,
    effort=st.none() | efforts,
)
hours = st.integers(0, 4000).map(lambda halves: halves / 2)
free = st.integers(1, 336).map(lambda halves: halves / 2)


def pieces(*every):
    """Pieces of these hours, named by their place."""
    return [Piece.of(str(place), each) for place, each in enumerate(every)]


class TestPriority:
    """W6: gap x share of ads x goal link / effort."""

    @pytest.mark.parametrize(
        ("missing", "share", "link", "effort", "expected"),
        [
            (2, Fraction(4, 5), 3, 2, Fraction(12, 5)),
            (4, Fraction(1), 3, 1, 12),
            (1, Fraction(1, 3), 2, 3, Fraction(2, 9)),
            (0, Fraction(1), 3, 1, 0),
            (4, Fraction(0), 3, 1, 0),
            (4, Fraction(1), 0, 1, 0),
            (3, Fraction(2, 5), 1, 3, Fraction(2, 5)),
            (2, Fraction(1, 2), 3, 3, 1),
            (1, Fraction(1, 5), 1, 3, Fraction(1, 15)),
            (4, Fraction(3, 4), 2, 2, 3),
        ],
    )
    def test_examples_worked_out_by_hand(self, missing, share, link, effort, expected):
        """From the least to the most there can be."""
        assert priority(missing, share, link, effort) == expected

    @given(levels, shares, links, efforts)
    def test_it_lies_between_nothing_and_twelve(self, missing, share, link, effort):
        """And is nothing only where a gap, an ad or a goal is wanting."""
        found = priority(missing, share, link, effort)
        assert 0 <= found <= 12
        assert (found == 0) == (0 in (missing, share, link))

    @given(levels, shares, links, efforts, levels, shares, links, efforts)
    def test_more_reasons_never_lower_it(  # noqa: PLR0913, PLR0917 - two of each
        self, gap_1, share_1, link_1, effort_1, gap_2, share_2, link_2, effort_2
    ):
        """Gap, share and goal link pull up, effort pulls down; each alone and all together."""
        gaps, parts = sorted((gap_1, gap_2)), sorted((share_1, share_2))
        goals, works = sorted((link_1, link_2)), sorted((effort_1, effort_2))
        least = (gaps[0], parts[0], goals[0], works[1])
        for at, better in enumerate((gaps[1], parts[1], goals[1], works[0])):
            assert priority(*least) <= priority(*least[:at], better, *least[at + 1 :])
        assert priority(*least) <= priority(gaps[1], parts[1], goals[1], works[0])

    @given(levels, shares)
    def test_what_is_not_told_counts_as_the_middle(self, missing, share):
        """It stands between the lowest and the highest answer, and on neither."""
        low, high = priority(missing, share, 0, 3), priority(missing, share, 3, 1)
        assert low <= priority(missing, share) <= high
        assert priority(missing, share, 1, 2) <= priority(missing, share, None, 2)
        assert priority(missing, share, None, 2) <= priority(missing, share, 2, 2)


class TestGaps:
    """How many levels are missing."""

    @pytest.mark.parametrize(
        ("mine", "asked", "expected"), [(1, 3, 2), (3, 3, 0), (4, 1, 0), (0, 4, 4)]
    )
    def test_being_above_is_no_gap_below_nothing(self, mine, asked, expected):
        """Never negative."""
        assert gap(mine, asked) == expected

    @given(maybe_level, maybe_level)
    def test_it_is_known_only_with_both_levels(self, mine, asked):
        """And never a guess."""
        assert (gap(mine, asked) is None) == (mine is None or asked is None)


class TestAds:
    """How many ads ask for it."""

    def test_no_skill_is_asked_for_in_more_ads_than_were_read(self):
        """Six of five is five of five, or rather six were read."""
        assert ads_read(5, [6, 2]) == 6
        assert share_of_ads(6, ads_read(5, [6, 2])) == 1

    def test_where_no_number_is_told_one_ad_asks_for_it(self):
        """It would not be on the list otherwise."""
        assert share_of_ads(None, Fraction(4)) == Fraction(1, 4)

    def test_nothing_told_at_all_divides_by_nothing(self):
        """One ad, at least."""
        assert ads_read(None, []) == 1
        assert ads_read(0, [0, None]) == 1


class TestTheOrder:
    """Which gap comes first."""

    def test_ties_stay_as_they_were_told(self):
        """Nobody is moved for nothing."""
        order = ranked([Need("b", 1, 2, 2), Need("a", 1, 2, 2), Need("c", 0, 2, 2)], 2)
        assert [each.need.key for each in order] == ["c", "b", "a"]

    def test_without_levels_there_is_no_place(self):
        """What is not rated is left out, nothing is invented."""
        assert ranked([Need("a"), Need("b", 1), Need("c", None, 2)]) == ()
        assert ranked([]) == ()

    def test_a_far_goal_can_turn_the_order(self):
        """A small gap that matters comes before a wide one that does not."""
        order = ranked([Need("wide", 0, 4, 1, 0), Need("small", 2, 3, 1, 3)], 1)
        assert [each.need.key for each in order] == ["small", "wide"]

    @given(st.lists(needs, max_size=40), st.none() | st.integers(0, 5))
    def test_it_falls_and_holds_everything_that_is_rated(self, told, read):
        """Forty skills, whatever was left open."""
        order = ranked(told, read)
        values = [each.priority for each in order]
        assert values == sorted(values, reverse=True)
        assert {each.need.key for each in order} == {e.key for e in told if e.gap is not None}

    @given(st.lists(needs, max_size=12))
    def test_three_at_most_go_into_a_plan_and_none_without_weight(self, told):
        """The first of the order."""
        order = ranked(told)
        top = top_gaps(order)
        weighty = [each.need.key for each in order if each.priority]
        assert list(top) == weighty[:3]


class TestAnHour:
    """S1-22: what closes most for its time."""

    @pytest.mark.parametrize(
        ("closes", "time", "expected"),
        [(1, 10, Fraction(1, 10)), (2, 2.5, Fraction(4, 5)), (0, 5, 0)],
    )
    def test_levels_for_an_hour(self, closes, time, expected):
        """As typed, without a rounding of its own."""
        assert closed_per_hour(closes, time) == expected

    @pytest.mark.parametrize(
        ("closes", "time"), [(None, 3), (2, None), (2, 0), (2, 5e-324), (None, None)]
    )
    def test_without_both_numbers_nothing_is_said(self, closes, time):
        """Nor with no hours to divide by."""
        assert closed_per_hour(closes, time) is None


class TestWeeks:
    """Actions one after the other, at four fifths of the free hours."""

    def test_an_example(self):
        """10, 10 and 4 hours at 5 free hours: 4 a week."""
        plan = week_plan(pieces(10, 10, 4), 5, TODAY)
        assert [(each.begins, each.ends) for each in plan.placed] == [(1, 3), (3, 5), (6, 6)]
        assert (plan.hours, plan.per_week, plan.weeks) == (24, 4, 6)
        assert plan.ends_on == date(2026, 4, 22)

    @pytest.mark.parametrize("hours_free", [None, 0, 0.0])
    def test_without_free_hours_there_are_no_weeks(self, hours_free):
        """Nothing is divided by nothing."""
        assert week_plan(pieces(10), hours_free, TODAY) is None

    def test_without_actions_nothing_ends(self):
        """And nothing is too full."""
        plan = week_plan([], 5, TODAY)
        assert (plan.placed, plan.weeks, plan.ends_on) == ((), 0, None)
        assert not plan.is_over_full(1)

    @pytest.mark.parametrize(
        ("begins", "time", "expected"),
        [
            (date(2026, 12, 28), 8, date(2027, 1, 10)),
            (date(2028, 2, 28), 4, date(2028, 3, 5)),
            (date(2027, 2, 28), 4, date(2027, 3, 6)),
        ],
    )
    def test_it_ends_on_the_last_day_of_a_week(self, begins, time, expected):
        """Over the end of a year, in a leap year and in any other."""
        assert week_plan(pieces(time), 5, begins).ends_on == expected

    def test_two_thousand_hours(self):
        """At one free hour a week that is 2,500 weeks: no day is promised."""
        plan = week_plan(pieces(2000), 1, TODAY)
        assert (plan.weeks, plan.ends_on) == (2500, None)
        assert last_day(TODAY, 520) == TODAY + timedelta(days=3639)
        assert first_day(TODAY, 521) is None

    @given(st.lists(hours, max_size=40), free)
    def test_one_comes_after_the_other(self, every, hours_free):
        """Nothing begins before what stands above it, and no week holds more than its hours."""
        plan = week_plan(pieces(*every), hours_free, TODAY)
        for each, after in zip(plan.placed, plan.placed[1:], strict=False):
            assert 1 <= each.begins <= each.ends
            assert after.begins >= each.ends
        assert sum(every) <= plan.weeks * plan.per_week
        assert not every or sum(every) >= (plan.weeks - 1) * plan.per_week
        assert not plan.placed or plan.placed[-1].ends == max(1, plan.weeks)

    @given(st.lists(hours, min_size=1, max_size=9), st.integers(1, 500), free)
    def test_more_hours_never_end_sooner(self, every, more, hours_free):
        """And more free hours never end it later."""
        plan = week_plan(pieces(*every), hours_free, TODAY)
        longer = week_plan(pieces(*every, more), hours_free, TODAY)
        easier = week_plan(pieces(*every), hours_free + 1, TODAY)
        assert easier.weeks <= plan.weeks <= longer.weeks
        if longer.ends_on and plan.ends_on:
            assert plan.ends_on <= longer.ends_on

    @given(st.lists(hours, max_size=9), free, st.integers(1, 52))
    def test_too_full_is_more_than_four_fifths(self, every, hours_free, weeks):
        """By the hours themselves, and by the week in which it ends: both say the same."""
        plan = week_plan(pieces(*every), hours_free, TODAY)
        full = 5 * sum(every) > 4 * hours_free * weeks
        assert plan.is_over_full(weeks) == full == (plan.weeks > weeks)

    @given(st.lists(hours, max_size=9), free, st.integers(1, 52))
    def test_what_is_said_to_fit_does(self, every, hours_free, weeks):
        """And a plan that is not too full fits as a whole."""
        plan = week_plan(pieces(*every), hours_free, TODAY)
        fitting = plan.that_fit(weeks)
        assert 5 * sum(each.hours for each in fitting) <= 4 * Fraction(hours_free) * weeks
        if not plan.is_over_full(weeks):
            assert len(fitting) == len(every)

    def test_exactly_four_fifths_is_not_too_full(self):
        """24 of 30 hours in six weeks."""
        assert not week_plan(pieces(24), 5, TODAY).is_over_full(6)
        assert week_plan(pieces(24.1), 5, TODAY).is_over_full(6)

    def test_a_tenth_is_a_tenth(self):
        """Ten times 0.1 hours at 1.25 free hours fill one week and no second."""
        assert week_plan(pieces(*[0.1] * 10), 1.25, TODAY).weeks == 1


class TestKeptSkills:
    """Skills as records."""

    def test_the_list_goes_by_gap_and_ads(self):
        """Then by the goal; what is not rated stands at the end."""
        kept = [
            Skill(name="open", goal_link=3),
            Skill(name="none", level=3, asked=3, ads=5, of_ads=5),
            Skill(name="some", level=1, asked=3, ads=1, of_ads=5, goal_link=1),
            Skill(name="same", level=1, asked=3, ads=1, of_ads=5, goal_link=2),
            Skill(name="most", level=2, asked=3, ads=5, of_ads=5),
        ]
        assert [e.name for e in by_worth(kept)] == ["most", "same", "some", "none", "open"]

    def test_brought_up_to_date_loses_nothing(self):
        """What is told again changes, what was done stays done, what is not told stays."""
        done = SkillAction(text="Course", hours=5, done_on=TODAY)
        known = Skill(id="1", name="SQL", level=2, proof="a report", goal_link=3, actions=(done,))
        told = Skill(
            name="sql",
            asked=3,
            ads=2,
            of_ads=4,
            actions=(SkillAction(text=" course", hours=9), SkillAction(text="Show")),
            noted_on=TODAY,
            run_id="run",
        )
        new = merged(known, told)
        assert (new.id, new.name, new.level, new.asked) == ("1", "SQL", 2, 3)
        assert (new.proof, new.goal_link, new.ads, new.of_ads) == ("a report", 3, 2, 4)
        assert [(e.text, e.hours, e.done_on) for e in new.actions] == [
            ("course", 9, TODAY),
            ("Show", None, None),
        ]
        assert (new.noted_on, new.run_id) == (TODAY, "run")

    def test_names_are_compared_as_people_do(self):
        """Capitals and spaces are no difference."""
        assert same_name(" Power  BI", "power bi")
        assert not same_name("Java", "JavaScript")

    def test_every_line_of_it_is_looked_at(self):
        """Those of its actions too."""
        action = SkillAction(text="two", cost="three", proof="four")
        skill = Skill(name="one", proof="five", actions=(action,))
        assert set(skill.own_words) == {"one", "two", "three", "four", "five"}

    def test_levels_run_from_nothing_to_four(self):
        """Nothing beyond."""
        with pytest.raises(ValidationError):
            Skill(name="SQL", level=5)

    def test_it_is_kept_and_found_again(self, workspace):
        """With its actions."""
        action = SkillAction(kind=ActionKind.COURSE, text="Course", hours=2.5, by=TODAY)
        kept = workspace.skills.add(Skill(name="SQL", level=2, actions=(action,)))
        assert workspace.skills.get(kept.id) == kept


class TestWords:
    """The words agree with the code."""

    def test_every_way_to_close_a_gap_has_a_name(self):
        """Study, courses, proof at work, and showing it."""
        assert set(skill_words().kinds) == set(ActionKind)

    def test_every_degree_has_its_own_words(self):
        """No two levels read the same."""
        known = skill_words()
        for scale, length in ((known.levels, 5), (known.goal, 4), (known.degrees, 4)):
            assert len(set(scale)) == len(scale) == length
