"""What the screens cost beside bare Streamlit pages in the same run, under the same settings.

    python -m bench.pages [--quick] [events] [crowds] [starts] [memory]

Every figure is the median (or the 95th percentile, where it says so) of interleaved rounds;
`beside` is the bare page's. The table is also written to `bench/results/pages.txt`.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from bench.crowd import CROWDED, crowds
from bench.events import events
from bench.figures import Row, table
from bench.houses import filled_folders, houses
from bench.memory import memory
from bench.starts import starts

RESULTS = Path(__file__).parent / "results" / "pages.txt"
PARTS = ("events", "crowds", "starts", "memory")


async def measure(parts: list[str], base: Path, *, quick: bool) -> list[Row]:
    """Return the rows of these parts."""
    folders = filled_folders(base)
    rows: list[Row] = []
    if "starts" in parts:
        rows += await starts(folders[CROWDED], base, 3 if quick else 5)
    if "memory" in parts:
        rows += await memory(folders[CROWDED], base, 50 if quick else 100)
    if "events" in parts or "crowds" in parts:
        with houses(folders, base) as open_houses:
            if "events" in parts:
                rows += await events(open_houses, 15 if quick else 60)
            if "crowds" in parts:
                rows += await crowds(open_houses, 1 if quick else 2, 4 if quick else 8)
    return rows


def main() -> None:
    """Measure what was asked for, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", help="what to measure (all)")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ajar-bench-") as base:
        parts = asked.parts or list(PARTS)
        printed = table(asyncio.run(measure(parts, Path(base), quick=asked.quick)))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(printed + "\n", "utf-8")
    print(printed)


if __name__ == "__main__":
    main()
