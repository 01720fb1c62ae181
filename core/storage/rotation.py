"""Which of the kept copies are worth their room."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

Slot = Callable[[datetime], Hashable]

PLAN: tuple[tuple[Slot, int], ...] = (
    (lambda taken: (taken.date(), taken.hour), 24),
    (lambda taken: taken.date(), 14),
    (lambda taken: taken.isocalendar()[:2], 8),
    (lambda taken: (taken.year, taken.month), 12),
)
"""The newest copy of each of the last 24 hours, 14 days, 8 weeks and 12 months that have one."""

COMPRESS_AFTER = timedelta(days=1)
"""Recent copies share their bytes with the file; older ones are made small."""

KEEP_FORMATS_FOR = timedelta(days=365)
"""How long the last version in an older format is kept."""

KEEP_STEPS_FOR = timedelta(days=30)
"""How long the version before an import or another step that replaces much is kept."""

LARGEST_SUM = 200_000_000
"""Bytes that routine copies may take together with all others."""


def worth_keeping(taken: Iterable[datetime]) -> set[datetime]:
    """The moments whose copies are kept: the newest of each slot in the plan."""
    newest_first = sorted(set(taken), reverse=True)
    return {moment for slot, count in PLAN for moment in _newest_of_each(newest_first, slot, count)}


def within(sizes: Iterable[tuple[datetime, int]], limit: int = LARGEST_SUM) -> set[datetime]:
    """The newest moments whose sizes add up to at most `limit`; always the newest one."""
    kept: set[datetime] = set()
    total = 0
    for moment, size in sorted(sizes, reverse=True):
        total += size
        if kept and total > limit:
            break
        kept.add(moment)
    return kept


def _newest_of_each(newest_first: list[datetime], slot: Slot, count: int) -> list[datetime]:
    newest: dict[Hashable, datetime] = {}
    for moment in newest_first:
        newest.setdefault(slot(moment), moment)
    return list(newest.values())[:count]
