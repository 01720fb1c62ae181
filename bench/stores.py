"""The stores that are measured, and the documents that they hold."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

import orjson
from tinydb import TinyDB, where

from core.cases import Case, Direction
from core.check_ins import CheckIn, Felt
from core.storage.database import open_database
from core.workspace import WORDS_FILE, Workspace

MIX = {
    "check_ins": 3650,
    "applications": 2000,
    "contacts": 1000,
    "touchpoints": 5000,
    "letters": 500,
}
"""Ten years of somebody who writes every day."""

TEN_YEARS = sum(MIX.values())
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "check_ins": ("check_ins", {}),
    "applications": ("cases", {}),
    "contacts": ("people", {"name": "Ada"}),
    "touchpoints": ("steps", {"text": "Call Ada"}),
    "letters": ("steps", {"text": "Write to Ada"}),
}
"""The records that stand for each kind, and the fields that they need."""

PHASES = 6
QUERIED = "applications"

Document = dict[str, Any]
Tables = dict[str, list[Document]]


def documents(count: int) -> Tables:
    """So many documents of about 600 bytes, in the proportions of ten years."""
    counts = {name: max(1, round(count * share / TEN_YEARS)) for name, share in MIX.items()}
    counts["touchpoints"] += count - sum(counts.values())
    return {name: [document(k) for k in range(many)] for name, many in counts.items()}


def document(k: int) -> Document:
    """The document with this number, of about 600 bytes."""
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


class Records:
    """Typed and validated records, through the one door that screens use."""

    def __init__(self, path: Path) -> None:
        self.workspace = Workspace.open(path.parent, _now)
        self.ids = [each.id for each in self.workspace.cases.all()]

    def insert(self, document: Document) -> object:
        """Add a check-in, as the form does."""
        felt = tuple(Felt(**each) for each in document["feelings"])
        day = date.fromisoformat(document["happened_on"])
        check_in = CheckIn(happened_on=day, feelings=felt, note=document["note"])
        return self.workspace.check_ins.add(check_in)

    def get(self, number: int) -> object:
        """Find a case by its id."""
        return self.workspace.cases.get(self.ids[number - 1])

    def query(self) -> object:
        """View all cases of one direction of six."""
        return self.workspace.view(_with_silence)

    def close(self) -> None:
        """Close the files."""
        self.workspace.close()


def _with_silence(workspace: Workspace) -> list[Case]:
    return [each for each in workspace.cases.all() if each.direction is Direction.SILENCE]


def fill_records(path: Path, tables: Tables) -> None:
    """Documents of the same number and size that are records."""
    database = open_database(path.parent / WORDS_FILE, now=_now)
    with database.transaction():
        for name, documents in tables.items():
            kind, fields = KINDS[name]
            table = database.table(kind)
            table.insert_multiple(each | fields | _own(each, name) for each in documents)
    database.close()


def _own(document: Document, name: str) -> Document:
    identity = {"id": f"{name}-{document['id']}"}
    if name != QUERIED:
        return identity
    return identity | {"direction": list(Direction)[document["phase"]]}


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
    Contender("ajar records", fill_records, Records),
    Contender("stock TinyDB", fill_tinydb, lambda path: Tiny(TinyDB(path))),
    Contender("sqlite3 WAL FULL", fill_sqlite, Sqlite),
]
"""Every store that has its turn in every round."""


def _now() -> datetime:
    return datetime.now(UTC)
