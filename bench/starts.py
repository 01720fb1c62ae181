"""A cold start: from the command to the end of the first script run."""

import asyncio
import time
from pathlib import Path
from statistics import median

from bench.figures import Row, ms, p95
from bench.houses import APP, ONE_LINE
from bench.protocol import Session
from tools.serving import Server

TIMES_ONE_LINE = 1.5


async def starts(folder: Path, base: Path, rounds: int) -> list[Row]:
    """Return how long the app and the one-line page take to start, in turns."""
    times: dict[str, list[float]] = {ONE_LINE: [], APP: []}
    folders = {ONE_LINE: base / "none", APP: folder}
    for _ in range(rounds):
        for script, taken in times.items():
            taken.append(await start(script, folders[script]))
    floor, app = ms(times[ONE_LINE]), ms(times[APP])
    limit = TIMES_ONE_LINE * median(floor)
    target = f"at most {TIMES_ONE_LINE}x"
    return [
        Row("cold start: one-line page", median(floor), "ms", p95(floor)),
        Row("cold start: app", median(app), "ms", p95(app), median(floor), limit, target),
    ]


async def start(script: str, folder: Path) -> float:
    """Return the seconds until the first script run of a new server has ended."""
    server = Server(script, folder)
    started = time.perf_counter()
    starting = asyncio.create_task(asyncio.to_thread(server.start))
    try:
        async with Session(server.url) as session:
            await session.go_to("")
            return time.perf_counter() - started
    finally:
        await starting
        server.stop()
