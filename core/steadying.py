"""Steadying: how much feelings weigh before and after the first worksheet (W1, evidence 1 and 5).

A change says something about an hour, never about a person. Where looking closely made it
weigh more by two points or more, looking is over for the day.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.check_ins import STEADIER
from core.content.feelings import feeling_words

ENOUGH = 2
"""From this rise on, in points of ten, it is time to stop and do something kind."""


@dataclass(frozen=True)
class Rated:
    """One feeling that was rated before and after, 0 (barely there) to 10 (all I can feel)."""

    feeling: str
    before: int
    after: int

    @property
    def lighter(self) -> int:
        """By how many points it is lighter; below 0 heavier. Of calm, more is lighter."""
        return lighter_by(self.feeling, self.before, self.after)


@dataclass(frozen=True)
class Eased:
    """What changed over all feelings: the largest change, None where nothing did, and the mean.

    `mean` is in points of ten, rounded to one decimal; below 0 it weighs more than before.
    """

    largest: Rated | None
    mean: float
    is_enough: bool


def family_of(feeling: str) -> str:
    """Return the family of a feeling word; "" for a word of the person's own."""
    families = feeling_words().families.items()
    return next((name for name, family in families if feeling in family.words), "")


def is_steadier(feeling: str) -> bool:
    """Return whether a feeling word is no strain, so that more of it is lighter."""
    return family_of(feeling) == STEADIER


def lighter_by(feeling: str, before: int, after: int) -> int:
    """Return by how many points a feeling became lighter; below 0 heavier."""
    return after - before if is_steadier(feeling) else before - after


def rated_twice(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Rated, ...]:
    """Return the feelings that were rated both times, in the order of the first time."""
    return tuple(Rated(name, was, after[name]) for name, was in before.items() if name in after)


def eased(rated: Collection[Rated]) -> Eased | None:
    """Return what changed; of changes that are equally large the first counts. None for nothing."""
    if not rated:
        return None
    largest = max(rated, key=lambda each: abs(each.lighter))
    mean = sum(each.lighter for each in rated) / len(rated)
    return Eased(
        largest=largest if largest.lighter else None,
        mean=round(mean, 1),
        is_enough=any(each.lighter <= -ENOUGH for each in rated),
    )
