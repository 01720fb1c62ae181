"""Patterns: what three or more decisions show together, as counts and never as a verdict.

Source: catalogue S0-35, evidence 17.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from core.decisions.log import OWN_REASON, Decision
from core.decisions.look_backs import LOOK_BACK_DAYS, LookBack
from core.names import plain

ENOUGH = 3
"""Below so many decisions, or so many looks at one mark, it is too early to tell."""


@dataclass(frozen=True)
class Counted:
    """Something that several decisions have in common, and how many of them."""

    what: str
    count: int


@dataclass(frozen=True)
class RegretAt:
    """Regret so many days after: the middle of the looks that told it, 0-10, and how many did.

    The middle is None below three of them.
    """

    days: int
    looks: int
    middle: Fraction | None = None


@dataclass(frozen=True)
class Pattern:
    """What the decisions show together. `reasons` are ids of `cases.toml`.

    `processes` are the process scores, 0-12, in the order of the decisions, the oldest first,
    each with the place of its decision among all.
    """

    decisions: int
    reasons: tuple[Counted, ...] = ()
    protected: tuple[Counted, ...] = ()
    processes: tuple[tuple[Decision, int], ...] = ()
    regret: tuple[RegretAt, ...] = ()

    @property
    def is_early(self) -> bool:
        """Whether there are fewer than three decisions."""
        return self.decisions < ENOUGH


def pattern(every: Sequence[Decision], known_reasons: Sequence[str]) -> Pattern:
    """Return what decisions show together; `known_reasons` is the order for reasons alike."""
    told = [[one.key for one in each.reasons if one.key != OWN_REASON] for each in every]
    oldest = sorted(every, key=lambda each: each.case.happened_on)
    return Pattern(
        decisions=len(every),
        reasons=_counted((one for each in told for one in each), known_reasons),
        protected=_same(each.case.protected for each in every),
        processes=tuple((each, each.process) for each in oldest if each.process is not None),
        regret=tuple(regret_at(mark, every) for mark in LOOK_BACK_DAYS),
    )


def regret_at(mark: int, every: Iterable[Decision]) -> RegretAt:
    """Return the regret at one mark over decisions, of each its latest look at that mark."""
    found = [each for each in (_look_at(mark, one.looks) for one in every) if each is not None]
    middle = Fraction(median(map(Fraction, found))) if len(found) >= ENOUGH else None
    return RegretAt(mark, len(found), middle)


def _look_at(mark: int, looks: Iterable[LookBack]) -> int | None:
    told = (each.regret for each in looks if each.after_days == mark)
    return next((each for each in told if each is not None), None)


def _counted(names: Iterable[str], order: Sequence[str]) -> tuple[Counted, ...]:
    """Return names with their counts, the most frequent first; ties in a known order."""
    counts = Counter(names)
    place = {name: at for at, name in enumerate(order)}
    often = sorted(counts, key=lambda name: (-counts[name], place.get(name, len(place)), name))
    return tuple(Counted(name, counts[name]) for name in often)


def _same(lines: Iterable[str]) -> tuple[Counted, ...]:
    """Return lines with how often each was written; spaces and capitals do not count."""
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for line in filter(None, lines):
        written.setdefault(plain(line), line)
        counts[plain(line)] += 1
    often = sorted(counts, key=lambda name: -counts[name])
    return tuple(Counted(written[name], counts[name]) for name in often)
