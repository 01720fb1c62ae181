"""Check-ins: how it feels, on one day, in the person's own measure."""

from datetime import datetime, time
from typing import Annotated, Self

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

    def felt_at(self, now: datetime) -> datetime:
        """When this was felt: the moment of saving, or the end of the day it is dated to.

        A back-dated check-in counts until the end of its day, so that yesterday's strain is
        not overlooked.
        """
        saved = (self.created_at or now).astimezone(now.tzinfo)
        if self.happened_on == saved.date():
            return saved
        return datetime.combine(self.happened_on, time.max, tzinfo=now.tzinfo)
