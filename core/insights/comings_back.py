"""How often second thoughts come back: points to draw, and one sentence's worth of reading."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import pandas as pd

from core.insights.moods import COLUMNS, Table

Comings = Sequence[tuple[date, int]]
"""Days, the oldest first, with how often it came back to mind: 0 never to 10 all the time."""

ENOUGH = 2
"""One number alone has no way yet."""


class Way(StrEnum):
    """How often it comes back now, beside how often it did at first."""

    EARLY = "early"
    LESS = "less"
    MORE = "more"
    SAME = "same"


def way_of(comings: Comings) -> Way:
    """Return whether it comes back less or more often than at first; told from two numbers on."""
    if len(comings) < ENOUGH:
        return Way.EARLY
    first, last = comings[0][1], comings[-1][1]
    if last == first:
        return Way.SAME
    return Way.LESS if last < first else Way.MORE


def coming_points(comings: Comings) -> Table:
    """Return a row for each number, with the columns that the chart of moods reads."""
    rows = [(day, None, "", None, often) for day, often in comings]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    numbers = dict.fromkeys(("mood", "strength", "comes_back"), "float64")
    return frame.astype({"day": "datetime64[s]", **numbers})
