"""Regret: which kinds it is made of, by what the person sorted, rated and named (evidence 17).

Nothing here reads what was written: the rules count, and each can be worked out by hand. What a
kind asks for stands in `core/content/en/regret.toml`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.decisions.process import SHAKY, SOUND

REGRET = "regret"
"""The worksheet that untangles a regret (W3)."""

SHOWN = 2
"""So many kinds are told at most: more would read as a list of what went wrong."""

MOVED = 2
"""From so many values on that came or went, what matters has shifted."""

LOW = 4
"""Up to this mean of 10, the spot of today may colour the old choice (catalogue S0-13)."""

FACETS = 3
"""Fewer ratings than this of the five are too few for a mean (our own judgement)."""

FIRM = 3
"""Fewer facts about the old role than this are thin (our own judgement; catalogue S0-13)."""

DROP = 2
"""A mood that is lower by so much of 10 after a pass sank (safety, rumination guard 4)."""

REST = timedelta(days=30)
"""A regret rests for so long, unless there is a new fact (safety, rumination guard 7)."""


class Known(StrEnum):
    """Since when a thought can be known: that day, only later, or not at all (catalogue S0-12)."""

    THEN = "then"
    LATER = "later"
    GUESS = "guess"


class Kind(StrEnum):
    """What a regret can be made of, from the firmest ground to the thinnest.

    They are told in this order. The first two rest on a whole review of the decision, hindsight
    on thoughts that the person sorted, shifted priorities on values that they picked. Contrast
    tells of today more than of that day. The rosy other life comes last: it is only inferred
    from what is missing.
    """

    LUCK = "luck"
    PROCESS_GAP = "process_gap"
    HINDSIGHT = "hindsight"
    SHIFTED = "shifted"
    CONTRAST = "contrast"
    ROSY = "rosy"


@dataclass(frozen=True)
class Facts:
    """What a pass says, counted.

    `known` are the thoughts that were sorted, `hard` counts the dull or hard days that were
    named of the other job. `then` and `now` are ids of values. `facets` are the ratings 0-10 of
    today's spot that were given. `process` (0-12) and `outcome` (-5 to +5) come from the offer
    review. `thought` says whether the person told what comes back.
    """

    known: Sequence[Known] = ()
    process: int | None = None
    outcome: int | None = None
    then: Collection[str] = ()
    now: Collection[str] = ()
    facets: Sequence[int] = ()
    hard: int = 0
    thought: bool = False

    @property
    def later(self) -> int:
        """How many of the sorted thoughts were known only later."""
        return sum(1 for each in self.known if each is Known.LATER)

    @property
    def came(self) -> tuple[str, ...]:
        """The values that matter now and did not then."""
        return tuple(each for each in dict.fromkeys(self.now) if each not in self.then)

    @property
    def went(self) -> tuple[str, ...]:
        """The values that mattered then and do not now."""
        return tuple(each for each in dict.fromkeys(self.then) if each not in self.now)

    @property
    def moved(self) -> int | None:
        """How many values moved; None where one of the two sides was not told.

        The larger of those that came and those that went: who names one value then and three
        now tells of two that came.
        """
        if not (self.then and self.now):
            return None
        return max(len(self.came), len(self.went))

    @property
    def spot(self) -> float | None:
        """The mean rating of today's spot; None where too few of its facets were rated."""
        return sum(self.facets) / len(self.facets) if len(self.facets) >= FACETS else None

    @property
    def is_thin(self) -> bool:
        """Whether hardly anything is known of the old role: guesses are no facts (S0-13)."""
        firm = sum(1 for each in self.known if each is not Known.GUESS)
        return firm + self.hard < FIRM

    @property
    def tells(self) -> bool:
        """Whether there is anything to go by."""
        rated = (self.process, self.moved, self.spot)
        return self.is_about_something or any(each is not None for each in rated)

    @property
    def is_about_something(self) -> bool:
        """Whether the person told what comes back, or sorted any thought of it."""
        return self.thought or bool(self.known)


def kinds(facts: Facts) -> tuple[Kind, ...]:
    """Return the kinds that the facts speak of, in the order of `Kind`; empty where none does."""
    return tuple(kind for kind in Kind if _RULES[kind](facts))


def top_kinds(facts: Facts) -> tuple[Kind, ...]:
    """Return the kinds to tell: the first two."""
    return kinds(facts)[:SHOWN]


def is_hindsight(facts: Facts) -> bool:
    """Return whether at least half of the sorted thoughts were known only later."""
    return bool(facts.known) and 2 * facts.later >= len(facts.known)


def is_luck(facts: Facts) -> bool:
    """Return whether a sound process (8 of 12 or more) met a bad outcome (below 0)."""
    if facts.process is None or facts.outcome is None:
        return False
    return facts.process >= SOUND and facts.outcome < 0


def is_process_gap(facts: Facts) -> bool:
    """Return whether the process was shaky (6 of 12 or less), however it turned out."""
    return facts.process is not None and facts.process <= SHAKY


def is_shifted(facts: Facts) -> bool:
    """Return whether two or more values moved between then and now."""
    return facts.moved is not None and facts.moved >= MOVED


def is_contrast(facts: Facts) -> bool:
    """Return whether today's spot is rated 4 of 10 or less on the whole."""
    return facts.spot is not None and facts.spot <= LOW


def is_rosy(facts: Facts) -> bool:
    """Return whether no drawback of the other life is named; never of a pass about nothing."""
    return facts.hard == 0 and facts.is_about_something


def revisit_day(given: date | None, day: date) -> date:
    """Return the day to look again: the one that was given, else 30 days after `day`.

    A day that is not to come is none.
    """
    return given if given and given > day else day + REST


def sank(before: float | None, after: float | None) -> bool:
    """Return whether a mood, 0-10, was lower by 2 or more; never where one is unknown."""
    return before is not None and after is not None and before - after >= DROP


def known_as(values: Iterable[str | None]) -> tuple[Known, ...]:
    """Return how thoughts were sorted, those left out that were not."""
    return tuple(Known(each) for each in values if each in set(Known))


_RULES = {
    Kind.LUCK: is_luck,
    Kind.PROCESS_GAP: is_process_gap,
    Kind.HINDSIGHT: is_hindsight,
    Kind.SHIFTED: is_shifted,
    Kind.CONTRAST: is_contrast,
    Kind.ROSY: is_rosy,
}
