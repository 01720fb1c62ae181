"""A letter for a word processor: real paragraphs, in any script, without a trace of a machine."""

from functools import partial
from typing import TYPE_CHECKING

from core.exports.documents import About, Look, add_text, document_file, embolden
from core.exports.letters.sheet import Sheet
from core.exports.paragraphs import Paragraph, line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Block

SMALL = 9.5
"""The size of type in points of how to reach the sender."""

APART = 22
"""The space below each block above the letter, in points."""

GREY = (0x55, 0x55, 0x55)


def word_file(sheet: Sheet) -> bytes:
    """Return a letter as .docx; the same letter gives the same bytes."""
    about = About(sheet.subject, sheet.from_name, sheet.day)
    return document_file(partial(_write, sheet=sheet), about, Look(sheet.paper))


def _write(document: "Document", sheet: Sheet) -> None:
    if sheet.sender.lines:
        _write_sender(document, sheet)
    if sheet.date_line:
        _add(document, line(sheet.date_line), APART)
    if sheet.recipient.lines:
        _add(document, sheet.recipient, APART)
    if sheet.subject:
        embolden(_add(document, line(sheet.subject)))
    blocks = [_add(document, each) for each in sheet.paragraphs]
    for block in blocks[-2:-1]:
        block.paragraph_format.keep_with_next = True


def _write_sender(document: "Document", sheet: Sheet) -> None:
    """Write the letterhead: the name in bold, below it small how to reach the sender."""
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    name, reach = sheet.sender.split(1 if sheet.from_name else 0)
    if name.lines:
        embolden(_add(document, name, 0 if reach.lines else APART))
    if reach.lines:
        for run in _add(document, reach, APART).runs:
            run.font.size, run.font.color.rgb = Pt(SMALL), RGBColor(*GREY)


def _add(document: "Document", paragraph: Paragraph, after: int | None = None) -> "Block":
    """Add a paragraph, with so many points below it where it is not the usual space."""
    from docx.shared import Pt  # noqa: PLC0415

    block = document.add_paragraph()
    add_text(block, paragraph)
    if after is not None:
        block.paragraph_format.space_after = Pt(after)
    return block
