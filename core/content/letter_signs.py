"""What `letter_signs.toml` holds: the words and patterns that the letter checks look for."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from core.content.files import load
from core.content.shapes import Content, Id, Table, Words

_PIECE = re.compile(r"<([a-z_]+)>")
_CLASS_OR_MARK = re.compile(r"\[[^\]]*\]|'| \?| ")
_MARKS = {"'": "'?", " ": "[ ]+", " ?": "[ ]*"}


class Swap(Content):
    """Words, and what may stand in their place with one click; `write` may name groups."""

    find: Words
    write: str


class WordList(Content):
    """What a check looks for (`words`), what looks alike but is harmless (`but`), what may go in.

    A match that overlaps a harmless one does not count. `swaps` are tried where a match stands,
    in their order.
    """

    words: tuple[Words, ...]
    but: tuple[Words, ...] = ()
    swaps: tuple[Swap, ...] = ()


class Hint(WordList):
    """What may be read between the lines, under which rule, and by the words of which message.

    `kinds` are the codes of the kinds that it holds for; empty is all of them.
    """

    rule: Annotated[str, Field(pattern=r"^R\d\d[a-d]?$")]
    message: Id
    kinds: tuple[Annotated[str, Field(pattern=r"^L\d{1,2}$")], ...] = ()


class LetterSigns(Content):
    """Patterns over text as `core.letters.reading` writes it.

    Small letters, straight quotes; an apostrophe in a pattern may be missing in the letter, a
    space stands for any number of them. `<piece>` is a pattern of `parts`.
    """

    parts: Table[Id, Words]
    lists: Table[Id, WordList]
    between_lines: Table[Id, Hint]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        for pattern in self._patterns():
            try:
                self.pattern(pattern)
            except (re.error, KeyError) as error:
                raise ValueError(f"{pattern!r} is not a pattern: {error}") from error
        return self

    def pattern(self, *words: str) -> re.Pattern[str]:
        """Return one pattern that finds any of these, as whole words."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(self._whole, words))})(?!\w)")

    @cached_property
    def compiled(self) -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
        """Each list and each hint between the lines: what counts, and what is harmless."""
        every: dict[str, WordList] = {**self.lists, **self.between_lines}
        return {
            name: (self.pattern(*each.words), self._or_none(each.but))
            for name, each in every.items()
        }

    @cached_property
    def swaps(self) -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
        """What may take the place of the matches of each list."""
        return {
            name: tuple((self.pattern(swap.find), swap.write) for swap in each.swaps)
            for name, each in self.lists.items()
        }

    def _or_none(self, words: tuple[str, ...]) -> re.Pattern[str] | None:
        return self.pattern(*words) if words else None

    def _whole(self, pattern: str) -> str:
        filled = _PIECE.sub(lambda piece: self.parts[piece[1]], pattern)
        if filled != pattern:
            return self._whole(filled)
        return _CLASS_OR_MARK.sub(lambda found: _MARKS.get(found[0], found[0]), filled)

    def _patterns(self) -> Iterator[str]:
        for each in (*self.lists.values(), *self.between_lines.values()):
            yield from (*each.words, *each.but)
        yield from (swap.find for each in self.lists.values() for swap in each.swaps)


@cache
def letter_signs() -> LetterSigns:
    """Return the words and patterns of the letter checks."""
    return load("letter_signs.toml", LetterSigns)
