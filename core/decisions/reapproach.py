"""The door: could they say yes? Ten factors, their points, and what caps them.

Judgement rules, not statistics: a band in words, with its range, and never a percentage
(catalogue S4-1 to S4-8 and S4-22; evidence 20). What is not known counts 0 in the sum, and its
worst and its best in the range.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from core.content.reapproach import reapproach_words
from core.decisions.factors import UNKNOWN, Band, Cap, Confidence, Factor

Levels = Mapping[Factor, str]
"""The level of each factor, by its id in `reapproach.toml`."""

LIKELY, POSSIBLE = 9, 2
"""From so many points on a door is likely, or possible, to open."""

LOW_FROM = 3
"""From so many unknown factors on there is no headline but "find out first"."""

NOTHING_TOLD = {Factor.PROOF: "none", Factor.ASKS: "first"}
"""What counts where nothing was told: no new proof, and no ask so far."""

NEEDED = (Factor.TIME, Factor.REASON, Factor.HOW)
"""Factors that have no "don't know": without them there is no verdict."""

_DAYS = ((3, "days_3"), (14, "days_14"), (30, "days_30"), (90, "days_90"), (180, "days_180"))
_LONGER = "longer"


@dataclass(frozen=True)
class Door:
    """How the door stands: the sum of points with its ends, the band with its ends, and why.

    `caps` are those that hold for what is known now; `unknown` the factors that are not known.
    """

    points: int
    lowest: int
    highest: int
    band: Band
    worst: Band
    best: Band
    caps: tuple[Cap, ...]
    unknown: tuple[Factor, ...]

    @property
    def confidence(self) -> Confidence:
        """How sure the band is: higher with nothing unknown, low from three unknown on."""
        if not self.unknown:
            return Confidence.HIGHER
        return Confidence.MEDIUM if len(self.unknown) < LOW_FROM else Confidence.LOW

    @property
    def is_sure(self) -> bool:
        """Whether the band is the same whatever the unknown turns out to be."""
        return self.worst is self.best


@dataclass(frozen=True)
class Change:
    """What one factor could bring: where it would go, and the sum and band after that."""

    factor: Factor
    level: str
    gain: int
    points: int
    band: Band
    bands: int
    """By how many bands it lifts the verdict, 0 to 2."""


def judge(levels: Levels) -> Door:
    """Return how the door stands for a level of each factor; raises KeyError where one is missing.

    Sums: 9 and more likely, 2 to 8 possible, 1 and less unlikely; caps are applied after.
    """
    unknown = tuple(each for each in Factor if levels[each] == UNKNOWN)
    worst, best = _at_end(levels, "worst"), _at_end(levels, "best")
    return Door(
        points=sum_of(levels),
        lowest=sum_of(worst),
        highest=sum_of(best),
        band=band_of(levels),
        worst=band_of(worst),
        best=band_of(best),
        caps=tuple(caps_of(levels)),
        unknown=unknown,
    )


def sum_of(levels: Levels) -> int:
    """Return the sum of the points; what is not known counts 0."""
    return sum(points_of(factor, levels[factor]) for factor in Factor)


def points_of(factor: Factor, level: str) -> int:
    """Return the points of a level; 0 for "don't know"."""
    return reapproach_words().level(factor, level).points or 0


def band_of(levels: Levels) -> Band:
    """Return the band of a sum after its caps."""
    points = sum_of(levels)
    band = Band.POSSIBLE if points >= POSSIBLE else Band.UNLIKELY
    band = Band.LIKELY if points >= LIKELY else band
    return min((band, *(_CEILINGS[each] for each in caps_of(levels))), key=lambda each: each.height)


def caps_of(levels: Levels) -> Iterator[Cap]:
    """Yield the caps that hold, G1 to G7."""
    for cap, (factor, holding) in _CAPS.items():
        if levels[factor] in holding:
            yield cap


def changes(levels: Levels) -> tuple[Change, ...]:
    """Return what the person could find out or change, the most helpful first, at most three.

    In order of the bands gained, then of the points gained. What is settled for good (a role
    that is filled, a standing that was told) and what lies behind (time, reason, how the no was
    said) is not among it.
    """
    now = judge(levels)
    found = (_change(levels, now, factor) for factor in _TARGETS if _can_move(factor, levels))
    gains = [each for each in found if each.gain > 0]
    return tuple(sorted(gains, key=lambda each: (-each.bands, -each.gain)))[:3]


def at_most(levels: Levels) -> Band:
    """Return the band if everything that the person can find out or change went well at once."""
    moved = {each: level for each, level in _TARGETS.items() if _can_move(each, levels)}
    return band_of({**levels, **moved})


def time_level(days: int) -> str:
    """Return the level of F2 for a count of days since the no; a day to come counts as today."""
    return next((level for most, level in _DAYS if days <= most), _LONGER)


def is_two_years(said_on: date, today: date) -> bool:
    """Return whether a no lies two years back; one of 29 February does so on 1 March."""
    return (today.year - 2, today.month, today.day) >= (said_on.year, said_on.month, said_on.day)


def hardest(levels: Iterator[str]) -> str:
    """Return the reason that is hardest to unsay; "none_given" where there is none."""
    return min(levels, key=lambda each: points_of(Factor.REASON, each), default="none_given")


def _at_end(levels: Levels, end: str) -> dict[Factor, str]:
    words = reapproach_words()
    return {
        factor: getattr(words.level(factor, level), end) if level == UNKNOWN else level
        for factor, level in levels.items()
    }


def _change(levels: Levels, now: Door, factor: Factor) -> Change:
    moved = {**levels, factor: _TARGETS[factor]}
    points, band = sum_of(moved), band_of(moved)
    bands = band.height - now.band.height
    return Change(factor, _TARGETS[factor], points - now.points, points, band, bands)


def _can_move(factor: Factor, levels: Levels) -> bool:
    return levels[factor] not in _SETTLED.get(factor, ())


_CAPS: Mapping[Cap, tuple[Factor, frozenset[str]]] = {
    Cap.FILLED: (Factor.ROLE, frozenset({"filled"})),
    Cap.THIRD_ASK: (Factor.ASKS, frozenset({"third"})),
    Cap.TRUST: (Factor.HOW, frozenset({"no_reply", "withdrew"})),
    Cap.LONG_AGO: (Factor.TIME, frozenset({_LONGER})),
    Cap.UNCHANGED: (Factor.NOW, frozenset({"same"})),
    Cap.FREEZE: (Factor.NEED, frozenset({"freeze"})),
    Cap.FIND_OUT: (Factor.ROLE, frozenset({UNKNOWN})),
}

_CEILINGS: Mapping[Cap, Band] = {
    Cap.FILLED: Band.UNLIKELY,
    Cap.THIRD_ASK: Band.UNLIKELY,
    Cap.TRUST: Band.POSSIBLE,
    Cap.LONG_AGO: Band.POSSIBLE,
    Cap.UNCHANGED: Band.UNLIKELY,
    Cap.FREEZE: Band.UNLIKELY,
    Cap.FIND_OUT: Band.POSSIBLE,
}

_TARGETS: Mapping[Factor, str] = {
    Factor.ROLE: "open",
    Factor.NOW: "shown",
    Factor.TIE: "champion",
    Factor.STANDING: "top_choice",
    Factor.PROOF: "proof",
}
"""What each factor that can be moved could become."""

_SETTLED: Mapping[Factor, frozenset[str]] = {
    Factor.ROLE: frozenset({"filled"}),
    Factor.STANDING: frozenset({"backup"}),
}

FIXED = (Factor.TIME, Factor.REASON, Factor.HOW)
"""What lies behind, and cannot be moved."""
