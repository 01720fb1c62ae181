"""A letter as it leaves: the texts that stand on it, and how they fall into paragraphs."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from core.exports.paper import Paper
from core.exports.paragraphs import Paragraph, clean, one_line, paragraph

_NEW_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")

_Line = Annotated[str, AfterValidator(one_line)]
_Lines = Annotated[str, AfterValidator(clean)]


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
