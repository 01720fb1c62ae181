"""Routes: where a person is on the walk for a case, what is next, and when a stop is done.

The order is that of catalogue S1-34 (after their no) and S0-3 (after one's own). It is an offer:
any stop can be taken at any time, or left out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.cases import Case, Direction
from core.content.loader import route_words
from core.content.routes import RouteOfStops, Stop
from core.letters.fitting import Fit
from core.letters.kinds import Kind
from core.letters.variants import kind_for_suggestion
from core.route_waits import waiting_letters
from core.support import Tier
from core.today import steadying_first
from core.views import standing
from core.walks import Counts, Route, Walk, route_for, walk_for
from core.workspace import Workspace

STEADYING = frozenset({"first_48", "thought_check", "wider_view"})
"""Worksheets after which a person has steadied themselves."""


class Standing(StrEnum):
    """How a stop stands: what is done counts as done, also where it was left out before.

    What waits is neither next nor ahead: it was put off, or its letter is written already.
    """

    DONE = "done"
    SKIPPED = "skipped"
    WAITS = "waits"
    NEXT = "next"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Trace:
    """What the records tell of one case since its day.

    `steadied` holds the days on which the person did a small action or a steadying worksheet,
    `waiting` the letters that are not to be gone to now, with the moment until which.
    """

    case: Case
    checked_in: bool = False
    steadied: frozenset[date] = frozenset()
    finished: frozenset[str] = frozenset()
    sent: frozenset[Kind] = frozenset()
    feedback: bool = False
    looked_back: bool = False
    wrote: bool = False
    opening: bool = False
    waiting: Mapping[Kind, datetime | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Waypoint:
    """A stop, and how it stands for this person; `until` is when it need not wait any more."""

    stop: Stop
    standing: Standing
    until: datetime | None = None


@dataclass(frozen=True)
class Way:
    """The walk for one case: its stops in their order, those left out that do not concern it."""

    route: Route
    points: tuple[Waypoint, ...]
    heavy: bool = False
    """Whether steadying comes first today."""

    @property
    def next(self) -> Stop | None:
        """The stop to go to next; None where each is done, left out or waits."""
        waiting = (each.stop for each in self.points if each.standing is Standing.NEXT)
        return next(waiting, None)

    @property
    def place(self) -> int:
        """Where the next stop stands among all, from 1; 0 where none is next."""
        standings = [each.standing for each in self.points]
        return standings.index(Standing.NEXT) + 1 if Standing.NEXT in standings else 0

    def count(self, *standings: Standing) -> int:
        """Return how many stops stand so."""
        return sum(1 for each in self.points if each.standing in standings)


def way_of(workspace: Workspace, case_id: str, minute: datetime) -> Way:
    """Return the walk for a case as it stands at this minute; raises NotFoundError."""
    case = workspace.cases.get(case_id)
    fresh = steadying_first(case, workspace.check_ins.all(), minute)
    heavy = fresh or workspace.view(standing, minute) >= Tier.T2
    walk = walk_for(workspace.walks.all(), case)
    trace = trace_of(workspace, case, minute)
    return way(route_words().routes, trace, walk, minute.date() if heavy else None)


def way(
    routes: Mapping[Route, RouteOfStops],
    trace: Trace,
    walk: Walk,
    heavy_today: date | None = None,
) -> Way:
    """Return the stops that concern a case, how each stands, and which is next.

    `heavy_today` is today, where today is a heavy day: then the stop that steadies is next
    until it was done today, and the heavy ones come after all others.
    """
    route = walk.route or route_for(trace.case.direction)
    stops = [each for each in routes[route].stops if each.is_for(trace.case)]
    marks = {each.id: _mark(each, trace, walk, heavy_today) for each in stops}
    open_ones = [each for each in stops if marks[each.id] is Standing.AHEAD]
    if heavy_today:
        open_ones.sort(key=lambda each: (not each.steadies, each.heavy))
    if open_ones:
        marks[open_ones[0].id] = Standing.NEXT
    points = tuple(_point(each, marks[each.id], trace) for each in stops)
    return Way(route, points, heavy=heavy_today is not None)


def keep_walk(workspace: Workspace, case_id: str, **changes: object) -> Walk:
    """Change the walk of a case as it stands now, in one commit; raises NotFoundError."""
    with workspace.one_commit():
        walk = walk_for(workspace.walks.all(), workspace.cases.get(case_id))
        changed = Walk.model_validate({**walk.model_dump(), **changes})
        return workspace.walks.replace(changed) if walk.id else workspace.walks.add(changed)


def is_done(stop: Stop, trace: Trace, heavy_today: date | None = None) -> bool:
    """Return whether a stop counts as done; on a heavy day only today's steadying does."""
    if stop.counts is Counts.STEADIED and heavy_today:
        return heavy_today in trace.steadied
    return _RULES[stop.counts](stop, trace)


def trace_of(workspace: Workspace, case: Case, now: datetime) -> Trace:
    """Return what the records tell of a case.

    A worksheet counts if it was begun since the day of the case, for this case or for none; so
    do small actions. Openings belong to no case: those noted since that day count.
    """
    since = case.happened_on
    runs = [
        each
        for each in workspace.runs.all()
        if each.is_finished and each.happened_on >= since and each.case_id in ("", case.id)
    ]
    worked = {each.finished_on for each in runs if each.worksheet in STEADYING}
    acted = {
        each.done_on
        for each in workspace.steps.all()
        if each.energy and each.case_id in ("", case.id)
    }
    noted = (each.created_at for each in workspace.openings.all() if each.created_at)
    return Trace(
        case=case,
        checked_in=_any_of(workspace.check_ins.all(), case),
        steadied=frozenset(day for day in worked | acted if day and day >= since),
        finished=frozenset(each.worksheet for each in runs),
        sent=frozenset(
            each.kind for each in workspace.letters.all() if each.case_id == case.id and each.is_out
        ),
        feedback=_any_of(workspace.feedback.all(), case),
        looked_back=_any_of(workspace.debriefs.all(), case),
        wrote=_any_of(workspace.writings.all(), case),
        opening=any(moment.astimezone(now.tzinfo).date() >= since for moment in noted),
        waiting=waiting_letters(workspace, case, now),
    )


def fit_for(stop: Stop, case: Case, fits: Iterable[Fit]) -> Fit:
    """Return the letter that a stop leads to: of its kinds the one that fits best, else its first.

    `stop` leads to a letter; `fits` are those that fit the case, the best first.
    """
    fitting = (each for each in fits if each.kind in stop.letters)
    ways = (kind_for_suggestion(each, case) for each in _SUGGESTED[case.direction])
    usual = ((kind, variant) for kind, variant in filter(None, ways) if kind in stop.letters)
    kind, variant = next(usual, (stop.letters[0], ""))
    return next(fitting, Fit(kind, "", variant))


def _any_of(records: Iterable[object], case: Case) -> bool:
    return any(getattr(each, "case_id", "") == case.id for each in records)


def _mark(stop: Stop, trace: Trace, walk: Walk, heavy_today: date | None) -> Standing:
    if is_done(stop, trace, heavy_today):
        return Standing.DONE
    if stop.id in walk.skipped:
        return Standing.SKIPPED
    return Standing.WAITS if trace.waiting.keys() & {*stop.letters} else Standing.AHEAD


def _point(stop: Stop, standing: Standing, trace: Trace) -> Waypoint:
    ends = [trace.waiting.get(each) for each in stop.letters if standing is Standing.WAITS]
    return Waypoint(stop, standing, max(filter(None, ends), default=None))


_SUGGESTED: Mapping[Direction, tuple[str, ...]] = {
    **dict.fromkeys(Direction, ("thank_referrer",)),
    Direction.WITHDREW: ("thank_referrer", "withdrew_note"),
    Direction.SILENCE: ("thank_referrer", "status_check"),
}
"""Suggestions of Today that tell the situation within a kind of letter."""

_RULES: Mapping[Counts, Callable[[Stop, Trace], bool]] = {
    Counts.CHECKED_IN: lambda _, trace: trace.checked_in,
    Counts.STEADIED: lambda _, trace: bool(trace.steadied),
    Counts.WROTE: lambda _, trace: trace.wrote,
    Counts.REASONS_TOLD: lambda _, trace: bool(
        trace.case.reasons_true or trace.case.reasons_given or trace.case.reason_words
    ),
    Counts.PROTECTED_NAMED: lambda _, trace: bool(trace.case.protected),
    Counts.FEEDBACK_NOTED: lambda _, trace: trace.feedback,
    Counts.LOOKED_BACK: lambda _, trace: trace.looked_back,
    Counts.OPENING_NOTED: lambda _, trace: trace.opening,
    Counts.RUN_FINISHED: lambda stop, trace: stop.worksheet in trace.finished,
    Counts.LETTER_SENT: lambda stop, trace: bool(trace.sent & {*stop.letters}),
}
