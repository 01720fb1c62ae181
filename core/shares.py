"""Shares: what so many of so many say about a share, and what they leave open (evidence 15)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import count, takewhile
from math import exp, lgamma, log, log1p

LOW_END, HIGH_END = 0.1, 0.9
"""A range leaves out the lowest and the highest tenth of what is plausible."""

EARLY, SURE = 0.2, 0.8
"""Between these chances it is too early to say that one share is the higher one."""

_SMALLEST = 1e-300
_EXACT = 1e-14
_STEPS = 10_000
_HALVINGS = 60


class Compared(StrEnum):
    """What two counts say about which share is the higher one."""

    FIRST = "first"
    SECOND = "second"
    EARLY = "early"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Beta:
    """How plausible each share from 0 to 1 is: `a` counts for yes, `b` for no, both above 0."""

    a: float = 1
    b: float = 1

    @property
    def mean(self) -> float:
        """The share to expect, 0-1."""
        return self.a / (self.a + self.b)

    def after(self, yes: int, of: int) -> "Beta":
        """Return what is plausible once `yes` of `of` tries came to a yes."""
        return Beta(self.a + yes, self.b + of - yes)

    def below(self, share: float) -> float:
        """Return the chance, 0-1, that the share is at most this one."""
        if share <= 0:
            return 0.0
        return 1.0 if share >= 1 else _incomplete(self.a, self.b, share)

    def quantile(self, chance: float) -> float:
        """Return the share, 0-1, that the true one is below with this chance."""
        return _quantile(self.a, self.b, chance)

    @property
    def range(self) -> tuple[float, float]:
        """The low and the high end of what is plausible: eight in ten lie between them."""
        return self.quantile(LOW_END), self.quantile(HIGH_END)

    def none_in(self, tries: int) -> float:
        """Return the chance, 0-1, of no yes at all in the next tries: a product over them."""
        none = 1.0
        for before in range(tries):
            none *= (self.b + before) / (self.a + self.b + before)
        return none

    def tries_for(self, chance: float, most: int = 999) -> int | None:
        """Return after how many tries a yes has come with this chance; None beyond `most`."""
        none = 1.0
        for before in range(most):
            none *= (self.b + before) / (self.a + self.b + before)
            if 1 - none >= chance:
                return before + 1
        return None


EVEN = Beta(1, 1)
"""Every share is as plausible as any other: what a range starts from before there is a record."""


@dataclass(frozen=True)
class Count:
    """So many yeses of so many tries."""

    yes: int
    of: int

    @property
    def plausible(self) -> Beta:
        """Which shares are plausible after these tries, with none preferred before them."""
        return EVEN.after(self.yes, self.of)


def chance_higher(one: Count, other: Count) -> float:
    """Return the chance, 0-1, that the share behind `one` is higher than that behind `other`.

    Exact for counts: a sum over the yeses of the first, with no share preferred beforehand.
    """
    first, second = one.plausible, other.plausible
    terms = (
        exp(
            log_beta(second.a + each, second.b + first.b)
            - log(first.b + each)
            - log_beta(1 + each, first.b)
            - log_beta(second.a, second.b)
        )
        for each in range(int(first.a))
    )
    return min(1.0, sum(terms))


def compared(one: Count, other: Count) -> Compared:
    """Return which of two shares is higher so far, or that it is too early to tell.

    With nothing to count on one side there is nothing to compare.
    """
    if not (one.of and other.of):
        return Compared.NOTHING
    chance = chance_higher(one, other)
    if EARLY < chance < SURE:
        return Compared.EARLY
    return Compared.FIRST if chance >= SURE else Compared.SECOND


def log_beta(a: float, b: float) -> float:
    """Return the logarithm of the beta function."""
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _incomplete(a: float, b: float, share: float) -> float:
    """Return the regularised incomplete beta function, from the side where it converges fast."""
    if share > (a + 1) / (a + b + 2):
        return 1 - _incomplete(b, a, 1 - share)
    front = exp(a * log(share) + b * log1p(-share) - log_beta(a, b)) / a
    return front * _fraction(a, b, share)


def _fraction(a: float, b: float, share: float) -> float:
    """Return the continued fraction of the incomplete beta function, by Lentz's method."""
    upper, lower = 1.0, _away_from_zero(1 - (a + b) * share / (a + 1))
    lower = 1 / lower
    value = lower
    for m in takewhile(lambda step: step < _STEPS, count(1)):
        even = m * (b - m) * share / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * share / ((a + 2 * m) * (a + 2 * m + 1))
        for part in (even, odd):
            lower = 1 / _away_from_zero(1 + part * lower)
            upper = _away_from_zero(1 + part / upper)
            value *= upper * lower
        if abs(upper * lower - 1) < _EXACT:
            break
    return value


def _away_from_zero(number: float) -> float:
    return number if abs(number) > _SMALLEST else _SMALLEST


@lru_cache(maxsize=4096)
def _quantile(a: float, b: float, chance: float) -> float:
    low, high = 0.0, 1.0
    known = Beta(a, b)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if known.below(middle) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2
