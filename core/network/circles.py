"""The map of a network: who stands in which circle and how close, and where nobody stands yet.

Source: catalogue S3-46 (the eight circles), S1-13 (openings are where a circle is empty) and S2-12
(coverage). Whoever is put away is left out. It counts people, and gives nobody a grade.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.people import Circle, Closeness, Help, Person
from core.workspace import Workspace

A_FEW = 5
"""From so many people on, what is missing among them can be of use."""

FEW_GAPS = 3


@dataclass(frozen=True)
class Coverage:
    """How many people stand where.

    `cells` counts those of a circle and a closeness; `by_circle` all of a circle, also those whose
    closeness was not said, and `introducers` those of them who can introduce the person; both name
    every circle. `introducing` counts whoever can, also outside of the circles. `empty` are the
    circles in which nobody is. `by_closeness` counts whoever is
    given one, in whichever circle. `placed` counts those of whom both are known, `unplaced` the
    others.
    """

    cells: Mapping[tuple[Circle, Closeness], int]
    by_circle: Mapping[Circle, int]
    introducers: Mapping[Circle, int]
    introducing: int
    by_closeness: Mapping[Closeness, int]
    empty: tuple[Circle, ...]
    placed: int
    unplaced: int

    @property
    def known(self) -> int:
        """How many people there are, placed or not."""
        return self.placed + self.unplaced

    @property
    def tells_gaps(self) -> bool:
        """Whether empty circles are openings to be named: not while almost all of them are empty.

        Naming seven of eight to somebody who began with one person tells what is missing (S1-13).
        """
        return self.placed >= A_FEW or len(self.empty) <= FEW_GAPS

    @property
    def close_or_loose(self) -> int:
        """How many people have any closeness. What share of weak ties is best, nobody knows."""
        return sum(self.by_closeness.values())


def coverage(people: Iterable[Person]) -> Coverage:
    """Return how many people stand in which circle, and how close; who is put away is left out."""
    here = [each for each in people if each.archived_on is None]
    cells = Counter((e.circle, e.closeness) for e in here if e.circle and e.closeness)
    circles = Counter(each.circle for each in here if each.circle)
    introducing = Counter(e.circle for e in here if e.circle and Help.INTRODUCE in e.helps)
    closeness = Counter(each.closeness for each in here if each.closeness)
    placed = sum(cells.values())
    return Coverage(
        cells={pair: cells[pair] for pair in ((c, n) for c in Circle for n in Closeness)},
        by_circle={each: circles[each] for each in Circle},
        introducers={each: introducing[each] for each in Circle},
        introducing=sum(Help.INTRODUCE in each.helps for each in here),
        by_closeness={each: closeness[each] for each in Closeness},
        empty=tuple(each for each in Circle if not circles[each]),
        placed=placed,
        unplaced=len(here) - placed,
    )


def coverage_now(workspace: Workspace) -> Coverage:
    """Return the coverage of everybody who is known, for `workspace.view`."""
    return coverage(workspace.people.all())


def in_circle(people: Iterable[Person], circle: Circle) -> tuple[Person, ...]:
    """Return those of a circle who are not put away, those who are given a closeness first."""
    here = [each for each in people if each.circle is circle and each.archived_on is None]
    order = [*Closeness, None]
    return tuple(sorted(here, key=lambda each: order.index(each.closeness)))
