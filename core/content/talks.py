"""What `talks.toml` holds: the kit for a talk about work, ideas for events, and what is due."""

from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from core.content.files import load
from core.content.shapes import Content, Slotted, Table, Words, has_words_for_all
from core.dues import When
from core.network.talk_dues import Dated
from core.network.talk_kit import FramePart, Question

SIX = 6
"""So many questions are for somebody who made the move (catalogue S0-32)."""

Ideas = Annotated[tuple[Words, ...], Field(min_length=1)]
"""Ideas to choose from, at least one."""


class QuestionGroup(Content):
    """Questions that go together."""

    label: Words
    questions: Ideas


class FrameWords(Content):
    """A part of a talk: its name, and what to say in it."""

    label: Words
    say: Words


class Openers(Content):
    """Ideas for an event: how to arrive, how to begin, and leave to go."""

    arriving: Ideas
    openers: Ideas
    leaving: Ideas


class Looking(Content):
    """Where to look when it is time for a look at a company."""

    ideas: Ideas


class TalkWords(Slotted):
    """Questions and the frame of a talk by their ids, ideas, and how each due thing is told.

    In the lines `{name}`, `{what}`, `{date}` and `{time}` stand for the facts.
    """

    not_a_job: Words
    questions: Table[Question, QuestionGroup]
    frame: Table[FramePart, FrameWords]
    openers: Openers
    looking: Looking
    dues: Table[Dated, Table[When, Words]]

    @model_validator(mode="after")
    def _names_them_all(self) -> Self:
        has_words_for_all(self.questions, Question)
        has_words_for_all(self.frame, FramePart)
        has_words_for_all(self.dues, Dated)
        for lines in self.dues.values():
            has_words_for_all(lines, When)
        if len(self.questions[Question.MADE_MOVE].questions) != SIX:
            raise ValueError(f"needs {SIX} questions for somebody who made the move")
        return self


@cache
def talk_words() -> TalkWords:
    """Return the words for talks, events and companies to watch."""
    return load("talks.toml", TalkWords)
