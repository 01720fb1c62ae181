"""Reasons: what a letter gives as the reason for a no, by the tags of a case.

A word for a reason counts only where a reason is given ("because of the commute", "the hours
would not suit me"), not where it is praised, denied, or part of something else ("the culture
day", "it was never about the money", "if a post nearer to home comes up").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.content.letter_reasons import letter_reasons
from core.letters.reading import Reading, Span

_BREAK = re.compile(r"[,;:()]| - |\b(?:but|although|though|while|yet|however|whereas)\b")
_TURN = re.compile(r"\b(?:but|although|though|while|yet|however|whereas)\b")
_NEAR = 90
"""So many characters around a word decide what is said of it."""

Named = tuple[str, tuple[int, int]]
"""A tag and the place of its words in a sentence."""


@dataclass(frozen=True)
class ReasonRead:
    """One reason as it was read: its tag, the words for it, and the sentence they stand in."""

    tag: str
    words: Span
    sentence: Span


def read_tags(text: str) -> frozenset[str]:
    """Return the tags of the reasons that a letter gives for a no; empty if it gives none."""
    return frozenset(each.tag for each in read_reasons(text))


def read_reasons(text: str) -> tuple[ReasonRead, ...]:
    """Return the reasons that a letter gives for a no, in its order."""
    return reasons_in(Reading(text))


def reasons_in(reading: Reading) -> tuple[ReasonRead, ...]:
    """Return the reasons in a letter that was read already.

    A letter about their no, or about a place that went, gives no reason of mine.
    """
    if letter_reasons().compiled["not_my_no"].places(reading.plain):
        return ()
    found = (each for span in reading.sentences for each in _in_sentence(reading, span))
    return tuple(sorted(set(found), key=lambda each: each.words.start))


def _in_sentence(reading: Reading, span: Span) -> Iterator[ReasonRead]:
    sentence = reading.of(span)
    places = dict.fromkeys((*_named(sentence, letter_reasons().alone), *_topics(sentence)))
    if not places or letter_reasons().compiled["theirs"].places(sentence):
        return
    cues = _Cues(sentence)
    standing = [each for each in places if cues.leave_it_standing(each[1])]
    for tag, (start, end) in _told_apart(standing):
        yield ReasonRead(tag, Span(span.start + start, span.start + end), span)


def _named(sentence: str, pattern: re.Pattern[str]) -> Iterator[Named]:
    """Yield what a pattern finds, without what only looks like a reason of that tag."""
    for found in pattern.finditer(sentence):
        tag = found.lastgroup or ""
        alike = letter_reasons().harmless.get(tag)
        fine = (each.span() for each in alike.finditer(sentence)) if alike else ()
        if not any(start < found.end() and found.start() < end for start, end in fine):
            yield tag, found.span()


def _topics(sentence: str) -> Iterator[Named]:
    """Yield the words that are a reason because of what stands around them."""
    named = [*_named(sentence, letter_reasons().topics)]
    if named:
        cues = _Cues(sentence)
        yield from (each for each in named if cues.make_a_reason(each[1]))


def _told_apart(named: Sequence[Named]) -> Iterator[Named]:
    """Leave out what another says: a part of a longer place, the work where growth explains it."""
    grows = any(tag == "growth" for tag, _ in named)
    for tag, (start, end) in named:
        is_part = any(
            other == tag and (at, to) != (start, end) and at <= start and end <= to
            for other, (at, to) in named
        )
        if not is_part and not (grows and tag == "content"):
            yield tag, (start, end)


class _Cues:
    """The words of one sentence that make a reason of what they stand by, or take it back."""

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        words = letter_reasons()
        self._because = [end for _, end in words.compiled["because"].places(sentence)]
        self._therefore = [start for start, _ in words.compiled["therefore"].places(sentence)]
        self._one_day = [start for start, _ in words.compiled["one_day"].places(sentence)]

    def make_a_reason(self, place: tuple[int, int]) -> bool:
        """Whether a reason is given where this stands."""
        start, end = place
        follows = any(
            cue <= start and not _TURN.search(self._sentence, cue, start) for cue in self._because
        )
        leads = any(
            end <= cue and not _TURN.search(self._sentence, end, cue) for cue in self._therefore
        )
        return (
            follows
            or leads
            or self._stands_before("named_by", start)
            or self._stands_before("no_fit_for", start)
            or self._stands_after("does_not_fit", end)
        )

    def leave_it_standing(self, place: tuple[int, int]) -> bool:
        """Whether nothing denies it, praises it, or puts it off to some day."""
        start, end = place
        return not (
            any(cue < start for cue in self._one_day)
            or self._stands_before("denied_before", start)
            or self._stands_before("liked_before", start)
            or self._stands_after("denied_after", end)
        )

    def _stands_before(self, name: str, place: int) -> bool:
        near = self._sentence[max(0, place - _NEAR) : place]
        clause = near[max((each.end() for each in _BREAK.finditer(near)), default=0) :]
        return letter_reasons().ends(name, clause)

    def _stands_after(self, name: str, place: int) -> bool:
        near = self._sentence[place : place + _NEAR]
        stop = _BREAK.search(near)
        return letter_reasons().starts(name, near[: stop.start()] if stop else near)
