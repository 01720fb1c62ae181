"""Cases: what just happened, in either direction. Everything else hangs on one of these."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field

from core.letters.kinds import Openness
from core.records import Happening, Line, Part, Text, instant


class Direction(StrEnum):
    """Which way the no went."""

    THEY_SAID_NO = "they_said_no"
    I_SAID_NO = "i_said_no"
    SECOND_THOUGHTS = "second_thoughts"
    SILENCE = "silence"
    CANCELLED = "cancelled"
    WITHDREW = "withdrew"


OWN_NO = frozenset({Direction.I_SAID_NO, Direction.SECOND_THOUGHTS, Direction.WITHDREW})
"""The directions in which the person decided."""


class Stage(StrEnum):
    """How far it got, in the order in which stages usually come."""

    APPLIED = "applied"
    SCREENED = "screened"
    FIRST_TALK = "first_talk"
    TASK = "task"
    LATER_INTERVIEW = "later_interview"
    FINAL = "final"
    OFFER = "offer"
    ACCEPTED = "accepted"


class Door(StrEnum):
    """How the person left things with this employer."""

    OPEN = "open"
    AJAR = "ajar"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class StageReached(Part):
    """One line of the stage history: reached on a day (if known), noted at a moment."""

    stage: Stage
    on: date | None = None
    noted_at: datetime | None = None


class Case(Happening):
    """One no, and all that is known of it. Only the direction is needed; the day may be a guess.

    Reasons, pulls (what appealed) and `told_by` hold ids of `core/content/en/cases.toml`.
    `reasons_given` is what the employer was told, `reasons_true` what the person knows: they
    are kept apart. `elsewhere` is where else the pulls could be found, `goal` what the person
    hopes to be to this employer later, `protected` the value that a deliberate no kept safe,
    `manner` how they said it.

    What every letter of this case says alike: `openness` is how much of the reason they give,
    `core_line` the reason in one true sentence, chosen from `rapport` and `later_interest` (0-3
    each) and `sting` (0-2, would the truth read as blame?); `openness_why` is the person's own
    reason for choosing otherwise than suggested.
    """

    called: ClassVar[str] = "case"

    direction: Direction
    employer: Line = ""
    role: Line = ""
    stages: tuple[StageReached, ...] = ()
    told_by: str = ""
    story: Text = ""
    pulls: tuple[str, ...] = ()
    elsewhere: Line = ""
    reasons_given: tuple[str, ...] = ()
    reasons_true: tuple[str, ...] = ()
    reason_words: Text = ""
    protected: Line = ""
    manner: str = ""
    deadline: date | None = None
    referrer_id: str = ""
    contact_id: str = ""
    door: Door = Door.UNKNOWN
    goal: str = ""
    rapport: Annotated[int, Field(ge=0, le=3)] | None = None
    later_interest: Annotated[int, Field(ge=0, le=3)] | None = None
    sting: Annotated[int, Field(ge=0, le=2)] | None = None
    openness: Openness | None = None
    openness_why: Line = ""
    core_line: Line = ""
    rested_at: datetime | None = None

    @property
    def stage(self) -> Stage | None:
        """The stage noted last, or None where none was noted."""
        return self.stages[-1].stage if self.stages else None

    @property
    def at_rest(self) -> bool:
        """Out of sight, kept safe."""
        return self.rested_at is not None

    def reached(self, stage: Stage, on: date | None, now: datetime) -> Self:
        """Return this case with one more line in its stage history; nothing is taken out of it."""
        if stage is self.stage and on == self.stages[-1].on:
            return self
        line = StageReached(stage=stage, on=on, noted_at=now)
        return self.model_copy(update={"stages": (*self.stages, line)})


_ALWAYS = frozenset({"employer", "role", "happened_on", "story", "pulls", "contact", "referrer"})
_DECIDED = frozenset({"told_by", "reasons", "protected", "door", "goal"})
_ASKS = {
    Direction.THEY_SAID_NO: _ALWAYS | {"stage", "told_by", "door", "goal"},
    Direction.I_SAID_NO: _ALWAYS | _DECIDED | {"deadline"},
    Direction.SECOND_THOUGHTS: _ALWAYS | _DECIDED | {"deadline"},
    Direction.SILENCE: _ALWAYS | {"stage"},
    Direction.CANCELLED: _ALWAYS | {"stage", "told_by", "goal"},
    Direction.WITHDREW: _ALWAYS | _DECIDED | {"stage"},
}


def asks(direction: Direction) -> frozenset[str]:
    """Names of the questions that matter after this answer to "What happened?"."""
    return _ASKS[direction]


def stage_at_start(direction: Direction) -> Stage | None:
    """The stage that an answer implies: saying no to an offer means there was an offer."""
    offered = direction in (Direction.I_SAID_NO, Direction.SECOND_THOUGHTS)
    return Stage.OFFER if offered else None


def alive(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Cases that are not at rest, the one touched last first."""
    awake = (each for each in cases if not each.at_rest)
    return tuple(
        sorted(awake, key=lambda each: (instant(each.updated_at), each.happened_on), reverse=True)
    )
