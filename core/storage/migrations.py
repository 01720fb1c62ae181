"""From the format of an older version to ours, one pure step at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from core.storage.codec import Document, Tables, misshapen
from core.storage.errors import DamagedFileError, NewerFileError
from core.storage.snapshot import Snapshot

Step = Callable[[Tables], Tables]

SCHEMA = 1
"""The format that this version writes. Optional fields may be added without a new number."""

MIN_READER = 1
"""The oldest format whose programs can still read what this version writes."""

MIGRATIONS: Mapping[int, Step] = {}
"""Format n -> the pure function that turns its tables into those of n + 1."""


@dataclass(frozen=True)
class Formats:
    """The format to write and the steps that lead to it."""

    schema: int = SCHEMA
    min_reader: int = MIN_READER
    steps: Mapping[int, Step] = field(default_factory=lambda: MIGRATIONS)

    def next_meta(self, meta: Document, app_version: str) -> Document:
        """What the next version of a file says about itself. Unknown fields are kept."""
        return {
            "workspace_uid": uuid4().hex,
            **meta,
            "schema": self.schema,
            "min_reader": self.min_reader,
            "rev": meta.get("rev", 0) + 1,
            "app_version": app_version or meta.get("app_version", ""),
        }

    def is_newer(self, meta: Document) -> bool:
        """Whether a newer program wrote this, so that we must not write over it."""
        return schema_of(meta) > self.schema

    def is_older(self, meta: Document) -> bool:
        """Whether the tables need steps before they can be used."""
        return schema_of(meta) < self.schema

    def check(self, meta: Document, path: Path) -> None:
        """Raise DamagedFileError if malformed, NewerFileError if not for us to read."""
        numbers = [meta.get(name, default) for name, default in _NUMBERS.items()]
        if not all(type(each) is int and each >= 0 for each in numbers):
            raise DamagedFileError(path, "it does not say properly which format it has")
        if self.is_newer(meta) and meta.get("min_reader", schema_of(meta)) > self.schema:
            raise NewerFileError(path, schema_of(meta), str(meta.get("app_version", "")))

    def check_ours(self, meta: Document, path: Path) -> None:
        """Raise DamagedFileError if malformed, NewerFileError if not for us to write over."""
        self.check(meta, path)
        if self.is_newer(meta):
            raise NewerFileError(path, schema_of(meta), str(meta.get("app_version", "")))

    def migrated(self, snapshot: Snapshot, path: Path) -> Snapshot:
        """The same words in the newest format. Raises DamagedFileError."""
        tables = snapshot.tables
        for number in range(schema_of(snapshot.meta), self.schema):
            tables = self._stepped(number, tables, path)
        return replace(snapshot, tables=tables, meta=snapshot.meta | {"schema": self.schema})

    def _stepped(self, number: int, tables: Tables, path: Path) -> Tables:
        if number not in self.steps:
            raise DamagedFileError(path, f"format {number} was never written by any version")
        try:
            stepped = self.steps[number](tables)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise DamagedFileError(path, f"it does not follow format {number}") from None
        if reason := misshapen(stepped):
            raise DamagedFileError(path, reason)
        return stepped


_NUMBERS = {"schema": SCHEMA, "min_reader": 0, "rev": 0}


def schema_of(meta: Document) -> int:
    """The format of a file; one without a description has the first."""
    schema: int = meta.get("schema", 1)
    return schema
