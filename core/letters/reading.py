"""Reading: a letter's text as the checks see it, with every place as it is in the letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from core.content.letter_signs import letter_signs

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4\u2032`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\t\r\u00a0\u2007\u2009\u202f\u3000", " "),
        "\u2028": "\n",
        "\u2026": ".",
    }
)
_WRAPPED_FROM = 55
"""A line of this many characters that does not end a sentence was broken by its width."""

_LONGER_WORD = re.compile(r"\w{4,}")
_WORD = re.compile(r"[\w\u20ac\u00a3$]+(?:['.,-]\w+)*")
_STOPS = re.compile(r"[.?!]+[\"')\]]*(?=\s|$)|\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|st|sr|jr|e\.g|i\.e|eg|ie|vs|approx|inc|ltd|co|corp|no|dept|"
    r"a\.m|p\.m|[a-z])\.)$"
)


@dataclass(frozen=True)
class Span:
    """A stretch of the letter, in code points."""

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Whether the two share a letter."""
        return self.start < other.end and other.start < self.end


def plain(text: str) -> str:
    """Return a text of the same length in small letters, with one kind of quote and dash.

    A line that was broken only by its width goes on with a space.
    """
    alike = text.translate(_ALIKE)
    small = alike.lower()
    if len(small) != len(alike):
        small = "".join(each.lower() if len(each.lower()) == 1 else each for each in alike)
    return _unwrapped(small)


def _unwrapped(text: str) -> str:
    lines = text.split("\n")
    joined = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        goes_on = len(line) >= _WRAPPED_FROM and line.rstrip()[-1:] not in {*".?!:"}
        joined.append(line + (" " if goes_on and after.strip() else "\n"))
    return "".join(joined)[: len(text)]


@dataclass(frozen=True)
class Reading:
    """One text, read once: its plain form, its sentences and what the word lists find in it.

    `names` are the names of the case: words in them are never faults.
    """

    body: str
    names: tuple[str, ...] = ()
    _found: dict[str, tuple[Span, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def plain(self) -> str:
        """The text as the patterns read it; every place is the same as in the letter."""
        return plain(self.body)

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Every word and number."""
        return tuple(Span(*found.span()) for found in _WORD.finditer(self.plain))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence, without the space around it; a hard line end ends one too."""
        return tuple(_trimmed(self.plain, _cut(self.plain)))

    @cached_property
    def fact_places(self) -> tuple[Span, ...]:
        """Where names of the case stand: whole, or one of their longer words with a capital."""
        whole = {plain(name).strip() for name in self.names} - {""}
        parts = {part for name in whole for part in _LONGER_WORD.findall(name)}
        named = (each for each in self._places(parts) if self.body[each.start].isupper())
        return tuple(sorted((*self._places(whole), *named), key=lambda each: each.start))

    def _places(self, words: Iterable[str]) -> Iterator[Span]:
        longest_first = sorted(map(re.escape, words), key=len, reverse=True)
        if longest_first:
            any_of = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
            yield from (Span(*found.span()) for found in any_of.finditer(self.plain))

    def of(self, span: Span) -> str:
        """Return the plain words of a stretch."""
        return self.plain[span.start : span.end]

    def find(self, name: str) -> tuple[Span, ...]:
        """Return where the word list or hint of this name matches and nothing excuses it."""
        if name not in self._found:
            places = letter_signs().compiled[name].places(self.plain)
            self._found[name] = tuple(Span(*each) for each in places)
        return self._found[name]

    def faults(self, name: str) -> tuple[Span, ...]:
        """Return what `find` does, without what stands inside a name of the case."""
        return tuple(each for each in self.find(name) if not any(map(each.meets, self.fact_places)))

    def inside(self, name: str, span: Span) -> tuple[Span, ...]:
        """Return the matches of a list that lie within a stretch."""
        return within(self.find(name), span)

    def sentence_at(self, place: int) -> Span:
        """Return the sentence that holds a place, or the nearest one before it."""
        before = [each for each in self.sentences if each.start <= place]
        return before[-1] if before else Span(0, len(self.body))

    def words_before(self, place: int) -> int:
        """Return how many words stand before a place."""
        return sum(each.start < place for each in self.words)


def within(spans: Iterable[Span], span: Span) -> tuple[Span, ...]:
    """Return those spans that lie in a stretch, by their start."""
    return tuple(each for each in spans if span.start <= each.start < span.end)


def _cut(text: str) -> Iterator[Span]:
    start = 0
    for stop in _STOPS.finditer(text):
        if stop[0].startswith(".") and _ABBREVIATED.search(
            text[max(0, stop.start() - 8) : stop.end()]
        ):
            continue
        yield Span(start, stop.end())
        start = stop.end()
    yield Span(start, len(text))


def _trimmed(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        words = text[span.start : span.end]
        if any(map(str.isalnum, words)):
            lead = len(words) - len(words.lstrip(" \n-*\u2022>"))
            yield Span(span.start + lead, span.start + len(words.rstrip()))
