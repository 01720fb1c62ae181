"""Odds: what the record of a search says about the next applications (evidence 15).

Applications lead to talks, and talks to offers. Each of the two shares starts from a guess that
the person can change, and moves with what happened. It is a record, and no verdict: past tries,
roles of the same kind, each try by itself, and few numbers.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from math import exp, log

from core.check_ins import CheckIn
from core.feelings import strain_of_any
from core.shares import HIGH_END, LOW_END, Beta, log_beta
from core.support import HEAVY_STRAIN

DRAWS = 20_000
TARGETS = (50, 80, 90)
"""Chances in 100 for which it is told how many more applications they take."""

TEN = 10
LEAST = 0.1
"""The smallest number of 100 that is told."""


@dataclass(frozen=True)
class Guess:
    """Where the odds start: one yes in about `one_in` tries, worth as much as `worth` tries."""

    one_in: float
    worth: float

    @property
    def plausible(self) -> Beta:
        """The guess as shares that are plausible."""
        yes = self.worth / self.one_in
        return Beta(yes, self.worth - yes)


TALKS_GUESS = Guess(one_in=10, worth=10)
OFFERS_GUESS = Guess(one_in=4, worth=4)


@dataclass(frozen=True)
class Record:
    """What happened so far: applications that can be counted, talks and offers they led to.

    `heard` is how many of the talks have an answer by now; where it is not told, all have.
    """

    sent: int
    talks: int
    offers: int = 0
    heard: int | None = None

    @property
    def answered(self) -> int:
        """How many talks can be counted on the way to an offer."""
        return self.talks if self.heard is None else self.heard


@dataclass(frozen=True)
class Odds:
    """The odds that a record and two guesses lead to; every chance is from 0 to 1."""

    record: Record
    talks_guess: Guess = TALKS_GUESS
    offers_guess: Guess = OFFERS_GUESS

    @property
    def talks(self) -> Beta:
        """Which shares of applications that lead to a talk are plausible."""
        return self.talks_guess.plausible.after(self.record.talks, self.record.sent)

    @property
    def offers(self) -> Beta:
        """Which shares of talks that lead to an offer are plausible."""
        return self.offers_guess.plausible.after(self.record.offers, self.record.answered)

    def a_talk_within(self, more: int) -> float:
        """Return the chance of one talk or more in so many more applications."""
        return 1 - self.talks.none_in(more)

    def if_fixed(self, more: int) -> float:
        """Return the chance that the mean alone would claim, as if it were certain."""
        return 1 - (1 - self.talks.mean) ** more

    def more_for(self, in_100: int) -> int | None:
        """Return how many more applications a talk takes with this chance in 100."""
        return self.talks.tries_for(in_100 / 100)

    def an_offer_within(self, more: int) -> float:
        """Return the chance of one offer or more in so many more applications.

        Exact: over each number of talks that may come, the chance that none of them leads to an
        offer. It agrees with draws from both shares.
        """
        none = 0.0
        coming = 1.0
        for held, chance in enumerate(_talks_in(self.talks, more)):
            none += chance * coming
            coming *= (self.offers.b + held) / (self.offers.a + self.offers.b + held)
        return 1 - none

    def offer_range(self, seed: int) -> tuple[float, float]:
        """Return the low and the high end of the share of applications that lead to an offer.

        The product of both shares, by draws that a seed repeats.
        """
        import numpy as np  # noqa: PLC0415 - large, and only this needs it

        draws = np.random.default_rng(seed)
        talks = draws.beta(self.talks.a, self.talks.b, DRAWS)
        offers = draws.beta(self.offers.a, self.offers.b, DRAWS)
        low, high = np.quantile(talks * offers, [LOW_END, HIGH_END])
        return float(low), float(high)


def in_100(chance: float) -> float:
    """Return a chance as so many of 100: whole from 1 to 99, beyond them with one digit.

    What can still go either way is never told as none or as all.
    """
    number = 100 * chance
    if number in {0, 100} or 1 <= number <= 99:  # noqa: PLR2004 - the ends of the scale
        return round(number)
    return min(max(round(number, 1), LEAST), 100 - LEAST)


def mean_in_100(chance: float) -> float:
    """Return a mean as so many of 100: whole from 10 on, below it with one digit."""
    number = 100 * chance
    return round(number, 1) if round(number, 1) < TEN else in_100(chance)


def _talks_in(talks: Beta, more: int) -> Iterator[float]:
    """Yield the chance of each number of talks, from 0, in so many more applications."""
    before = log_beta(talks.a, talks.b)
    for held in range(more + 1):
        ways = -log_beta(held + 1, more - held + 1) - log(more + 1)
        yield exp(ways + log_beta(talks.a + held, talks.b + more - held) - before)


def too_heavy(check_ins: Collection[CheckIn], now: datetime) -> bool:
    """Return whether the odds stay hidden: a strain of 8 or more in the last 24 hours (safety).

    The odds belong to no one case, so that the strain of each case counts.
    """
    return strain_of_any(check_ins, now) >= HEAVY_STRAIN
