"""Waits: what the person decided to leave alone for a day (worksheet W1, catalogue S2-19)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from core.records import Record

WAIT = timedelta(hours=24)
"""How long a reply, a post or a choice waits."""


class Waiting(StrEnum):
    """What can wait."""

    REPLYING = "replying"
    POSTING = "posting"
    DECIDING = "deciding"
    FEEDBACK = "feedback"


class Wait(Record):
    """One thing that waits until a moment; it may belong to a case."""

    called: ClassVar[str] = "pause"

    what: Waiting
    until: datetime
    case_id: str = ""


def waits_now(waits: Iterable[Wait], now: datetime, case_id: str = "") -> tuple[Wait, ...]:
    """Return what still waits, the one that ends first first.

    With a case only what belongs to it, or to no case, counts.
    """
    still = (each for each in waits if each.until > now)
    ours = (each for each in still if not case_id or each.case_id in ("", case_id))
    return tuple(sorted(ours, key=lambda each: each.until))
