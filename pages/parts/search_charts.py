"""Charts of a search: shares with what is plausible around them."""

from collections.abc import Sequence

import altair as alt

from core.content.loader import words
from core.worksheets.outcomes import Cell
from pages.parts.charts import EVENT, Chart
from pages.parts.result_charts import HUE, ROW, axis_above

AXIS = 84
"""Pixels for the numbers below a drawing and their title."""

WHOLE = alt.Scale(domain=[0, 100], nice=False)


def ranges_chart(rows: Sequence[Sequence[Cell]], _: Sequence[str]) -> Chart:
    """Return a bar for each name from the low to the high end of a share, a diamond in between.

    Each row is a name, and of one share its low end, its middle and its high end, 0-100. Names
    stand above their bars, so that a phone has room for both.
    """
    marks = [
        {"place": place, "low": low, "middle": middle, "high": high}
        for place, (_name, low, middle, high) in enumerate(rows)
    ]
    names = {place: str(row[0]) for place, row in enumerate(rows)}
    title = words("search_numbers")["of_100"]
    below = alt.Axis(title=title, values=[0, 20, 40, 60, 80, 100], grid=True)
    base = alt.Chart(alt.Data(values=marks)).encode(
        y=alt.Y("place:O", axis=axis_above(names)), tooltip=alt.value(None)
    )
    bars = base.mark_bar(size=8, cornerRadius=4, color=EVENT, opacity=0.55).encode(
        x=alt.X("low:Q", scale=WHOLE, axis=below), x2="high:Q"
    )
    middles = base.mark_point(filled=True, size=130, shape="diamond", opacity=1).encode(
        x=alt.X("middle:Q", scale=WHOLE, axis=below), color=HUE
    )
    return alt.layer(bars, middles).properties(height=ROW * len(marks) + AXIS)
