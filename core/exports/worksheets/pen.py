"""Writes paragraphs, lines and tables of a worksheet into a document for a word processor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.exports.documents import add_text
from core.exports.paper import MILLIMETRES
from core.exports.paragraphs import paragraph
from core.exports.worksheets.leaf import Leaf
from core.exports.worksheets.ruling import TEAL, Borders, repeat, set_borders, set_row, shade

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table as Made
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Block

GREY, BLACK, WHITE = "555555", "000000", "FFFFFF"
TINT = "E9F0EF"

SIZE, LARGE_SIZE = 10.5, 18
"""The size of type in points; 18 is what large print begins with."""

MARGIN = 18
"""The margin on every side, in millimetres."""

RULE, LARGE_RULE = 9, 12.5
"""How far lines to write on lie apart, in millimetres."""

ONE_LINE = 1.15
"""How high a line of type is, in sizes of the type."""

LONGEST_ROW = 700
"""A cell with more signs than these may run on over the next page."""


@dataclass(frozen=True)
class Ink:
    """How a text looks: its colour, its weight, and its size as a share of the usual one."""

    colour: str = BLACK
    bold: bool = False
    size: float = 1


PLAIN, QUIET, STRONG = Ink(), Ink(GREY, size=0.9), Ink(bold=True)
HEAD = Ink(TEAL, bold=True, size=0.9)


@dataclass(frozen=True)
class Cell:
    """One cell: texts below each other, each with its ink; centred or not; its background."""

    texts: tuple[tuple[str, Ink], ...] = ()
    centred: bool = False
    fill: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it may be longer than a page."""
        return sum(len(text) for text, _ in self.texts) > LONGEST_ROW


def type_size(leaf: Leaf) -> float:
    """Return the size of type of a leaf, in points."""
    return LARGE_SIZE if leaf.large else SIZE


class Pen:
    """Writes into one document in the measures of one leaf."""

    def __init__(self, document: "Document", leaf: Leaf) -> None:
        self.document = document
        self.leaf = leaf
        self.size = type_size(leaf)
        self.rule = LARGE_RULE if leaf.large else RULE
        self.room: float = MILLIMETRES[leaf.paper][0] - 2 * MARGIN

    def put(self, block: "Block", text: str, ink: Ink) -> None:
        """Put a text into a paragraph, which may have some already."""
        from docx.shared import Pt, RGBColor  # noqa: PLC0415

        before = len(block.runs)
        add_text(block, paragraph(text.split("\n")))
        for run in block.runs[before:]:
            run.font.size = Pt(round(self.size * ink.size * 2) / 2)
            run.font.color.rgb = RGBColor.from_string(ink.colour)
            run.font.bold = run.font.cs_bold = ink.bold

    def say(
        self, text: str, ink: Ink = PLAIN, *, style: str = "Normal", lead: bool = False
    ) -> "Block":
        """Add a text that runs its way; one that leads keeps with what comes next."""
        block = self.document.add_paragraph(style=style)
        self.put(block, text, ink)
        if lead:
            block.paragraph_format.keep_with_next = True
        return block

    def line(
        self, label: str = "", *, share: float = 1, unit: str = "", lead: bool = False
    ) -> None:
        """Add a line to write on, behind its label and before its unit."""
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER  # noqa: PLC0415
        from docx.shared import Mm, Pt  # noqa: PLC0415

        block = self.document.add_paragraph()
        if label:
            self.put(block, f"{label} ", PLAIN)
        block.add_run("\t")
        if unit:
            self.put(block, f" {unit}", QUIET)
        look = block.paragraph_format
        ends = Mm(self.room * share)
        look.tab_stops.add_tab_stop(ends, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
        look.space_before = Mm(self.rule) - Pt(self.size * ONE_LINE)
        look.space_after = Pt(0)
        look.line_spacing = 1
        look.keep_with_next = lead or None

    def table(
        self,
        widths: Sequence[float],
        rows: Iterable[Sequence[Cell]],
        borders: Borders = Borders.GRID,
        *,
        head: bool = False,
        least: float = 0,
    ) -> None:
        """Add a table with columns of these widths and rows of at least this height, in mm.

        A `head` is repeated on every page. No row is split unless it is longer than a page.
        """
        from docx.shared import Mm  # noqa: PLC0415

        filled = [tuple(row) for row in rows]
        made = self.document.add_table(len(filled), len(widths))
        made.autofit = False
        set_borders(made, borders)
        for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):  # noqa: SLF001
            column.w = Mm(width)
        for place, row in enumerate(made._tbl.tr_lst):  # noqa: SLF001 - rows[i] counts anew each time
            self._fill_row(made, row, filled[place], widths)
            set_row(row, least, whole=not any(each.is_long for each in filled[place]))
        if head:
            repeat(made._tbl.tr_lst[0])  # noqa: SLF001
        self.gap()

    def gap(self) -> None:
        """Add a little room: two tables without a paragraph between them become one."""
        from docx.enum.text import WD_LINE_SPACING  # noqa: PLC0415
        from docx.shared import Pt  # noqa: PLC0415

        look = self.document.add_paragraph().paragraph_format
        look.space_after = Pt(0)
        look.line_spacing, look.line_spacing_rule = Pt(8), WD_LINE_SPACING.EXACTLY

    def _fill_row(
        self,
        made: "Made",
        row: Any,  # noqa: ANN401 - XML
        cells: Sequence[Cell],
        widths: Sequence[float],
    ) -> None:
        from docx.shared import Mm  # noqa: PLC0415
        from docx.table import _Cell  # noqa: PLC0415

        for tc, cell, width in zip(row.tc_lst, cells, widths, strict=True):
            one = _Cell(tc, made)
            one.width = Mm(width)
            self._fill(one, cell)

    def _fill(self, one: "_Cell", cell: Cell) -> None:
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT  # noqa: PLC0415
        from docx.enum.text import WD_PARAGRAPH_ALIGNMENT  # noqa: PLC0415
        from docx.shared import Pt  # noqa: PLC0415

        for place, (text, ink) in enumerate(cell.texts or (("", PLAIN),)):
            block = one.paragraphs[0] if place == 0 else one.add_paragraph()
            self.put(block, text, ink)
            block.paragraph_format.space_before = block.paragraph_format.space_after = Pt(2)
            if cell.centred:
                block.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
        one.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        if cell.fill:
            shade(one, cell.fill)
