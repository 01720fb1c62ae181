"""Tries: applications as far as they can be counted, and how far each of them got."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from core.application_log import expected_by, stage_of, wait_over
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

    `waits_at` is the first step whose usual wait is not over: from there on it is too recent to
    count, whatever came of it, since a talk and a no come before silence is told as one. None
    where all waits are over. `taken_back` says that the person ended it before there was an
    offer; `silent` that no answer ever came, None where that is not told. `must_haves` is 0-100.
    """

    reached: Reached
    waits_at: Reached | None = None
    taken_back: bool = False
    silent: bool | None = None
    source: str = ""
    tailored: bool | None = None
    contacted: bool | None = None
    must_haves: int | None = None
    sent_on: date | None = None

    def counts_from(self, step: Reached, to: Reached) -> bool:
        """Return whether it can tell how often things get from one step `to` another."""
        if self.waits_at is not None and self.waits_at <= step:
            return False
        settled = self.waits_at is None and not self.taken_back
        return self.reached >= to or (self.reached >= step and settled)

    @property
    def too_recent(self) -> bool:
        """Whether it was sent within the usual wait: it counts nowhere yet, whatever came of it."""
        return self.waits_at is Reached.SENT


def as_try(each: Application, waits: Mapping[str, int], today: date) -> Try:
    """Return an application as far as it counts on this day.

    `waits` are the usual waits after each stage, in days. It counts by its age alone: a talk, a
    no and silence alike. What has no day at all is too recent while it runs, since nobody knows,
    and counts once it ended.
    """
    offered = each.outcome in (Outcome.DECLINED, Outcome.ACCEPTED)
    reached = Reached.OFFER if offered else STEP_OF[stage_of(each)]
    waited = expected_by(each, waits)
    quiet = each.is_running and waited is not None and waited < today
    return Try(
        reached=reached,
        waits_at=_waits_at(each, waits, today),
        taken_back=each.outcome is Outcome.WITHDREW and reached < Reached.OFFER,
        silent=quiet or each.outcome is Outcome.SILENCE,
        source=each.source,
        tailored=each.tailored,
        contacted=each.contacted,
        must_haves=each.must_haves,
        sent_on=each.sent_on,
    )


def first_waiting(over_on: Mapping[Reached, date], today: date) -> Reached | None:
    """Return the first step whose usual wait is not over; an offer waits for nothing.

    `over_on` is the last day of the wait at each step of which a day is known.
    """
    waiting = (step for step, day in over_on.items() if step < Reached.OFFER and day >= today)
    return min(waiting, default=None)


def _waits_at(each: Application, waits: Mapping[str, int], today: date) -> Reached | None:
    """Return the first step whose usual wait is not over, whether it ended or not.

    Without any day it is the first while it runs, and none once it ended. A step without a day is
    taken to be over, but for the last one: it is as old as the last sign.
    """
    days = [(stage.stage, stage.on) for stage in each.stages if stage.on]
    sent_on = each.sent_on or min((day for _, day in days), default=None)
    if sent_on is None:
        return Reached.SENT if each.is_running else None
    ends = [
        (STEP_OF[stage], wait_over(day, waits[stage.value]))
        for stage, day in ((Stage.APPLIED, sent_on), *days)
        if stage.value in waits
    ]
    if last := expected_by(each, waits):
        ends.append((STEP_OF[stage_of(each)], last))
    return first_waiting(
        {step: max(day for at, day in ends if at is step) for step, _ in ends}, today
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
