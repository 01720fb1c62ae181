"""How moods and feelings moved: points to draw, and one sentence's worth of reading."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import floor
from statistics import mean

import pandas as pd

from core.cases import Case
from core.check_ins import CheckIn

ENOUGH = 3
"""Under three moods it is too early to tell."""

READ_LAST = 14
WIDE = 4
"""Moods this far apart did not stay level, whatever their means say (our own judgement)."""

NOTICEABLE = 1.0
"""A change of less than one point out of ten counts as level (our own judgement)."""

Table = pd.DataFrame

POINTS = 60
COLUMNS = ("day", "mood", "strongest", "strength", "comes_back")


class Span(StrEnum):
    """How far to look back: the latest check-ins one by one, a year by weeks, all by months."""

    LATEST = "latest"
    YEAR = "year"
    ALL = "all"


class Trend(StrEnum):
    """Which way the mood went, told only from three moods on."""

    EARLY = "early"
    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    MIXED = "mixed"


@dataclass(frozen=True)
class Reading:
    """What a trend says: `early` and `late` are mean moods (0-10) of its two halves.

    `low` and `high` are the lowest and the highest of them.
    """

    trend: Trend
    count: int = 0
    early: int = 0
    late: int = 0
    low: int = 0
    high: int = 0
    word: str = ""


def reading(newest_first: Sequence[CheckIn]) -> Reading:
    """Return how the mood moved over at most the last 14 check-ins that noted one.

    The later half is held against the earlier half; `word` is the feeling word that was
    picked most often, if one was picked more than once.
    """
    latest = [each for each in newest_first if each.mood is not None][:READ_LAST]
    moods = [each.mood for each in latest if each.mood is not None]
    if len(moods) < ENOUGH:
        return Reading(Trend.EARLY, len(moods))
    half = len(moods) // 2
    late, early = mean(moods[:half]), mean(moods[half:])
    low, high = min(moods), max(moods)
    return Reading(
        _trend(late - early, high - low),
        len(moods),
        _whole(early),
        _whole(late),
        low,
        high,
        _usual_word(latest),
    )


def mood_points(newest_first: Sequence[CheckIn], span: Span, today: date) -> Table:
    """Return one row a check-in, week or month, oldest first, with the columns `COLUMNS`.

    Means are rounded to one decimal. `strongest` is the word with the highest strength; of a
    week (which ends on its Sunday) or a month (told by its first day) the one that was so most
    often.
    """
    if span is Span.LATEST:
        return _frame(newest_first[:POINTS])
    since = today - timedelta(days=365) if span is Span.YEAR else date.min
    frame = _frame([each for each in newest_first if each.happened_on >= since])
    if frame.empty:
        return frame
    grouped = frame.groupby(pd.Grouper(key="day", freq="W" if span is Span.YEAR else "MS"))
    means = grouped[["mood", "strength", "comes_back"]].mean().round(1)
    means["strongest"] = grouped["strongest"].agg(_commonest)
    return means.dropna(how="all", subset=["mood", "strength"]).reset_index()[list(COLUMNS)]


def named(points: Table, names: Mapping[str, str]) -> Table:
    """Return the points as a table to read: whole days, the latest first, columns in words."""
    return points.assign(day=points["day"].dt.date).iloc[::-1].rename(columns=dict(names))


def events(cases: Iterable[Case], since: date) -> Table:
    """Return the day and the direction's id of each case since a day, oldest first."""
    rows = [(each.happened_on, each.direction.value) for each in cases]
    frame = pd.DataFrame(sorted(r for r in rows if r[0] >= since), columns=["day", "direction"])
    return frame.astype({"day": "datetime64[s]"})


def _frame(newest_first: Sequence[CheckIn]) -> Table:
    rows = [_row(each) for each in reversed(newest_first)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    numbers = dict.fromkeys(("mood", "strength", "comes_back"), "float64")
    return frame.astype({"day": "datetime64[s]", **numbers})


def _row(check_in: CheckIn) -> tuple[date, int | None, str, int | None, int | None]:
    strongest = max(check_in.feelings, key=lambda felt: felt.strength, default=None)
    return (
        check_in.happened_on,
        check_in.mood,
        strongest.word if strongest else "",
        strongest.strength if strongest else None,
        check_in.comes_back,
    )


def _whole(mood: float) -> int:
    """Return the nearest whole mood, halves upwards: moods a point apart never look the same."""
    return floor(mood + 0.5)


def _trend(change: float, spread: int) -> Trend:
    if abs(change) < NOTICEABLE:
        return Trend.MIXED if spread >= WIDE else Trend.LEVEL
    return Trend.UP if change > 0 else Trend.DOWN


def _usual_word(check_ins: Iterable[CheckIn]) -> str:
    counted = Counter(felt.word for each in check_ins for felt in each.feelings)
    word, times = next(iter(counted.most_common(1)), ("", 0))
    return word if times > 1 else ""


def _commonest(names: "pd.Series[str]") -> str:
    counted = Counter(name for name in names if name)
    return next((name for name, _ in counted.most_common(1)), "")
