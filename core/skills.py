"""Skills: what the wanted roles ask for, how far the person is, and how a gap is closed."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Line, Part, Record

Level = Annotated[int, Field(ge=0, le=4)]
"""How well a skill is mastered: 0 none, 1 beginning, 2 with help, 3 alone, 4 could teach it."""


class ActionKind(StrEnum):
    """Ways to close a gap (catalogue S0-21, S1-21, S1-22)."""

    STUDY = "study"
    COURSE = "course"
    WORKSHOP = "workshop"
    MENTOR = "mentor"
    PROJECT = "project"
    CERTIFICATE = "certificate"
    PLACEMENT = "placement"
    VOLUNTEERING = "volunteering"
    FREELANCE = "freelance"
    SHOW = "show"


class SkillAction(Part):
    """One way to close the gap: `hours` of work, what it may cost, by when, and what proves it.

    `closes` is by how many levels it is meant to lift the skill, 0-4.
    """

    kind: ActionKind | None = None
    text: Line = ""
    hours: Annotated[float, Field(ge=0, le=2000)] | None = None
    cost: Line = ""
    by: date | None = None
    proof: Line = ""
    closes: Level | None = None
    done_on: date | None = None


class Skill(Record):
    """One skill. `asked` is the level that ads ask for, `ads` how many of `of_ads` ask for it.

    `goal_link` says how much it matters for the person's own goal, 0 (not) to 3 (much). Both
    levels are as of `noted_on`. `run_id` is the worksheet run that it came from.
    """

    called: ClassVar[str] = "skill"

    name: Line
    level: Level | None = None
    asked: Level | None = None
    ads: Annotated[int, Field(ge=0)] = 0
    of_ads: Annotated[int, Field(ge=0)] = 0
    proof: Line = ""
    goal_link: Annotated[int, Field(ge=0, le=3)] | None = None
    actions: tuple[SkillAction, ...] = ()
    noted_on: date | None = None
    run_id: str = ""

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line of this skill, those of its actions included."""
        lines = (line for each in self.actions for line in (each.text, each.cost, each.proof))
        return (*super().own_words, *filter(None, lines))
