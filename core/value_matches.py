"""Matches: how far goals and roles serve the values of a person, each match from 0 to 3.

A value weighs by its place: of five the first weighs 5 and the last 1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

FULL = 3
"""A match runs from 0 (not at all) over 1 (a little) and 2 (mostly) to 3 (fully)."""

SERVES = 2
"""From this match on, a goal serves a value."""

APART = Fraction(1, 2)
"""Roles whose fit differs by less than half a degree are alike, as far as one can see."""


@dataclass(frozen=True)
class Alignment:
    """How goals and values go together (catalogue S1-10).

    `served` are the values that a goal serves, in their order. `missed` is the biggest
    mismatch: a value that no goal serves, with `best`, the best match that it has. `idle` are
    the goals that serve no value. `unanswered` pairs are not judged.
    """

    served: tuple[str, ...]
    missed: str = ""
    best: int = 0
    idle: tuple[str, ...] = ()
    unanswered: int = 0


def weights(values: Sequence[str]) -> dict[str, int]:
    """Return what each value weighs by its place, the first most and the last 1."""
    return {value: len(values) - place for place, value in enumerate(values)}


def alignment(
    matches: Mapping[tuple[str, str], int], goals: Sequence[str], values: Sequence[str]
) -> Alignment:
    """Return how goals and values go together; `matches` is by goal and value, 0-3.

    The biggest mismatch is the value with the largest weight times what its best match lacks
    of 3, among those that every goal was held against and none serves; of two alike, the one
    that stands higher. A goal is idle where it was held against every value and serves none.
    """
    best = {value: _best(matches, [(goal, value) for goal in goals]) for value in values}
    most = {goal: _best(matches, [(goal, value) for value in values]) for goal in goals}
    missed = [value for value in values if _is_missed(matches, goals, value, best[value])]
    weight = weights(values)
    biggest = max(missed, key=lambda value: weight[value] * (FULL - best[value]), default="")
    return Alignment(
        served=tuple(value for value in values if best[value] >= SERVES),
        missed=biggest,
        best=best.get(biggest, 0),
        idle=tuple(
            goal
            for goal in goals
            if values and most[goal] < SERVES and all((goal, each) in matches for each in values)
        ),
        unanswered=sum(1 for goal in goals for value in values if (goal, value) not in matches),
    )


def _best(matches: Mapping[tuple[str, str], int], pairs: Sequence[tuple[str, str]]) -> int:
    return max((matches[pair] for pair in pairs if pair in matches), default=0)


def _is_missed(
    matches: Mapping[tuple[str, str], int], goals: Sequence[str], value: str, best: int
) -> bool:
    held = bool(goals) and all((goal, value) in matches for goal in goals)
    return held and best < SERVES


@dataclass(frozen=True)
class Evidence:
    """What a role shows of one value: a match 0-3 if told, and whether there is evidence."""

    value: str
    match: int | None = None
    seen: bool = False


@dataclass(frozen=True)
class Fit:
    """How far a role fits: `degree` 0-3, None while it is too early to tell.

    There is evidence for `seen` `of` the values; `blind` are those without, in their order.
    """

    degree: Fraction | None
    seen: int
    of: int
    blind: tuple[str, ...] = ()


class Closer(StrEnum):
    """Which of two roles fits better, as far as one can see."""

    FIRST = "first"
    SECOND = "second"
    ALIKE = "alike"
    EARLY = "early"


def role_fit(every: Sequence[Evidence]) -> Fit:
    """Return how far a role fits, from its evidence in the order of the values.

    The degree is the mean of the matches that were told, each with its value's weight. Without
    any evidence a match is a guess, and it is too early to tell.
    """
    weight = weights([each.value for each in every])
    told = [(weight[each.value], each.match) for each in every if each.match is not None]
    seen = sum(1 for each in every if each.seen)
    degree = None
    if told and seen:
        degree = Fraction(sum(w * match for w, match in told), sum(w for w, _ in told))
    blind = tuple(each.value for each in every if not each.seen)
    return Fit(degree, seen, len(every), blind)


def closer(first: Fit, second: Fit) -> Closer:
    """Return which role fits better.

    Too early to tell unless both have evidence for more than half of the values; alike where
    they differ by less than half a degree.
    """
    one, other = first.degree, second.degree
    if one is None or other is None or not (_is_known(first) and _is_known(second)):
        return Closer.EARLY
    if abs(one - other) < APART:
        return Closer.ALIKE
    return Closer.FIRST if one > other else Closer.SECOND


def _is_known(fit: Fit) -> bool:
    return fit.seen * 2 > fit.of
