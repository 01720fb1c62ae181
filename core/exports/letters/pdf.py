"""A letter as PDF: set in the typeface that comes with Ajar, with every character accounted for."""

import json
from dataclasses import dataclass
from pathlib import Path

from core.exports.glyphs import SHIPPED, Setting, every_font, setting, shipped_fonts
from core.exports.letters.sheet import Sheet
from core.exports.paper import SIZES
from core.exports.paragraphs import Paragraph, line

TEMPLATE = Path(__file__).with_name("letter.typ")


@dataclass(frozen=True)
class LetterPdf:
    """A letter as PDF. In place of each character in `missing`, a named mark stands in it."""

    content: bytes
    missing: tuple[str, ...]


def pdf_file(sheet: Sheet) -> LetterPdf:
    """Return a letter as PDF; the same letter gives the same bytes on the same machine.

    Latin, Greek and Cyrillic come from the typeface that comes with Ajar; other scripts and
    emoji from those of the machine. What none of them has is named and told.
    """
    import typst  # noqa: PLC0415 - large, and only who wants a PDF waits for it

    how = setting(sheet.all_text)
    pdf = typst.compile(
        TEMPLATE,
        font_paths=every_font() if len(how.families) > 1 else shipped_fonts(),
        sys_inputs={"letter": json.dumps(_data(sheet, how))},
    )
    return LetterPdf(pdf, how.missing(sheet.all_text))


def _data(sheet: Sheet, how: Setting) -> dict[str, object]:
    bold = setting(f"{sheet.from_name}\n{sheet.subject}").families == (SHIPPED,)
    return {
        "title": sheet.subject,
        "author": sheet.from_name,
        "paper": SIZES[sheet.paper],
        "language": "en",
        "families": how.families,
        "weight": "bold" if bold else "regular",
        "has_name": bool(sheet.from_name),
        "sender": _block(sheet.sender, how),
        "date": _block(line(sheet.date_line), how),
        "recipient": _block(sheet.recipient, how),
        "subject": _block(line(sheet.subject), how),
        "paragraphs": [_block(each, how) for each in sheet.paragraphs],
    }


def _block(paragraph: Paragraph, how: Setting) -> dict[str, object]:
    shown = [how.show(each, isolated=paragraph.right_to_left) for each in paragraph.lines]
    return {"lines": shown, "right_to_left": paragraph.right_to_left}
