"""Documents for a word processor: real paragraphs, in any script, without a trace of a machine."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from core.exports.paper import LANGUAGE, MILLIMETRES, Paper
from core.exports.paragraphs import Paragraph, one_way_pieces

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Block

TYPEFACE = "Arial"
"""On Windows and macOS; elsewhere one of the same widths stands in. Any script falls back."""

TITLE_LENGTH = 255
"""The longest property of a document, in characters."""

_OF_TEMPLATE = ("/thumbnail", "/extended-properties")
"""Parts of the library's template that tell of another document: its picture and program."""

_BEHIND_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr")
_ONE_AT_A_TIME = Lock()
"""Several at once are no faster, and together hold some hundred megabytes."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Look:
    """How a document looks: its paper, its margin in millimetres, its type and space in points.

    `leading` is the distance between lines in heights of a line, `between` the space below a
    paragraph.
    """

    paper: Paper = Paper.A4
    margin: float = 25
    size: float = 11
    leading: float = 1.15
    between: float = 9


@dataclass(frozen=True)
class About:
    """What a document tells of itself: its title, who wrote it, and the day it was written."""

    title: str
    author: str
    day: date


def document_file(write: Callable[["Document"], None], about: About, look: Look) -> bytes:
    """Return as .docx what `write` puts into an empty document; the same gives the same bytes."""
    with _ONE_AT_A_TIME:
        return _without_clock(_packed(write, about, look))


def add_text(block: "Block", paragraph: Paragraph) -> None:
    """Add lines to a block of a document, each piece marked with the way it runs."""
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415

    for piece, right_to_left in one_way_pieces(paragraph.text, whole=paragraph.right_to_left):
        block.add_run(piece).font.rtl = right_to_left or None
    if paragraph.right_to_left:
        look = block.paragraph_format.element.get_or_add_pPr()
        look.insert_element_before(OxmlElement("w:bidi"), *_BEHIND_BIDI)


def embolden(block: "Block") -> None:
    """Set a block of a document in bold, in every script."""
    for run in block.runs:
        run.font.bold = run.font.cs_bold = True


def _packed(write: Callable[["Document"], None], about: About, look: Look) -> bytes:
    import docx  # noqa: PLC0415 - only who downloads waits for it

    document = docx.Document()
    _set_paper(document, look)
    _set_type(document, look)
    _set_properties(document, about, LANGUAGE[look.paper])
    write(document)
    saved = BytesIO()
    document.save(saved)
    _let_go(document)
    return saved.getvalue()


def _set_paper(document: "Document", look: Look) -> None:
    from docx.shared import Mm  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, MILLIMETRES[look.paper])
    section.left_margin = section.right_margin = Mm(look.margin)
    section.top_margin = section.bottom_margin = Mm(look.margin)


def _set_type(document: "Document", look: Look) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    defaults = document.styles.element
    for fonts in defaults.xpath("w:docDefaults//w:rFonts"):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), TYPEFACE)
    for size in defaults.xpath("w:docDefaults//w:szCs"):
        size.set(qn("w:val"), f"{2 * look.size:.0f}")
    for tongue in defaults.xpath("w:docDefaults//w:lang"):
        tongue.set(qn("w:val"), LANGUAGE[look.paper])
    normal = document.styles["Normal"]
    normal.font.size = Pt(look.size)
    normal.paragraph_format.space_after = Pt(look.between)
    normal.paragraph_format.line_spacing = look.leading


def _set_properties(document: "Document", about: About, language: str) -> None:
    written = datetime.combine(about.day, time(), UTC)
    properties = document.core_properties
    properties.title = about.title[:TITLE_LENGTH]
    properties.author = properties.last_modified_by = about.author[:TITLE_LENGTH]
    properties.comments = ""
    properties.created = properties.modified = written
    properties.language = language
    links = document.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith(_OF_TEMPLATE)]:
        del links[name]


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
