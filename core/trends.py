"""Trends: new tools and topics of the person's field, on a watch list (catalogue S0-17, S2-33)."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Line, Record

Degree = Annotated[int, Field(ge=0, le=3)]
"""How much: 0 not, 1 a little, 2 rather, 3 very much."""


class Trend(Record):
    """One thing that is new in the field: where it was read, and on which day.

    `fits` says how well it goes with the person's skills, `pull` how much it draws them.
    `looked_on` is when they last looked at it again.
    """

    called: ClassVar[str] = "trend"

    name: Line
    source: Line = ""
    seen_on: date | None = None
    skill: Line = ""
    fits: Degree | None = None
    pull: Degree | None = None
    looked_on: date | None = None
