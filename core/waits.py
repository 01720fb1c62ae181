"""Waits: what the person decided to leave alone for a day (worksheet W1, catalogue S2-19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import groupby
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


PUTS_OFF = {
    Waiting.REPLYING: frozenset({"thank_after_no", "ask_feedback", "status_check"}),
    Waiting.FEEDBACK: frozenset({"ask_feedback", "feedback_after_silence"}),
}
"""Which suggestions of `next.toml` would ask for what can wait."""


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


@dataclass(frozen=True)
class Waiters:
    """What waits until the same moment, for one case or for none."""

    until: datetime
    case_id: str
    waits: tuple[Wait, ...]


def waits_for(waits: Iterable[Wait], now: datetime, case_id: str) -> tuple[Wait, ...]:
    """Return what still waits in a case, or in none: what belongs to another one is left out."""
    return tuple(each for each in waits_now(waits, now) if each.case_id in ("", case_id))


def put_off(waits: Iterable[Wait], now: datetime, case_id: str) -> frozenset[str]:
    """Return the suggestions for a case that ask for what can wait, by their ids."""
    return frozenset(put_off_until(waits, now, case_id))


def put_off_until(waits: Iterable[Wait], now: datetime, case_id: str) -> dict[str, datetime]:
    """Return until when each suggestion for a case waits, by their ids: the latest counts."""
    return {
        suggestion: each.until
        for each in waits_for(waits, now, case_id)
        for suggestion in PUTS_OFF.get(each.what, ())
    }


def waiting_together(waits: Iterable[Wait], now: datetime) -> tuple[Waiters, ...]:
    """Return what still waits, told together where it ends in the same minute of the same case.

    What was put off twice waits until the later moment, and is told once.
    """
    last = {(each.case_id, each.what): each for each in waits_now(waits, now)}
    still = sorted(last.values(), key=lambda each: (_minute(each), each.case_id, _place(each)))
    together = groupby(still, key=lambda each: (_minute(each), each.case_id))
    groups = ((case_id, tuple(each)) for (_, case_id), each in together)
    return tuple(Waiters(each[0].until, case_id, each) for case_id, each in groups)


def ended(wait: Wait, now: datetime) -> Wait:
    """Return a wait that need not last any longer."""
    return wait.model_copy(update={"until": min(wait.until, now)})


def _minute(wait: Wait) -> datetime:
    return wait.until.replace(second=0, microsecond=0).astimezone(UTC)


def _place(wait: Wait) -> int:
    return list(Waiting).index(wait.what)
