"""The chart and the table of Over time, and nothing else: drawn once, shown on every run."""

from datetime import datetime

import altair as alt
import pandas as pd
import streamlit as st

from core.insights.moods import Span, events, mood_points
from core.views import newest_first
from core.workspace import Workspace
from pages.parts.charts import mood_chart
from pages.parts.session import current_workspace


def drawn(workspace: Workspace) -> tuple[alt.LayerChart, pd.DataFrame]:
    """Return the chart and the table as Over time first shows them."""
    today = datetime.now().astimezone().date()
    points = mood_points(workspace.view(newest_first), Span.LATEST, today)
    marks = events(workspace.cases.all(), points["day"].min().date())
    return mood_chart(points, marks), points.assign(day=points["day"].dt.date).iloc[::-1]


st.button("Again", key="again")
chart, table = current_workspace().view(drawn)
st.altair_chart(chart, alt="A line")
with st.expander("Table"):
    st.dataframe(table, hide_index=True, alt="A table")
