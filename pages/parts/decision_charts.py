"""Charts of decisions: what pulls up or down, a place in a square, and lines over the years."""

from collections.abc import Sequence

import altair as alt

from core.content.loader import words
from core.worksheets.outcomes import Cell
from pages.parts.charts import DASHES, EVENT, SCORE, SHAPES, Chart
from pages.parts.result_charts import FEET, HUE, LABEL, ROW, axis_above

MIDDLE = 0
UP_OPACITY, DOWN_OPACITY = 1, 0.45


def pulls_chart(
    rows: Sequence[Sequence[Cell]], _: Sequence[str], reach: float | None = None
) -> Chart:
    """Return a bar for each name from 0: to the right what pulls up, to the left what pulls down.

    Each row is a name and a number. Names stand above their bars with their numbers, signed, so
    that up and down are told without colour. Both sides go as far as `reach`, else as the
    longest bar.
    """
    bars = [{"place": place, "number": row[1] or 0} for place, row in enumerate(rows)]
    names = {place: f"{row[0]} · {_signed(row[1])}" for place, row in enumerate(rows)}
    reach = reach or max((abs(each["number"]) for each in bars), default=0) or 1
    above = axis_above(names)
    base = alt.Chart(alt.Data(values=bars))
    drawn = base.mark_bar(size=14, cornerRadiusEnd=4).encode(
        x=alt.X(
            "number:Q",
            axis=alt.Axis(title=None, grid=True, tickCount=5),
            scale=alt.Scale(domain=[-reach, reach], nice=True),
        ),
        y=alt.Y("place:O", axis=above),
        color=HUE,
        opacity=alt.condition("datum.number>=0", alt.value(UP_OPACITY), alt.value(DOWN_OPACITY)),
        tooltip=alt.value(None),
    )
    middle = (
        alt.Chart(alt.Data(values=[{"number": MIDDLE}]))
        .mark_rule(color=EVENT, strokeWidth=2)
        .encode(x="number:Q", tooltip=alt.value(None))
    )
    return alt.layer(drawn, middle).properties(height=ROW * len(bars) + FEET)


PLUS, MINUS = "+", "\u2212"


def _signed(number: Cell) -> str:
    if not isinstance(number, int | float) or not number:
        return "0"
    return f"{PLUS if number > 0 else MINUS}{abs(number):g}"


PROCESS, OUTCOME = (0, 12), (-5, 5)
HALFWAY = 7
SQUARE = 340
CORNERS = (
    ("bad_luck", 9.5, -3.6),
    ("good", 9.5, 3.6),
    ("lucky", 3.5, 3.6),
    ("lesson", 3.5, -3.6),
)
"""The four quarters, each with the place of its name."""


def square_chart(rows: Sequence[Sequence[Cell]], _: Sequence[str]) -> Chart:
    """Return a square with a mark for each name: how it was decided, and how it turned out.

    Each row is a name, the process 0-12 and the outcome -5 to +5. The quarters are named.
    """
    say = words("offer_review")
    marks = [
        {"name": row[0], "process": row[1], "outcome": row[2]}
        for row in rows
        if row[1] is not None and row[2] is not None
    ]
    across = alt.X(
        "process:Q",
        scale=alt.Scale(domain=PROCESS, nice=False),
        axis=alt.Axis(title=say["axis_process"], values=[0, 3, 6, 9, 12], grid=False),
    )
    up = alt.Y(
        "outcome:Q",
        scale=alt.Scale(domain=OUTCOME, nice=False),
        axis=alt.Axis(title=say["axis_outcome"], values=[-5, 0, 5], grid=False),
    )
    names = [
        {"words": say[f"corner_{name}"], "process": process, "outcome": outcome}
        for name, process, outcome in CORNERS
    ]
    cross = [
        alt.Chart(alt.Data(values=[{each: at}]))
        .mark_rule(color=EVENT, strokeWidth=2, opacity=0.6)
        .encode(**{axis: f"{each}:Q"}, tooltip=alt.value(None))
        for axis, each, at in (("x", "process", HALFWAY), ("y", "outcome", MIDDLE))
    ]
    quarters = (
        alt.Chart(alt.Data(values=names))
        .mark_text(fontSize=13, lineBreak="\n")
        .encode(x=across, y=up, text="words:N", color=HUE, tooltip=alt.value(None))
    )
    places = (
        alt.Chart(alt.Data(values=marks))
        .mark_point(filled=True, size=260, shape="diamond", opacity=1)
        .encode(x=across, y=up, color=HUE, tooltip=alt.value(None))
    )
    return alt.layer(*cross, quarters, places).properties(height=SQUARE)


CLEAN = alt.Legend(orient="bottom", title=None, columns=1, labelLimit=LABEL, symbolStrokeWidth=0)
"""A legend whose marks take no dashes from their lines."""


def lines_chart(rows: Sequence[Sequence[Cell]], _: Sequence[str]) -> Chart:
    """Return a line for each name over what the numbers are at, told apart by dash and shape.

    Each row is a name, what the number is at (a word), and the number, 0-10.
    """
    marks = [
        {"name": str(row[0]), "at": str(row[1]), "number": row[2]}
        for row in rows
        if row[2] is not None
    ]
    order = list(dict.fromkeys(each["name"] for each in marks))
    along = list(dict.fromkeys(each["at"] for each in marks))
    base = alt.Chart(alt.Data(values=marks)).encode(
        x=alt.X(
            "at:N",
            sort=along,
            scale=alt.Scale(type="point", padding=0.3),
            axis=alt.Axis(title=None, labelAngle=0, labelLimit=110, labelFontSize=13),
        ),
        y=alt.Y("number:Q", scale=SCORE, axis=alt.Axis(title=None, values=[0, 2, 4, 6, 8, 10])),
        color=alt.Color("name:N", sort=order, legend=CLEAN),
        strokeDash=alt.StrokeDash(
            "name:N",
            sort=order,
            legend=None,
            scale=alt.Scale(domain=order, range=DASHES[: len(order)]),
        ),
        shape=alt.Shape(
            "name:N",
            sort=order,
            legend=CLEAN,
            scale=alt.Scale(domain=order, range=SHAPES[: len(order)]),
        ),
        tooltip=alt.value(None),
    )
    drawn = (base.mark_line(strokeWidth=2), base.mark_point(filled=True, size=110, opacity=1))
    return alt.layer(*drawn).properties(height=320)
