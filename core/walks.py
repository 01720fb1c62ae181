"""Walks: a person's way through the stops for one case, with what they leave out."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import ClassVar

from core.cases import Case, Direction
from core.records import Record, instant


class Route(StrEnum):
    """Which way the no went: theirs, the person's own, or their own and doubted."""

    A = "A"
    B = "B"
    C = "C"


class Builds(StrEnum):
    """What a stop strengthens: help to find work works where both are there (evidence 10)."""

    SKILLS = "skills"
    MOTIVATION = "motivation"


class Place(StrEnum):
    """Where a stop leads: a screen of Ajar, a worksheet or a letter."""

    CHECK_IN = "check_in"
    STEADY = "steady"
    WRITING = "writing"
    CASE = "case"
    FEEDBACK = "feedback"
    DEBRIEF = "debrief"
    REASSESS = "reassess"
    WORKSHEET = "worksheet"
    LETTER = "letter"


class Counts(StrEnum):
    """When a stop counts as done; the rules stand in `core/routes.py`."""

    CHECKED_IN = "checked_in"
    STEADIED = "steadied"
    WROTE = "wrote"
    REASONS_TOLD = "reasons_told"
    PROTECTED_NAMED = "protected_named"
    FEEDBACK_NOTED = "feedback_noted"
    LOOKED_BACK = "looked_back"
    OPENING_NOTED = "opening_noted"
    RUN_FINISHED = "run_finished"
    LETTER_SENT = "letter_sent"


class Walk(Record):
    """The walk for a case. Without `route` it is the one that fits what happened.

    `skipped` holds the ids of the stops that the person leaves out; each can be taken up again.
    `rested_on` is the day of which they said that it is enough. Looks back at the decision are
    not offered before `looks_from`, and not at all where they are let be.
    """

    called: ClassVar[str] = "walk"
    inner: ClassVar[frozenset[str]] = frozenset(
        {"case_id", "route", "skipped", "rested_on", "looks_from", "looks_let_be"}
    )

    case_id: str
    route: Route | None = None
    skipped: tuple[str, ...] = ()
    rested_on: date | None = None
    looks_from: date | None = None
    looks_let_be: bool = False

    def without(self, stop: str) -> "Walk":
        """Return this walk with one more stop left out."""
        others = (each for each in self.skipped if each != stop)
        return self.model_copy(update={"skipped": (*others, stop)})


_BY_DIRECTION = {
    Direction.THEY_SAID_NO: Route.A,
    Direction.SILENCE: Route.A,
    Direction.CANCELLED: Route.A,
    Direction.I_SAID_NO: Route.B,
    Direction.WITHDREW: Route.B,
    Direction.SECOND_THOUGHTS: Route.C,
}


def route_for(direction: Direction) -> Route:
    """Return the route for what happened."""
    return _BY_DIRECTION[direction]


def walk_for(walks: Iterable[Walk], case: Case) -> Walk:
    """Return the walk of a case, the one changed last; a new one that is not yet kept, if none."""
    ours = (each for each in walks if each.case_id == case.id)
    begun = max(ours, key=lambda each: instant(each.updated_at), default=None)
    return begun or Walk(case_id=case.id)
