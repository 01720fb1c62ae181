"""What `letter_rules.toml` holds: how each finding of the letter checks is said."""

from functools import cache

from core.content.files import load
from core.content.shapes import Content, Id, Slotted, Table, Words


class FindingWords(Content):
    """What was found, why it matters, and what may be done about it (`hint`, empty if clear)."""

    what: Words
    why: Words
    hint: str = ""


class LetterRules(Slotted):
    """The words of every finding, by the id of its message."""

    findings: Table[Id, FindingWords]


@cache
def letter_rules() -> LetterRules:
    """Return the words of the findings."""
    return load("letter_rules.toml", LetterRules)
