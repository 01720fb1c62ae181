"""What `feelings.toml` holds: families of feeling words, and where a body shows them."""

from functools import cache

from core.content.files import load
from core.content.shapes import Content, Id, Table, Words


class Family(Content):
    """One family of feelings: its label, and each word with what it means."""

    label: Words
    words: Table[Words, Words]


class FeelingWords(Content):
    """The families by id (the values of `Felt.family`), and the body cues by id."""

    families: Table[Id, Family]
    body: Table[Id, Words]


@cache
def feeling_words() -> FeelingWords:
    """Return the feeling words by family, and the body cues."""
    return load("feelings.toml", FeelingWords)
