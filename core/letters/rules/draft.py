"""A draft: everything that a rule may look at, read once, and the ways to say what it found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from core.content.letter_signs import letter_signs
from core.content.letters import KindWords, kind_words
from core.letters.findings import CaseFacts, Finding, Level
from core.letters.kinds import Kind
from core.letters.layout import Layout, layout
from core.letters.phrases import word_count
from core.letters.reading import Reading, Span, within
from core.letters.reasons import ReasonRead, reasons_in

Rule = Callable[["Draft"], Iterator[Finding]]
"""One rule: a pure function from a draft to its findings, in any order."""

_LONGEST_NAME = 5
"""A name of a place or a role has no more words than this."""

START = Span(0, 0)
"""No words of its own: the finding is about the whole letter."""


@dataclass(frozen=True)
class Draft:
    """One letter as the rules see it; places are code points of the body.

    `subject` is None where it is not judged. Nothing here changes, so a rule may keep what it
    read; what several rules need is read once.
    """

    kind: Kind
    subject: str | None
    body: str
    facts: CaseFacts = field(default_factory=CaseFacts)

    @property
    def code(self) -> str:
        """The short name of the kind: L1 to L17."""
        return self.kind.code

    @property
    def limits(self) -> KindWords:
        """The words of the kind: `.least` and `.most` words, at most so many `.questions`."""
        return kind_words(self.kind)

    @cached_property
    def reading(self) -> Reading:
        """The body, read: plain words, sentences, what the word lists find."""
        names = (self.facts.contact, *self.facts.names, *filter(_is_name, self.facts.told))
        return Reading(self.body, tuple(filter(None, names)))

    @cached_property
    def layout(self) -> Layout:
        """Where the letter greets, speaks and closes."""
        return layout(self.reading)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences between greeting and close; a hard line end ends one too."""
        main = self.layout.main
        clipped = (
            Span(max(each.start, main.start), min(each.end, main.end))
            for each in self.reading.sentences
            if each.meets(main)
        )
        trimmed = (self._trimmed(each) for each in clipped)
        return tuple(each for each in trimmed if any(map(str.isalnum, self.text(each))))

    @cached_property
    def reasons(self) -> tuple[ReasonRead, ...]:
        """The reasons for a no that the letter gives."""
        return reasons_in(self.reading)

    @cached_property
    def words(self) -> int:
        """How many words the letter has, counted as everywhere in Ajar."""
        return word_count(self.body)

    def text(self, span: Span) -> str:
        """Return the words of a stretch as they stand in the letter."""
        return self.body[span.start : span.end]

    def plain(self, span: Span) -> str:
        """Return the words of a stretch in small letters, with one kind of quote and dash."""
        return self.reading.of(span)

    def matches(self, name: str, inside: Span | None = None) -> tuple[Span, ...]:
        """Return where a list of `letter_signs.toml` matches, in the whole letter or a stretch."""
        found = self.reading.find(name)
        return found if inside is None else within(found, inside)

    def faults(self, name: str, inside: Span | None = None) -> tuple[Span, ...]:
        """Return what `matches` does, without what stands inside a name of the case."""
        found = self.reading.faults(name)
        return found if inside is None else within(found, inside)

    def says(self, name: str, inside: Span | None = None) -> bool:
        """Return whether a list matches at all."""
        return bool(self.matches(name, inside))

    def sentence_of(self, span: Span) -> Span:
        """Return the sentence that a stretch stands in."""
        return self.reading.sentence_at(span.start)

    def swap(self, name: str, span: Span) -> str | None:
        """Return what a list offers in the place of a match, its first letter as it was there.

        None where the list has no swap for these words.
        """
        words = self.plain(span)
        for wanted, write in letter_signs().swaps[name]:
            if found := wanted.fullmatch(words):
                written = found.expand(write)
                is_capital = self.body[span.start : span.start + 1].isupper()
                return written[:1].upper() + written[1:] if is_capital else written
        return None

    def _trimmed(self, span: Span) -> Span:
        words = self.plain(span)
        lead = len(words) - len(words.lstrip(" \n-*\u2022>"))
        return Span(span.start + lead, span.start + len(words.rstrip()))


def marked(
    rule: str,
    level: Level,
    message: str,
    span: Span,
    rewrite: str | None = None,
    **slots: Any,  # noqa: ANN401 - whatever can be written into a sentence
) -> Finding:
    """Return a finding that marks its words; `slots` are the facts for its message."""
    facts = {name: str(fact) for name, fact in slots.items()}
    return Finding(rule, level, message, span.start, span.end, "body", rewrite, facts)


def whole(
    rule: str,
    level: Level,
    message: str,
    **slots: Any,  # noqa: ANN401 - whatever can be written into a sentence
) -> Finding:
    """Return a finding about the whole letter, with no words to mark."""
    return marked(rule, level, message, START, None, **slots)


def _is_name(told: str) -> bool:
    """Whether a fact that the person told is a name: few words, none but "of" and such small."""
    words = told.split()
    return 0 < len(words) <= _LONGEST_NAME and all(
        not each[:1].islower() for each in words if len(each) > len("and")
    )
