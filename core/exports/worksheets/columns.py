"""How wide the columns of a table are, and how many options stand side by side."""

from collections.abc import Sequence

from core.exports.worksheets.pieces import Checks, Column, Grid, Width

MARGIN, CARD_MARGIN, LARGE_MARGIN = 22, 18, 18
"""The margin on the left and the right of a page, in millimetres."""

SIZE, TIGHT_SIZE, CARD_SIZE, LARGE_SIZE = 10.5, 10, 9.5, 18
"""The size of type in points: usual, where room is scarce, on a card, and in large print."""

FEW_ROWS = 4
"""A table of so many rows at most can be turned, so that its columns lie below each other."""

SHARES = {Width.FEW: 1.0, Width.WORDS: 2.2, Width.SENTENCES: 3.4}
"""How the room that is left over is shared out."""

_LEAST = {Width.FEW: 15.0, Width.WORDS: 24.0, Width.SENTENCES: 32.0}
"""What is needed to write by hand at all, in millimetres."""

_POINT = 0.3528
_SIGN = 0.52
"""How wide a letter is on average, in heights of the type."""

_BOLDER = 1.08
_CELL_SIZE = 0.9
_PADDING = 5.0
_LONGEST_WORD = 16
"""Words of an answer that are longer than this may break."""

_MOST_SIDE_BY_SIDE = 4
_BOX = 8.0
"""A box to tick and the space around it, in millimetres."""


def turned(grid: Grid) -> Grid | None:
    """Return a table of few rows turned on its side: one line for each of its columns.

    None where it has too many rows, or columns that offer boxes.
    """
    rows = [*grid.rows, *[("",) * len(grid.columns)] * grid.empty]
    if len(rows) > FEW_ROWS or any(each.options for each in grid.columns):
        return None
    first, *rest = grid.columns
    heads = (Column(title=row[0], width=Width.SENTENCES) for row in rows)
    return Grid(
        columns=(Column(title=first.title), *heads),
        rows=tuple(
            (column.title, *(row[place] for row in rows)) for place, column in enumerate(rest, 1)
        ),
        result=grid.result,
    )


def column_widths(grid: Grid, room: float, size: float) -> tuple[float, ...]:
    """Return the width of each column in millimetres; together they fill the room.

    Empty where they do not fit beside each other: then each row is set as a card of its own.
    """
    needed = [_needed(grid, place, size) for place in range(len(grid.columns))]
    spare = room - sum(needed)
    if spare < 0:
        return ()
    shares = [SHARES[each.width] * (2 if each.options else 1) for each in grid.columns]
    return tuple(
        round(need + spare * share / sum(shares), 2)
        for need, share in zip(needed, shares, strict=True)
    )


def side_by_side(checks: Checks, room: float, size: float) -> int:
    """Return how many options fit beside each other, the longest one deciding."""
    longest = max((len(each.text) + len(each.hint) for each in checks.options), default=0)
    wide = _wide(longest, size) + _BOX * size / SIZE
    return max(1, min(_MOST_SIDE_BY_SIDE, len(checks.options), int(room / wide)))


def _needed(grid: Grid, place: int, size: float) -> float:
    """Return the width in millimetres in which no usual word of a column breaks."""
    column = grid.columns[place]
    cell = size * _CELL_SIZE
    head = _longest_word([column.title]) * _BOLDER
    cells = _longest_word([column.hint, *column.options, *(row[place] for row in grid.rows)])
    words = _wide(max(head, min(cells, _LONGEST_WORD)), cell) + _PADDING
    return max(words, _LEAST[column.width] * size / SIZE)


def _longest_word(texts: Sequence[str]) -> float:
    return max((len(word) for text in texts for word in text.split()), default=0)


def _wide(signs: float, size: float) -> float:
    return signs * _SIGN * size * _POINT
