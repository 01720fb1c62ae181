"""Texts made clean for paper and files, and the way that their lines run."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import itemgetter

_NEW_LINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_SPACES = re.compile(r"\s+")
_UNPRINTABLE = {"Cc", "Cs"}
_STRONG = {"L": False, "R": True, "AL": True}
"""Whether the letters of a bidirectional class run from right to left; the rest have no way."""


def clean(text: str) -> str:
    r"""Return a text with every kind of line break as "\n", without what no file can hold.

    Control characters (tabs stay), halves of characters and the two code points that XML
    forbids go. Nothing else changes: every script, emoji and invisible joiner is kept.
    """
    text = _NEW_LINE.sub("\n", text).replace("\u2029", "\n\n")
    return "".join(each for each in text if each in "\n\t" or not _is_unprintable(each)).strip("\n")


def one_line(text: str) -> str:
    """Return a clean text on one line, with single spaces."""
    return _SPACES.sub(" ", clean(text)).strip()


def runs_right_to_left(text: str) -> bool:
    """Return whether the first letter of a text is of a script that runs from right to left."""
    ways = (_STRONG.get(unicodedata.bidirectional(each)) for each in text)
    return next((way for way in ways if way is not None), False)


def one_way_pieces(text: str, *, whole: bool) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text that run one way, with whether they run from right to left.

    Spaces, digits and signs go with their neighbours where these agree, else with the `whole`.
    """
    strong = [_STRONG.get(unicodedata.bidirectional(each)) for each in text]
    after = _carried(strong[::-1], whole)[::-1]
    ways = (a if a == b else whole for a, b in zip(_carried(strong, whole), after, strict=True))
    for way, chars in groupby(zip(ways, text, strict=True), key=itemgetter(0)):
        yield "".join(char for _, char in chars), way


def _carried(ways: list[bool | None], start: bool) -> list[bool]:  # noqa: FBT001 - a way, not a switch
    """Return ways in which each unknown one is that of the known one before it."""
    return list(accumulate(ways, lambda last, way: last if way is None else way, initial=start))[1:]


def _is_unprintable(char: str) -> bool:
    return unicodedata.category(char) in _UNPRINTABLE or char in "\ufffe\uffff"


@dataclass(frozen=True)
class Paragraph:
    """Lines that stand together, and whether they begin on the right.

    Without lines it is an empty line more than paragraphs need.
    """

    lines: tuple[str, ...]
    right_to_left: bool = False

    @property
    def text(self) -> str:
        """The lines, with line breaks between them."""
        return "\n".join(self.lines)

    def split(self, place: int) -> tuple["Paragraph", "Paragraph"]:
        """Return the lines before a place and those from there on, which run the same way."""
        parts = self.lines[:place], self.lines[place:]
        return Paragraph(parts[0], self.right_to_left), Paragraph(parts[1], self.right_to_left)


def paragraph(lines: Iterable[str]) -> Paragraph:
    """Return lines as a paragraph that runs the way its first letter does."""
    kept = tuple(lines)
    return Paragraph(kept, runs_right_to_left("\n".join(kept)))


def line(text: str) -> Paragraph:
    """Return one line as a paragraph of its own; no lines where it is empty."""
    return paragraph((text,) if text else ())
