"""Cases: what just happened, in either direction. Everything else hangs on one of these."""

from datetime import date, datetime
from enum import StrEnum

from core.records import Happening, Line, Part, Text


class Direction(StrEnum):
    """Which way the no went."""

    THEY_SAID_NO = "they_said_no"
    I_SAID_NO = "i_said_no"
    SECOND_THOUGHTS = "second_thoughts"
    SILENCE = "silence"
    CANCELLED = "cancelled"
    WITHDREW = "withdrew"


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
    """One no, and all that is known of it. Only the direction is needed; `happened_on` may be guessed.

    Reasons, pulls (what appealed) and `told_by` hold ids of `core/content/en/cases.toml`.
    `reasons_given` is what the employer was told, `reasons_true` what the person knows:
    they are kept apart. `goal` is what the person hopes to be to this employer later;
    `protected` is the value that a deliberate no kept safe.
    """

    direction: Direction
    employer: Line = ""
    role: Line = ""
    stages: tuple[StageReached, ...] = ()
    told_by: str = ""
    story: Text = ""
    pulls: tuple[str, ...] = ()
    reasons_given: tuple[str, ...] = ()
    reasons_true: tuple[str, ...] = ()
    reason_words: Text = ""
    protected: Line = ""
    deadline: date | None = None
    referrer_id: str = ""
    contact_id: str = ""
    door: Door = Door.UNKNOWN
    goal: str = ""
    rested_at: datetime | None = None

    @property
    def stage(self) -> Stage | None:
        """The stage noted last, or None where none was noted."""
        return self.stages[-1].stage if self.stages else None

    @property
    def at_rest(self) -> bool:
        """Out of sight, kept safe."""
        return self.rested_at is not None
