"""Ways on: what is open to the person now, their own choices and what Ajar knows of (S0-16)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from core.application_log import expected_by
from core.applications import Application
from core.choices import Choice, ChoiceKind
from core.content.loader import case_words
from core.insights.tries import live
from core.openings import is_over, soonest_first
from core.records import instant
from core.workspace import Workspace

AT_MOST = 3
"""So many of each kind that Ajar knows of are enough to choose from."""


@dataclass(frozen=True)
class KnownWay:
    """A way on that stands in other records: what it is, the next move there, and by when.

    `id` is that of the record. Without a next move of its own it waits for an answer until `by`.
    """

    kind: ChoiceKind
    id: str
    what: str
    next_move: str = ""
    by: date | None = None


def open_ways(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices that are open: by day, the soonest first, then those without one.

    Of two alike the one noted last comes first.
    """
    newest = sorted(choices, key=lambda each: -instant(each.created_at))
    still = [each for each in newest if each.closed_on is None]
    return tuple(sorted(still, key=lambda each: (each.by is None, each.by or date.max)))


def closed_ways(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices that were closed, the one closed last first."""
    newest = sorted(choices, key=lambda each: -instant(each.created_at))
    over = [each for each in newest if each.closed_on]
    return tuple(sorted(over, key=lambda each: each.closed_on or date.min, reverse=True))


def known_ways(workspace: Workspace, today: date) -> tuple[KnownWay, ...]:
    """Return what is open by other records: applications that run, openings, what is learnt.

    At most three of each, those to act on first first.
    """
    every = (_applications(workspace, today), _openings(workspace, today), _learning(workspace))
    return tuple(way for ways in every for way in islice(ways, AT_MOST))


def _applications(workspace: Workspace, today: date) -> Iterator[KnownWay]:
    waits = case_words().waits
    running = live(workspace.applications.all(), waits, today)
    ways = [_application(each, expected_by(each, waits)) for each in running]
    yield from sorted(ways, key=lambda each: (each.by is None, each.by or date.max))


def _application(each: Application, waits_until: date | None) -> KnownWay:
    """Return an application as a way on: what they asked for comes first, else it waits."""
    name = ", ".join(filter(None, (each.role, each.employer)))
    asked = [one for one in each.requested if one.sent_on is None]
    first = min(asked, key=lambda one: (one.due is None, one.due or date.max), default=None)
    if first:
        return KnownWay(ChoiceKind.APPLICATION, each.id, name, first.what, first.due)
    return KnownWay(ChoiceKind.APPLICATION, each.id, name, by=waits_until)


def _openings(workspace: Workspace, today: date) -> Iterator[KnownWay]:
    for each in soonest_first(workspace.openings.all(), today):
        if not is_over(each, today):
            name = ", ".join(filter(None, (each.role, each.employer)))
            yield KnownWay(ChoiceKind.LEAD, each.id, name, each.next_move, each.deadline)


def _learning(workspace: Workspace) -> Iterator[KnownWay]:
    """Yield for each skill the first action that is not done, the soonest first."""
    ways = []
    for skill in workspace.skills.all():
        waiting = [each for each in skill.actions if each.done_on is None and each.text]
        if waiting:
            first = min(waiting, key=lambda each: (each.by is None, each.by or date.max))
            ways.append(KnownWay(ChoiceKind.LEARN, skill.id, skill.name, first.text, first.by))
    yield from sorted(ways, key=lambda each: (each.by is None, each.by or date.max))
