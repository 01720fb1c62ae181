"""Money in a decision: whether it meets need and hope, and whether it decides (S0-9, S0-10)."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from core.decisions.offer import Matrix, ahead, flips, shares_of, totals

LOW = 4
"""Up to 4 of 10 a score is low (catalogue S3-34)."""


class Band(StrEnum):
    """Where what was offered stands between what is needed and what is hoped for.

    With only one of the two told it is held against that one. `CROSSED` is between a hope and a
    need above it.
    """

    BELOW = "below"
    BETWEEN = "between"
    ABOVE = "above"
    MEETS_NEED = "meets_need"
    UNDER_HOPE = "under_hope"
    CROSSED = "crossed"


def band(need: float | None, hope: float | None, offered: float | None) -> Band | None:
    """Return where an offer stands (catalogue S0-9); None without it, or without need and hope.

    An offer that is exactly the need meets it, one that is exactly the hope reaches it. A need
    above the hope matters only where the offer lies between them.
    """
    if offered is None or (need is None and hope is None):
        return None
    if need is not None and hope is not None and need > hope and hope <= offered < need:
        return Band.CROSSED
    if need is not None and offered < need:
        return Band.BELOW
    if hope is None:
        return Band.MEETS_NEED
    if offered >= hope:
        return Band.ABOVE
    return Band.UNDER_HOPE if need is None else Band.BETWEEN


@dataclass(frozen=True)
class MoneyWeight:
    """Whether pay decides: who is ahead without it, with half, with its own and double weight.

    `tips_at` is the share of pay at which the answer turns, between 0 and 1; None where none does.
    Where both options pay alike, all of the weight makes them level and none of it turns them.
    """

    without: tuple[str, ...]
    halved: tuple[str, ...]
    as_it_is: tuple[str, ...]
    doubled: tuple[str, ...]
    share: Fraction
    tips_at: Fraction | None

    @property
    def decides(self) -> bool:
        """Whether another weight for pay would put another option ahead."""
        return any(e != self.as_it_is for e in (self.without, self.halved, self.doubled))


def money_weight(matrix: Matrix, pay: str) -> MoneyWeight | None:
    """Return whether pay decides (catalogue S0-10); `pay` is its criterion.

    None where pay is not weighed, has no weight, or is all that has one.
    """
    by = shares_of(matrix)
    share = by.get(pay, Fraction(0))
    if not 0 < share < 1:
        return None
    return MoneyWeight(
        without=_ahead_with(matrix, pay, 0),
        halved=_ahead_with(matrix, pay, Fraction(1, 2)),
        as_it_is=_ahead_with(matrix, pay, 1),
        doubled=_ahead_with(matrix, pay, 2),
        share=share,
        tips_at=next(
            (each.at for each in flips(matrix) if each.criterion == pay and 0 < each.at < 1), None
        ),
    )


def _ahead_with(matrix: Matrix, pay: str, times: Fraction | int) -> tuple[str, ...]:
    """Return who is ahead when pay has so many times its weight."""
    by = shares_of(matrix)
    changed = {each: share * times if each == pay else share for each, share in by.items()}
    whole = sum(changed.values())
    return ahead(totals(matrix, {each: share / whole for each, share in changed.items()}))


def golden_rut(
    offered: float | None, hope: float | None, goal_fit: int | None, tasks_liked: int | None
) -> bool | None:
    """Return whether an offer pays what was hoped for and leads off the way (catalogue S3-34).

    That is: pay at the hope or above, goal fit and liking of the core tasks 4 of 10 or lower.
    None while one of them is not told.
    """
    if offered is None or hope is None or goal_fit is None or tasks_liked is None:
        return None
    return offered >= hope and goal_fit <= LOW and tasks_liked <= LOW
