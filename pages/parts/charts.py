"""Charts: drawn with shapes and words as well as colour, and always beside their table."""

from collections.abc import Mapping

import altair as alt

from core.content.loader import words
from core.insights.moods import Table

Chart = alt.LayerChart

INK = {"labelColor": "currentColor", "titleColor": "currentColor"}
"""The text colour of the page, light or dark: the grey of Streamlit's charts is 3.6:1 on ours."""


@alt.theme.register("ajar", enable=True)
def ink() -> alt.theme.ThemeConfig:
    """Return what holds for every chart: words in the ink of the page."""
    return {"config": {"axis": INK, "legend": INK}}


SCORE = alt.Scale(domain=[0, 10])
DAY_LENGTH = 86_400_000
"""Milliseconds: no day gets two labels."""

DAY = alt.Axis(format="%-d\u202f%b", labelOverlap=True, tickCount=6, tickMinStep=DAY_LENGTH)
EVENT = "#8b8376"
SERIES = ("mood", "strength", "comes_back")
DASHES = [[1, 0], [4, 3], [1, 4]]
SHAPES = ["circle", "square", "triangle-up"]


def mood_chart(points: Table, events: Table) -> Chart:
    """Return moods and strongest feelings over the days, with what happened as upright lines."""
    say = words("progress")
    names = {name: say[f"column_{name}"] for name in SERIES if points[name].notna().any()}
    long = points.rename(columns=names).melt(
        id_vars=["day", "strongest"], value_vars=list(names.values()), var_name="what"
    )
    order = list(names.values())
    legend = alt.Legend(orient="bottom", title=None, columns=1, symbolDash=[1, 0])
    base = alt.Chart(long.dropna(subset=["value"])).encode(
        x=alt.X("day:T", title=None, axis=DAY),
        y=alt.Y("value:Q", scale=SCORE, title=say["score"]),
        color=alt.Color("what:N", sort=order, legend=legend),
        strokeDash=alt.StrokeDash("what:N", sort=order, legend=legend, scale=_scale(order, DASHES)),
        shape=alt.Shape("what:N", sort=order, legend=legend, scale=_scale(order, SHAPES)),
        tooltip=["day:T", "what:N", "value:Q", "strongest:N"],
    )
    drawn = (base.mark_line(strokeWidth=2), base.mark_point(filled=True, size=60))
    upright = alt.Chart(events).mark_rule(color=EVENT, strokeWidth=2).encode(x="day:T")
    behind = () if events.empty else (upright,)
    return alt.layer(*behind, *drawn).properties(height=320)


PART = 210
"""Square pixels: ten marks of this size fill a row that a phone can show."""

MOST_PARTS = 10
FAINT = 0.16


def parts_chart(counts: Mapping[str, int]) -> Chart:
    """Return ten parts as marks in rows, one row for each name, told apart by shape and place."""
    order = list(counts)
    marks = [
        {"what": name, "part": part, "filled": part < count}
        for name, count in counts.items()
        for part in range(MOST_PARTS)
    ]
    rows = alt.Axis(
        title=None, ticks=False, domain=False, labelFontSize=14, labelLimit=180, labelPadding=10
    )
    drawn = (
        alt.Chart(alt.Data(values=marks))
        .mark_point(filled=True, size=PART)
        .encode(
            x=alt.X("part:O", axis=None),
            y=alt.Y("what:N", sort=order, axis=rows),
            color=alt.Color("what:N", sort=order, legend=None),
            shape=alt.Shape("what:N", sort=order, legend=None, scale=_scale(order, SHAPES)),
            opacity=alt.condition("datum.filled", alt.value(1), alt.value(FAINT)),
            tooltip=alt.value(None),
        )
    )
    return alt.layer(drawn).properties(height=44 * len(order))


def _scale(order: list[str], values: list) -> alt.Scale:  # type: ignore[type-arg]
    return alt.Scale(domain=order, range=values[: len(order)])
