"""Closing: how a letter ends, with a phrase, with a name, with both or with neither."""

import re
from dataclasses import dataclass

from core.content.letter_points import letter_points
from core.letters.reading import Reading, Span

_LAST_LINES = 7
_LONGEST_WISH = 14
_LONGEST_PHRASE = 7
_LONGEST_NAME = 5
_BARE_NAME = 3
_EDGES = " ,.!;:-~*/_"
_FRAME = re.compile(
    r"(?:sent (?:from|via|with|by|on) |get outlook|von mein|envoy[e\u00e9] |enviado |inviato |"
    r"verzonden |gesendet |tel\b|phone|mobile|mob\b|cell|email|e-mail|linkedin|github|twitter|"
    r"www\.|https?:|[mtpe]: ?[+(\d]|\(?\+?\d[\d ()./-]{5,}|-- *$|\S+@\S+$)"
)
_POSTSCRIPT = re.compile(r"p\.? ?(?:p\.? ?)?s\b[.: ]")
_AFTER_NAME = re.compile(r"\s*(?:\([^)]*\)|,.*|\bx+\b|[|\u00b7].*)\s*$")
_NAME = re.compile(r"[^\W\d_][\w'.&-]*(?:[ ]+[^\W\d_][\w'.&-]*)*")


@dataclass(frozen=True)
class Closing:
    """Where the close starts (the length of the text if there is none), and what it has."""

    start: int
    has_phrase: bool
    has_name: bool


def closing(reading: Reading, start: int) -> Closing:
    """Return how a letter ends whose greeting ends at `start`.

    Phone lines, addresses and what phones add ("Sent from ...") are no part of it, nor is a
    postscript.
    """
    lines = _lines(reading.plain, start)
    for number in range(len(lines) - 1, max(-1, len(lines) - 1 - _LAST_LINES), -1):
        below = reading.of(lines[number + 1]) if number + 1 < len(lines) else ""
        found = _signed(reading, lines[number], below)
        if found:
            return found
    return _name_alone(reading, lines) or _phrase_alone(reading, lines)


def is_name(words: str) -> bool:
    """Return whether a line could be a name to sign with: few words, and none of a sentence."""
    bare = _AFTER_NAME.sub("", words.strip(_EDGES)).strip(_EDGES)
    parts = bare.split()
    is_plain = 0 < len(parts) <= _LONGEST_NAME and bool(_NAME.fullmatch(bare))
    return is_plain and not letter_points().sets["not_names"] & set(parts)


def _signed(reading: Reading, line: Span, below: str) -> Closing | None:
    """Return the close that starts in this line, if a phrase and a name stand there."""
    words = reading.of(line)
    phrase = _phrase(reading, line)
    if phrase and not words[phrase.end - line.start :].strip(_EDGES):
        return Closing(line.start, has_phrase=True, has_name=True) if is_name(below) else None
    if phrase and not below and _name_follows(words[phrase.end - line.start :]):
        return Closing(line.start, has_phrase=True, has_name=True)
    count = len(words.split())
    if words.endswith(",") and count <= _LONGEST_WISH and is_name(below):
        below_starts = reading.plain.index(below, line.end)
        start = line.start if count <= _LONGEST_PHRASE else below_starts
        return Closing(start, has_phrase=True, has_name=True)
    return None


def _name_follows(rest: str) -> bool:
    """Whether a name stands behind a closing phrase on its line: "Cheers, Sam", "Regards Priya"."""
    return rest[:1] in tuple(" ,.-!\n") and len(rest.split()) <= _BARE_NAME + 1 and is_name(rest)


def _name_alone(reading: Reading, lines: list[Span]) -> Closing | None:
    """Return the close of a letter that ends on a name; a wish in the line above is its phrase."""
    if len(lines) < 2 or not is_name(reading.of(lines[-1])):  # noqa: PLR2004 - a line and a name
        return None
    if len(reading.of(lines[-1]).split()) > _BARE_NAME or _phrase(reading, lines[-1]):
        return None
    wished = reading.inside("closing_sentence", reading.sentence_at(lines[-2].end - 1))
    return Closing(lines[-1].start, has_phrase=bool(wished), has_name=True)


def _phrase_alone(reading: Reading, lines: list[Span]) -> Closing:
    for line in lines[-1:]:
        phrase = _phrase(reading, line)
        if phrase and not reading.plain[phrase.end : line.end].strip(_EDGES):
            return Closing(line.start, has_phrase=True, has_name=False)
    return Closing(len(reading.plain), has_phrase=False, has_name=False)


def _phrase(reading: Reading, line: Span) -> Span | None:
    """Return the longest closing phrase at the start of a line."""
    lead = len(reading.of(line)) - len(reading.of(line).lstrip(_EDGES))
    found = (each for each in reading.inside("closing", line) if each.start - line.start <= lead)
    return max(found, key=lambda each: each.end, default=None)


def _lines(text: str, start: int) -> list[Span]:
    spans: list[Span] = []
    place = start
    for raw in text[start:].split("\n"):
        words = raw.strip()
        if _POSTSCRIPT.match(words) and spans:
            break
        if words and not _FRAME.match(words):
            lead = len(raw) - len(raw.lstrip())
            spans.append(Span(place + lead, place + len(raw.rstrip())))
        place += len(raw) + 1
    return spans
