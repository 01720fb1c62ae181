"""What `next.toml` holds: the one suggested next step of a case, and half a sentence why."""

from functools import cache

from core.content.files import load
from core.content.shapes import Content, Id, Slotted, Table, Words


class SuggestionWords(Content):
    """One suggestion as a short text, and why it is made."""

    text: Words
    why: Words


class NextWords(Slotted):
    """The suggestions by id (the values of `core.today.Suggestion.id`)."""

    suggestions: Table[Id, SuggestionWords]


@cache
def next_words() -> NextWords:
    """Return the words of every suggestion; `slots` names the facts they may ask for."""
    return load("next.toml", NextWords)
