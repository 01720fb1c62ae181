"""How long each way of making something takes, the first time in a process and after it."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from statistics import median

from bench.figures import Row, ms, p95, table

ROOT = Path(__file__).parent.parent
FIRST_TIMES, NEXT_TIMES = 5, range(1, 30)


def measure(
    module: str,
    ways: Collection[str],
    taken: Callable[[str, range], list[float]],
    limit_of: Callable[[str], int | None],
) -> None:
    """Print a table of all ways; with `--first WAY`, only the seconds that its first time takes.

    `taken(way, numbers)` returns the seconds of each time; `limit_of` the milliseconds that a way
    may take, None for no limit.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--first", choices=list(ways))
    way = parser.parse_args().first
    if way:
        print(*taken(way, range(1)))
        return
    print(table([row for each in ways for row in _rows(module, each, taken, limit_of(each))]))


def _rows(
    module: str, way: str, taken: Callable[[str, range], list[float]], limit: int | None
) -> list[Row]:
    target = "under a second" if limit else ""
    first = ms([_first(module, way) for _ in range(FIRST_TIMES)])
    after = ms(taken(way, NEXT_TIMES))
    return [
        Row(f"{way}, {what}", median(times), "ms", p95(times), limit=limit, target=target)
        for what, times in (("first", first), ("next", after))
    ]


def _first(module: str, way: str) -> float:
    """Return the seconds that the first time takes in a new process."""
    command = [sys.executable, "-m", module, "--first", way]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)
