"""Tries: applications as far as they can be counted, and how far each of them got."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from core.application_log import expected_by, stage_of
from core.applications import Application, Outcome
from core.cases import Stage

CLOSE_MATCH, FAIR_MATCH = 80, 50
"""From so many of 100 must-haves on, a role is a close or a fair match; our own judgement."""


class Reached(IntEnum):
    """How far an application got, in steps that every search has."""

    SENT = 0
    TALK = 1
    ROUND = 2
    FINAL = 3
    OFFER = 4


class Stop(StrEnum):
    """Where an application stopped that led to no offer."""

    SILENCE = "silence"
    SIFT = "sift"
    TALK = "talk"
    ROUND = "round"
    FINAL = "final"


class Match(StrEnum):
    """How many of the must-haves of a role the person meets."""

    CLOSE = "close"
    FAIR = "fair"
    WIDE = "wide"


STEP_OF: Mapping[Stage, Reached] = {
    Stage.APPLIED: Reached.SENT,
    Stage.SCREENED: Reached.SENT,
    Stage.FIRST_TALK: Reached.TALK,
    Stage.TASK: Reached.ROUND,
    Stage.LATER_INTERVIEW: Reached.ROUND,
    Stage.FINAL: Reached.FINAL,
    Stage.OFFER: Reached.OFFER,
    Stage.ACCEPTED: Reached.OFFER,
}
_STOPS = {
    Reached.TALK: Stop.TALK,
    Reached.ROUND: Stop.ROUND,
    Reached.FINAL: Stop.FINAL,
}


@dataclass(frozen=True)
class Try:
    """One application as far as it counts here.

    `over` says that it can get no further: it ended, or the usual wait is over; `taken_back`
    that the person ended it before there was an offer; `silent` that no answer ever came, None
    where that is not told. `must_haves` is 0-100.
    """

    reached: Reached
    over: bool = True
    taken_back: bool = False
    silent: bool | None = None
    source: str = ""
    tailored: bool | None = None
    contacted: bool | None = None
    must_haves: int | None = None
    sent_on: date | None = None

    def counts_from(self, step: Reached, to: Reached) -> bool:
        """Return whether it can tell how often things get from one step `to` another."""
        settled = self.over and not self.taken_back
        return self.reached >= to or (self.reached >= step and settled)


def as_try(each: Application, waits: Mapping[str, int], today: date) -> Try:
    """Return an application as far as it counts on this day.

    `waits` are the usual waits after each stage, in days. What runs and has no day at all is
    too recent to count, since nobody knows.
    """
    offered = each.outcome in (Outcome.DECLINED, Outcome.ACCEPTED)
    reached = Reached.OFFER if offered else STEP_OF[stage_of(each)]
    waited = expected_by(each, waits)
    quiet = each.is_running and waited is not None and waited < today
    return Try(
        reached=reached,
        over=quiet or not each.is_running,
        taken_back=each.outcome is Outcome.WITHDREW and reached < Reached.OFFER,
        silent=quiet or each.outcome is Outcome.SILENCE,
        source=each.source,
        tailored=each.tailored,
        contacted=each.contacted,
        must_haves=each.must_haves,
        sent_on=each.sent_on,
    )


def match_of(must_haves: int) -> Match:
    """Return how close a role is of which so many of 100 must-haves are met."""
    if must_haves >= CLOSE_MATCH:
        return Match.CLOSE
    return Match.FAIR if must_haves >= FAIR_MATCH else Match.WIDE


def stop_of(each: Try) -> Stop:
    """Return where one that led to no offer stopped; a first sift only where that is told."""
    if each.reached is Reached.SENT:
        return Stop.SIFT if each.silent is False else Stop.SILENCE
    return _STOPS[each.reached]


def live(
    applications: Iterable[Application], waits: Mapping[str, int], today: date
) -> tuple[Application, ...]:
    """Return those that run, are not out of the way, and are within the usual wait (S2-30)."""
    return tuple(
        each
        for each in applications
        if each.is_running
        and not each.archived_on
        and ((waited := expected_by(each, waits)) is None or waited >= today)
    )
