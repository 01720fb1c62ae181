"""Scales, tables, matrices and cards to sort as tables of a document."""

from itertools import chain

from core.exports.worksheets import pieces
from core.exports.worksheets.columns import column_widths, turned
from core.exports.worksheets.pen import (
    HEAD,
    PLAIN,
    QUIET,
    STRONG,
    TINT,
    WHITE,
    Cell,
    Ink,
    Pen,
)
from core.exports.worksheets.ruling import TEAL, Borders

CIRCLE, BOX = "○", "☐"
LABEL_SHARE = 0.32
"""The part of the room that the label of a row takes."""

TINY = Ink(HEAD.colour, size=0.75)


def _texts(*texts: tuple[str, Ink]) -> tuple[tuple[str, Ink], ...]:
    return tuple(each for each in texts if each[0])


def _head(title: str, hint: str = "", *, centred: bool = False) -> Cell:
    said = _texts((title, HEAD), (hint, Ink(QUIET.colour, size=0.8)))
    return Cell(said, centred=centred, fill=TINT)


def scale(pen: Pen, block: pieces.Scale) -> None:
    """Write the numbers of a scale in cells, those that were picked in teal."""
    if block.low or block.high:
        ends = (f"{block.least} {block.low}".strip(), f"{block.most} {block.high}".strip())
        pen.say(" … ".join(ends), QUIET, lead=True)
    labelled = block.labelled or any(each.label for each in block.rows)
    side = pen.room * LABEL_SHARE if labelled else 0
    numbers = range(block.least, block.most + 1)
    each_width = (pen.room - side if labelled else pen.room * 0.75) / len(numbers)
    rows = []
    for row in block.rows:
        label = [Cell(_texts((row.label, PLAIN)))] if labelled else []
        rows.append([*label, *(_number(each, is_picked=each == row.value) for each in numbers)])
    widths = [*([side] if labelled else []), *[each_width] * len(numbers)]
    pen.table(widths, rows, Borders.CELLS, least=pen.rule * 0.8)


def _number(number: int, *, is_picked: bool) -> Cell:
    ink = Ink(WHITE, bold=True, size=0.9) if is_picked else QUIET
    return Cell(((str(number), ink),), centred=True, fill=TEAL if is_picked else "")


def grid(pen: Pen, block: pieces.Grid) -> None:
    """Write a table; one that is too wide is turned, or each of its rows becomes a table."""
    for each in (block, turned(block)):
        widths = column_widths(each, pen.room, pen.size) if each else ()
        if each and widths:
            heads = [_head(column.title, column.hint) for column in each.columns]
            rows = ([_cell(pen, *pair) for pair in row] for row in _rows(each))
            pen.table(widths, [heads, *rows], head=True, least=_least(pen))
            return
    side = pen.room * LABEL_SHARE
    for row in _rows(block):
        shown = [pair for pair in row if pair[0] or not pen.leaf.filled]
        cells = [[_head(each.title, each.hint), _cell(pen, text, each)] for text, each in shown]
        pen.table([side, pen.room - side], cells, least=_least(pen))


def _rows(block: pieces.Grid) -> list[list[tuple[str, pieces.Column]]]:
    """Return every row, each text with its column."""
    rows = [*block.rows, *[("",) * len(block.columns)] * block.empty]
    return [list(zip(row, block.columns, strict=True)) for row in rows]


def _cell(pen: Pen, text: str, column: pieces.Column) -> Cell:
    offered = "   ".join(f"{BOX} {each}" for each in column.options)
    is_open = not (text or pen.leaf.filled)
    return Cell(_texts((offered, QUIET) if is_open else (text, PLAIN)))


def _least(pen: Pen) -> float:
    return 0 if pen.leaf.filled else pen.rule


def matrix(pen: Pen, block: pieces.Matrix) -> None:
    """Write rows against columns, with their numbers or a box for each."""
    if block.legend:
        pen.say(block.legend, QUIET, lead=True)
    side = pen.room * LABEL_SHARE
    wide = (pen.room - side) / len(block.columns)
    heads = [_head(block.corner), *(_head(each, centred=True) for each in block.columns)]
    rows = [
        [
            Cell(_texts((label, PLAIN))),
            *(
                Cell(_texts((block.value(row, across), STRONG)), centred=True)
                for across in range(len(block.columns))
            ),
        ]
        for row, label in enumerate(block.rows)
    ]
    widths = [side, *[wide] * len(block.columns)]
    pen.table(widths, [heads, *rows], Borders.CELLS, head=True, least=_least(pen))


def sort(pen: Pen, block: pieces.Sort) -> None:
    """Write the cards with a circle for every pile, two cards side by side."""
    beside = 1 if pen.leaf.large else 2
    pile = 26 if pen.leaf.large else 14
    name = pen.room / beside - pile * len(block.piles)
    heads = [Cell(), *(Cell(((each, TINY),), centred=True) for each in block.piles)]
    own = [pieces.Option(text="")] * block.own
    cells = [_card(each, len(block.piles)) for each in (*block.cards, *own)]
    cells += [[Cell()] * len(heads)] * (-len(cells) % beside)
    rows = (list(chain(*cells[at : at + beside])) for at in range(0, len(cells), beside))
    widths = [name, *[pile] * len(block.piles)] * beside
    pen.table(widths, [heads * beside, *rows], Borders.ROWS, head=True)


def _card(card: pieces.Option, piles: int) -> list[Cell]:
    said = _texts((card.text, PLAIN), (card.hint, Ink(QUIET.colour, size=0.8)))
    return [Cell(said), *[Cell(((CIRCLE, PLAIN),), centred=True)] * piles]
