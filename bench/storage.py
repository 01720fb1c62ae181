"""What a save, a look-up, a search and a start cost, beside what others and the disk itself need.

    python -m bench.storage [--quick]

One durable insert, one get by number, one query that finds a sixth of a table, and
opening until the first document is readable; milliseconds, medians of interleaved
rounds. `floor` writes the same bytes with write, fsync, rename and fsync of the
folder, and does nothing else. `ajar records` is the same through `core/workspace.py`:
a check-in is added, a case found by its id, and the query is a view over all cases,
kept until the next save. `--quick` leaves out 100,000 documents.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import orjson

from bench.stores import CONTENDERS, TEN_YEARS, Contender, Subject, document, documents

SIZES = {100: 15, 1_000: 15, TEN_YEARS: 9, 100_000: 3}
"""Documents -> rounds."""

READS = 5
"""Looks for each save: a screen reads more often than it writes."""

Figures = dict[tuple[str, str], list[float]]


def measured(count: int, rounds: int, folder: Path) -> Figures:
    """All figures for one size: every contender has its turn in every round."""
    tables = documents(count)
    for each in CONTENDERS:
        each.fill(_path(folder, each), tables)
    subjects = {each.name: each.open(_path(folder, each)) for each in CONTENDERS}
    for subject in subjects.values():
        subject.insert(document(0))
    raw = b"x" * len(orjson.dumps(tables))
    figures: Figures = defaultdict(list)
    for number in range(rounds):
        _one_round(figures, subjects, folder, number)
        with _timed(figures, "floor", "insert"):
            _write_floor(folder / "floor", raw)
    for subject in subjects.values():
        subject.close()
    return figures


def _one_round(figures: Figures, subjects: dict[str, Subject], folder: Path, number: int) -> None:
    for name, subject in subjects.items():
        with _timed(figures, name, "insert"):
            subject.insert(document(number))
        for _ in range(READS):
            with _timed(figures, name, "get"):
                subject.get(number + 1)
            with _timed(figures, name, "query"):
                subject.query()
    for each in CONTENDERS:
        with _timed(figures, each.name, "open"):
            opened = each.open(_path(folder, each))
        opened.close()


@contextmanager
def _timed(figures: Figures, name: str, operation: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    figures[name, operation].append((time.perf_counter() - start) * 1000)


def _write_floor(path: Path, raw: bytes) -> None:
    new = path.with_suffix(".new")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(handle, raw)
    os.fsync(handle)
    os.close(handle)
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _path(folder: Path, contender: Contender) -> Path:
    path = folder / contender.name.replace(" ", "-") / "store.json"
    path.parent.mkdir(exist_ok=True)
    return path


OPERATIONS = ("insert", "get", "query", "open")


def show(count: int, figures: Figures) -> None:
    """Print one size as a table of medians in milliseconds."""
    print(f"\n{count:,} documents, ms" + "".join(f"{each:>12}" for each in OPERATIONS))
    for name in [each.name for each in CONTENDERS] + ["floor"]:
        cells = (figures.get((name, each)) for each in OPERATIONS)
        print(f"  {name:<24}" + "".join(_cell(each) for each in cells))


def _cell(times: list[float] | None) -> str:
    return f"{median(times):>12.4g}" if times else f"{'-':>12}"


def show_aims(figures: Figures) -> None:
    """Print the ratios that were promised for ten years of documents."""
    ours, stock = "ajar table", "stock TinyDB"
    middle = {key: median(times) for key, times in figures.items()}
    floor = middle[ours, "insert"] / middle["floor", "insert"]
    saved = middle[stock, "insert"] / middle[ours, "insert"]
    print(f"  insert: {floor:.2f} x the floor (aim: at most 3), {saved:.1f} x cheaper than stock")
    for operation in ("get", "query"):
        ratio = middle[stock, operation] / middle[ours, operation]
        print(f"  {operation}: {ratio:,.0f} x cheaper than stock TinyDB (aim: at least 20)")


def main() -> None:
    """Measure every size in a folder that is removed afterwards."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="leave out 100,000 documents")
    quick = parser.parse_args().quick
    for count, rounds in SIZES.items():
        if quick and count > TEN_YEARS:
            continue
        folder = Path(tempfile.mkdtemp(prefix="bench-storage-"))
        try:
            figures = measured(count, rounds, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        show(count, figures)
        if count == TEN_YEARS:
            show_aims(figures)


if __name__ == "__main__":
    main()
