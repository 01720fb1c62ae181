"""Private writing: a few timed sessions, for nobody else (evidence 3 to 6)."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Happening, Score, Text


class Way(StrEnum):
    """What a session is about; a plain diary is no session of expressive writing."""

    DEEPEST = "deepest"
    FROM_OUTSIDE = "from_outside"
    FRIEND = "friend"
    KIND_WORDS = "kind_words"
    VALUES = "values"
    DIARY = "diary"


class Writing(Happening):
    """One session. Without `kept` only the fact that it took place is here, and no text.

    `mood_before` and `mood_after` run from 0 (very low) to 10 (very good).
    """

    called: ClassVar[str] = "piece of writing"

    way: Way
    text: Text = ""
    kept: bool = False
    minutes: Annotated[int, Field(ge=0)] = 0
    mood_before: Score | None = None
    mood_after: Score | None = None
    case_id: str = ""
