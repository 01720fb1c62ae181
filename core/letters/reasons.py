"""Reasons: what a letter gives as the reason for a no, by the tags of a case.

A word for a reason counts only where a reason is given ("because of the commute", "the hours
would not suit me"), not where it is praised, denied, or part of something else ("the culture
day", "it was never about the money", "if a post nearer to home comes up").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from core.content.letter_reasons import letter_reasons
from core.letters.reading import Reading, Span

_BREAK = re.compile(r"[,;:()]| - |\b(?:but|although|though|while|yet|however|whereas)\b")
_TURN = re.compile(r"\b(?:but|although|though|while|yet|however|whereas)\b")
_NEAR = 90
"""So many characters around a word decide what is said of it."""

_MOST = 20
"""So many words for reasons are looked at in one sentence, so that no text takes long."""

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
    sentence, words = reading.of(span), letter_reasons()
    alone, topics = _named(sentence, words.alone), _named(sentence, words.topics)
    if not (alone or topics) or words.compiled["theirs"].places(sentence):
        return
    cues = _Cues(sentence)
    given = (*alone, *(each for each in topics if cues.make_a_reason(each[1])))
    standing = [each for each in dict.fromkeys(given) if cues.leave_it_standing(each[1])]
    for tag, (start, end) in _told_apart(standing):
        yield ReasonRead(tag, Span(span.start + start, span.start + end), span)


def _named(sentence: str, pattern: re.Pattern[str]) -> list[Named]:
    """Return what a pattern finds, without what only looks like a reason of that tag."""
    first = islice(pattern.finditer(sentence), _MOST)
    found = [(each.lastgroup or "", each.span()) for each in first]
    return [each for each in found if not _is_alike(sentence, *each)]


def _is_alike(sentence: str, tag: str, place: tuple[int, int]) -> bool:
    alike = letter_reasons().harmless.get(tag)
    places = (each.span() for each in alike.finditer(sentence)) if alike else ()
    return any(start < place[1] and place[0] < end for start, end in places)


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

    @cached_property
    def _because(self) -> list[int]:
        return [end for _, end in letter_reasons().compiled["because"].places(self._sentence)]

    @cached_property
    def _therefore(self) -> list[int]:
        places = letter_reasons().compiled["therefore"].places(self._sentence)
        return [start for start, _ in places]

    @cached_property
    def _one_day(self) -> list[int]:
        places = letter_reasons().compiled["one_day"].places(self._sentence)
        return [start for start, _ in places]

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
