"""What `skills.toml` holds: levels and degrees in words, ways to close a gap, and plain words."""

from functools import cache
from typing import Annotated

from pydantic import Field, model_validator

from core.content.files import load
from core.content.shapes import Content, Table, Words, has_words_for_all
from core.skills import ActionKind

Levels = Annotated[tuple[Words, ...], Field(min_length=5, max_length=5)]
Degrees = Annotated[tuple[Words, ...], Field(min_length=4, max_length=4)]


class SkillWords(Content):
    """Words for skills and trends, the lowest number of each scale first.

    `plain` are words of ads that say nothing about a skill: they are never offered as one.
    """

    levels: Levels
    goal: Degrees
    degrees: Degrees
    kinds: Table[ActionKind, Words]
    plain: tuple[Words, ...]

    @model_validator(mode="after")
    def _names_every_kind(self) -> "SkillWords":
        has_words_for_all(self.kinds, ActionKind)
        return self


@cache
def skill_words() -> SkillWords:
    """Return the words for skills and trends."""
    return load("skills.toml", SkillWords)
