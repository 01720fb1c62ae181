"""A worksheet for a word processor: real headings and tables, to print or to write into."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from core.exports.documents import About, Look, document_file
from core.exports.worksheets import pieces
from core.exports.worksheets.leaf import Leaf
from core.exports.worksheets.pen import (
    GREY,
    HEAD,
    MARGIN,
    PLAIN,
    QUIET,
    STRONG,
    TINT,
    Cell,
    Ink,
    Pen,
    type_size,
)
from core.exports.worksheets.ruling import TEAL, Borders, set_style
from core.exports.worksheets.word_footer import set_footer
from core.exports.worksheets.word_tables import grid, matrix, scale, sort

if TYPE_CHECKING:
    from docx.document import Document

BETWEEN = 4
"""The space below a paragraph, in points."""

APART = 6
"""The space above a question, in points."""

STYLES = {"Title": 0, "Heading 1": 12}
"""The styles of headings, and the space above each in points."""

BOXES = {(False, False): "☐", (True, False): "☑", (False, True): "○", (True, True): "●"}
"""What stands before an option: whether it is picked, and whether only one may be."""

DOT = " · "


def word_file(leaf: Leaf, day: date) -> bytes:
    """Return a leaf as .docx, dated on a day; the same leaf gives the same bytes."""
    about = About(leaf.title, leaf.name, day)
    look = Look(leaf.paper, MARGIN, type_size(leaf), leading=1.1, between=BETWEEN)
    return document_file(partial(_write, leaf=leaf), about, look)


def _write(document: "Document", leaf: Leaf) -> None:
    pen = Pen(document, leaf)
    for style, before in STYLES.items():
        set_style(document, style, before)
    set_footer(document, leaf.title, pen.room)
    _begin(pen, leaf)
    for block in leaf.blocks:
        _WRITERS[type(block)](pen, block)
    _end(pen, leaf)


def _begin(pen: Pen, leaf: Leaf) -> None:
    pen.say(
        leaf.title, Ink(TEAL, bold=True, size=1.5 if leaf.large else 2), style="Title", lead=True
    )
    for text in filter(None, (leaf.purpose, leaf.minutes)):
        pen.say(text, Ink(GREY), lead=True)
    for label, text in ((leaf.name_label, leaf.name), (leaf.date_label, leaf.date)):
        if label and text:
            pen.say(f"{label}: {text}")
        elif label:
            pen.line(label, share=0.6)


def _end(pen: Pen, leaf: Leaf) -> None:
    if leaf.next_label:
        texts = [(leaf.next_label, Ink(TEAL, bold=True)), (leaf.next_hint, QUIET)]
        room = [(leaf.next_step, PLAIN)] if leaf.next_step else [("\n\n", PLAIN)]
        said = tuple(each for each in (*texts, *room) if each[0])
        pen.gap()
        pen.table([pen.room], [[Cell(said)]], Borders.BOX)
    small = Ink(GREY, size=0.75)
    ends = [(leaf.settle, Ink(TEAL)), (leaf.scope, small), (leaf.credit, small)]
    last = [each for each in ends if each[0]]
    for text, ink in last:
        pen.say(text, ink, lead=(text, ink) != last[-1])


def _heading(pen: Pen, block: pieces.Heading) -> None:
    number = f"{block.number}  " if block.number else ""
    said = f"{number}{block.text}"
    made = pen.say(said, Ink(TEAL, bold=True, size=1.1), style="Heading 1", lead=True)
    made.paragraph_format.page_break_before = block.on_new_page or None
    if block.hint:
        pen.say(block.hint, QUIET, lead=True)


def _question(pen: Pen, block: pieces.Question) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    pen.say(block.text, STRONG, lead=True).paragraph_format.space_before = Pt(APART)
    if block.hint:
        pen.say(block.hint, QUIET, lead=True)


def _note(pen: Pen, block: pieces.Note) -> None:
    pen.say(block.text, QUIET, lead=True)


def _ruled(pen: Pen, block: pieces.Ruled) -> None:
    for place in range(block.count):
        lead = place in (0, block.count - 2) and block.count > 1
        pen.line(f"{place + 1}" if block.numbered else "", lead=lead)


def _fact(pen: Pen, block: pieces.Fact) -> None:
    if block.text:
        label = f"{block.label}: " if block.label else ""
        pen.say(f"{label}{block.text} {block.unit}".strip())
    else:
        pen.line(block.label, share=0.6 if block.short else 1, unit=block.unit)


def _written(pen: Pen, block: pieces.Written) -> None:
    for each in block.text.split("\n"):
        pen.say(each)


def _listed(pen: Pen, block: pieces.Listed) -> None:
    for place, item in enumerate(block.items, 1):
        pen.say(f"{place}  {item}" if block.numbered else f"{DOT.strip()} {item}")


def _checks(pen: Pen, block: pieces.Checks) -> None:
    for each in block.options:
        box = BOXES[each.picked, block.one]
        pen.say(f"{box} {each.text}")
        if each.hint:
            pen.say(each.hint, QUIET)
    for _ in range(block.own):
        pen.line(BOXES[False, block.one])


def _piles(pen: Pen, block: pieces.Piles) -> None:
    for pile, cards in block.piles:
        pen.say(pile, HEAD, lead=True)
        pen.say(DOT.join(cards))


def _if_then(pen: Pen, block: pieces.IfThen) -> None:
    parts = ((block.before_cue, block.cue), (block.before_action, block.action))
    rows = [[Cell(((label, HEAD), (text or "\n", PLAIN)), fill=TINT)] for label, text in parts]
    pen.table([pen.room], rows, Borders.NONE)


def _sentence(pen: Pen, block: pieces.Sentence) -> None:
    pen.say(block.text)


_WRITERS: dict[type[pieces.Piece], Callable[[Pen, Any], None]] = {
    pieces.Heading: _heading,
    pieces.Question: _question,
    pieces.Note: _note,
    pieces.Ruled: _ruled,
    pieces.Fact: _fact,
    pieces.Written: _written,
    pieces.Listed: _listed,
    pieces.Checks: _checks,
    pieces.Scale: scale,
    pieces.Grid: grid,
    pieces.Matrix: matrix,
    pieces.Sort: sort,
    pieces.Piles: _piles,
    pieces.IfThen: _if_then,
    pieces.Sentence: _sentence,
}
