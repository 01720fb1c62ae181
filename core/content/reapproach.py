"""What `reapproach.toml` holds: the levels of the factors with their points, and every verdict."""

from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from core.content.files import load
from core.content.shapes import Content, Id, Slotted, Table, Words, has_words_for_all
from core.decisions.factors import Band, Cap, Check, Confidence, Edge, Factor, Way, Worth

VERDICTS = (
    *(f"{band}_{worth}" for band in Band for worth in (*Worth, "open")),
    *("find_out", "stop", "anew", "signed", "not_safe", "they_withdrew"),
)
"""The nine outcomes, three for a wish that was not weighed, and those beside them."""

Points = Annotated[int, Field(ge=-9, le=4)]


class Level(Content):
    """One level of a factor. One without points is not known: then `worst` and `best` say what
    it may turn out to be, by the ids of other levels.
    """

    label: Words
    points: Points | None = None
    worst: str = ""
    best: str = ""


class FactorWords(Content):
    """One factor: its name, how it is asked for, and its levels from best to worst."""

    name: Words
    levels: Table[Id, Level]

    @model_validator(mode="after")
    def _knows_its_ends(self) -> Self:
        for level in self.levels.values():
            ends = (level.worst, level.best)
            known = all(end in self.levels and self.levels[end].points is not None for end in ends)
            if level.points is None and not known:
                raise ValueError("a level without points needs a worst and a best level")
        return self

    @property
    def labels(self) -> dict[str, str]:
        """The words of the levels, by id."""
        return {name: level.label for name, level in self.levels.items()}


class CheckWords(Content):
    """One check of the wish: what holds if it is met, its answers from 0 to 2, what to do first."""

    name: Words
    answers: Annotated[tuple[Words, ...], Field(min_length=3, max_length=3)]
    mend: Words

    @property
    def choices(self) -> dict[str, str]:
        """The answers by the ids d0 to d2."""
        return {f"d{score}": answer for score, answer in enumerate(self.answers)}


class Verdict(Content):
    """What a verdict says: a headline, and what to do now."""

    title: Words
    do: Words


class EdgeWords(Content):
    """A special case: how it is picked, and what there is to know."""

    label: Words
    text: Words


class ReapproachWords(Slotted):
    """Everything that the way back says by id."""

    opening: Words
    factors: Table[Factor, FactorWords]
    bands: Table[Band, Words]
    expect: Table[Band, Words]
    confidence: Table[Confidence, Words]
    caps: Table[Cap, Words]
    checks: Table[Check, CheckWords]
    worth: Table[Worth, Words]
    verdicts: Table[Id, Verdict]
    ways: Table[Way, Words]
    moves: Table[Factor, Words]
    edges: Table[Edge, EdgeWords]
    conditions: Table[Id, tuple[Words, ...]]
    practice: Table[Id, Words]
    changed_there: Annotated[tuple[Words, ...], Field(min_length=3)]
    sheet: Table[Id, Words]
    plans: Table[Id, Words]
    watch: Words
    watch_why: Words
    keep_in_touch: Words
    keep_in_touch_why: Words

    @model_validator(mode="after")
    def _speaks_of_all(self) -> Self:
        has_words_for_all(self.factors, Factor)
        has_words_for_all(self.bands, Band)
        has_words_for_all(self.expect, Band)
        has_words_for_all(self.confidence, Confidence)
        has_words_for_all(self.caps, Cap)
        has_words_for_all(self.checks, Check)
        has_words_for_all(self.worth, Worth)
        has_words_for_all(self.verdicts, VERDICTS)
        has_words_for_all(self.ways, Way)
        has_words_for_all(self.edges, Edge)
        return self

    def level(self, factor: Factor, level: str) -> Level:
        """Return a level of a factor; raises KeyError for one that it does not have."""
        return self.factors[factor].levels[level]


@cache
def reapproach_words() -> ReapproachWords:
    """Return the words and points for judging a way back."""
    return load("reapproach.toml", ReapproachWords)
