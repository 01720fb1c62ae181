"""What `values.toml` holds: the cards of the sort, and how to find out about each value."""

from functools import cache
from typing import Annotated

from pydantic import Field

from core.content.files import load
from core.content.shapes import Content, Id, Table, Words


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


class ValueWords(Content):
    """The cards; `credit` says where the way of sorting comes from."""

    credit: Words
    own: OwnValue
    cards: Annotated[Table[Id, ValueCard], Field(min_length=36, max_length=36)]

    def about(self, card: str) -> ValueCard | OwnValue:
        """Return how to find out about a value: its card's words, or those for any other."""
        return self.cards.get(card) or self.own


@cache
def value_words() -> ValueWords:
    """Return the cards of the values."""
    return load("values.toml", ValueWords)
