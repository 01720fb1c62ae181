"""A worksheet as PDF: in the typeface that comes with Ajar, with every character accounted for."""

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import Any

from core.exports.glyphs import SHIPPED, Setting, every_font, setting, shipped_fonts
from core.exports.paper import MILLIMETRES, SIZES
from core.exports.paragraphs import paragraph
from core.exports.worksheets.columns import (
    CARD_MARGIN,
    CARD_SIZE,
    LARGE_MARGIN,
    LARGE_SIZE,
    MARGIN,
    SIZE,
    TIGHT_SIZE,
    column_widths,
    side_by_side,
    turned,
)
from core.exports.worksheets.leaf import Leaf
from core.exports.worksheets.pieces import Block, Checks, Grid

TEMPLATE = Path(__file__).with_name("worksheet.typ")

INDENT = 11
"""How far what belongs to a step stands behind its number, in millimetres."""

GUTTER = 9
"""How far the two columns of a card stand apart, in millimetres."""

TRY_ON = 6
"""On more pages than these nothing is gained by leaving less space."""

_PAGE = re.compile(rb"/Type\s*/Page\b")


@dataclass(frozen=True)
class WorksheetPdf:
    """A worksheet as PDF. In place of each character in `missing`, a named mark stands in it."""

    content: bytes
    missing: tuple[str, ...]
    pages: int


@dataclass(frozen=True)
class Fit:
    """One way to fit a sheet on its pages.

    `air` is the space left between things and `share` the part of the lines to write on, both
    1 as a rule; a `card` has two columns.
    """

    air: float = 1
    share: float = 1
    card: bool = False


SHEETS = (Fit(), Fit(0.85), Fit(0.7), Fit(0.7, 0.8), Fit(0.55, 0.7), Fit(0.4, 0.5), Fit(0.25, 0.4))
CARDS = tuple(Fit(each.air, each.share, card=True) for each in SHEETS)
"""The ways to fit a blank sheet, and one that is to be a single page, the most pleasant first."""


def pdf_file(leaf: Leaf) -> WorksheetPdf:
    """Return a leaf as PDF; the same leaf gives the same bytes on the same machine.

    It is set as airily as the pages that it may take allow. Scripts and emoji are shown as
    `core/exports/glyphs.py` says.
    """
    how = setting(leaf.all_text)
    made = cache(partial(_compiled, leaf, how))
    airy, *tighter = _fits(leaf)
    if made(airy).pages <= leaf.pages or made(airy).pages > TRY_ON:
        return made(airy)
    return _airiest(made, tighter, leaf.pages) or made(_fewest_pages(made, [airy, tighter[-1]]))


def _airiest(
    made: Callable[[Fit], WorksheetPdf], fits: Sequence[Fit], pages: int
) -> WorksheetPdf | None:
    """Return the first that fits on so many pages; each is a little tighter than the one before."""
    place = bisect_left(fits, x=True, key=lambda fit: made(fit).pages <= pages)
    return made(fits[place]) if place < len(fits) else None


def _fewest_pages(made: Callable[[Fit], WorksheetPdf], fits: Sequence[Fit]) -> Fit:
    return min(fits, key=lambda fit: made(fit).pages)


def _fits(leaf: Leaf) -> Sequence[Fit]:
    """Return the ways to fit a sheet, the most pleasant first."""
    if leaf.large or leaf.filled:
        return SHEETS[:2]
    return (*SHEETS[:3], *CARDS) if leaf.pages == 1 else SHEETS


def _compiled(leaf: Leaf, how: Setting, fit: Fit) -> WorksheetPdf:
    import typst  # noqa: PLC0415 - large, and only who wants a PDF waits for it

    pdf: bytes = typst.compile(
        TEMPLATE,
        font_paths=every_font() if len(how.families) > 1 else shipped_fonts(),
        sys_inputs={"leaf": json.dumps(_data(leaf, fit, how))},
    )
    return WorksheetPdf(pdf, how.missing(leaf.all_text), len(_PAGE.findall(pdf)))


def _data(leaf: Leaf, fit: Fit, how: Setting) -> dict[str, Any]:
    size, margin = SIZE if fit.share == 1 else TIGHT_SIZE, MARGIN
    if fit.card:
        size, margin = CARD_SIZE, CARD_MARGIN
    if leaf.large:
        size, margin = LARGE_SIZE, LARGE_MARGIN
    room = MILLIMETRES[leaf.paper][0] - 2 * margin
    within = (room - GUTTER) / 2 if fit.card else room
    indent = 0 if leaf.large or fit.card else INDENT
    said: dict[str, Any] = _shown(leaf.model_dump(exclude={"blocks", "paper"}), how)
    return said | {
        "about": leaf.title,
        "author": leaf.name,
        "paper": SIZES[leaf.paper],
        "families": how.families,
        "size": size,
        "margin": margin,
        "room": room,
        "indent": indent,
        "gutter": GUTTER,
        "air": fit.air,
        "share": fit.share,
        "card": fit.card,
        "blocks": [_block(each, size, (within, within - indent), how) for each in leaf.blocks],
    }


def _block(block: Block, size: float, rooms: tuple[float, float], how: Setting) -> dict[str, Any]:
    """Return a block as data; the rooms are those of a table and of what stands in a step."""
    more: dict[str, Any] = {}
    if isinstance(block, Grid):
        block, more = _fitted(block, size, rooms[0])
    if isinstance(block, Checks):
        more = {"beside": side_by_side(block, rooms[1], size)}
    said: dict[str, Any] = _shown(block.model_dump(), how)
    return said | {"kind": type(block).__name__.lower()} | more


def _fitted(grid: Grid, size: float, room: float) -> tuple[Grid, dict[str, Any]]:
    """Return a table as it fits into the room, turned if need be, with its columns' widths."""
    widths = column_widths(grid, room, size)
    on_side = None if widths else turned(grid)
    if on_side and (side_widths := column_widths(on_side, room, size)):
        return on_side, {"widths": side_widths, "turned": True}
    return grid, {"widths": widths, "turned": False}


def _shown(value: Any, how: Setting) -> Any:  # noqa: ANN401 - whatever a block holds
    """Return a value with each of its texts as lines, and the way that these run."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return _text(value, how)
    if isinstance(value, Mapping):
        return {name: _shown(each, how) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(each, how) for each in value]
    return value


def _text(text: str, how: Setting) -> dict[str, Any]:
    set_as = paragraph(text.split("\n") if text else ())
    return {
        "lines": [how.show(each, isolated=set_as.right_to_left) for each in set_as.lines],
        "right_to_left": set_as.right_to_left,
        "bold": how.families == (SHIPPED,) or setting(text).families == (SHIPPED,),
    }
