"""Wins: what the person has done, what proves it, and who saw it (catalogue S1-16, S3-38)."""

from datetime import date
from typing import ClassVar

from core.records import Line, Record


class Win(Record):
    """One thing that went well; `on` is its day, if it is known."""

    called: ClassVar[str] = "win"

    what: Line
    proof: Line = ""
    who_saw: Line = ""
    on: date | None = None
    case_id: str = ""
