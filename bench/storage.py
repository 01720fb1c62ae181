"""What a save, a look-up, a search and a start cost, beside what others and the disk itself need.

    python -m bench.storage [--quick]

One durable insert, one get by number, one query that finds a sixth of a table, and
opening until the first document is readable; milliseconds, medians of interleaved
rounds. `floor` writes the same bytes with write, fsync, rename and fsync of the
folder, and does nothing else. `--quick` leaves out 100,000 documents.
"""

import argparse
import json
import os
import shutil
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, Protocol

import orjson
from tinydb import TinyDB, where

from core.storage.database import open_database

MIX = {
    "check_ins": 3650,
    "applications": 2000,
    "contacts": 1000,
    "touchpoints": 5000,
    "letters": 500,
}
"""Ten years of somebody who writes every day."""

TEN_YEARS = sum(MIX.values())
SIZES = {100: 15, 1_000: 15, TEN_YEARS: 9, 100_000: 3}
"""Documents -> rounds."""

PHASES = 6
QUERIED = "applications"

Document = dict[str, Any]
Tables = dict[str, list[Document]]
Figures = dict[tuple[str, str], list[float]]


class Subject(Protocol):
    """An open store. Each method is one operation that is timed as it stands."""

    def insert(self, document: Document) -> object:
        """Make one check-in durable."""

    def get(self, number: int) -> object:
        """One application by its number, from 1."""

    def query(self) -> object:
        """The applications in one phase of six."""

    def close(self) -> None:
        """Let go of the store."""


@dataclass(frozen=True)
class Contender:
    """How one store is filled and opened. `open` returns when a document can be read."""

    name: str
    fill: Callable[[Path, Tables], None]
    open: Callable[[Path], Subject]


class Tiny:
    """Any TinyDB, through the methods of its tables."""

    def __init__(self, database: TinyDB) -> None:
        self.database = database
        self.check_ins = database.table("check_ins")
        self.applications = database.table(QUERIED)
        self.get(1)

    def insert(self, document: Document) -> object:
        """Insert and wait for the disk."""
        return self.check_ins.insert(document)

    def get(self, number: int) -> object:
        """Look up by document number."""
        return self.applications.get(doc_id=number)

    def query(self) -> object:
        """Search without the help of TinyDB's query cache, which any insert empties."""
        self.applications.clear_cache()
        return self.applications.search(where("phase") == 1)

    def close(self) -> None:
        """Close the file."""
        self.database.close()


class Sqlite:
    """The standard library's database: write-ahead log, full synchronisation, JSON documents."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)
        self.connection.execute("pragma journal_mode=wal")
        self.connection.execute("pragma synchronous=full")
        self.connection.execute(
            "create table if not exists docs(id integer primary key, kind text, body text)"
        )
        self.connection.execute("create index if not exists kinds on docs(kind)")
        first = "select min(id) from docs where kind = ?"
        self.before_first = (self.connection.execute(first, [QUERIED]).fetchone()[0] or 1) - 1

    def insert(self, document: Document) -> object:
        """Insert and commit."""
        with self.connection:
            row = ("check_ins", orjson.dumps(document).decode())
            return self.connection.execute("insert into docs(kind, body) values(?, ?)", row)

    def get(self, number: int) -> object:
        """Select by primary key."""
        select = "select body from docs where id = ?"
        row = self.connection.execute(select, [self.before_first + number]).fetchone()
        return orjson.loads(row[0])

    def query(self) -> object:
        """Select by kind and one field."""
        select = "select body from docs where kind = ? and json_extract(body, '$.phase') = 1"
        return [orjson.loads(row[0]) for row in self.connection.execute(select, [QUERIED])]

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def fill_ajar(path: Path, tables: Tables) -> None:
    """Our own file."""
    database = open_database(path, now=_now)
    with database.transaction():
        for name, documents in tables.items():
            database.table(name).insert_multiple(documents)
    database.close()


def open_ajar(path: Path) -> Subject:
    """Our own database at the level of TinyDB's tables."""
    return Tiny(open_database(path, now=_now))


def fill_tinydb(path: Path, tables: Tables) -> None:
    """The same shape, as stock TinyDB spells it."""
    numbered = {
        name: {str(number): each for number, each in enumerate(documents, 1)}
        for name, documents in tables.items()
    }
    path.write_text(json.dumps(numbered))


def fill_sqlite(path: Path, tables: Tables) -> None:
    """One row for each document."""
    subject = Sqlite(path)
    rows = (
        (name, orjson.dumps(each).decode())
        for name, documents in tables.items()
        for each in documents
    )
    with subject.connection:
        subject.connection.executemany("insert into docs(kind, body) values(?, ?)", rows)
    subject.close()


CONTENDERS = [
    Contender("ajar table", fill_ajar, open_ajar),
    Contender("stock TinyDB", fill_tinydb, lambda path: Tiny(TinyDB(path))),
    Contender("sqlite3 WAL FULL", fill_sqlite, Sqlite),
]
"""Further rows, such as our records above the tables, are further entries."""


def documents(count: int) -> Tables:
    """So many documents of about 600 bytes, in the proportions of ten years."""
    counts = {name: max(1, round(count * share / TEN_YEARS)) for name, share in MIX.items()}
    counts["touchpoints"] += count - sum(counts.values())
    return {name: [_document(k) for k in range(many)] for name, many in counts.items()}


def _document(k: int) -> Document:
    return {
        "id": f"{k:032x}",
        "rev": 1,
        "created_at": "2026-03-01T08:00:00+00:00",
        "updated_at": "2026-03-01T08:00:00+00:00",
        "happened_on": "2026-03-01",
        "phase": k % PHASES,
        "feelings": [{"word": "weary", "family": "low", "strength": k % 11}],
        "note": f"{k} " + "Words about a day in the search, some plain, some not. " * 6,
    }


def measured(count: int, rounds: int, folder: Path) -> Figures:
    """All figures for one size: every contender has its turn in every round."""
    tables = documents(count)
    for each in CONTENDERS:
        each.fill(_path(folder, each), tables)
    subjects = {each.name: each.open(_path(folder, each)) for each in CONTENDERS}
    for subject in subjects.values():
        subject.insert(_document(0))
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
            subject.insert(_document(number))
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


def _now() -> datetime:
    return datetime.now(UTC)


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
    ours, stock = CONTENDERS[0].name, CONTENDERS[1].name
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
