"""What `letter_points.toml` holds: by what words a letter makes a point, or misses it."""

from functools import cache, cached_property

from core.content.files import load
from core.content.patterns import Patterned
from core.content.shapes import Id, Table, Words


class LetterPoints(Patterned):
    """Patterns of what a letter should bring up, and words that say nothing by themselves.

    `words` are plain words; `nicknames` are short forms by the name that they stand for.
    """

    words: Table[Id, tuple[Words, ...]]
    nicknames: Table[Words, tuple[Words, ...]]

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """The plain words, by the name of their list."""
        return {name: frozenset(each) for name, each in self.words.items()}


@cache
def letter_points() -> LetterPoints:
    """Return the words by which letters make their points."""
    return load("letter_points.toml", LetterPoints)
