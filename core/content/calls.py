"""What `calls.toml` holds: phone or email, what to say in 90 seconds, and the call sheet."""

from functools import cache
from typing import Annotated

from pydantic import Field

from core.content.files import load
from core.content.shapes import Content, Id, Slotted, Table, Words
from core.letters.kinds import Kind


class CallLine(Content):
    """One line of a call: the first wording whose facts are all known is said, or none.

    An `optional` line is left out first where the call would take too long.
    """

    wordings: Annotated[tuple[Words, ...], Field(min_length=1)]
    optional: bool = False


class CallScript(Content):
    """What to say in a call: what to do before, the lines in order, and what to do after.

    `voicemail` is the message to leave, put together in the same way.
    """

    title: Words
    before: Words
    lines: Annotated[tuple[CallLine, ...], Field(min_length=1)]
    after: Words
    voicemail: Annotated[tuple[CallLine, ...], Field(min_length=1)]


class Worry(Content):
    """A doubt that they may have, and how the person is asked for their own true answer."""

    worry: Words
    ask: Words


class CallSheet(Content):
    """What to have at hand: five questions to them, their four worries, and each possible end."""

    questions: Annotated[tuple[Words, ...], Field(min_length=5, max_length=5)]
    worries: Annotated[Table[Id, Worry], Field(min_length=4, max_length=4)]
    endings: Table[Id, Words]


class CallWords(Slotted):
    """Everything that is said about calling; `slots` names the facts that a line may ask for."""

    first: Table[Id, Words]
    why: Table[Id, Words]
    then: Table[Id, Words]
    scripts: Table[Kind, CallScript]
    sheet: CallSheet


@cache
def call_words() -> CallWords:
    """Return the words for calls."""
    return load("calls.toml", CallWords)
