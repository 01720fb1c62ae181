"""The trend on screen: one sentence, the line, and the same as a table.

Only the screen Over time imports this: pandas and altair load when it is first opened.
"""

from dataclasses import asdict
from datetime import date

import streamlit as st

from core.content.loader import case_words, fill, words
from core.insights.moods import (
    POINTS,
    Reading,
    Span,
    Table,
    Trend,
    events,
    mood_points,
    named,
    reading,
)
from core.views import newest_first
from core.workspace import Workspace
from pages.parts.charts import Chart, mood_chart
from pages.parts.days import in_words
from pages.parts.plain_text import inert
from pages.parts.questions import legible

AT_MOST = 5


def show_trend(workspace: Workspace, today: date) -> None:
    """Show how the moods moved; too few of them are shown as what they are."""
    say = words("progress")
    read = workspace.view(_reading)
    if read.trend is Trend.EARLY:
        st.write(say["early"])
        return
    sentence = fill(say[f"trend_{read.trend.value}"], **asdict(read))
    st.write(sentence)
    if read.word:
        st.caption(fill(say["word"], word=inert(read.word)))
    chart, table, marked = workspace.view(_drawn, _ask_span(workspace), today)
    st.altair_chart(chart, alt=sentence)
    if marked:
        st.caption(fill(say["events"], events=" · ".join(marked)))
    with st.expander(say["table"]):
        st.dataframe(table, hide_index=True, alt=say["table"])


def _ask_span(workspace: Workspace) -> Span:
    say = words("progress")
    if len(workspace.view(newest_first)) <= POINTS:
        return Span.LATEST
    span = st.segmented_control(
        say["span"],
        list(Span),
        format_func=lambda each: legible(say[f"span_{each}"]),
        default=Span.LATEST,
        required=True,
        key="progress.span",
    )
    return Span(span)


def _reading(workspace: Workspace) -> Reading:
    return reading(workspace.view(newest_first))


def _drawn(workspace: Workspace, span: Span, today: date) -> tuple[Chart, Table, list[str]]:
    points = mood_points(workspace.view(newest_first), span, today)
    marks = events(workspace.cases.all(), points["day"].min().date())
    say = words("progress")
    names = {name: say[f"column_{name}"] for name in points.columns}
    upright = [
        f"{in_words(each.day.date())}, {case_words().directions[each.direction].label}"
        for each in marks.tail(AT_MOST).itertuples()
    ]
    return mood_chart(points, marks), named(points, names), upright
