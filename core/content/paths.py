"""What `paths.toml` holds: words for paths, their evidence and ratings, and for energy."""

from functools import cache
from typing import Annotated, Literal

from pydantic import Field, model_validator

from core.content.files import load
from core.content.shapes import Content, Table, Words, has_words_for_all
from core.path_fit import EVIDENCE
from core.paths import Reach, Trial

Rating = Literal["pull", "feasible", "proven"]
RATINGS: tuple[Rating, ...] = ("pull", "feasible", "proven")


class RatingWords(Content):
    """One rating from 0 to 10: the question, a name that fits into a line, and both ends."""

    label: Words
    short: Words
    low: Words
    high: Words


class MoveWords(Content):
    """What to ask somebody who made the same move (catalogue S0-32)."""

    questions: Annotated[tuple[Words, ...], Field(min_length=6, max_length=6)]


class CommonWords(Content):
    """Words that say nothing about energy: they are never a theme."""

    words: tuple[Words, ...]


class PathWords(Content):
    """Words for paths; `degrees` say how far a skill carries, 0 to 3.

    `unpaid` marks what would be done without pay.
    """

    not_checked: Words
    unpaid: Words
    degrees: Annotated[tuple[Words, ...], Field(min_length=4, max_length=4)]
    reaches: Table[Reach, Words]
    trials: Table[Trial, Words]
    evidence: Table[str, Words]
    ratings: Table[Rating, RatingWords]
    move: MoveWords
    common: CommonWords

    @model_validator(mode="after")
    def _is_whole(self) -> "PathWords":
        has_words_for_all(self.reaches, Reach)
        has_words_for_all(self.trials, Trial)
        has_words_for_all(self.evidence, EVIDENCE)
        has_words_for_all(self.ratings, RATINGS)
        return self


@cache
def path_words() -> PathWords:
    """Return the words for paths."""
    return load("paths.toml", PathWords)
