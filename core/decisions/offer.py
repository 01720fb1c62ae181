"""Weighing: options against what matters, and how firm the answer is (evidence 16).

Weights are swing weights: how much moving from worst to best on a criterion matters, 0-10.
Scores are 0-10. Everything is counted exactly, so that what is a tie is told as one.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

DRAWS = 500
"""So many other ways to weigh things are tried (evidence 16)."""

SPREAD = 20
"""How closely they lie around the person's own weights: each counts 1 + 20 times its share."""

STEADY, LEANING = Fraction(80, 100), Fraction(60, 100)
"""From 80 of 100 draws on an answer is steady, from 60 on leaning, below that a close call."""

Weights = Mapping[str, Fraction]
"""The share of each criterion; together they are 1."""


class Firmness(StrEnum):
    """How firm the answer is when the weights are shaken."""

    STEADY = "steady"
    LEANING = "leaning"
    CLOSE_CALL = "close_call"


@dataclass(frozen=True)
class Matrix:
    """What is weighed: criteria with weights 0-10, options, and the score of each pair, 0-10.

    A criterion that misses the score of an option weighs nothing.
    """

    weights: Mapping[str, int]
    options: tuple[str, ...]
    scores: Mapping[tuple[str, str], int]

    @property
    def weighed(self) -> tuple[str, ...]:
        """The criteria that have a weight and a score for every option, in their order."""
        return tuple(
            each
            for each in self.weights
            if all((each, option) in self.scores for option in self.options)
        )

    def without(self, left_out: Collection[str]) -> "Matrix":
        """Return what is weighed when some options are left out."""
        stay = tuple(each for each in self.options if each not in left_out)
        return Matrix(self.weights, stay, self.scores)


class Flip(NamedTuple):
    """Where the answer would turn: the share of a criterion `now` and `at` the turn, 0-1."""

    criterion: str
    now: Fraction
    at: Fraction


def shares(weights: Mapping[str, int]) -> dict[str, Fraction]:
    """Return weights as shares of one whole; empty where none is above 0 (too early to tell)."""
    whole = sum(weights.values())
    return {each: Fraction(weight, whole) for each, weight in weights.items()} if whole else {}


def shares_of(matrix: Matrix) -> dict[str, Fraction]:
    """Return the share of each criterion that can be weighed."""
    return shares({each: matrix.weights[each] for each in matrix.weighed})


def totals(matrix: Matrix, weights: Weights | None = None) -> dict[str, Fraction]:
    """Return the total of each option, 0-10: every score times its share; empty if too early."""
    by = shares_of(matrix) if weights is None else weights
    if not by:
        return {}
    return {
        option: sum((by[each] * matrix.scores[each, option] for each in by), Fraction(0))
        for option in matrix.options
    }


def ahead(found: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Return the option with the highest total, or all that share it; empty without any."""
    best = max(found.values(), default=None)
    return tuple(each for each, total in found.items() if total == best)


def failing(
    must_haves: Iterable[str], meets: Mapping[tuple[str, str], bool], options: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return for each option that lacks a must-have what it lacks (evidence 16: these go first).

    What nobody knows is not lacking.
    """
    needed = tuple(must_haves)
    lacks = {
        option: tuple(each for each in needed if meets.get((each, option)) is False)
        for option in options
    }
    return {option: missing for option, missing in lacks.items() if missing}


def flips(matrix: Matrix) -> tuple[Flip, ...]:
    """Return where the weight of one criterion would turn the answer between two options.

    With d the score gap on criterion i and r the mean gap on the others, weighted by their own
    shares, the totals are level at w* = r / (r - d); told only where that lies in 0-1 (evidence
    16). The nearest turn comes first. Without a leader there is nothing to turn.
    """
    by = shares_of(matrix)
    if len(ahead(totals(matrix))) != 1 or len(matrix.options) != 2:  # noqa: PLR2004 - one and other
        return ()
    found = (_flip(each, by, _gaps(matrix)) for each in by)
    turns = [each for each in found if each is not None]
    return tuple(sorted(turns, key=lambda each: (abs(each.at - each.now), each.criterion)))


def _gaps(matrix: Matrix) -> dict[str, int]:
    """Return by how much the first option is above the second on each criterion."""
    one, other = matrix.options
    return {e: matrix.scores[e, one] - matrix.scores[e, other] for e in matrix.weighed}


def _flip(criterion: str, by: Weights, gaps: Mapping[str, int]) -> Flip | None:
    now, gap = by[criterion], gaps[criterion]
    if now == 1:
        return None
    left = sum((by[each] * gaps[each] for each in by if each != criterion), Fraction(0))
    rest = left / (1 - now)
    if rest == gap:
        return None
    at = rest / (rest - gap)
    return Flip(criterion, now, at) if 0 <= at <= 1 else None


def pulls(matrix: Matrix) -> dict[str, Fraction]:
    """Return what each criterion adds to the gap between two options, above 0 for the first."""
    by = shares_of(matrix)
    return {each: share * _gaps(matrix)[each] for each, share in by.items()} if by else {}


def robustness(matrix: Matrix, seed: str) -> Fraction | None:
    """Return in which share of 500 other weightings the same option is ahead, 0-1 (evidence 16).

    The weightings are drawn around the person's own: the same for the same seed, in any process
    and in whatever order the criteria stand. A tie counts as half. None without one leader, and
    1 where only one option is left.
    """
    leaders = ahead(totals(matrix))
    if len(leaders) != 1:
        return None
    by = shares_of(matrix)
    names = sorted(by)
    rivals = [each for each in matrix.options if each != leaders[0]]
    scores = matrix.scores
    gaps = tuple(
        tuple(scores[name, leaders[0]] - scores[name, rival] for name in names) for rival in rivals
    )
    return _share_won(tuple(float(by[name]) for name in names), gaps, seed)


def firmness(share: Fraction) -> Firmness:
    """Return how firm an answer is that stays ahead in this share of draws, 0-1."""
    if share >= STEADY:
        return Firmness.STEADY
    return Firmness.LEANING if share >= LEANING else Firmness.CLOSE_CALL


ALIKE = 1e-9
"""Two totals that are nearer than this are a tie: what is drawn is not exact."""


@lru_cache(maxsize=256)
def _share_won(by: tuple[float, ...], gaps: tuple[tuple[int, ...], ...], seed: str) -> Fraction:
    """Return the share of draws that no rival wins; `gaps` are by rival, then by criterion."""
    if not gaps:
        return Fraction(1)
    import numpy as np  # noqa: PLC0415 - large, and only this needs it

    drawn = np.random.default_rng(seed_of(seed)).dirichlet([1 + SPREAD * w for w in by], DRAWS)
    lead = (drawn @ np.array(gaps, dtype=float).T).min(axis=1)
    won, level = int((lead > ALIKE).sum()), int((abs(lead) <= ALIKE).sum())
    return Fraction(2 * won + level, 2 * DRAWS)


def seed_of(text: str) -> int:
    """Return the number that chance begins with for a text: the same in every process."""
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big")
