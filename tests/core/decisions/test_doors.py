"""Verdicts: the nine outcomes, the wish, what is special about a case, and the gate of the mood."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.content.reapproach import reapproach_words
from core.decisions.doors import adjusted, verdict
from core.decisions.factors import UNKNOWN, Band, Cap, Check, Edge, Factor, Way, Worth
from core.decisions.reapproach import points_of
from core.decisions.worth import Wish, sleep_on_it

OPEN = {
    Factor.ROLE: "open",
    Factor.TIME: "days_14",
    Factor.REASON: "timing_or_personal",
    Factor.NOW: "shown",
    Factor.HOW: "warm",
    Factor.TIE: "neutral",
    Factor.NEED: "normal",
    Factor.STANDING: "one_of_several",
    Factor.PROOF: "none",
    Factor.ASKS: "first",
}
"""Thirteen points: likely."""

DOORS = {
    Band.LIKELY: OPEN,
    Band.POSSIBLE: OPEN | {Factor.HOW: "withdrew"},
    Band.UNLIKELY: OPEN | {Factor.ROLE: "filled"},
}
SURE = Wish(dict.fromkeys(Check, 2))
WISHES = {
    Worth.WORTH_IT: SURE,
    Worth.THINK: Wish(dict.fromkeys(Check, 1)),
    Worth.PAUSE: Wish(dict.fromkeys(Check, 0) | {Check.NO_BREAKER: 1}),
}
UNWEIGHED = Wish({})
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


def scored(*scores):
    """A wish with these scores, in the order of the checks."""
    return Wish(dict(zip(Check, scores, strict=True)))


class TestNine:
    """Each pair of door and wish has its own words and its own way on."""

    @pytest.mark.parametrize(
        ("band", "worth", "ways"),
        [
            (Band.LIKELY, Worth.WORTH_IT, {Way.REAPPROACH}),
            (Band.LIKELY, Worth.THINK, {Way.OFFER, Way.VALUES}),
            (Band.LIKELY, Worth.PAUSE, {Way.VALUES, Way.REASSESS}),
            (Band.POSSIBLE, Worth.WORTH_IT, {Way.REAPPROACH, Way.REASSESS}),
            (Band.POSSIBLE, Worth.THINK, {Way.TALK, Way.STAY_IN_TOUCH}),
            (Band.POSSIBLE, Worth.PAUSE, {Way.STAY_IN_TOUCH}),
            (Band.UNLIKELY, Worth.WORTH_IT, {Way.LATER_ROLE, Way.REAPPLY}),
            (Band.UNLIKELY, Worth.THINK, {Way.STAY_IN_TOUCH}),
            (Band.UNLIKELY, Worth.PAUSE, {Way.REGRET}),
        ],
    )
    def test_an_outcome(self, band, worth, ways):
        """Where it leads is what the table of outcomes says."""
        found = verdict(DOORS[band], WISHES[worth])
        assert found.id == f"{band}_{worth}"
        assert set(found.ways) == ways

    def test_all_are_told_apart(self):
        """No two have the same words."""
        said = [reapproach_words().verdicts[f"{b}_{w}"] for b in Band for w in Worth]
        assert len({each.title for each in said}) == len({each.do for each in said}) == 9

    @pytest.mark.parametrize("band", Band)
    def test_a_wish_that_is_not_weighed(self, band):
        """The door is told, and the other half is asked for."""
        assert verdict(DOORS[band], UNWEIGHED).id == f"{band}_open"
        refused = verdict(DOORS[band], SURE, [Edge.NOT_WEIGHED])
        assert refused.id == f"{band}_open"

    def test_nobody_is_pushed_by_an_open_door(self):
        """Paused means that no letter to go back is offered."""
        assert Way.REAPPROACH not in verdict(OPEN, WISHES[Worth.PAUSE]).ways

    def test_after_half_a_year_a_new_application_takes_its_place(self):
        """G4: use the letter for applying anew."""
        found = verdict(OPEN | {Factor.TIME: "longer"}, SURE)
        assert found.id == "possible_worth_it"
        assert Way.REAPPLY in found.ways
        assert Way.REAPPROACH not in found.ways

    def test_with_too_little_known_it_says_to_find_out(self):
        """Three unknown that could change the band; where they cannot, the outcome stands."""
        unsure = dict.fromkeys((Factor.TIE, Factor.NEED, Factor.STANDING), UNKNOWN)
        found = verdict(OPEN | unsure | {Factor.ROLE: UNKNOWN}, SURE)
        assert (found.id, Way.REAPPROACH in found.ways) == ("find_out", False)
        assert verdict(OPEN | unsure, SURE).id == "likely_worth_it"

    def test_after_two_asks_it_stops(self):
        """G2, whatever the wish says."""
        found = verdict(OPEN | {Factor.ASKS: "third"}, SURE)
        assert (found.id, Cap.THIRD_ASK in found.door.caps) == ("stop", True)
        assert not {Way.REAPPROACH, Way.REAPPLY, Way.STAY_IN_TOUCH} & set(found.ways)


class TestWish:
    """The six checks."""

    @pytest.mark.parametrize(
        ("scores", "total", "worth"),
        [
            ((2, 2, 2, 1, 1, 1), 9, Worth.WORTH_IT),
            ((2, 2, 1, 1, 1, 1), 8, Worth.THINK),
            ((1, 1, 1, 1, 1, 1), 6, Worth.THINK),
            ((1, 1, 1, 0, 1, 1), 5, Worth.PAUSE),
            ((2, 2, 2, 2, 0, 2), 10, Worth.PAUSE),
        ],
    )
    def test_its_edges(self, scores, total, worth):
        """Nine, eight, six, five; and a deal-breaker that outweighs ten."""
        wish = scored(*scores)
        assert (wish.total, wish.worth) == (total, worth)

    def test_the_weak_ones_are_named(self):
        """Those with the lowest score, as long as something is missing."""
        assert scored(2, 1, 0, 2, 2, 0).weak == (Check.PROCESS, Check.STAY)
        assert SURE.weak == ()

    def test_one_open_check_is_no_verdict(self):
        """Unless a deal-breaker is named already."""
        five = {each: 2 for each in Check if each is not Check.STAY}
        assert Wish(five).worth is None
        assert Wish(five | {Check.NO_BREAKER: 0}).worth is Worth.PAUSE

    @settings(max_examples=50)
    @given(st.tuples(*[st.integers(0, 2)] * 6), st.integers(0, 5))
    def test_a_better_answer_never_lowers_it(self, scores, at):
        """Worth asking stands above thinking, and that above a pause."""
        order = [Worth.PAUSE, Worth.THINK, Worth.WORTH_IT]
        better = [min(2, each + (place == at)) for place, each in enumerate(scores)]
        assert order.index(scored(*better).worth) >= order.index(scored(*scores).worth)


class TestMood:
    """On a heavy or a fresh day it is better to sleep on it."""

    @pytest.mark.parametrize(
        ("strain", "hours", "closes", "sleeps"),
        [
            (8, 100, False, True),
            (7, 100, False, False),
            (None, 100, False, False),
            (None, 23, False, True),
            (0, 24, False, False),
            (10, 1, True, False),
        ],
    )
    def test_the_gate(self, strain, hours, closes, sleeps):
        """Eight and more, or under a day; never where it closes today."""
        decided = NOON - timedelta(hours=hours)
        assert sleep_on_it(strain, decided, NOON, closes=closes) is sleeps


class TestSpecial:
    """What changes where a case is unlike the usual one."""

    @pytest.mark.parametrize("edge", Edge)
    def test_each_has_its_own_words(self, edge):
        """And is told wherever it was picked."""
        words = reapproach_words().edges
        assert verdict(OPEN, SURE, [edge]).edges == (edge,)
        assert sum(each.text == words[edge].text for each in words.values()) == 1

    @pytest.mark.parametrize("edge", [Edge.NOT_SAFE, Edge.THEY_WITHDREW])
    def test_where_no_door_is_judged(self, edge):
        """Not even the best one, and no letter leads back."""
        found = verdict(OPEN, SURE, [edge])
        assert (found.id, found.door) == (edge.value, None)
        assert not {Way.REAPPROACH, Way.REAPPLY, Way.STAY_IN_TOUCH} & set(found.ways)

    def test_safety_goes_before_everything(self):
        """Whatever else is picked beside it."""
        assert verdict(OPEN, SURE, list(Edge)).id == "not_safe"

    @pytest.mark.parametrize(
        ("edge", "factor", "level"),
        [
            (Edge.LAPSED, Factor.HOW, "no_reply"),
            (Edge.CONTACT_LEFT, Factor.TIE, "contact_left"),
            (Edge.ON_HOLD, Factor.ROLE, "on_hold"),
            (Edge.MERGED, Factor.NOW, UNKNOWN),
        ],
    )
    def test_what_they_set(self, edge, factor, level):
        """One factor each, the others as they were told."""
        assert adjusted(OPEN, [edge]) == OPEN | {factor: level}

    def test_a_lapsed_deadline_hurts_trust(self):
        """It counts as no reply, and so it is at most possible."""
        assert Cap.TRUST in verdict(OPEN, SURE, [Edge.LAPSED]).door.caps

    def test_they_got_in_touch_first(self):
        """The role is open, the tie counts two, and there is nothing to find out first."""
        unsure = OPEN | {Factor.ROLE: UNKNOWN, Factor.TIE: "strained"}
        found = verdict(unsure, UNWEIGHED, [Edge.THEY_ASKED])
        assert found.levels[Factor.ROLE] == "open"
        assert points_of(Factor.TIE, found.levels[Factor.TIE]) == 2
        assert Cap.FIND_OUT not in found.door.caps
        assert found.id == "likely_open"

    def test_a_champion_stays_one(self):
        """Their call does not make a tie weaker."""
        levels = OPEN | {Factor.TIE: "champion"}
        assert adjusted(levels, [Edge.THEY_ASKED])[Factor.TIE] == "champion"

    def test_after_two_years_only_anew(self):
        """However good the rest is."""
        found = verdict(OPEN | {Factor.TIME: "longer"}, SURE, [Edge.TWO_YEARS])
        assert (found.id, found.ways[0]) == ("anew", Way.REAPPLY)
        assert Way.REAPPROACH not in found.ways

    def test_who_has_signed_elsewhere_is_not_pushed(self):
        """What leaving costs comes first, and no letter to go back is offered."""
        found = verdict(OPEN, SURE, [Edge.SIGNED])
        assert (found.id, Way.REAPPROACH in found.ways) == ("signed", False)

    @pytest.mark.parametrize(
        "edge",
        [
            *[Edge.AGENCY, Edge.REFERRER, Edge.PUBLIC, Edge.SEVERAL],
            *[Edge.MONEY, Edge.VISA, Edge.INTERNAL],
        ],
    )
    def test_what_only_has_words(self, edge):
        """The verdict stays as it was."""
        with_it, without = verdict(OPEN, SURE, [edge]), verdict(OPEN, SURE)
        assert (with_it.id, with_it.door) == (without.id, without.door)

    @pytest.mark.parametrize(("edge", "way"), [(Edge.SEVERAL, Way.TALK), (Edge.MONEY, Way.PATHS)])
    def test_what_opens_another_way(self, edge, way):
        """Beside those of the verdict, once."""
        assert verdict(OPEN, SURE, [edge]).ways == (Way.REAPPROACH, way)
