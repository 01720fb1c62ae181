"""A letter for a word processor: real paragraphs, in any script, without a trace of a machine."""

from datetime import UTC, datetime, time
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from core.exports.letters.sheet import Paper, Paragraph, Sheet, line, one_way_pieces

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Block

TYPEFACE = "Arial"
"""On Windows and macOS; elsewhere one of the same widths stands in. Any script falls back."""

SIZE, SMALL = 11, 9.5
"""Sizes of type in points."""

LEADING = 1.15
"""The distance between lines, in heights of a line."""

BETWEEN, APART = 9, 22
"""The space below a paragraph, and below each block above the letter, in points."""

GREY = (0x55, 0x55, 0x55)
MARGIN = 25
"""The margin on every side, in millimetres."""

MILLIMETRES = {Paper.A4: (210, 297), Paper.LETTER: (215.9, 279.4)}
LANGUAGE = {Paper.A4: "en-GB", Paper.LETTER: "en-US"}
"""Which English the spelling is checked by."""

TITLE_LENGTH = 255
"""The longest property of a document, in characters."""

_OF_TEMPLATE = ("/thumbnail", "/extended-properties")
"""Parts of the library's template that tell of another document: its picture and program."""

_BEHIND_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
_ONE_AT_A_TIME = Lock()
"""Several at once are no faster, and together hold some hundred megabytes."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


def word_file(sheet: Sheet) -> bytes:
    """Return a letter as .docx; the same letter gives the same bytes."""
    with _ONE_AT_A_TIME:
        return _without_clock(_packed(sheet))


def _packed(sheet: Sheet) -> bytes:
    import docx  # noqa: PLC0415 - only who downloads waits for it

    document = docx.Document()
    _set_paper(document, sheet.paper)
    _set_type(document, LANGUAGE[sheet.paper])
    _set_properties(document, sheet)
    _write(document, sheet)
    saved = BytesIO()
    document.save(saved)
    _let_go(document)
    return saved.getvalue()


def _set_paper(document: "Document", paper: Paper) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, MILLIMETRES[paper])
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Mm(MARGIN)


def _set_type(document: "Document", language: str) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    defaults = document.styles.element
    for fonts in defaults.xpath("w:docDefaults//w:rFonts"):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), TYPEFACE)
    for size in defaults.xpath("w:docDefaults//w:szCs"):
        size.set(qn("w:val"), str(2 * SIZE))
    for tongue in defaults.xpath("w:docDefaults//w:lang"):
        tongue.set(qn("w:val"), language)
    normal = document.styles["Normal"]
    normal.font.size = Pt(SIZE)
    normal.paragraph_format.space_after = Pt(BETWEEN)
    normal.paragraph_format.line_spacing = LEADING


def _set_properties(document: "Document", sheet: Sheet) -> None:
    written = datetime.combine(sheet.day, time(), UTC)
    about = document.core_properties
    about.title = sheet.subject[:TITLE_LENGTH]
    about.author = about.last_modified_by = sheet.from_name[:TITLE_LENGTH]
    about.comments = ""
    about.created = about.modified = written
    about.language = LANGUAGE[sheet.paper]
    links = document.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith(_OF_TEMPLATE)]:
        del links[name]


def _write(document: "Document", sheet: Sheet) -> None:
    if sheet.sender.lines:
        _write_sender(document, sheet)
    if sheet.date_line:
        _add(document, line(sheet.date_line), APART)
    if sheet.recipient.lines:
        _add(document, sheet.recipient, APART)
    if sheet.subject:
        _embolden(_add(document, line(sheet.subject)))
    blocks = [_add(document, each) for each in sheet.paragraphs]
    for block in blocks[-2:-1]:
        block.paragraph_format.keep_with_next = True


def _write_sender(document: "Document", sheet: Sheet) -> None:
    """Write the letterhead: the name in bold, below it small how to reach the sender."""
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    name, reach = sheet.sender.split(1 if sheet.from_name else 0)
    if name.lines:
        _embolden(_add(document, name, 0 if reach.lines else APART))
    if reach.lines:
        for run in _add(document, reach, APART).runs:
            run.font.size, run.font.color.rgb = Pt(SMALL), RGBColor(*GREY)


def _embolden(block: "Block") -> None:
    for run in block.runs:
        run.font.bold = run.font.cs_bold = True


def _add(document: "Document", paragraph: Paragraph, after: int = BETWEEN) -> "Block":
    """Add a paragraph, its pieces marked with the way they run, and so many points below it."""
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    block = document.add_paragraph()
    for piece, right_to_left in one_way_pieces(paragraph.text, whole=paragraph.right_to_left):
        block.add_run(piece).font.rtl = right_to_left or None
    if paragraph.right_to_left:
        look = block.paragraph_format.element.get_or_add_pPr()
        look.insert_element_before(OxmlElement("w:bidi"), *_BEHIND_BIDI)
    if after != BETWEEN:
        block.paragraph_format.space_after = Pt(after)
    return block


def _let_go(document: "Document") -> None:
    """Untie the parts of a document, which else hold each other in memory for a long while."""
    document.part.package.rels.clear()
    document.part.rels.clear()


def _without_clock(raw: bytes) -> bytes:
    """Return the same package without the moment at which each of its files was packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _EPOCH), old.read(name), ZIP_DEFLATED)
    return packed.getvalue()
