"""Experiments: one change in the way of applying, tried for a while and then looked at.

One at a time: with two changes at once nobody knows which of them mattered. It ends after so many
applications or on a day, whichever comes first, and then waits for what was learned.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.application_log import newest_first
from core.applications import Application, Experiment
from core.insights.funnel import Group, Pair, to_talk, too_recent
from core.insights.tries import as_try
from core.records import instant
from core.shares import Count

BEFORE, SINCE = "before", "since"


@dataclass(frozen=True)
class Progress:
    """How far an experiment is: so many applications sent of so many, and whether it is over."""

    sent: int
    of: int
    is_over: bool


def current(experiments: Iterable[Experiment]) -> Experiment | None:
    """Return the experiment that was not ended yet, the one begun last if there are several."""
    open_ = (each for each in experiments if each.ended_on is None)
    return max(open_, key=_begun, default=None)


def past(experiments: Iterable[Experiment]) -> tuple[Experiment, ...]:
    """Return those that were ended, the one begun last first."""
    ended = (each for each in experiments if each.ended_on is not None)
    return tuple(sorted(ended, key=_begun, reverse=True))


def sent_in(experiment: Experiment, applications: Iterable[Application]) -> tuple[Application, ...]:
    """Return the applications that belong to an experiment, the first first.

    They are those sent from the day it was begun until it ended or stopped, at most as many as
    it was meant for.
    """
    days = (each for each in (experiment.ended_on, experiment.stop_on) if each)
    last = min(days, default=date.max)
    inside = [
        each
        for each in applications
        if each.sent_on and experiment.begun_on <= each.sent_on <= last
    ]
    return newest_first(inside)[::-1][: experiment.count]


def progress(experiment: Experiment, applications: Iterable[Application], today: date) -> Progress:
    """Return how far an experiment is on this day."""
    sent = len(sent_in(experiment, applications))
    passed = experiment.stop_on is not None and today > experiment.stop_on
    over = passed or sent >= experiment.count or experiment.ended_on is not None
    return Progress(sent, experiment.count, over)


def before_and_since(
    experiment: Experiment,
    applications: Sequence[Application],
    waits: Mapping[str, int],
    today: date,
) -> Pair:
    """Return how often applications led to a talk since an experiment was begun, and before it.

    The first of the pair is since, the second before. Those that are too recent to count are
    left out on both sides.
    """
    since = sent_in(experiment, applications)
    before = [each for each in applications if each.sent_on and each.sent_on < experiment.begun_on]
    counts = [to_talk(as_try(each, waits, today) for each in every) for every in (since, before)]
    return Pair(Group(SINCE, counts[0]), Group(BEFORE, counts[1]))


def recent_since(
    experiment: Experiment,
    applications: Iterable[Application],
    waits: Mapping[str, int],
    today: date,
) -> Count:
    """Return how many of its applications are too recent, and how many led to a talk already."""
    return too_recent(as_try(each, waits, today) for each in sent_in(experiment, applications))


def _begun(experiment: Experiment) -> tuple[date, float]:
    return experiment.begun_on, instant(experiment.created_at)
