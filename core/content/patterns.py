"""Patterns of word lists: written for people who edit them, compiled once for the checks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.content.shapes import Content, Id, Table, Words

_PIECE = re.compile(r"<([a-z_]+)>")
_CLASS_OR_MARK = re.compile(r"\[[^\]]*\]|'| \?| ")
_MARKS = {"'": "'?", " ": "[ ]+", " ?": "[ ]*"}


class WordList(Content):
    """What a check looks for (`words`), and what looks alike but is harmless (`but`)."""

    words: tuple[Words, ...]
    but: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Compiled:
    """A word list, ready: what counts, and what looks alike but is harmless."""

    wanted: re.Pattern[str]
    harmless: re.Pattern[str] | None

    def places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the list matches and nothing harmless overlaps the match."""
        found = [each.span() for each in self.wanted.finditer(text)]
        if found and self.harmless:
            fine = [each.span() for each in self.harmless.finditer(text)]
            found = [each for each in found if not any(_meet(each, other) for other in fine)]
        return tuple(found)


class Patterned(Content):
    """A file of word lists over text as `core.letters.reading` writes it.

    Small letters, straight quotes; an apostrophe in a pattern may be missing in the letter, a
    space stands for any number of them. `<piece>` is a pattern of `parts`. Thousands of patterns
    take a while to compile, so that waits until they are used, or `compile_all` is called.
    """

    parts: Table[Id, Words]
    lists: Table[Id, WordList]

    def patterns(self) -> Iterator[str]:
        """Yield every pattern of the file."""
        for each in self.lists.values():
            yield from (*each.words, *each.but)

    def compile_all(self) -> None:
        """Compile every pattern now; raise ValueError naming the first that is none."""
        try:
            self.compiled  # noqa: B018 - compiling is what it is asked for
        except (re.error, KeyError):
            for each in self.patterns():
                self._compile_one(each)
            raise

    def _compile_one(self, pattern: str) -> None:
        try:
            self.pattern(pattern)
        except (re.error, KeyError) as error:
            raise ValueError(f"{pattern!r} is not a pattern: {error}") from error

    def pattern(self, *words: str) -> re.Pattern[str]:
        """Return one pattern that finds any of these, as whole words."""
        return re.compile(rf"(?<!\w){self.any_of(*words)}(?!\w)")

    def any_of(self, *words: str) -> str:
        """Return what finds any of these, for use inside another pattern."""
        return f"(?:{'|'.join(map(self._whole, words))})"

    @cached_property
    def compiled(self) -> dict[str, Compiled]:
        """Each list by its name, ready."""
        return self.ready(self.lists)

    def ready(self, lists: Mapping[str, WordList]) -> dict[str, Compiled]:
        """Return word lists as they are used, by their names."""
        return {
            name: Compiled(self.pattern(*each.words), self.pattern(*each.but) if each.but else None)
            for name, each in lists.items()
        }

    def ends(self, name: str, text: str) -> bool:
        """Return whether a list matches at the end of a text and nothing excuses it."""
        wanted, harmless = self._endings[name]
        return bool(wanted.search(text)) and not (harmless and harmless.search(text))

    def starts(self, name: str, text: str) -> bool:
        """Return whether a list matches at the start of a text."""
        return bool(self._starts[name].match(text))

    @cached_property
    def _endings(self) -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
        return {
            name: (self._ending(each.words), self._ending(each.but) if each.but else None)
            for name, each in self.lists.items()
        }

    @cached_property
    def _starts(self) -> dict[str, re.Pattern[str]]:
        return {
            name: re.compile(rf" *{self.any_of(*each.words)}(?!\w)")
            for name, each in self.lists.items()
        }

    def _ending(self, words: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){self.any_of(*words)} *$")

    def _whole(self, pattern: str) -> str:
        filled = _PIECE.sub(lambda piece: self.parts[piece[1]], pattern)
        if filled != pattern:
            return self._whole(filled)
        return _CLASS_OR_MARK.sub(lambda found: _MARKS.get(found[0], found[0]), filled)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
