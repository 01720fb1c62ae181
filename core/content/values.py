"""What `values.toml` holds: the cards of the sort, and how to find out about each value."""

from collections.abc import Sequence
from functools import cache
from typing import Annotated

from pydantic import Field

from core.content.files import load
from core.content.shapes import Content, Id, Slotted, Table, Words
from core.content.slots import fill


class ValueCard(Content):
    """One value of working life.

    `ask` is a question for an interview that tests it, `sign` what to look for, `live` one
    small way to live it this week.
    """

    name: Words
    means: Words
    ask: Words
    sign: Words
    live: Words


class OwnValue(Content):
    """The same for a value in the person's own words, which no card speaks of."""

    ask: Words
    sign: Words
    live: Words


class NorthStar(Content):
    """How a north star line is begun from the first one, two or three values."""

    one: Words
    two: Words
    three: Words


class ValueWords(Slotted):
    """The cards; `credit` says where the way of sorting comes from."""

    credit: Words
    own: OwnValue
    north_star: NorthStar
    cards: Annotated[Table[Id, ValueCard], Field(min_length=36, max_length=36)]

    def about(self, card: str) -> ValueCard | OwnValue:
        """Return how to find out about a value: its card's words, or those for any other."""
        return self.cards.get(card) or self.own

    def line_from(self, names: Sequence[str]) -> str:
        """Return a north star line of the first three of these values; "" where there are none.

        Cards begin with a small letter inside the line, a person's own words stay as they are.
        """
        own = {card.name: card.name[:1].lower() + card.name[1:] for card in self.cards.values()}
        first = [own.get(name, name) for name in names[:3]]
        if not first:
            return ""
        said = (self.north_star.one, self.north_star.two, self.north_star.three)[len(first) - 1]
        return fill(said, **dict(zip(("first", "second", "third"), first, strict=False)))


@cache
def value_words() -> ValueWords:
    """Return the cards of the values."""
    return load("values.toml", ValueWords)
