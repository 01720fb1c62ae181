"""Values: what the person needs from work, in their order, and how much of it they live."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from core.cases import Case
from core.names import same_name
from core.records import Line, Record, Score, instant

TOP_GAPS = 3
"""So many gaps are named (evidence 14); there is no total."""

UNRANKED = 10_000
"""Stands after every rank."""


class Value(Record):
    """One value that the person named.

    `card` is an id of `core/content/en/values.toml`, empty for a value in their own words.
    `rank` begins with 1. `importance` and `lived` (this month) run from 0 (not at all) to 10
    (fully); both are as of `rated_on`. `run_id` is the worksheet run that it came from.
    """

    called: ClassVar[str] = "value"

    name: Line
    card: str = ""
    rank: Annotated[int, Field(ge=1)] | None = None
    importance: Score | None = None
    lived: Score | None = None
    rated_on: date | None = None
    run_id: str = ""


class Rated(NamedTuple):
    """A value with its place among the others (1 is first) and its two scores, 0-10 each."""

    name: str
    place: int
    importance: int | None = None
    lived: int | None = None

    @property
    def gap(self) -> int | None:
        """Importance minus lived, -10 to 10; None where one of them is not told."""
        if self.importance is None or self.lived is None:
            return None
        return self.importance - self.lived


def in_order(values: Iterable[Value]) -> tuple[Value, ...]:
    """Return values by rank, those without one last.

    Two of one rank (a value of an earlier worksheet, say) stand side by side, the one that was
    rated last first.
    """

    def place(each: Value) -> tuple[int, int, float]:
        rated = each.rated_on.toordinal() if each.rated_on else 0
        return (each.rank or UNRANKED, -rated, instant(each.created_at))

    return tuple(sorted(values, key=place))


def moved(values: Iterable[Value], value_id: str, by: int) -> tuple[Value, ...]:
    """Return the values whose rank changes when one moves `by` places (-1 is one up).

    Those with a rank are counted anew from 1. Who moves a value ranks it, and all above it;
    below, what had no rank stays without.
    """
    order = list(in_order(values))
    at = next((place for place, each in enumerate(order) if each.id == value_id), None)
    if at is None:
        return ()
    one = order.pop(at)
    order.insert(min(max(at + by, 0), len(order)), one)
    last = max(place for place, each in enumerate(order) if each.rank or each is one)
    ranked = enumerate(order[: last + 1], start=1)
    return tuple(
        each.model_copy(update={"rank": rank}) for rank, each in ranked if each.rank != rank
    )


def same_value(values: Iterable[Value], card: str, name: str) -> Value | None:
    """Return the value of this card, else the one of the same name; None where there is none.

    A value of another card is never the same, whatever it is called by now.
    """
    every = tuple(values)
    of_card = (each for each in every if card and each.card == card)
    open_ = (each for each in every if not (card and each.card))
    named = (each for each in open_ if same_name(each.name, name))
    return next(of_card, None) or next(named, None)


def rated(values: Iterable[Value]) -> tuple[Rated, ...]:
    """Return values as they are rated, in their order."""
    ordered = enumerate(in_order(values), start=1)
    return tuple(Rated(each.name, place, each.importance, each.lived) for place, each in ordered)


def widest_gaps(every: Iterable[Rated], most: int = TOP_GAPS) -> tuple[Rated, ...]:
    """Return the values with the widest gaps, at most three, only gaps above 0 (evidence 14).

    Of two gaps of one size that of the more important value comes first, then that of the
    value that stands higher.
    """
    open_ = [each for each in every if (each.gap or 0) > 0]
    return tuple(sorted(open_, key=lambda each: (-(each.gap or 0), *_weight(each)))[:most])


def with_room(every: Iterable[Rated]) -> tuple[Rated, ...]:
    """Return the values that are lived more than they matter, the one with most room first."""
    over = [each for each in every if (each.gap or 0) < 0]
    return tuple(sorted(over, key=lambda each: (each.gap or 0, *_weight(each))))


def _weight(each: Rated) -> tuple[int, int]:
    return (-(each.importance or 0), each.place)


@dataclass(frozen=True)
class Choices:
    """Which values the person's choices show beside those that they named; ids of cards.

    `counts` says in how many of the `cases` that give a reason each shows.
    """

    both: tuple[str, ...]
    only_shown: tuple[str, ...]
    only_named: tuple[str, ...]
    counts: Mapping[str, int]
    cases: int


def reasons_of(case: Case) -> frozenset[str]:
    """Return the reasons that speak for a person: what they know, else what they said, and pulls.

    A reason that was only given may be a kind word; it counts where there is no other.
    """
    return frozenset((*(case.reasons_true or case.reasons_given), *case.pulls))


def choices(
    cases: Iterable[Case], named: Sequence[str], stands_for: Mapping[str, Sequence[str]]
) -> Choices:
    """Return the values that choices show beside those that were named (catalogue S0-34).

    `stands_for` has for each reason the cards that it points to, `named` the cards that the
    person ranked, the first first. A case counts once for each card; what shows most often
    comes first, then what `stands_for` has first.
    """
    shown = [
        {card for reason in reasons_of(case) for card in stands_for.get(reason, ())}
        for case in cases
    ]
    counts = Counter(card for cards in shown for card in cards)
    known = list(dict.fromkeys(card for cards in stands_for.values() for card in cards))
    often = sorted(counts, key=lambda card: (-counts[card], known.index(card)))
    return Choices(
        both=tuple(card for card in named if card in counts),
        only_shown=tuple(card for card in often if card not in named),
        only_named=tuple(card for card in named if card not in counts),
        counts=dict(counts),
        cases=sum(1 for cards in shown if cards),
    )
