"""What `interviews.toml` holds: ideas for preparing a talk, and questions to practise."""

from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from core.content.files import load
from core.content.shapes import Content, Id, Slotted, Table, Words, has_words_for_all
from core.dues import What, When


class PracticeGroup(Content):
    """Questions to practise that go together."""

    label: Words
    questions: Annotated[tuple[Words, ...], Field(min_length=1)]


class InterviewWords(Slotted):
    """Ideas by what they are for, and how each due thing is told, by what and when it is.

    `research` are places to look and what to look for, `questions` are ones to ask there,
    `asked` are things that employers usually ask for, `ahead` what can go out before a talk.
    In the lines, `{employer}`, `{what}`, `{date}` and `{time}` stand for the facts.
    """

    research: Annotated[tuple[Words, ...], Field(min_length=1)]
    questions: Annotated[tuple[Words, ...], Field(min_length=1)]
    asked: Annotated[tuple[Words, ...], Field(min_length=1)]
    ahead: Annotated[tuple[Words, ...], Field(min_length=1)]
    practice: Table[Id, PracticeGroup]
    dues: Table[What, Table[When, Words]]

    @model_validator(mode="after")
    def _tells_of_every_due_thing(self) -> Self:
        has_words_for_all(self.dues, What)
        for lines in self.dues.values():
            has_words_for_all(lines, When)
        return self


@cache
def interview_words() -> InterviewWords:
    """Return the ideas and questions for talks."""
    return load("interviews.toml", InterviewWords)
