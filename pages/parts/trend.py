"""The trend on screen: one sentence, the line, and the same as a table."""

from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import fill, words
from core.workspace import Workspace
from core.views import newest_first
from pages.parts.plain_text import inert


def show_trend(workspace: Workspace, today: date) -> None:
    """Show how the moods moved; too few of them are shown as what they are."""
    from core.insights.moods import Trend  # noqa: PLC0415 - pandas loads only here

    say = words("progress")
    read = workspace.view(_reading)
    if read.trend is Trend.EARLY:
        st.write(say["early"])
        return
    sentence = fill(say[read.trend.value], count=read.count, early=read.early, late=read.late)
    st.write(sentence)
    if read.word:
        st.caption(fill(say["word"], word=inert(read.word)))
    chart, table = workspace.view(_drawn, _ask_span(workspace), today)
    st.altair_chart(chart, alt=sentence)
    with st.expander(say["table"]):
        st.dataframe(table, hide_index=True, alt=say["table"])


def _ask_span(workspace: Workspace) -> str:
    from core.insights.moods import POINTS, Span  # noqa: PLC0415

    say = words("progress")
    if len(workspace.view(newest_first)) <= POINTS:
        return Span.LATEST.value
    spans = {each.value: say[f"span_{each.value}"] for each in Span}
    return st.segmented_control(
        say["span"],
        list(spans),
        format_func=spans.__getitem__,
        default=Span.LATEST.value,
        required=True,
        key="progress.span",
    )


def _reading(workspace: Workspace) -> Any:
    from core.insights.moods import reading  # noqa: PLC0415

    return reading(workspace.view(newest_first))


def _drawn(workspace: Workspace, span: str, today: date) -> tuple[Any, Any]:
    from core.insights.moods import Span, events, mood_points  # noqa: PLC0415
    from pages.parts.charts import mood_chart  # noqa: PLC0415

    points = mood_points(workspace.view(newest_first), Span(span), today)
    marks = events(workspace.cases.all(), points["day"].min().date())
    say = words("progress")
    names = {name: say[f"column_{name}"] for name in points.columns}
    table = points.assign(day=points["day"].dt.date).iloc[::-1].rename(columns=names)
    return mood_chart(points, marks), table
