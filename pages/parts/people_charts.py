"""The map of people as a picture: a dot for each person, in rows of circles and columns of ties."""

import json
from collections.abc import Iterator, Mapping, Sequence

import altair as alt

from pages.parts.charts import EVENT, Chart
from pages.parts.result_charts import HUE

ROW = 46
HEAD = 40
ABREAST = 3
MOST_DOTS = 6
HALF = 0.46
SOLID, DASHED = [1, 0], [3, 4]
ACROSS, DOWN = 0.2, 0.17
"""How far the dots of one cell stand apart, as a share of the cell."""

Cell = tuple[int, int, int]
"""A row, a column, and how many people stand there."""


def map_chart(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str]) -> Chart:
    """Return a grid with a dot for each person; a plus as the sixth mark says there are more.

    `rows` and `columns` name the places. The cells of a row in which nobody stands are dashed.
    Where there is none, neither is their layer: to a screen reader it would be a nameless picture.
    """
    filled = {row for row, _, count in cells if count}
    across = {"scale": _scale(len(columns)), "axis": _axis(columns, orient="top")}
    down = {"scale": _scale(len(rows), reverse=True), "axis": _axis(rows, labelLimit=140)}
    looks = ((True, SOLID), (False, DASHED))
    told = [
        ([_box(row, at) for row, at, _ in cells if (row in filled) is own], dash)
        for own, dash in looks
    ]
    boxes = [
        alt.Chart(alt.Data(values=values))
        .mark_rect(cornerRadius=6, stroke=EVENT, strokeWidth=1, strokeDash=dash, fillOpacity=0)
        .encode(
            x=alt.X("left:Q", **across),
            x2="right:Q",
            y=alt.Y("top:Q", **down),
            y2="bottom:Q",
            tooltip=alt.value(None),
        )
        for values, dash in told
        if values or dash is SOLID
    ]
    shapes = alt.Scale(domain=["one", "more"], range=["circle", "cross"])
    dots = (
        alt.Chart(alt.Data(values=[dot for cell in cells for dot in dots_of(*cell)]))
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            x=alt.X("x:Q", **across),
            y=alt.Y("y:Q", **down),
            shape=alt.Shape("what:N", scale=shapes, legend=None),
            color=HUE,
            tooltip=alt.value(None),
        )
    )
    return alt.layer(*boxes, dots).properties(height=ROW * len(rows) + HEAD)


def _box(row: int, column: int) -> Mapping[str, float]:
    """Return the edges of one cell."""
    return {
        "left": column - HALF,
        "right": column + HALF,
        "top": row - HALF,
        "bottom": row + HALF,
    }


def dots_of(row: int, column: int, count: int) -> Iterator[Mapping[str, object]]:
    """Return the marks of one cell, in up to two lines of three; the last of six may be a plus."""
    shown = min(count, MOST_DOTS)
    lines = -(-shown // ABREAST)
    for place in range(shown):
        line, along = divmod(place, ABREAST)
        abreast = min(ABREAST, shown - line * ABREAST)
        yield {
            "x": column + ACROSS * (along - (abreast - 1) / 2),
            "y": row + DOWN * (2 * line - lines + 1),
            "what": "more" if count > MOST_DOTS and place == MOST_DOTS - 1 else "one",
        }


def _scale(count: int, *, reverse: bool = False) -> alt.Scale:
    return alt.Scale(domain=[-0.5, count - 0.5], nice=False, zero=False, reverse=reverse)


def _axis(names: Sequence[str], **look: object) -> alt.Axis:
    told = json.dumps(dict(enumerate(names)))
    return alt.Axis(
        title=None,
        values=list(range(len(names))),
        labelExpr=f"{told}[datum.value]",
        labelFontSize=13,
        labelOverlap=False,
        ticks=False,
        domain=False,
        grid=False,
        **look,
    )
