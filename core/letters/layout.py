"""Layout: where a letter greets, where it closes, and who is named there."""

import re
from dataclasses import dataclass

from core.letters.reading import Reading, Span

_GREETING = re.compile(
    r"\s*(?P<greeting>(?:dear|hi|hello|hey|hiya|hullo|heya|howdy|greetings|good (?:morning|afternoon|"
    r"evening|day)|morning|afternoon|evening|to whom it may concern|to)\b"
    r"[^,:;!.?\n]{0,60}(?:\.[^,:;!?\n ]{0,3} [^,:;!?\n]{0,40})?(?:,(?: [\w'.-]+){1,3}(?= *[,:\n]))?"
    r"(?:[,:;!.-]+|(?=\n)|$))"
)
_NAME_ONLY = re.compile(
    r"\s*(?P<greeting>[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,3}\s*[,:-]) *(?=\n|\S)"
)
_FRAME = re.compile(
    r"(?:sent from my|get outlook|sent via|sent with|envoye de|tel|phone|mobile|mob|cell|email|e-mail|"
    r"linkedin|www\.|http|\+?\d[\d ()-]{6,}|--|ps\b|p\.s|[\w.+-]+@[\w-]+\.)"
)
_NAME_LINE = re.compile(
    r"[-~*]*\s*[^\W\d_][\w'.-]*(?:[ ,]+[^\W\d_(][\w'.()&/-]*){0,5}[.,]?\s*[x*]*$"
)
_LAST_LINES = 9


@dataclass(frozen=True)
class Layout:
    """The greeting, what the letter says, and its close; each may be empty."""

    greeting: Span
    main: Span
    close: Span
    closes_by: bool
    """Whether a closing phrase and a name stand at the end."""


def layout(reading: Reading) -> Layout:
    """Return where a letter greets, speaks and closes."""
    greeting = _greeting(reading)
    close, closes_by = _close(reading, greeting.end)
    return Layout(greeting, Span(greeting.end, close.start), close, closes_by)


def _greeting(reading: Reading) -> Span:
    found = _GREETING.match(reading.plain)
    if found and len(found["greeting"].split()) <= 8:
        return Span(found.start("greeting"), found.end())
    alone = _NAME_ONLY.match(reading.plain)
    if alone and "\n" in reading.plain[alone.end() - 1 : alone.end() + 2]:
        return Span(alone.start("greeting"), alone.end("greeting"))
    return Span(0, 0)


def _close(reading: Reading, start: int) -> tuple[Span, bool]:
    """Look for a closing phrase with a name behind it, on the same line or the next."""
    lines = [each for each in _lines(reading.plain, start)]
    end = Span(len(reading.plain), len(reading.plain))
    for number in range(max(0, len(lines) - _LAST_LINES), len(lines)):
        line, after = lines[number], lines[number + 1 : number + 2]
        said = reading.of(line).strip(" ,.!-\u2013*")
        phrase = next(
            (each for each in reading.inside("closing", line) if each.start - line.start <= 2), None
        )
        if phrase:
            rest = reading.plain[phrase.end : line.end].strip(" ,.!-\n")
            if rest and _is_name(rest) and not reading.plain[phrase.end : phrase.end + 1].isalnum():
                return Span(line.start, end.end), True
            if not rest and after and _is_name(reading.of(after[0])):
                return Span(line.start, end.end), True
            if not rest:
                return Span(line.start, end.end), False
        elif said and not after and _is_name(said) and number:
            wished = reading.inside("closing_sentence", lines[number - 1])
            return Span(line.start, end.end), bool(wished)
    return end, False


def _lines(text: str, start: int) -> list[Span]:
    """Return the lines that say something, without signature blocks and what phones add."""
    spans, place = [], start
    for raw in text[start:].split("\n"):
        if raw.strip() and not _FRAME.match(raw.strip()):
            lead = len(raw) - len(raw.lstrip())
            spans.append(Span(place + lead, place + len(raw.rstrip())))
        place += len(raw) + 1
    return spans


def _is_name(words: str) -> bool:
    return bool(_NAME_LINE.match(words.strip(" ,.!-\u2013*")))
