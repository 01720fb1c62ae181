"""A run: one person's way through one worksheet, which can be left and taken up again."""

from datetime import date
from typing import Any, ClassVar

from pydantic import Field

from core.records import Happening, Line


class WorksheetRun(Happening):
    """The answers so far. `happened_on` is the day on which it was begun.

    `answers` holds each answer under its address: the field's id, followed by the row and the
    column where there are any (`needs.r1.skill`). `elsewhere` holds, under the same addresses,
    what other windows had saved for an answer that this one then changed too. `at` is the id
    of the step that was open last, `seen` the ids of those that were left before, `kept` the ids
    of the keeps that were taken up, `next_step` the small step that the person chose at its end.
    """

    called: ClassVar[str] = "worksheet"
    inner: ClassVar[frozenset[str]] = frozenset({"at", "seen", "kept", "elsewhere", "version"})

    worksheet: str
    version: int = 1
    answers: dict[str, Any] = Field(default_factory=dict)
    elsewhere: dict[str, list[Any]] = Field(default_factory=dict)
    at: str = ""
    seen: tuple[str, ...] = ()
    finished_on: date | None = None
    kept: tuple[str, ...] = ()
    next_step: Line = ""
    case_id: str = ""

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every text that was typed."""
        texts = (each for each in self.answers.values() if isinstance(each, str))
        return tuple(each for each in texts if each)

    @property
    def is_finished(self) -> bool:
        """Whether it was walked through to its end."""
        return self.finished_on is not None
