"""Paths: other ways to work, opened before they are judged (catalogue S0-28 to S0-31)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.names import same_name
from core.records import Happening, Line, Part, Record, Score, Text, instant


class Reach(StrEnum):
    """How far a path leads away from what the person does now."""

    NEAREST = "nearest"
    SIDEWAYS = "sideways"
    BOLD = "bold"


class Trial(StrEnum):
    """The smallest ways to find out what a path is like (worksheet W7)."""

    TALK = "talk"
    TASTER = "taster"
    TASK = "task"
    VISIT = "visit"


class SkillOnPath(Part):
    """How far one of the person's skills carries them on a path: 0 (not yet) to 3 (all the way).

    A skill that the path does not ask for has no degree there.
    """

    skill: Line
    degree: Annotated[int, Field(ge=0, le=3)]


class Path(Record):
    """One path: what a Tuesday on it looks like, what speaks for it, and the smallest test of it.

    `demand` says that it is wanted, with the `source` and the day it was `checked_on`: what was
    not checked stays empty. `pull` (how much it draws), `feasible` (how doable it is) and
    `proven` (how much of it is known, not guessed) run from 0 to 10. `test_by` is the day until
    which the smallest test is done, `test_found` what it showed.
    """

    called: ClassVar[str] = "path"
    inner: ClassVar[frozenset[str]] = frozenset({"run_id"})

    name: Line
    reach: Reach | None = None
    tuesday: Text = ""
    demand: Text = ""
    source: Line = ""
    checked_on: date | None = None
    skills: tuple[SkillOnPath, ...] = ()
    cost: Line = ""
    worry: Line = ""
    test: Line = ""
    test_kind: Trial | None = None
    test_by: date | None = None
    test_done_on: date | None = None
    test_found: Text = ""
    pull: Score | None = None
    feasible: Score | None = None
    proven: Score | None = None
    archived_on: date | None = None
    run_id: str = ""

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line and text of this path, the names of its skills included."""
        return (*super().own_words, *(each.skill for each in self.skills if each.skill))

    @property
    def degrees(self) -> dict[str, int]:
        """How far each skill carries here, by its name."""
        return {each.skill: each.degree for each in self.skills}

    @property
    def is_rated(self) -> bool:
        """Whether it has any of its three numbers."""
        return any(each is not None for each in (self.pull, self.feasible, self.proven))

    @property
    def waits_for_test(self) -> bool:
        """Whether a test is planned and not done yet."""
        return bool(self.test) and self.test_done_on is None and self.archived_on is None


class Activity(Happening):
    """Something that was done, and what it did to the person's energy: -3 (drains) to +3 (gives).

    `unpaid` is whether they would do it without pay.
    """

    called: ClassVar[str] = "activity"
    inner: ClassVar[frozenset[str]] = frozenset({"run_id"})

    what: Line
    energy: Annotated[int, Field(ge=-3, le=3)]
    unpaid: bool | None = None
    run_id: str = ""


REACHES = tuple(Reach)


def on_board(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the paths that were not put away: nearest, sideways, bold, then those without."""
    kept = (each for each in paths if each.archived_on is None)
    return tuple(sorted(kept, key=_place))


def put_away(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the paths that were put away, the one put away last first."""
    away = (each for each in paths if each.archived_on)
    return tuple(sorted(away, key=lambda each: each.archived_on or date.min, reverse=True))


def known_path(paths: Iterable[Path], name: str) -> Path | None:
    """Return the first path of this name; spaces and capitals do not count."""
    return next((each for each in paths if same_name(each.name, name)), None)


def with_degrees(path: Path, told: dict[str, int]) -> tuple[SkillOnPath, ...]:
    """Return the skills of a path with these degrees; those that are not told stay."""
    left = dict(told)
    skills = []
    for each in path.skills:
        again = next((name for name in left if same_name(name, each.skill)), None)
        degree = each.degree if again is None else left.pop(again)
        skills.append(each.model_copy(update={"degree": degree}))
    return (*skills, *(SkillOnPath(skill=name, degree=degree) for name, degree in left.items()))


def _place(path: Path) -> tuple[int, float]:
    reach = REACHES.index(path.reach) if path.reach else len(REACHES)
    return reach, instant(path.created_at)
