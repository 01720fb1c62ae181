"""What `debrief.toml` holds: explanations for a no, what each is about, and who is safe to tell."""

from functools import cache

from core.content.files import load
from core.content.shapes import Content, Id, Slotted, Table, Words
from core.debriefs import About, Reading


class Explanation(Content):
    """One possible explanation, and what it is about unless the person says otherwise."""

    label: Words
    about: About


class Circle(Content):
    """One circle of people, and what is safe to share with it."""

    label: Words
    safe: Words


class DebriefWords(Slotted):
    """Everything that looking back needs by id; `slots` names the facts a reading may ask for."""

    explanations: Table[Id, Explanation]
    about: Table[About, Words]
    readings: Table[Reading, Words]
    circles: Table[Id, Circle]
    starters: Table[Id, tuple[Words, ...]]


@cache
def debrief_words() -> DebriefWords:
    """Return the words for looking back on a no."""
    return load("debrief.toml", DebriefWords)
