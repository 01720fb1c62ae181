"""Outcomes: what a calculation found, in a shape that screen and paper can show alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

Cell = str | int | float | date | None
"""What stands in one cell of a table of results; None where there is nothing to say."""


class Picture(StrEnum):
    """How a table of results can be drawn.

    `gaps`: a name, a first and a second number 0-10, drawn as two marks on one line.
    `heat`: a name, another name, a number; drawn as a grid of shaded cells.
    `bars`: a name and a number; further columns are told, not drawn.
    `weeks`: a name, the week it begins and the week it ends, both counted from 1.
    `pulls`: a name and a number, above 0 what pulls up and below 0 what pulls down.
    `square`: a name, how it was decided 0-12 and how it turned out -5 to +5; a place in a square.
    `lines`: a name, what the numbers are at (a word), a number 0-10; a line for each name.
    `ranges`: a name, and of one share its low end, its middle and its high end, 0-100.
    """

    GAPS = "gaps"
    HEAT = "heat"
    BARS = "bars"
    WEEKS = "weeks"
    PULLS = "pulls"
    SQUARE = "square"
    LINES = "lines"
    RANGES = "ranges"


@dataclass(frozen=True)
class Said:
    """A sentence by its id in the `says` of a result, and the facts for its slots."""

    id: str
    facts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Outcome:
    """What was found: sentences, and a table whose columns are ids of the result's `columns`.

    The first sentence reads the picture for who cannot see it. `points` are what the picture
    draws where it is not the table itself: rows of the shape that `Picture` names. `keys` are the
    choices that it suggests for the pick that its result fills.
    """

    says: tuple[Said, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    picture: Picture | None = None
    points: tuple[tuple[Cell, ...], ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.says or self.rows)


@dataclass(frozen=True)
class Around:
    """What a calculation may know beside the answers.

    `free_hours` are those in a week, as far as the person told; `earlier` what the same
    worksheet's finished runs had found before, the newest first, as raw answers. `others` are
    the raw answers of the newest finished run of each other worksheet for the same case, by the
    worksheet's id; of a run that is over, none that was finished later: those worksheets are in
    `since`, so that what was read once reads the same ever after. `seed` is what chance begins
    with: the same for the same run. `currency` is the person's own, "" while it is not told.
    `asks` is how many letters for the case asked to go back; `sleeps` says that a big step had
    better wait for a night (safety, strain). `trying` is what the change in applying that runs is
    about, "" where none runs or the one that does came of this run.
    """

    today: date
    free_hours: float | None = None
    earlier: tuple[Mapping[str, Any], ...] = ()
    others: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    since: frozenset[str] = frozenset()
    seed: str = ""
    currency: str = ""
    asks: int = 0
    sleeps: bool = False
    trying: str = ""
