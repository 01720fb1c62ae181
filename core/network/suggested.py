"""The three of this week: a mix of close, weak and dormant ties, and then rest.

Source: evidence 13: ties that are moderately weak, and those seldom heard of, bring most news of
work; a few at a time are enough.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.letters.letter import Letter
from core.network.cadence import Band, Due, due_people
from core.network.touchpoints import Started, Touchpoint
from core.people import Closeness
from core.workspace import Workspace

A_WEEK = 3
"""How many people a week are suggested, at most."""

DORMANT_DAYS = 365
"""From how long without a contact on a tie is dormant."""


class Tie(StrEnum):
    """What sort of tie somebody is, seen from today."""

    CLOSE = "close"
    WEAK = "weak"
    DORMANT = "dormant"


@dataclass(frozen=True)
class Suggested:
    """Somebody to write to this week, and the tie for which they were chosen."""

    due: Due
    tie: Tie


def tie_of(due: Due, today: date) -> Tie:
    """Return the sort of tie: dormant after a year without contact, else close or weak."""
    if due.since and (today - due.since).days >= DORMANT_DAYS:
        return Tie.DORMANT
    return Tie.CLOSE if due.person.closeness is Closeness.CLOSE else Tie.WEAK


def week_of(today: date) -> date:
    """Return the Monday of the week of a day."""
    return today - timedelta(days=today.weekday())


def reached_out_to(
    touchpoints: Iterable[Touchpoint], letters: Iterable[Letter], today: date
) -> frozenset[str]:
    """Return the ids of those whom the person wrote to or met this week, of their own accord."""
    monday = week_of(today)
    touched = {
        each.person_id
        for each in touchpoints
        if each.is_real and each.started is Started.ME and monday <= each.happened_on <= today
    }
    written = {
        each.to_id
        for each in letters
        if each.to_id and each.sent_on and monday <= each.sent_on <= today
    }
    return frozenset(touched | written)


def suggested(due: Sequence[Due], reached: int, today: date) -> tuple[Suggested, ...]:
    """Return whom to write to this week: three less those reached, one of each tie first.

    Who is only due soon is not suggested.
    """
    ready = [Suggested(e, tie_of(e, today)) for e in due if e.band is not Band.SOON]
    mixed = [next((e for e in ready if e.tie is tie), None) for tie in Tie]
    chosen = [each for each in mixed if each]
    chosen += [each for each in ready if each not in chosen]
    return tuple(chosen[: max(0, A_WEEK - reached)])


def suggested_now(workspace: Workspace, today: date) -> tuple[Suggested, ...]:
    """Return whom to write to this week, of everybody who is known."""
    reached = reached_out_to(workspace.touchpoints.all(), workspace.letters.all(), today)
    return suggested(workspace.view(due_people, today), len(reached), today)
