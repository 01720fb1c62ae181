"""Charts of what was worked out: gaps, grids, bars and weeks, each beside its table."""

import json
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from core.content.loader import words
from core.worksheets.outcomes import Cell
from pages.parts.charts import EVENT, FAINT, SCORE, Chart

WEEK_ROW = 58
"""Pixels for one action: its name on one line, its weeks below."""

WEEK_AXIS = 64
"""Pixels for the numbers of the weeks and their title."""

HALF_WEEK = 0.5


def weeks_chart(points: Sequence[Sequence[Any]], _: Sequence[str]) -> Chart:
    """Return a bar for each name from the week it begins to the week it ends.

    Names stand above their bars, so that a phone shows both; two of one name keep two rows.
    """
    marks = [
        {"place": place, "what": what, "from": begins - HALF_WEEK, "to": ends + HALF_WEEK}
        for place, (what, begins, ends) in enumerate(points)
    ]
    names = {each["place"]: each["what"] for each in marks}
    weeks = alt.Axis(title=words("skills")["week"], tickMinStep=1, format="d", grid=False)
    above = axis_above(names, labelPadding=-2, labelOffset=-19, labelLimit=320)
    last = max((each["to"] for each in marks), default=1)
    bars = (
        alt.Chart(alt.Data(values=marks))
        .mark_bar(height=14, cornerRadius=4, yOffset=6)
        .encode(
            x=alt.X("from:Q", axis=weeks, scale=alt.Scale(domain=[HALF_WEEK, last], nice=False)),
            x2="to:Q",
            y=alt.Y("place:O", axis=above),
            tooltip=alt.value(None),
        )
    )
    return alt.layer(bars).properties(height=WEEK_ROW * len(marks) + WEEK_AXIS)


ROW = 52
"""Pixels for one row whose name stands above it, so that a phone has room for both."""

FEET = 60
"""Pixels for the numbers below a drawing; a name above a column or a mark needs half as much."""

LABEL = 300
JOINER = "\u2060"
BELOW = alt.Legend(orient="bottom", title=None, columns=1, labelLimit=LABEL)
HUE = alt.Color("hue:N", legend=None)
"""The theme's first colour, for what is told apart by place alone: no mark has this field."""

BROKEN = "split(datum.label,'\\n')"
"""Shows a name of several lines as such: Vega draws one line for each part."""


def gaps_chart(rows: Sequence[Sequence[Cell]], heads: Sequence[str]) -> Chart:
    """Return two marks 0-10 on one line for each name, a ring and a diamond, and what is between.

    Each row is a name, a first and a second number; `heads` name all three.
    """
    names = _told_apart([str(row[0]) for row in rows])
    first, second = heads[1:3]
    marks = [
        {"name": name, "what": what, "score": row[place]}
        for name, row in zip(names, rows, strict=True)
        for place, what in ((1, first), (2, second))
    ]
    lines = [
        {"name": name, "low": row[1], "high": row[2]} for name, row in zip(names, rows, strict=True)
    ]
    order = [first, second]
    shapes = alt.Scale(domain=order, range=["circle", "diamond"])
    axis = alt.Axis(title=None, values=[0, 2, 4, 6, 8, 10], grid=True)
    between = (
        alt.Chart(alt.Data(values=lines))
        .mark_rule(strokeWidth=3, color=EVENT, opacity=0.6)
        .encode(
            x=alt.X("low:Q", scale=SCORE, axis=axis),
            x2="high:Q",
            y=_above(names),
            tooltip=alt.value(None),
        )
    )
    base = alt.Chart(alt.Data(values=marks)).encode(
        x=alt.X("score:Q", scale=SCORE, axis=axis),
        y=_above(names),
        color=alt.Color("what:N", sort=order, scale=alt.Scale(domain=order), legend=BELOW),
        shape=alt.Shape("what:N", sort=order, scale=shapes, legend=BELOW),
        tooltip=alt.value(None),
    )
    rings = base.transform_filter(alt.datum.what == first)
    diamonds = base.transform_filter(alt.datum.what == second)
    drawn = (
        between,
        rings.mark_point(filled=False, size=260, strokeWidth=3, opacity=1),
        diamonds.mark_point(filled=True, size=110, opacity=1),
    )
    return alt.layer(*drawn).properties(height=ROW * len(names) + 2 * FEET)


CELL = 58
MOST_DOTS = 3
DEEPEST = 0.28
APART = 17
"""Pixels from one dot to the next."""


def heat_chart(rows: Sequence[Sequence[Cell]], _: Sequence[str]) -> Chart:
    """Return a grid of shaded cells with 0-3 filled dots in each; a pair that is not told is empty.

    Each row is a name that stands above a column, a name that stands before a line, and a
    number from 0 to 3.
    """
    across = _in_lines([str(row[0]) for row in rows], width=13, middle=False)
    down = _in_lines([str(row[1]) for row in rows], width=16, middle=True)
    cells = [
        {"across": across[str(row[0])], "down": down[str(row[1])], "number": _dots(row[2])}
        for row in rows
    ]
    names = {"title": None, "ticks": False, "domain": False, "labelFontSize": 13}
    above = alt.Axis(
        orient="top", labelAngle=0, labelLimit=120, labelPadding=38, labelExpr=BROKEN, **names
    )
    side = alt.Axis(labelLimit=140, labelPadding=8, labelOffset=-15, labelExpr=BROKEN, **names)
    gap = alt.Scale(padding=0.06)
    base = alt.Chart(alt.Data(values=cells)).encode(
        x=alt.X("across:N", sort=list(across.values()), axis=above, scale=gap),
        y=alt.Y("down:N", sort=list(down.values()), axis=side, scale=gap),
        color=HUE,
        tooltip=alt.value(None),
    )
    shades = alt.Scale(domain=[0, MOST_DOTS], range=[0, DEEPEST])
    shaded = base.mark_rect(cornerRadius=6, stroke=EVENT, strokeWidth=1, strokeOpacity=0.5).encode(
        fillOpacity=alt.FillOpacity("number:Q", scale=shades, legend=None)
    )
    dots = [
        base.mark_point(filled=True, size=90, xOffset=APART * (dot - 2)).encode(
            opacity=alt.condition(f"datum.number>={dot}", alt.value(1), alt.value(FAINT))
        )
        for dot in range(1, MOST_DOTS + 1)
    ]
    return alt.layer(shaded, *dots).properties(height=CELL * len(down) + FEET)


def _in_lines(names: Sequence[str], width: int, *, middle: bool) -> dict[str, str]:
    """Return each name broken into three lines: its own in the middle, or else at the bottom.

    Two names that are cut to the same words are still two.
    """
    broken = {}
    for place, name in enumerate(dict.fromkeys(names)):
        lines = wrap(name, width, max_lines=3, placeholder="\u2026")
        before = (3 - len(lines)) // 2 if middle else 3 - len(lines)
        after = 3 - len(lines) - before
        broken[name] = "\n".join([*[""] * before, *lines, *[""] * after]) + JOINER * place
    return broken


def _dots(number: Cell) -> int:
    return min(max(round(number), 0), MOST_DOTS) if isinstance(number, int | float) else 0


def bars_chart(rows: Sequence[Sequence[Cell]], heads: Sequence[str]) -> Chart:
    """Return a bar for each name, from 0, with its number behind the name.

    Each row begins with a name and a number; `heads` name both. A row without a number is
    named, and has no bar. What is counted has no tick between two whole numbers.
    """
    told = [str(row[0]) if row[1] is None else f"{row[0]} · {row[1]:g}" for row in rows]
    names = _told_apart(told)
    bars = [{"name": name, "number": row[1] or 0} for name, row in zip(names, rows, strict=True)]
    whole = all(isinstance(row[1], int | None) for row in rows)
    steps = {"tickMinStep": 1} if whole else {}
    low = alt.Axis(title=heads[1], grid=True, tickCount=5, **steps)
    drawn = (
        alt.Chart(alt.Data(values=bars))
        .mark_bar(size=14, cornerRadiusEnd=4)
        .encode(
            x=alt.X("number:Q", axis=low, scale=alt.Scale(zero=True, nice=True)),
            y=_above(names),
            color=HUE,
            tooltip=alt.value(None),
        )
    )
    return alt.layer(drawn).properties(height=ROW * len(names) + FEET)


def _above(names: list[str]) -> alt.Y:
    """Return rows whose names stand above them, at the left edge of the drawing."""
    return alt.Y("name:N", sort=names, axis=axis_above())


def axis_above(names: Mapping[int, str] | None = None, **look: object) -> alt.Axis:
    """Return an axis whose names stand above their rows, so that a phone has room for both.

    With `names` the rows are places, and these are what they are called; `look` changes the rest.
    """
    told = {"labelExpr": f"{json.dumps(names)}[datum.value]"} if names else {}
    return alt.Axis(
        **{
            "title": None,
            "ticks": False,
            "domain": False,
            "labelAlign": "left",
            "labelPadding": 0,
            "labelOffset": -18,
            "labelLimit": LABEL,
            "labelFontSize": 14,
            "labelOverlap": False,
            **told,
            **look,
        }
    )


def _told_apart(names: list[str]) -> list[str]:
    """Return names of which no two are one: what is unseen tells them apart."""
    return [name + JOINER * place for place, name in enumerate(names)]
