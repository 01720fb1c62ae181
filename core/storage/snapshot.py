"""One complete version of all tables, and the draft of the next one."""

import contextlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.storage.codec import Document, Table, Tables
from core.storage.files import Pin

META = "_meta"
"""The table that describes the file itself. It is never handed out."""

_revisions = itertools.count(1)


@dataclass(frozen=True)
class Snapshot:
    """A version that nobody changes any more.

    `revision` differs between any two versions seen by this process. `newest`
    holds the highest document number used so far, for tables where it was asked.
    `pin` holds the file open from which this was read or to which it was written.
    """

    tables: Tables = field(default_factory=dict)
    meta: Document = field(default_factory=dict)
    pin: Pin | None = None
    revision: int = field(default_factory=lambda: next(_revisions))
    newest: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of_file(cls, tables: Tables, pin: Pin | None = None) -> "Snapshot":
        """The version that these tables of a file make up."""
        rest = dict(tables)
        return cls(tables=rest, meta=rest.pop(META, {}).get("1", {}), pin=pin)

    def as_file(self) -> Tables:
        """The tables of a file that holds this version, its description first."""
        return {META: {"1": self.meta}} | self.tables


class Draft:
    """The next version while a transaction is open. Tables are replaced, never changed."""

    def __init__(self, base: Snapshot) -> None:
        self.base = base
        self.meta = base.meta
        self.tables: Tables = dict(base.tables)
        self.revision = base.revision
        self._newest = dict(base.newest)

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return self.revision != self.base.revision

    def as_file(self) -> Tables:
        """The tables of a file that holds this draft as it stands."""
        return self.finished(self.meta).as_file()

    def put(self, name: str, table: Table | None) -> None:
        """Replace one table, or drop it with None."""
        if table is None:
            self.tables.pop(name, None)
        else:
            self.tables[name] = table
        self.touch()

    def replace(self, tables: Tables) -> None:
        """Put these tables in the place of all; numbers that were used stay used."""
        for name, table in tables.items():
            self.use_numbers_up_to(name, _highest(table))
        self.tables = dict(tables)
        self.touch()

    def touch(self) -> None:
        """Ask for a commit although no table was replaced."""
        self.revision = next(_revisions)

    def newest(self, name: str) -> int:
        """The highest document number that this table has used, or 0."""
        if name not in self._newest:
            self._newest[name] = _highest(self.tables.get(name, {}))
        return self._newest[name]

    def use_numbers_up_to(self, name: str, number: int) -> None:
        """Never hand out this number again, even if its document is removed."""
        self._newest[name] = max(number, self.newest(name))

    @contextlib.contextmanager
    def savepoint(self) -> Iterator["Draft"]:
        """Put everything back as it was if the block fails."""
        tables, revision = dict(self.tables), self.revision
        try:
            yield self
        except BaseException:
            self.tables, self.revision = tables, revision
            raise

    def finished(self, meta: Document) -> Snapshot:
        """The version that this draft becomes when it is saved."""
        return Snapshot(self.tables, meta, None, self.revision, self._newest)


def _highest(table: Table) -> int:
    return max(map(int, table), default=0)
