"""What `people_map.toml` holds: guesses from a line, a question for each circle, small gives."""

from functools import cache
from typing import Self

from pydantic import model_validator

from core.content.files import load
from core.content.shapes import Content, Table, Words, has_words_for_all
from core.network.quick import Guesses
from core.people import Circle, Closeness


class GiveWords(Content):
    """Ideas for a small give, in the order in which the weeks go through them."""

    ideas: tuple[Words, ...]


class PeopleMapWords(Content):
    """Words that tell of a circle or a closeness, and a question that brings a name to mind.

    `alone_words` tell of one only where nothing else is said, `hires_words` of who hires,
    and `bridge_words` lead from a name to how somebody is known.
    """

    alone_words: tuple[Words, ...]
    hires_words: tuple[Words, ...]
    bridge_words: tuple[Words, ...]
    circle_words: Table[Circle, tuple[Words, ...]]
    closeness_words: Table[Closeness, tuple[Words, ...]]
    questions: Table[Circle, Words]
    gives: GiveWords

    @model_validator(mode="after")
    def _has_all(self) -> Self:
        has_words_for_all(self.circle_words, Circle)
        has_words_for_all(self.closeness_words, Closeness)
        has_words_for_all(self.questions, Circle)
        if not self.gives.ideas:
            raise ValueError("needs at least one idea for a small give")
        return self

    @property
    def guesses(self) -> Guesses:
        """What a line is read with."""
        return Guesses(
            self.circle_words,
            self.closeness_words,
            frozenset(self.alone_words),
            self.hires_words,
            self.bridge_words,
        )


@cache
def people_map_words() -> PeopleMapWords:
    """Return the words for the map of people."""
    return load("people_map.toml", PeopleMapWords)
