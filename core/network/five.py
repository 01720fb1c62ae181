"""Five of those whom somebody knows: one close, three looser, one not in touch for a year.

Source: evidence 13 and worksheet W8: looser ties bring most news, a tie that has slept is often
glad, and somebody close is the easiest to begin with. It is a suggestion, never a rule.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.network.suggested import Tie

FIVE = 5
"""How many people are enough for two weeks."""

MIX = {Tie.CLOSE: 1, Tie.WEAK: 3, Tie.DORMANT: 1}
"""How many of each sort of tie."""


class Quiet(StrEnum):
    """How long ago two people were in touch: these days, else by months, up to a year."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    LONGER = "longer"


class Ask(StrEnum):
    """What somebody could be asked for, or has done."""

    ADVISE = "advise"
    INTRODUCE = "introduce"
    SHIFT = "shift"


class Lacks(StrEnum):
    """What the mix is short of, or that there are fewer than five to choose from."""

    NO_CLOSE = "no_close"
    NO_WEAK = "no_weak"
    FEW_WEAK = "few_weak"
    NO_DORMANT = "no_dormant"
    FEW = "few"


@dataclass(frozen=True)
class Candidate:
    """Somebody on the list: the sort of tie, the circle if told, and what they could do.

    `lately` is set for whoever was in touch within the last seven days.
    """

    key: str
    tie: Tie
    circle: str = ""
    can: frozenset[Ask] = frozenset()
    lately: bool = False


@dataclass(frozen=True)
class Picked:
    """Somebody who is suggested. `stands_in` is set where a place was free for another tie."""

    candidate: Candidate
    stands_in: bool = False


def tie_by(closeness: str | None, quiet: str | None) -> Tie:
    """Return the sort of tie by what a table says: a year of silence counts before closeness.

    Somebody of no closeness counts as a looser tie.
    """
    if quiet == Quiet.LONGER:
        return Tie.DORMANT
    return Tie.CLOSE if closeness == Tie.CLOSE else Tie.WEAK


def pick_five(candidates: Sequence[Candidate]) -> tuple[Picked, ...]:
    """Return up to five, each once: the mix as far as there is one, then others in its place.

    Whoever was in touch these days gives way to anybody who was not: they have just heard.
    Of one tie, who could do most comes first, then whoever is of a circle not yet chosen, then
    the order of the list. They are told close first, then looser, then the one that slept.
    """
    chosen: list[Picked] = []
    waiting = [each for each in candidates if not each.lately]
    for tie, wanted in MIX.items():
        _add(chosen, [each for each in waiting if each.tie is tie], wanted, stands_in=False)
    for pool in (waiting, candidates):
        _add(chosen, pool, FIVE - len(chosen), stands_in=True)
    order = list(MIX)
    return tuple(sorted(chosen, key=lambda each: order.index(each.candidate.tie)))


def lacks(candidates: Iterable[Candidate]) -> tuple[Lacks, ...]:
    """Return what the mix is short of; with fewer than five people only that is worth saying."""
    ties = [each.tie for each in candidates]
    if len(ties) < FIVE:
        return (Lacks.FEW,)
    return tuple(_short_of(ties))


def _short_of(ties: Sequence[Tie]) -> Iterator[Lacks]:
    if Tie.CLOSE not in ties:
        yield Lacks.NO_CLOSE
    weak = ties.count(Tie.WEAK)
    if weak < MIX[Tie.WEAK]:
        yield Lacks.FEW_WEAK if weak else Lacks.NO_WEAK
    if Tie.DORMANT not in ties:
        yield Lacks.NO_DORMANT


def _add(
    chosen: list[Picked], candidates: Sequence[Candidate], places: int, *, stands_in: bool
) -> None:
    """Add the best of those not chosen yet, one after another, as each changes what is new."""
    for _ in range(places):
        here = {each.candidate.key for each in chosen}
        left = [each for each in candidates if each.key not in here]
        if not left:
            return
        circles = {each.candidate.circle for each in chosen if each.candidate.circle}
        chosen.append(Picked(_best(left, circles), stands_in=stands_in))


def _best(left: Sequence[Candidate], circles: Collection[str]) -> Candidate:
    """Return who could do most; among equals one of a new circle, among those the first."""
    return min(left, key=lambda each: (-len(each.can), not each.circle or each.circle in circles))
