"""What `writing.toml` holds: the ways to write, each with what, how and next, and never why me."""

from functools import cache
from typing import Annotated

from pydantic import Field, model_validator

from core.content.files import load
from core.content.shapes import Content, Slotted, Table, Words, has_words_for_all
from core.writing import Way

PROMPTS = 3


class WayWords(Content):
    """One way to write: its label, what it is about, and what happened, how it is, what is next.

    `named` takes the place of `about` where the person's name is known.
    """

    label: Words
    about: Words
    prompts: Annotated[tuple[Words, ...], Field(min_length=PROMPTS, max_length=PROMPTS)]
    named: Words | None = None


class WritingWords(Slotted):
    """Everything that private writing needs by id; `slots` names the facts a text may ask for."""

    ways: Table[Way, WayWords]

    @model_validator(mode="after")
    def _has_every_way(self) -> "WritingWords":
        has_words_for_all(self.ways, Way)
        return self


@cache
def writing_words() -> WritingWords:
    """Return the words of private writing."""
    return load("writing.toml", WritingWords)
