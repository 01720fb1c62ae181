"""Companies to watch: when to look again, and what a role that stands there again leads to.

Sources: catalogue S3-62 (a look every 30 days), S3-56 (a role that is posted again).
"""

from collections.abc import Iterable
from datetime import date, timedelta

from core.cases import Case
from core.names import same_name
from core.network.talks import Look, Watch
from core.records import instant


def next_look(watch: Watch, today: date) -> date | None:
    """Return the day of the next look; None where the person stopped.

    It is counted from the last look, else from when the watching began; where neither is known it
    is today.
    """
    if watch.stopped_on:
        return None
    since = last_look(watch) or watch.began_on
    return since + timedelta(days=watch.every_days) if since else today


def last_look(watch: Watch) -> date | None:
    """Return the day of the last look, whenever it was noted; None before the first."""
    return max((each.on for each in watch.looks), default=None)


def is_due(watch: Watch, today: date) -> bool:
    """Return whether it is time for a look."""
    day = next_look(watch, today)
    return day is not None and day <= today


def in_order(watches: Iterable[Watch], today: date) -> tuple[Watch, ...]:
    """Return those watched, the next to look at first; then those stopped, the latest first."""
    every = tuple(watches)
    running = [each for each in every if each.stopped_on is None]
    over = [each for each in every if each.stopped_on]
    return (
        *sorted(running, key=lambda each: next_look(each, today) or today),
        *sorted(over, key=lambda each: (each.stopped_on or today, instant(each.updated_at)))[::-1],
    )


def looked(watch: Watch, look: Look) -> Watch:
    """Return a watch with one more look, at its place by its day; the same one counts once."""
    looks = watch.looks if look in watch.looks else (*watch.looks, look)
    return watch.model_copy(update={"looks": tuple(sorted(looks, key=lambda each: each.on))})


def without(watch: Watch, look: Look) -> Watch:
    """Return a watch without one of its looks."""
    return watch.model_copy(update={"looks": tuple(e for e in watch.looks if e != look)})


def stopped(watch: Watch, today: date) -> Watch:
    """Return a watch that is stopped; what was seen stays."""
    return watch.model_copy(update={"stopped_on": today})


def running_again(watch: Watch) -> Watch:
    """Return a watch that runs again, as if it had never stopped."""
    return watch.model_copy(update={"stopped_on": None})


def is_reposted(watch: Watch) -> bool:
    """Return whether the last look found that a role stands there again."""
    last = max(watch.looks, key=lambda each: each.on, default=None)
    return last is not None and last.reposted


def case_behind(watch: Watch, cases: Iterable[Case]) -> Case | None:
    """Return what happened with this company: the case it came from, else its newest by name."""
    every = tuple(cases)
    own = next((each for each in every if watch.case_id and each.id == watch.case_id), None)
    same = [each for each in every if same_name(each.employer, watch.employer)]
    return own or max(same, key=lambda each: each.happened_on, default=None)


def watched(watches: Iterable[Watch], employer: str) -> Watch | None:
    """Return the company of this name that is watched, or was; None where there is none."""
    return next((each for each in watches if same_name(each.employer, employer)), None)
