"""Aims: what the last applications say about where a person aims (catalogue S1-12).

Counts, and at most a question to think about: a record shows what was tried, not what is right.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from statistics import median

from core.application_log import newest_first
from core.applications import Application
from core.insights.funnel import aims_narrow, to_talk
from core.insights.tries import FAIR_MATCH, Try, as_try
from core.shares import Count

LAST = 20
"""So many applications, the last ones, count: older ones tell of another search."""

ENOUGH = 5
"""Below so many it is too early to tell."""

FEW = Fraction(1, 5)
"""Up to one talk in five applications, few of them led to one; our own judgement."""


class Aim(StrEnum):
    """What the record gives to think about, if anything."""

    CLOSE = "close"
    FAR = "far"
    MIXED = "mixed"


@dataclass(frozen=True)
class Aims:
    """What the last applications say together.

    `talks` is how many led to a talk, of those of which that can be told. `must_haves` is the
    middle of the shares of must-haves met, 0-100, over the `told` ones; None below five of them.
    """

    applications: int
    talks: Count
    told: int = 0
    must_haves: Fraction | None = None
    aim: Aim = Aim.MIXED


def aims_of(
    applications: Iterable[Application], waits: Mapping[str, int], today: date
) -> Aims | None:
    """Return what the last twenty applications say; None below five of them."""
    last = newest_first(applications)[:LAST]
    if len(last) < ENOUGH:
        return None
    return aims([as_try(each, waits, today) for each in last])


def aims(tries: Sequence[Try]) -> Aims:
    """Return what applications say together: how close the roles were, and how many led to a talk.

    Close matches that seldom lead to a talk leave room to aim wider; roles of which fewer than
    half of the must-haves are met, and that seldom lead to one, may lie far off.
    """
    talks = to_talk(tries)
    told = [each.must_haves for each in tries if each.must_haves is not None]
    middle = Fraction(median(map(Fraction, told))) if len(told) >= ENOUGH else None
    return Aims(len(tries), talks, len(told), middle, _aim(tries, talks, middle))


def _aim(tries: Sequence[Try], talks: Count, middle: Fraction | None) -> Aim:
    seldom = talks.of >= ENOUGH and talks.yes <= FEW * talks.of
    if not seldom or middle is None:
        return Aim.MIXED
    if aims_narrow(tries):
        return Aim.CLOSE
    return Aim.FAR if middle < FAIR_MATCH else Aim.MIXED
