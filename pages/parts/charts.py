"""Charts: drawn with shapes and words as well as colour, and always beside their table."""

import altair as alt
import pandas as pd

from core.content.loader import words

SCORE = alt.Scale(domain=[0, 10])


def mood_chart(points: pd.DataFrame, events: pd.DataFrame) -> alt.LayerChart:
    """Return moods and strongest feelings over the days, with what happened as upright lines."""
    say = words("progress")
    series = {name: say[f"column_{name}"] for name in ("mood", "strength", "comes_back")}
    long = points.rename(columns=series).melt(
        id_vars=["day", "strongest"], value_vars=list(series.values()), var_name="what"
    )
    what = {"title": None, "legend": alt.Legend(orient="bottom")}
    base = alt.Chart(long.dropna(subset=["value"])).encode(
        x=alt.X("day:T", title=None),
        y=alt.Y("value:Q", scale=SCORE, title=say["score"]),
        color=alt.Color("what:N", **what),
        strokeDash=alt.StrokeDash("what:N", **what),
        shape=alt.Shape("what:N", **what),
        tooltip=["day:T", "what:N", "value:Q", "strongest:N"],
    )
    marks = alt.Chart(events).mark_rule(opacity=0.5, strokeWidth=2).encode(x="day:T")
    return alt.layer(marks, base.mark_line(), base.mark_point(filled=True, size=45)).properties(
        height=280
    )
