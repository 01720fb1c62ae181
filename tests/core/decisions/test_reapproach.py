"""The way back: points, caps, ranges and verdicts, against the worked cases and by rule."""

import json
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.content.reapproach import reapproach_words
from core.decisions.factors import UNKNOWN, Band, Cap, Confidence, Factor
from core.decisions.reapproach import (
    FIXED,
    at_most,
    band_of,
    caps_of,
    changes,
    hardest,
    is_two_years,
    judge,
    points_of,
    sum_of,
    time_level,
)

GIVEN = json.loads((Path(__file__).parent / "reapproach_cases.json").read_text("utf-8"))
KEYS = dict(zip(GIVEN["points"], Factor, strict=True))
SAME = {
    "0-3d": "days_3",
    "4-14d": "days_14",
    "15-30d": "days_30",
    "31-90d": "days_90",
    "91-180d": "days_180",
    "180d+": "longer",
    "gone_and_shown": "shown",
    "prompt_warm": "warm",
    "hard_bargain": "bargain",
    "accepted_then_withdrew": "withdrew",
    "inside_champion": "champion",
    "they_said_stay_in_touch": "stay_in_touch",
    "urgent_or_scarce": "urgent",
    "many_applicants": "many",
    "freeze_or_cuts": "freeze",
    "told_top_choice": "top_choice",
    "told_backup": "backup",
    "relevant_new_proof": "proof",
    "third_plus": "third",
}
"""What a level of the worked cases is called here, where that differs."""

CALLED = {
    "G1": Cap.FILLED,
    "G2": Cap.THIRD_ASK,
    "G3": Cap.TRUST,
    "G4": Cap.LONG_AGO,
    "G5": Cap.UNCHANGED,
    "G6": Cap.FREEZE,
    "G7": Cap.FIND_OUT,
}
HOLDS = {
    Cap.FILLED: (Factor.ROLE, "filled", Band.UNLIKELY),
    Cap.THIRD_ASK: (Factor.ASKS, "third", Band.UNLIKELY),
    Cap.TRUST: (Factor.HOW, "withdrew", Band.POSSIBLE),
    Cap.LONG_AGO: (Factor.TIME, "longer", Band.POSSIBLE),
    Cap.UNCHANGED: (Factor.NOW, "same", Band.UNLIKELY),
    Cap.FREEZE: (Factor.NEED, "freeze", Band.UNLIKELY),
    Cap.FIND_OUT: (Factor.ROLE, UNKNOWN, Band.POSSIBLE),
}
"""For each cap what it takes to hold, and the highest band under it."""

BEST = {
    Factor.ROLE: "open",
    Factor.TIME: "days_3",
    Factor.REASON: "timing_or_personal",
    Factor.NOW: "shown",
    Factor.HOW: "warm",
    Factor.TIE: "champion",
    Factor.NEED: "urgent",
    Factor.STANDING: "top_choice",
    Factor.PROOF: "proof",
    Factor.ASKS: "first",
}
PLAIN = BEST | {
    Factor.ROLE: "posting_up",
    Factor.TIME: "days_30",
    Factor.REASON: "none_given",
    Factor.NOW: "partly",
    Factor.HOW: "neutral",
    Factor.TIE: "neutral",
    Factor.NEED: "normal",
    Factor.STANDING: "one_of_several",
    Factor.PROOF: "none",
}
"""Four points: possible, with every factor known."""

LEVELS = st.fixed_dictionaries(
    {each: st.sampled_from(list(reapproach_words().factors[each].levels)) for each in Factor}
)
quick = settings(max_examples=50, deadline=None)


def told(factors):
    """The levels of a worked case, as they are called here."""
    return {KEYS[key]: SAME.get(level, level) for key, level in factors.items()}


def known(factor):
    """The levels of a factor that have points."""
    levels = reapproach_words().factors[factor].levels
    return [name for name, level in levels.items() if level.points is not None]


class TestWorkedCases:
    """The cases that the specification works out by hand."""

    @pytest.mark.parametrize("case", GIVEN["cases"], ids=lambda case: case["name"])
    def test_it_agrees(self, case):
        """Points, range, band with its ends, confidence and caps."""
        door = judge(told(case["factors"]))
        assert door.points == case["points"]
        assert [door.lowest, door.highest] == case["points_range"]
        assert door.band == case["band"]
        assert [door.worst, door.best] == case["band_range"]
        assert door.confidence == case["confidence"]
        assert list(door.caps) == [CALLED[each.split()[0]] for each in case["caps"]]

    @pytest.mark.parametrize("key", KEYS)
    def test_every_level_has_its_points(self, key):
        """No level is missing, none is added, and each weighs what it has to."""
        levels = {SAME.get(name, name): points for name, points in GIVEN["points"][key].items()}
        ours = reapproach_words().factors[KEYS[key]].levels
        assert {name: level.points for name, level in ours.items()} == levels

    @pytest.mark.parametrize("key", GIVEN["unknown_range"])
    def test_what_is_not_known_has_its_ends(self, key):
        """The worst and the best that it may turn out to be."""
        factor = KEYS[key]
        level = reapproach_words().level(factor, UNKNOWN)
        ends = [points_of(factor, level.worst), points_of(factor, level.best)]
        assert ends == GIVEN["unknown_range"][key]

    def test_only_five_factors_may_be_unknown(self):
        """For the others a person always knows."""
        words = reapproach_words().factors
        unsure = {each for each in Factor if UNKNOWN in words[each].levels}
        assert unsure == {KEYS[key] for key in GIVEN["unknown_range"]}


class TestBands:
    """Where likely, possible and unlikely begin."""

    @pytest.mark.parametrize(
        ("changed", "points", "band"),
        [
            ({Factor.TIE: "champion", Factor.NEED: "urgent"}, 9, Band.LIKELY),
            ({Factor.TIE: "stay_in_touch", Factor.NEED: "urgent"}, 8, Band.POSSIBLE),
            ({Factor.TIE: "strained"}, 2, Band.POSSIBLE),
            ({Factor.TIE: "strained", Factor.STANDING: "backup"}, 1, Band.UNLIKELY),
        ],
    )
    def test_at_their_edges(self, changed, points, band):
        """Nine, eight, two and one."""
        door = judge(PLAIN | changed)
        assert (door.points, door.band) == (points, band)

    @pytest.mark.parametrize(
        ("unknown", "confidence"),
        [
            *[(0, Confidence.HIGHER), (1, Confidence.MEDIUM), (2, Confidence.MEDIUM)],
            *[(3, Confidence.LOW), (5, Confidence.LOW)],
        ],
    )
    def test_confidence_counts_what_is_not_known(self, unknown, confidence):
        """From three on there is nothing to tell but to find out."""
        unsure = [Factor.NEED, Factor.STANDING, Factor.TIE, Factor.NOW, Factor.ROLE][:unknown]
        assert judge(PLAIN | dict.fromkeys(unsure, UNKNOWN)).confidence is confidence


class TestCaps:
    """What no sum of points outweighs."""

    @pytest.mark.parametrize("cap", Cap)
    def test_one_alone(self, cap):
        """With everything else at its best, it still holds."""
        factor, level, most = HOLDS[cap]
        levels = BEST | {factor: level}
        assert list(caps_of(levels)) == [cap]
        assert band_of(levels) is most

    @pytest.mark.parametrize(
        ("one", "other"), [p for p in combinations(Cap, 2) if HOLDS[p[0]][0] != HOLDS[p[1]][0]]
    )
    def test_two_together_the_stricter_counts(self, one, other):
        """Each pair that can hold at once, named in their order."""
        pair = [HOLDS[one], HOLDS[other]]
        levels = BEST | {factor: level for factor, level, _ in pair}
        assert list(caps_of(levels)) == [one, other]
        assert band_of(levels).height <= min(most.height for *_, most in pair)

    @pytest.mark.parametrize("level", ["no_reply", "withdrew"])
    def test_trust_is_hurt_in_two_ways(self, level):
        """By no reply, and by a yes taken back."""
        assert Cap.TRUST in judge(BEST | {Factor.HOW: level}).caps

    @quick
    @given(LEVELS)
    def test_a_cap_never_raises_a_band(self, levels):
        """The band is at most that of the bare sum."""
        points = sum_of(levels)
        bare = 2 if points >= 9 else 1 if points >= 2 else 0
        assert band_of(levels).height <= bare


class TestRules:
    """What holds for every answer."""

    @quick
    @given(LEVELS, st.sampled_from(Factor), st.data())
    def test_a_better_level_never_lowers_points_or_band(self, levels, factor, data):
        """Of two levels that are known, the one with more points is the better one."""
        pair = data.draw(st.lists(st.sampled_from(known(factor)), min_size=2, max_size=2))
        worse, better = sorted(pair, key=lambda level: points_of(factor, level))
        low, high = judge(levels | {factor: worse}), judge(levels | {factor: better})
        assert high.points >= low.points
        assert high.band.height >= low.band.height
        assert high.worst.height >= low.worst.height
        assert high.best.height >= low.best.height

    @quick
    @given(LEVELS)
    def test_the_range_holds_the_band(self, levels):
        """Both in points and in words."""
        door = judge(levels)
        assert door.lowest <= door.points <= door.highest
        assert door.worst.height <= door.band.height <= door.best.height
        assert door.is_sure or door.unknown

    @quick
    @given(LEVELS, st.data())
    def test_what_turns_out_lies_in_the_range(self, levels, data):
        """Whatever the unknown becomes, between its worst and its best."""
        door = judge(levels)
        found = dict(levels)
        for factor in door.unknown:
            ends = reapproach_words().level(factor, UNKNOWN)
            low, high = points_of(factor, ends.worst), points_of(factor, ends.best)
            within = [e for e in known(factor) if low <= points_of(factor, e) <= high]
            found[factor] = data.draw(st.sampled_from(within))
        then = judge(found)
        assert door.lowest <= then.points <= door.highest
        assert door.worst.height <= then.band.height <= door.best.height

    @quick
    @given(LEVELS)
    def test_what_would_change_it(self, levels):
        """At most three, each a gain, the best first, and none that lies behind."""
        found = changes(levels)
        now = judge(levels)
        assert len(found) <= 3
        assert [(-e.bands, -e.gain) for e in found] == sorted((-e.bands, -e.gain) for e in found)
        assert not {each.factor for each in found} & {*FIXED, Factor.NEED, Factor.ASKS}
        for each in found:
            after = judge(levels | {each.factor: each.level})
            assert (each.points, each.band) == (after.points, after.band)
            assert each.gain == after.points - now.points > 0


class TestChanges:
    """What would change it, by hand."""

    def test_by_band_first_then_by_points(self):
        """Two points more make seven points nine; where none lifts it alone, points decide."""
        levels = PLAIN | {Factor.TIE: "champion"}
        found = changes(levels)
        assert [each.factor for each in found] == [Factor.ROLE, Factor.NOW, Factor.STANDING]
        assert [(each.gain, each.bands) for each in found] == [(2, 1), (2, 1), (2, 1)]
        low = changes(PLAIN | {Factor.TIE: "strained", Factor.NOW: "same"})
        assert [(e.factor, e.gain, e.bands) for e in low][:1] == [(Factor.NOW, 6, 1)]

    def test_an_unchanged_reason_holds_everything_else_down(self):
        """Nothing lifts the band before the reason is gone."""
        found = changes(BEST | {Factor.NOW: "same", Factor.PROOF: "none"})
        assert [(e.factor, e.bands) for e in found] == [(Factor.NOW, 2), (Factor.PROOF, 0)]

    def test_what_is_settled_is_not_held_out(self):
        """A filled role stays filled, and who was told to be second was told."""
        found = changes(PLAIN | {Factor.ROLE: "filled", Factor.STANDING: "backup"})
        assert {each.factor for each in found} == {Factor.NOW, Factor.TIE, Factor.PROOF}

    @pytest.mark.parametrize(
        ("changed", "band"),
        [
            ({Factor.HOW: "withdrew", Factor.NEED: "freeze"}, Band.UNLIKELY),
            ({Factor.ROLE: "filled"}, Band.UNLIKELY),
            ({Factor.ASKS: "third"}, Band.UNLIKELY),
            ({Factor.NOW: "same", Factor.TIME: "longer"}, Band.POSSIBLE),
            ({}, Band.LIKELY),
        ],
    )
    def test_all_that_can_be_moved_together(self, changed, band):
        """Not even all of it lifts what a cap holds down for good."""
        assert at_most(PLAIN | changed) is band

    @quick
    @given(LEVELS)
    def test_together_never_brings_less_than_one_alone(self, levels):
        """Nor less than there is now."""
        alone = [band_of(levels), *(each.band for each in changes(levels))]
        assert at_most(levels).height >= max(each.height for each in alone)

    def test_nothing_left_to_change(self):
        """At the best of everything there is no homework."""
        assert changes(BEST) == ()


class TestDays:
    """F2 and the two years, to the day."""

    @pytest.mark.parametrize(
        ("days", "level"),
        [
            *[(-1, "days_3"), (0, "days_3"), (3, "days_3"), (4, "days_14"), (14, "days_14")],
            *[(15, "days_30"), (30, "days_30"), (31, "days_90"), (90, "days_90")],
            *[(91, "days_180"), (180, "days_180"), (181, "longer"), (4000, "longer")],
        ],
    )
    def test_levels_begin_on_their_day(self, days, level):
        """Both sides of each edge; a day to come counts as today."""
        assert time_level(days) == level

    def test_over_a_leap_day(self):
        """From 15 February 2028, the fourteenth day is 29 February, the fifteenth 1 March."""
        said = date(2028, 2, 15)
        assert time_level((date(2028, 2, 29) - said).days) == "days_14"
        assert time_level((date(2028, 3, 1) - said).days) == "days_30"

    @pytest.mark.parametrize(
        ("said", "before", "on"),
        [
            (date(2024, 2, 29), date(2026, 2, 28), date(2026, 3, 1)),
            (date(2026, 2, 28), date(2028, 2, 27), date(2028, 2, 28)),
            (date(2024, 12, 31), date(2026, 12, 30), date(2026, 12, 31)),
            (date(2025, 2, 28), date(2027, 2, 27), date(2027, 2, 28)),
        ],
    )
    def test_two_years(self, said, before, on):
        """By the calendar, whatever lies between."""
        assert not is_two_years(said, before)
        assert is_two_years(said, on)

    @pytest.mark.parametrize("said", [date(9998, 1, 1), date(9999, 12, 31), date.max])
    def test_a_day_at_the_end_of_the_calendar_stops_nothing(self, said):
        """A restored file may hold one."""
        assert not is_two_years(said, date(2026, 3, 12))


class TestReasons:
    """Several reasons were given: the one that is hardest to unsay counts."""

    def test_the_hardest_counts(self):
        """Culture outweighs timing."""
        given_ = ["timing_or_personal", "culture_or_people", "pay_or_terms"]
        assert hardest(iter(given_)) == "culture_or_people"

    def test_none_is_none(self):
        """No reason at all."""
        assert hardest(iter(())) == "none_given"
