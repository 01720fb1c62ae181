"""What is tortured: a store that is opened on a path, inserts, removes and reads back."""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from tinydb import TinyDB, where

from core.storage.database import open_database

Document = dict[str, Any]


class Store(Protocol):
    """`insert` and `remove` return once the change is durable, which acknowledges it."""

    def insert(self, document: Document) -> None:
        """Keep a document."""

    def remove(self, k: int) -> None:
        """Remove the document whose "k" this is, so that the file shrinks."""

    def fill(self, documents: Iterable[Document]) -> None:
        """Keep many documents."""

    def all(self) -> list[Document]:
        """Every document, read back from the disk."""

    def close(self) -> None:
        """Let the file go."""


Factory = Callable[[Path], Store]


class TableStore:
    """A store on one TinyDB table."""

    def __init__(self, database: TinyDB) -> None:
        self.database = database
        self.table = database.table("t")

    def insert(self, document: Document) -> None:
        """Keep a document."""
        self.table.insert(document)

    def remove(self, k: int) -> None:
        """Remove one document."""
        self.table.remove(where("k") == k)

    def fill(self, documents: Iterable[Document]) -> None:
        """Keep many documents."""
        self.table.insert_multiple(documents)

    def all(self) -> list[Document]:
        """Every document."""
        self.table.clear_cache()
        return [dict(each) for each in self.table.all()]

    def close(self) -> None:
        """Let the file go."""
        self.database.close()


class SqliteStore:
    """A store on sqlite3 with a write-ahead log and full synchronisation."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, timeout=30, check_same_thread=False)
        self.lock = threading.Lock()
        self.connection.execute("pragma journal_mode=wal")
        self.connection.execute("pragma synchronous=full")
        self.connection.execute("create table if not exists t(k integer primary key, doc text)")
        self.connection.commit()

    def insert(self, document: Document) -> None:
        """Keep a document."""
        self.fill([document])

    def remove(self, k: int) -> None:
        """Remove one document."""
        with self.lock, self.connection:
            self.connection.execute("delete from t where k=?", (k,))

    def fill(self, documents: Iterable[Document]) -> None:
        """Keep many documents."""
        rows = [(each["k"], json.dumps(each)) for each in documents]
        with self.lock, self.connection:
            self.connection.executemany("insert into t values(?,?)", rows)

    def all(self) -> list[Document]:
        """Every document."""
        return [json.loads(row[0]) for row in self.connection.execute("select doc from t")]

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()


def ajar(path: Path) -> Store:
    """Our own storage, at the level of a TinyDB table."""
    return TableStore(open_database(path, now=lambda: datetime.now(UTC)))


def tinydb(path: Path) -> Store:
    """TinyDB as it comes, to see that the harness finds what is wrong with it."""
    return TableStore(TinyDB(path))


STORES: dict[str, Factory] = {"ajar": ajar, "tinydb": tinydb, "sqlite": SqliteStore}
