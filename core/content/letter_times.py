"""What `letter_times.toml` holds: when each kind of letter goes best, and why a gate speaks up."""

from functools import cache
from typing import Self

from pydantic import model_validator

from core.content.files import load
from core.content.shapes import Content, Id, Slotted, Table, Words, has_words_for_all
from core.letters.kinds import Kind


class Reason(Content):
    """One reason to wait, to hurry or to stop: what there is to know, and why."""

    what: Words
    why: Words


class FitWords(Content):
    """Why a kind of letter fits what happened, and when it goes."""

    when: Words
    why: Words


class LetterTimes(Slotted):
    """Everything that is said about the time of a letter, by id.

    `windows` is when a kind goes best, `deadline` what their date adds to it, `reasons` what
    `core.letters.timing` gives, `fits` what `core.letters.fitting` gives, `notes` a line to show
    with a letter, `reminders` what Today says of one.
    """

    windows: Table[Kind, Words]
    deadline: Table[Id, Words]
    reasons: Table[Id, Reason]
    fits: Table[Id, FitWords]
    notes: Table[Id, Words]
    reminders: Table[Id, Words]

    @model_validator(mode="after")
    def _speaks_of_every_kind(self) -> Self:
        has_words_for_all(self.windows, Kind)
        return self


@cache
def letter_times() -> LetterTimes:
    """Return the words on when to send; `slots` names the facts they may ask for."""
    return load("letter_times.toml", LetterTimes)
