"""A letter as it leaves: the texts that stand on it, and how they fall into paragraphs."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

_NEW_LINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_NEW_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_SPACES = re.compile(r"\s+")
_UNPRINTABLE = {"Cc", "Cs"}
_STRONG = {"L": False, "R": True, "AL": True}
"""Whether the letters of a bidirectional class run from right to left; the rest have no way."""

_ON_US_LETTER = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Countries (ISO 3166) whose paper is US Letter, as Unicode's CLDR lists them."""


class Paper(StrEnum):
    """The sizes of paper that a letter is set for."""

    A4 = "a4"
    LETTER = "letter"


def paper_for(choice: str, country: str) -> Paper:
    """Return the paper that the person chose, else the one that is usual in their country.

    `choice` is "a4", "letter" or empty; `country` an ISO 3166 code or empty, which means A4.
    """
    if choice in tuple(Paper):
        return Paper(choice)
    return Paper.LETTER if country in _ON_US_LETTER else Paper.A4


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


_Line = Annotated[str, AfterValidator(one_line)]
_Lines = Annotated[str, AfterValidator(clean)]


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


class Sheet(BaseModel):
    """Everything that stands on a letter, made clean. Whatever is empty is left out.

    `day` is the day of the letter, which some files carry as their date; `date_line` says it
    in words. `from_line` is how to reach the sender, `to_address` an email address, several,
    or the lines of a postal address.
    """

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    subject: _Line
    body: _Lines
    day: date
    date_line: _Line = ""
    from_name: _Line = ""
    from_line: _Lines = ""
    to_name: _Line = ""
    to_address: _Lines = ""
    paper: Paper = Paper.A4

    @property
    def sender(self) -> Paragraph:
        """The lines that say who writes: the name first, if there is one."""
        return _block(self.from_name, self.from_line)

    @property
    def recipient(self) -> Paragraph:
        """The lines that say to whom."""
        return _block(self.to_name, self.to_address)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The body, split at its empty lines."""
        parts = _NEW_PARAGRAPH.split(self.body) if self.body else []
        return tuple(paragraph(each.split("\n") if each else ()) for each in parts)

    @property
    def all_text(self) -> str:
        """Every text that a printed sheet shows, in its order."""
        blocks = (self.sender.text, self.date_line, self.recipient.text, self.subject, self.body)
        return "\n".join(each for each in blocks if each)


def _block(*texts: str) -> Paragraph:
    lines = (each.strip() for text in texts for each in text.split("\n"))
    return paragraph(each for each in lines if each)
