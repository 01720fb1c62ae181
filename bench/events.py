"""From a widget event to the end of the script run: each screen, small and after ten years."""

import asyncio
from collections import defaultdict
from contextlib import AsyncExitStack
from statistics import median

from bench.figures import Row, ms, p95
from bench.gestures import (
    CHARTS,
    Visitor,
    chart_screens,
    plain_screens,
    visitor_of,
    visitor_of_bare,
)
from bench.houses import Houses
from bench.protocol import Session

WITHIN_MS = 10
GROWTH = 1.3
WARM_UP = 3
PAUSE = 0.05
"""Seconds before each change, as nobody is quicker; without it the network's own 40 ms show."""

Times = dict[tuple[str, str], list[float]]


async def events(houses: Houses, rounds: int) -> list[Row]:
    """Return one row for each screen and length of life; every round visits all of them."""
    times: Times = defaultdict(list)
    async with AsyncExitStack() as open_sessions:
        visitors: dict[tuple[str, str], Visitor] = {}
        for life in houses.lives:
            for screen in (*plain_screens(), *chart_screens()):
                session = await open_sessions.enter_async_context(Session(houses.app[life].url))
                visitors[screen.name, life] = visitor_of(session, screen)
            bare = await open_sessions.enter_async_context(Session(houses.chart[life].url))
            visitors["bare chart", life] = visitor_of_bare(bare)
        one_line = await open_sessions.enter_async_context(Session(houses.one_line.url))
        visitors["one line", ""] = visitor_of_bare(one_line)
        for visitor in visitors.values():
            await visitor.arrive()
            for _ in range(WARM_UP):
                await visitor.act()
        for _ in range(rounds):
            for name, visitor in visitors.items():
                await asyncio.sleep(PAUSE)
                times[name].append(await visitor.act())
    return _rows(houses, times)


def _rows(houses: Houses, times: Times) -> list[Row]:
    floor = times["one line", ""]
    rows = [Row("event: one-line page", median(ms(floor)), "ms", p95(ms(floor)))]
    for life in houses.lives:
        bare = times["bare chart", life]
        rows.append(Row(f"event: bare chart, {life}", median(ms(bare)), "ms", p95(ms(bare))))
    for screen in (*plain_screens(), *chart_screens()):
        small, *later = houses.lives
        for life in houses.lives:
            taken = ms(times[screen.name, life])
            beside = median(ms(times["bare chart", life] if screen.name in CHARTS else floor))
            rows.append(
                Row(
                    f"event: {screen.name}, {life}", median(taken), "ms", p95(taken),
                    beside, beside + WITHIN_MS, f"within {WITHIN_MS} ms",
                )
            )  # fmt: skip
        before = median(ms(times[screen.name, small]))
        for life in later:
            growth = median(ms(times[screen.name, life])) / before
            target = f"at most {GROWTH}"
            rows.append(
                Row(f"growth: {screen.name}, {life}", growth, "x", limit=GROWTH, target=target)
            )
    return rows
