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
ACROSS, DOWN = 0.2, 0.17
"""How far the dots of one cell stand apart, as a share of the cell."""

Cell = tuple[int, int, int]
"""A row, a column, and how many people stand there."""


def map_chart(cells: Sequence[Cell], rows: Sequence[str], columns: Sequence[str]) -> Chart:
    """Return a grid with a dot for each person; a plus as the sixth mark says there are more.

    `rows` and `columns` name the places. The cells of a row in which nobody stands are dashed.
    """
    filled = {row for row, _, count in cells if count}
    places = [
        {
            "left": column - HALF,
            "right": column + HALF,
            "top": row - HALF,
            "bottom": row + HALF,
            "empty": row not in filled,
        }
        for row, column, _ in cells
    ]
    across = {"scale": _scale(len(columns)), "axis": _axis(columns, orient="top")}
    down = {"scale": _scale(len(rows), reverse=True), "axis": _axis(rows, labelLimit=140)}
    boxes = (
        alt.Chart(alt.Data(values=places))
        .mark_rect(cornerRadius=6, stroke=EVENT, strokeWidth=1, fillOpacity=0)
        .encode(
            x=alt.X("left:Q", **across),
            x2="right:Q",
            y=alt.Y("top:Q", **down),
            y2="bottom:Q",
            strokeDash=alt.condition("datum.empty", alt.value([3, 4]), alt.value([1, 0])),
            strokeOpacity=alt.condition("datum.empty", alt.value(0.9), alt.value(0.5)),
            tooltip=alt.value(None),
        )
    )
    shapes = alt.Scale(domain=["one", "more"], range=["circle", "cross"])
    dots = (
        alt.Chart(alt.Data(values=[dot for cell in cells for dot in _dots(*cell)]))
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            x=alt.X("x:Q", **across),
            y=alt.Y("y:Q", **down),
            shape=alt.Shape("what:N", scale=shapes, legend=None),
            color=HUE,
            tooltip=alt.value(None),
        )
    )
    return alt.layer(boxes, dots).properties(height=ROW * len(rows) + HEAD)


def _dots(row: int, column: int, count: int) -> Iterator[Mapping[str, object]]:
    """Return the marks of one cell, in up to two lines of three."""
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
