"""Fifty windows at once, each thinking for two seconds between one change and the next."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import chain
from random import Random

from bench.figures import Row, ms, p95
from bench.gestures import Visitor, chart_screens, plain_screens, visitor_of, visitor_of_bare
from bench.houses import Houses
from bench.protocol import Session

SESSIONS = 50
THINK = 2.0
"""Mean seconds between two changes; each pause is between half and one and a half of it."""

TIMES_ONE_LINE = 3
TIMES_BARE_CHART = 1.3
CROWDED = "60"

Arrive = Callable[[Session, int], Visitor]


async def crowd(url: str, arrive: Arrive, changes: int) -> list[float]:
    """Return the seconds of every run of `SESSIONS` windows that make `changes` each."""

    async def one(number: int) -> list[float]:
        random = Random(number)  # noqa: S311 - pauses, not secrets
        await asyncio.sleep(THINK * number / SESSIONS)
        async with Session(url) as session:
            visitor = arrive(session, number)
            await visitor.arrive()
            taken = []
            for _ in range(changes):
                await asyncio.sleep(THINK * random.uniform(0.5, 1.5))
                taken.append(await visitor.act())
            return taken

    return list(chain.from_iterable(await asyncio.gather(*map(one, range(SESSIONS)))))


async def crowds(houses: Houses, rounds: int, changes: int) -> list[Row]:
    """Return the 95th percentiles of crowds, the bare pages' beside the app's."""
    plain, charts = plain_screens(), chart_screens()
    app, chart = houses.app[CROWDED].url, houses.chart[CROWDED].url
    subjects: dict[str, tuple[str, Arrive]] = {
        "one-line page": (houses.one_line.url, lambda session, _: visitor_of_bare(session)),
        "plain screens": (app, lambda session, n: visitor_of(session, plain[n % len(plain)])),
        "bare chart": (chart, lambda session, _: visitor_of_bare(session)),
        "over time": (app, lambda session, n: visitor_of(session, charts[n % len(charts)])),
    }
    times: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(rounds):
        for name, (url, arrive) in subjects.items():
            times[name] += await crowd(url, arrive, changes)
    return [
        _row("one-line page", times["one-line page"]),
        _row("plain screens", times["plain screens"], times["one-line page"], TIMES_ONE_LINE),
        _row("bare chart", times["bare chart"]),
        _row("over time", times["over time"], times["bare chart"], TIMES_BARE_CHART),
    ]


def _row(
    name: str, seconds: Sequence[float], beside: Sequence[float] = (), times: float | None = None
) -> Row:
    floor = p95(ms(beside)) if beside else None
    limit = floor * times if floor and times else None
    target = f"p95 at most {times:g}x" if times else ""
    tail = p95(ms(seconds))
    return Row(f"{SESSIONS} sessions: {name}, p95", tail, "ms", None, floor, limit, target)
