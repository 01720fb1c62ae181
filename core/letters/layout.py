"""Layout: where a letter greets, where it closes, and who is named there."""

import re
from dataclasses import dataclass

from core.letters.closing import closing
from core.letters.reading import Reading, Span

_GREETING = re.compile(
    r"\s*(?P<greeting>(?:dear|respected|hi|hello|hey|hiya|hullo|heya|howdy|greetings|"
    r"good (?:morning|afternoon|evening|day)|morning|afternoon|evening|"
    r"to (?:whom it may concern|all|the|everyone))\b"
    r"[^,:;!.?\n]{0,60}(?:\.[^,:;!?\n ]{0,3} [^,:;!?\n]{0,40})?"
    r"(?:,(?: [\w'.-]+){1,3}(?= *[,:\n]))?"
    r"(?:[,:;!.-]+|(?=\n)|$))"
)
_NAME_ONLY = re.compile(
    r"\s*(?P<greeting>[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,3}\s*[,:-]) *(?=\n|\S)"
)

_LONGEST_GREETING = 8


@dataclass(frozen=True)
class Layout:
    """The greeting, what the letter says, and its close; each may be empty."""

    greeting: Span
    main: Span
    close: Span
    closes_by: bool
    """Whether a closing phrase and a name stand at the end."""
    signed: bool
    """Whether a name stands at the end, with a phrase or without one."""


def layout(reading: Reading) -> Layout:
    """Return where a letter greets, speaks and closes."""
    greeting = _greeting(reading)
    end = closing(reading, greeting.end)
    return Layout(
        greeting,
        Span(greeting.end, end.start),
        Span(end.start, len(reading.plain)),
        closes_by=end.has_phrase and end.has_name,
        signed=end.has_name,
    )


def _greeting(reading: Reading) -> Span:
    found = _GREETING.match(reading.plain)
    if found and len(found["greeting"].split()) <= _LONGEST_GREETING:
        return Span(found.start("greeting"), found.end())
    alone = _NAME_ONLY.match(reading.plain)
    if alone and "\n" in reading.plain[alone.end() - 1 : alone.end() + 2]:
        return Span(alone.start("greeting"), alone.end("greeting"))
    return Span(0, 0)
