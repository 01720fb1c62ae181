"""Charts: drawn with shapes and words as well as colour, and always beside their table."""

import altair as alt

from core.content.loader import case_words, words
from core.insights.moods import Table

Chart = alt.LayerChart

SCORE = alt.Scale(domain=[0, 10])
DAY = alt.Axis(format="%-d\u202f%b", labelOverlap=True, tickCount=6)
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
    legend = alt.Legend(orient="bottom", title=None, columns=1)
    base = alt.Chart(long.dropna(subset=["value"])).encode(
        x=alt.X("day:T", title=None, axis=DAY),
        y=alt.Y("value:Q", scale=SCORE, title=say["score"]),
        color=alt.Color("what:N", sort=order, legend=legend),
        strokeDash=alt.StrokeDash("what:N", sort=order, legend=legend, scale=_scale(order, DASHES)),
        shape=alt.Shape("what:N", sort=order, legend=legend, scale=_scale(order, SHAPES)),
        tooltip=["day:T", "what:N", "value:Q", "strongest:N"],
    )
    drawn = (base.mark_line(strokeWidth=2), base.mark_point(filled=True, size=60))
    return alt.layer(*_event_marks(events), *drawn).properties(height=320)


def _scale(order: list[str], values: list) -> alt.Scale:  # type: ignore[type-arg]
    return alt.Scale(domain=order, range=values[: len(order)])


def _event_marks(events: Table) -> tuple[alt.Chart, alt.Chart]:
    labels = {name.value: each.label for name, each in case_words().directions.items()}
    marked = events.assign(label=events["direction"].map(labels))
    base = alt.Chart(marked).encode(x="day:T")
    rules = base.mark_rule(opacity=0.4, strokeWidth=2)
    names = base.mark_text(angle=270, align="left", dx=4, dy=-7, baseline="middle", fontSize=11)
    return rules, names.encode(y=alt.value(312), text="label:N")
