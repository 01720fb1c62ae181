"""Thought checks: how much a thought and its feeling weigh before and after (evidence 2).

A fall of one in ten is a real result. Where two checks in a row bring none, it is time to stop
turning the thought over, and to do something kind or active.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.steadying import is_steadier, lighter_by

REAL = 1
"""The least way down, in points of ten, that counts as a shift; up, of a feeling like calm."""

IN_A_ROW = 2


@dataclass(frozen=True)
class Shift:
    """How far the belief in the thought fell, and by how much its strongest feeling is lighter.

    In points of ten. A number below 0 says that the belief rose or that the feeling is heavier;
    None that it was not told both before and after. `feeling` is the name of the strongest one.
    """

    belief: int | None = None
    strength: int | None = None
    feeling: str = ""

    @property
    def is_measured(self) -> bool:
        """Whether anything was told both before and after."""
        return self.belief is not None or self.strength is not None

    @property
    def is_real(self) -> bool:
        """Whether the belief fell or the feeling is lighter, by one point or more."""
        return max(self.belief or 0, self.strength or 0) >= REAL


def thought_shift(
    belief: tuple[int | None, int | None],
    before: Mapping[str, int | None],
    after: Mapping[str, int | None],
) -> Shift:
    """Return the shift of the belief (before, after) and of the feeling that was strongest before.

    Numbers run from 0 to 10. A feeling that is no strain counts only where there is no other.
    Of feelings that were equally strong, the first named counts among those that were rated
    again; where none of the strongest was, the feeling stays unmeasured.
    """
    rated = {name: number for name, number in before.items() if number is not None}
    strains = {name: number for name, number in rated.items() if not is_steadier(name)}
    told = strains or rated
    most = max(told.values(), default=0)
    strongest = [name for name, number in told.items() if number == most]
    again = [name for name in strongest if after.get(name) is not None]
    feeling = next(iter([*again, *strongest]), "")
    lighter = _lighter(feeling, told.get(feeling), after.get(feeling))
    return Shift(_fall(*belief), lighter, feeling)


def is_time_to_stop(shifts: Iterable[Shift]) -> bool:
    """Return whether the last two measured checks, told in their order, brought no shift."""
    measured = [each for each in shifts if each.is_measured]
    last = measured[-IN_A_ROW:]
    return len(last) == IN_A_ROW and not any(each.is_real for each in last)


def _fall(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else before - after


def _lighter(feeling: str, before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else lighter_by(feeling, before, after)
