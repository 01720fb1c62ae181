"""What `if_then.toml` holds: what makes an if-then plan concrete, and hints where it is not."""

from functools import cache
from typing import Annotated

from pydantic import Field

from core.content.files import load
from core.content.shapes import Content, Id, Table, Words

WordList = Annotated[tuple[Words, ...], Field(min_length=1)]


class CueSigns(Content):
    """Words by which a cue is concrete, and `vague` ones that count for nothing."""

    vague: WordList
    times: WordList
    happenings: WordList
    places: WordList
    feelings: WordList

    @property
    def concrete(self) -> tuple[str, ...]:
        """Every word that makes a cue concrete."""
        return (*self.times, *self.happenings, *self.places, *self.feelings)


class ActionSigns(Content):
    """Words that join a second action to a first one, and the verbs that begin one."""

    joins: WordList
    verbs: WordList


class IfThenWords(Content):
    """The signs that are looked for, and the hints by id."""

    hints: Table[Id, Words]
    cue: CueSigns
    action: ActionSigns


@cache
def if_then_words() -> IfThenWords:
    """Return the signs and hints for if-then plans."""
    return load("if_then.toml", IfThenWords)
