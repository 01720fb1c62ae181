"""Feedback: what they said, sorted by the person, and what becomes of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.records import Line, Record, Text, instant

FITS_WELL = 2
"""From here on, of 3, it agrees with what the person knows themselves."""


class Feedback(Record):
    """One thing that somebody said about the person's application or talk.

    `fits` is how well it agrees with the evidence, from 0 (not at all) to 3 (fully), in the
    person's own view. It is acted on (`will_do`, and the `step_id` that came of it) or `parked`.
    """

    called: ClassVar[str] = "piece of feedback"

    case_id: str = ""
    letter_id: str = ""
    heard_on: date | None = None
    quote: Text = ""
    source: Line = ""
    fits: Annotated[int, Field(ge=0, le=3)] | None = None
    in_my_control: bool | None = None
    will_do: Line = ""
    parked: bool = False
    step_id: str = ""

    @property
    def is_sorted(self) -> bool:
        """Whether the person has said what becomes of it."""
        return self.parked or bool(self.will_do)


@dataclass(frozen=True)
class Asked:
    """How many feedback requests went out, and what came back: an answer, silence, nothing yet."""

    asked: int
    answered: int
    silent: int

    @property
    def waiting(self) -> int:
        """How many may still be answered."""
        return self.asked - self.answered - self.silent


def asked_so_far(letters: Iterable[Letter]) -> Asked:
    """Return the counts over the feedback requests (L2) that were sent.

    A reply to the follow-up of a request is an answer to the request.
    """
    every = tuple(letters)
    requests = [each for each in every if each.kind is Kind.FEEDBACK_REQUEST and each.is_out]
    replied = {each.follows_id for each in every if each.state is LetterState.ANSWERED}
    answered = [
        each for each in requests if each.state is LetterState.ANSWERED or each.id in replied
    ]
    silent = [
        each for each in requests if each.state is LetterState.NO_REPLY and each.id not in replied
    ]
    return Asked(len(requests), len(answered), len(silent))


def way_on(fits: int | None, *, in_my_control: bool | None) -> str:
    """Return what the two answers point to: "act", "know", "park", or "open" while one is missing.

    What does not fit the evidence can be parked; what fits and is in reach can become a small
    step; what fits and is out of reach is good to know (catalogue S1-7).
    """
    if fits is None or (fits >= FITS_WELL and in_my_control is None):
        return "open"
    if fits < FITS_WELL:
        return "park"
    return "act" if in_my_control else "know"


def newest_first(feedback: Collection[Feedback]) -> tuple[Feedback, ...]:
    """Return the pieces of feedback, the one heard last first."""
    return tuple(
        sorted(
            feedback,
            key=lambda each: (each.heard_on or date.min, instant(each.created_at)),
            reverse=True,
        )
    )
