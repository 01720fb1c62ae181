"""Paths: other ways to work, opened before they are judged."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Happening, Line, Part, Record, Score, Text


class Reach(StrEnum):
    """How far a path leads away from what the person does now."""

    NEAREST = "nearest"
    SIDEWAYS = "sideways"
    BOLD = "bold"


class SkillOnPath(Part):
    """How far one of the person's skills serves on a path: 0 (not at all) to 3 (fully)."""

    skill: Line
    degree: Annotated[int, Field(ge=0, le=3)]


class Path(Record):
    """One path: what a Tuesday on it looks like, what speaks for it, and the smallest test of it.

    `demand` says that it is wanted, with the `source` and the day it was `checked_on`: what was
    not checked stays empty. `pull`, `feasible` and `proven` run from 0 to 10. `test_by` is the
    day until which the smallest test is done, `test_found` what it showed.
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
    test_by: date | None = None
    test_done_on: date | None = None
    test_found: Text = ""
    pull: Score | None = None
    feasible: Score | None = None
    proven: Score | None = None
    archived_on: date | None = None
    run_id: str = ""


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
