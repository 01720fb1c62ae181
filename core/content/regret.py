"""What `regret.toml` holds: what each kind of regret is called and asks for, and a coin toss."""

from functools import cache

from pydantic import model_validator

from core.content.files import load
from core.content.shapes import Content, Id, Table, Words, has_words_for_all
from core.decisions.regret import Kind


class KindWords(Content):
    """One kind: its name, what it asks for, a step of at most 15 minutes, and where it leads.

    `why` says what the step is for, beside it in the list. `place` is a way on that the screen
    knows, else the id of a worksheet; `link` are the words of that way.
    """

    label: Words
    asks: Words
    step: Words
    why: Words
    place: Id
    link: Words


class RegretWords(Content):
    """The kinds, and how well one can choose and still lose: a coin toss, told in short lines."""

    kinds: Table[Kind, KindWords]
    coin_title: Words
    coin: tuple[Words, ...]

    @model_validator(mode="after")
    def _has_every_kind(self) -> "RegretWords":
        has_words_for_all(self.kinds, Kind)
        return self


@cache
def regret_words() -> RegretWords:
    """Return the words of the kinds of regret."""
    return load("regret.toml", RegretWords)
