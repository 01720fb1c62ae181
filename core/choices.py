"""Choices: what is open to the person now, each with a next move (catalogue S0-16)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from core.records import Line, Record


class ChoiceKind(StrEnum):
    """What sort of way on it is."""

    STAY = "stay"
    APPLICATION = "application"
    LEAD = "lead"
    LEARN = "learn"
    OTHER = "other"


class Choice(Record):
    """One way on that is open now: what it is, the next move, and by when."""

    called: ClassVar[str] = "way on"

    what: Line
    kind: ChoiceKind = ChoiceKind.OTHER
    next_move: Line = ""
    by: date | None = None
    closed_on: date | None = None
