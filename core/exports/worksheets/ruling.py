"""The lines, shades and rows of a table in a document, and the look of its headings."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from core.exports.documents import TYPEFACE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as Made
    from docx.table import _Cell

TEAL, FAINT = "1F625E", "9A9A9A"
"""Colours of lines."""

_TWIPS = 56.69
"""How many of the units of a document make a millimetre."""


class Borders(StrEnum):
    """Which lines a table has: below its rows, and between its columns too, all, around, none."""

    ROWS = "rows"
    GRID = "grid"
    CELLS = "cells"
    BOX = "box"
    NONE = "none"


_SIDES = {
    Borders.ROWS: ("top", "bottom", "insideH"),
    Borders.GRID: ("top", "bottom", "insideH", "insideV"),
    Borders.CELLS: ("top", "left", "bottom", "right", "insideH", "insideV"),
    Borders.BOX: ("top", "left", "bottom", "right"),
    Borders.NONE: (),
}


def set_style(document: "Document", name: str, before: float) -> None:
    """Set a style of headings in the typeface of the document, without lines of its own.

    `before` is the space above a heading, in points.
    """
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    style = document.styles[name]
    for fonts in style.element.xpath("w:rPr/w:rFonts"):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), TYPEFACE)
    for lines in style.element.xpath("w:pPr/w:pBdr"):
        lines.getparent().remove(lines)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(3)


def _element(tag: str, **values: str) -> Any:  # noqa: ANN401 - XML
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415

    made = OxmlElement(f"w:{tag}")
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def set_borders(made: "Made", borders: Borders) -> None:
    """Draw the lines of a table."""
    sides = _element("tblBorders")
    for side in _SIDES[borders]:
        is_outer = side in ("top", "bottom") and borders is not Borders.CELLS
        colour = TEAL if is_outer or borders is Borders.BOX else FAINT
        sides.append(_element(side, val="single", sz="8" if is_outer else "4", color=colour))
    made._tbl.tblPr.insert_element_before(  # noqa: SLF001
        sides, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )


def set_row(row: Any, least: float, *, whole: bool) -> None:  # noqa: ANN401 - XML
    """Keep a row whole, and at least so many millimetres high."""
    look = row.get_or_add_trPr()
    if whole:
        look.append(_element("cantSplit"))
    if least:
        look.append(_element("trHeight", val=f"{least * _TWIPS:.0f}", hRule="atLeast"))


def repeat(row: Any) -> None:  # noqa: ANN401 - XML
    """Repeat a row at the top of every page that its table goes on to."""
    row.get_or_add_trPr().append(_element("tblHeader"))


def shade(one: "_Cell", fill: str) -> None:
    """Give a cell a background."""
    look = one._tc.get_or_add_tcPr()  # noqa: SLF001
    shading = _element("shd", val="clear", color="auto", fill=fill)
    look.insert_element_before(
        shading, "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign"
    )
