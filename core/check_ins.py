"""Check-ins: how it feels, on one day, in the person's own measure."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from core.records import Happening, Line, Part, Score, Text

STEADIER = "steadier"
"""The one family of feelings that is no strain."""

MOST_FEELINGS = 3


class Felt(Part):
    """One feeling word and how strong it is, 0 (barely there) to 10 (all I can feel).

    `family` is an id of `core/content/en/feelings.toml`; a person's own word has
    an empty family unless they file it under one.
    """

    word: Line
    family: str = ""
    strength: Score = 5


class CheckIn(Happening):
    """A mood alone is a complete check-in, and so is one feeling word alone.

    `mood` runs from 0 (very low) to 10 (very good), `hope` from 0 (none) to 10 (full of
    hope), `comes_back` (how often a past decision returns to mind) from 0 (never)
    to 10 (all the time). `body` holds ids of body cues.
    """

    called: ClassVar[str] = "check-in"

    feelings: Annotated[tuple[Felt, ...], Field(max_length=MOST_FEELINGS)] = ()
    mood: Score | None = None
    hope: Score | None = None
    comes_back: Score | None = None
    body: tuple[str, ...] = ()
    note: Text = ""
    case_id: str = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.mood is None and not self.feelings:
            raise ValueError("a check-in needs a mood or a feeling")
        return self
