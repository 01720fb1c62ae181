"""What `cases.toml` holds: the words for a case and the tables that hang on its ids."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from core.cases import Direction, Door, Stage
from core.content.files import load
from core.content.shapes import Content, Id, Table, Words, has_words_for_all

LetterTag = Literal[
    "pay",
    "location",
    "hours",
    "content",
    "growth",
    "culture",
    "other_offer",
    "personal",
    "timing",
]
"""What a letter is understood to give as a reason; two letters of a case must not clash in it."""

HardToUnsay = Literal[
    "timing_or_personal",
    "other_offer",
    "none_given",
    "pay_or_terms",
    "role_not_right",
    "culture_or_people",
]
"""How hard a reason once given is to take back: a level of the re-approach factor F3."""


class Answer(Content):
    """One answer to "What happened?", as the person would say it."""

    label: Words
    caption: Words
    icon: Words


class StageWords(Content):
    """One stage, and the usual wait for an answer after it, in days."""

    label: Words
    wait_days: Annotated[int, Field(ge=1, le=90)]


class Reason(Content):
    """One reason for a no: how I say it, what pulled me, and what it stands for elsewhere.

    `pull` is empty where a reason has no matching pull ("what appealed"). `values` are cards of
    `values.toml`: what this reason says matters to the person (catalogue S0-34).
    """

    label: Words
    pull: str = ""
    letter_tag: LetterTag
    hard_to_unsay: HardToUnsay
    values: tuple[Id, ...] = ()


class CaseWords(Content):
    """Everything the case screens say by id."""

    directions: Table[Direction, Answer]
    open_offer: Answer
    nothing_new: Answer
    stages: Table[Stage, StageWords]
    told_by: Table[Id, Words]
    manners: Table[Id, Words]
    reasons: Table[Id, Reason]
    doors: Table[Door, Words]
    goals: Table[Id, Words]

    @model_validator(mode="after")
    def _speaks_of_all(self) -> Self:
        has_words_for_all(self.directions, Direction)
        has_words_for_all(self.stages, Stage)
        has_words_for_all(self.doors, Door)
        return self

    @property
    def waits(self) -> Mapping[str, int]:
        """The usual wait for an answer after each stage, in days, by the stage's id."""
        return {stage.value: words.wait_days for stage, words in self.stages.items()}

    @property
    def pulls(self) -> Mapping[str, str]:
        """What may have appealed, by the id of the reason it matches."""
        return {id_: reason.pull for id_, reason in self.reasons.items() if reason.pull}


@cache
def case_words() -> CaseWords:
    """Return the words for cases: directions, stages, channels, reasons, doors, goals."""
    return load("cases.toml", CaseWords)
