"""What a run of the worksheet on going back tells: its levels, checks and cases, and the verdict.

The fields of the worksheet `reapproach` go by the ids of the factors and the checks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from core.decisions.doors import NOT_JUDGED, Verdict, verdict
from core.decisions.factors import UNKNOWN, Check, Edge, Factor
from core.decisions.reapproach import NEEDED, NOTHING_TOLD, is_two_years, time_level
from core.decisions.worth import Wish
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.worksheets.answers import Answers
from core.worksheets.outcomes import Around

REAPPROACH = "reapproach"
"""The id of the worksheet."""

SAID_ON, EDGES, REASONS = "said_on", "edges", "reasons"
"""Its fields beside the factors: the day of the no, what is special, and the reasons then."""

CLOSES_ON = "closes_on"
"""Its field for the day on which the role closes."""

ON_HOLD = "on_hold"
DEGREES = ("d0", "d1", "d2")
"""The ids of the three answers to a check, from 0 to 2."""

ASKS = ("first", "second", "third")
"""The levels of F10, by how many letters that asked to go back are out."""


@dataclass(frozen=True)
class Told:
    """What was told so far. `levels` lacks those of `missing`, without which nothing is judged."""

    levels: dict[Factor, str]
    missing: tuple[Factor, ...]
    wish: Wish
    edges: tuple[Edge, ...]
    said_on: date | None


def asks_on_record(letters: Iterable[Letter], case_id: str) -> int:
    """Return how many letters that asked to go back went out for a case."""
    ours = (each for each in letters if case_id and each.case_id == case_id)
    return sum(each.kind is Kind.REAPPROACH and each.is_out for each in ours)


def told_in(answers: Answers, today: date) -> Told:
    """Return what a run tells as of today: the time since the no is counted anew each day.

    A factor that may be unknown and was left open counts as not known.
    """
    said_on = answers.day(SAID_ON)
    levels = dict(_levels(answers))
    if said_on:
        levels[Factor.TIME] = time_level((today - said_on).days)
    missing = tuple(each for each in NEEDED if each not in levels)
    open_ = (each for each in Factor if each not in levels and each not in NEEDED)
    levels |= {each: NOTHING_TOLD.get(each, UNKNOWN) for each in open_}
    edges = tuple(_edges(answers, levels, said_on, today))
    return Told(levels, missing, Wish(dict(_checks(answers))), edges, said_on)


def verdict_in(answers: Answers, today: date, asks: int) -> Verdict | None:
    """Return the verdict of a run as of today; None while something is missing for it.

    `asks` letters on record asked to go back: F10 is never less than those. Where more was told
    than is on record, what was told stays.
    """
    told = told_in(_with_asks(answers, asks), today)
    if told.missing and not set(NOT_JUDGED) & set(told.edges):
        return None
    return verdict(told.levels, told.wish, told.edges)


def sleeps_on_it(answers: Answers, around: Around) -> bool:
    """Return whether to sleep on it first: never where it may not be asked, or closes today."""
    found = verdict_in(answers, around.today, around.asks)
    may_ask = found is None or found.may_ask
    return around.sleeps and may_ask and answers.day(CLOSES_ON) != around.today


def _with_asks(answers: Answers, asks: int) -> Answers:
    told = _chosen(answers, Factor.ASKS) or ASKS[0]
    most = max(told, ASKS[min(asks, len(ASKS) - 1)], key=ASKS.index)
    return replace(answers, raw={**answers.raw, Factor.ASKS.value: most})


def was_safe(answers: Answers) -> bool:
    """Return whether anything may speak of going back: never after harassment or danger there."""
    return all(each.key != Edge.NOT_SAFE for each in answers.chosen(EDGES))


def _chosen(answers: Answers, field: str) -> str:
    return next((each.key for each in answers.chosen(field)), "")


def _levels(answers: Answers) -> Iterator[tuple[Factor, str]]:
    for factor in Factor:
        level = "" if factor is Factor.TIME else _chosen(answers, factor)
        if level:
            yield factor, level


def _checks(answers: Answers) -> Iterator[tuple[Check, int]]:
    for check in Check:
        degree = _chosen(answers, check)
        if degree in DEGREES:
            yield check, DEGREES.index(degree)


def _edges(
    answers: Answers, levels: dict[Factor, str], said_on: date | None, today: date
) -> Iterator[Edge]:
    picked = {each.key for each in answers.chosen(EDGES)}
    if levels.get(Factor.ROLE) == ON_HOLD:
        picked.add(Edge.ON_HOLD)
    if said_on and is_two_years(said_on, today):
        picked.add(Edge.TWO_YEARS)
    yield from (each for each in Edge if each in picked)
