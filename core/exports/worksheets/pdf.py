"""A worksheet as PDF: in the typeface that comes with Ajar, with every character accounted for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from core.exports.glyphs import SHIPPED, Setting, every_font, setting, shipped_fonts
from core.exports.paper import MILLIMETRES, SIZES
from core.exports.paragraphs import paragraph
from core.exports.worksheets.columns import (
    LARGE_MARGIN,
    MARGIN,
    column_widths,
    side_by_side,
    size_of,
)
from core.exports.worksheets.leaf import Block, Checks, Grid, Leaf

TEMPLATE = Path(__file__).with_name("worksheet.typ")
FOLDER = TEMPLATE.parent

INDENT = 11
"""How far what belongs to a step stands behind its number, in millimetres."""


@dataclass(frozen=True)
class WorksheetPdf:
    """A worksheet as PDF. In place of each character in `missing`, a named mark stands in it."""

    content: bytes
    missing: tuple[str, ...]


def pdf_file(leaf: Leaf) -> WorksheetPdf:
    """Return a leaf as PDF; the same leaf gives the same bytes on the same machine.

    Scripts and emoji are shown as `core/exports/glyphs.py` says.
    """
    import typst  # noqa: PLC0415 - large, and only who wants a PDF waits for it

    how = setting(leaf.all_text)
    pdf = typst.compile(
        TEMPLATE,
        font_paths=every_font() if len(how.families) > 1 else shipped_fonts(),
        sys_inputs={"leaf": json.dumps(_data(leaf, how))},
    )
    return WorksheetPdf(pdf, how.missing(leaf.all_text))


def _data(leaf: Leaf, how: Setting) -> dict[str, Any]:
    margin = LARGE_MARGIN if leaf.large else MARGIN
    room = MILLIMETRES[leaf.paper][0] - 2 * margin
    said: dict[str, Any] = _shown(leaf.model_dump(exclude={"blocks", "paper"}), how)
    return said | {
        "about": leaf.title,
        "author": leaf.name,
        "paper": SIZES[leaf.paper],
        "families": how.families,
        "size": size_of(leaf),
        "margin": margin,
        "room": room,
        "indent": 0 if leaf.large else INDENT,
        "air": 1,
        "blocks": [_block(each, leaf, room, how) for each in leaf.blocks],
    }


def _block(block: Block, leaf: Leaf, room: float, how: Setting) -> dict[str, Any]:
    data: dict[str, Any] = _shown(block.model_dump(), how)
    data["kind"] = type(block).__name__.lower()
    if isinstance(block, Grid):
        data["widths"] = column_widths(block, room, size_of(leaf))
    if isinstance(block, Checks):
        within = room if leaf.large else room - INDENT
        data["beside"] = side_by_side(block, within, size_of(leaf))
    return data


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
