"""How paths compare: what carries over, what is still open, and whether one is ahead.

Nothing is ranked before three paths are open and rated (catalogue S0-28), and there is no
single winner between scores within a tenth of each other (worksheet W7).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

FULL = 3
"""The degree of a skill that carries a person all the way."""

MIDDLE_PULL = 5
"""What a path counts whose pull is not rated: the middle of 0 to 10."""

ENOUGH = 3
"""So many paths are open, and rated, before any is said to be ahead (catalogue S0-28)."""

TENTH = Fraction(1, 10)
TWO_WEEKS = timedelta(days=14)
"""A test that is later than this is more than the smallest one (worksheet W7)."""

LOOK_AGAIN = timedelta(days=180)
"""After so many days, evidence is worth another look."""

LITTLE_KNOWN = 5
"""Below this, of 10, what is known of a path is little to decide on."""

EVIDENCE = ("demand", "source", "checked_on")
"""What evidence has: what speaks for the path, where that stands, and when it was read (S0-30)."""


class Standing(StrEnum):
    """What can be said of all paths together."""

    OPEN_ANOTHER = "open_another"
    UNRATED = "unrated"
    CLOSE = "close"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Ratings:
    """The three ratings of a path, each 0 to 10, or None where it is open."""

    pull: int | None = None
    feasible: int | None = None
    proven: int | None = None

    @property
    def score(self) -> int | None:
        """Pull + feasibility + evidence, 0 to 30, each counting alike; None while one is open."""
        if self.pull is None or self.feasible is None or self.proven is None:
            return None
        return self.pull + self.feasible + self.proven


@dataclass(frozen=True)
class Comparison:
    """What ratings say together: who is `ahead` (several where it is close), who is `unrated`."""

    standing: Standing
    ahead: tuple[str, ...] = ()
    unrated: tuple[str, ...] = ()


def compared(ratings: Mapping[str, Ratings]) -> Comparison:
    """Return whether one of the paths, by their keys, is ahead of all others.

    Fewer than three paths: another one is to be opened first. Fewer than three with all three
    ratings: they are to be rated first. Otherwise every path whose score is within a tenth of
    the highest score counts as ahead, `highest - score <= highest / 10`: a score of exactly nine
    tenths is within. Where that is more than one, it is too close to call; where every score is
    0, all are alike. Paths that are not rated to the end are left out and named.
    """
    unrated = tuple(key for key, each in ratings.items() if each.score is None)
    if len(ratings) < ENOUGH:
        return Comparison(Standing.OPEN_ANOTHER, unrated=unrated)
    scores = {key: each.score for key, each in ratings.items() if each.score is not None}
    if len(scores) < ENOUGH:
        return Comparison(Standing.UNRATED, unrated=unrated)
    highest = max(scores.values())
    ahead = tuple(key for key, score in scores.items() if highest - score <= highest * TENTH)
    standing = Standing.AHEAD if len(ahead) == 1 else Standing.CLOSE
    return Comparison(standing, ahead, unrated)


def overlap(degrees: Iterable[int]) -> Fraction | None:
    """Return how much of what a path asks for is there already, 0 to 1 (catalogue S0-31).

    That is the sum of the degrees over three times their count: every skill that the path asks
    for counts alike, each by how far it carries. None where no skill has a degree.
    """
    told = tuple(degrees)
    return Fraction(sum(told), FULL * len(told)) if told else None


def widest_gaps(degrees: Mapping[str, int]) -> tuple[str, ...]:
    """Return the skills of one path that carry least far; none where all carry all the way."""
    return _largest({skill: Fraction(FULL - degree) for skill, degree in degrees.items()})


def gaps_that_matter(
    degrees: Mapping[str, Mapping[str, int]], pulls: Mapping[str, int | None]
) -> tuple[str, ...]:
    """Return the one gap that matters most over all paths, or several that matter alike.

    `degrees` are those of each path by skill. A gap counts what is missing to 3, times the pull
    of its path (5 where that is not rated), summed over the paths: to close it helps most where
    the person wants to go (catalogue S0-31). Empty where nothing is missing, or nothing draws.
    """
    missing: dict[str, Fraction] = {}
    for path, skills in degrees.items():
        pull = pulls.get(path)
        weight = MIDDLE_PULL if pull is None else pull
        for skill, degree in skills.items():
            missing[skill] = missing.get(skill, Fraction(0)) + (FULL - degree) * weight
    return _largest(missing)


def open_evidence(demand: str, source: str, checked_on: date | None) -> tuple[str, ...]:
    """Return what of the evidence for a path is open, in the order of EVIDENCE."""
    told = (demand.strip(), source.strip(), checked_on)
    return tuple(name for name, value in zip(EVIDENCE, told, strict=True) if not value)


def is_old(checked_on: date | None, today: date) -> bool:
    """Return whether evidence was looked up half a year ago or longer."""
    return checked_on is not None and today - checked_on >= LOOK_AGAIN


def is_late(by: date | None, today: date) -> bool:
    """Return whether a test is planned for more than two weeks from today."""
    return by is not None and by - today > TWO_WEEKS


def _largest(missing: Mapping[str, Fraction]) -> tuple[str, ...]:
    most = max(missing.values(), default=Fraction(0))
    return tuple(skill for skill, each in missing.items() if most and each == most)
