"""The way back from a downloaded file: read and checked first, written only on a yes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.collection import Clock
from core.errors import AjarError
from core.storage.codec import Tables, decode
from core.storage.errors import DamagedFileError
from core.storage.migrations import Formats
from core.storage.snapshot import META, Snapshot
from core.workspace import Workspace

LARGEST = 32_000_000
"""Bytes of a file that a screen takes in; ten years of words have 7 million."""

OTHER = "other"
"""The kind of all records whose table this version does not know."""


class ForeignFileError(AjarError):
    """The file is not one that Ajar wrote."""

    def __init__(self) -> None:
        super().__init__(
            "This file is not a download from Ajar, or it is damaged. Nothing was changed. "
            "Choose a file that you downloaded on this page."
        )


@dataclass(frozen=True)
class Incoming:
    """A downloaded file, read and checked but not yet written. `unreadable` counts odd records."""

    tables: Tables
    unreadable: int

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records of each kind the file holds."""
        return {name: len(table) for name, table in self.tables.items()}


@dataclass(frozen=True)
class Difference:
    """What restoring would change in one kind of record, in counts."""

    kind: str
    now: int
    then: int
    gone: int
    """Records that are here now and not in the file."""


def read_download(raw: bytes, now: Clock) -> Incoming:
    """Return what a downloaded file holds; raises ForeignFileError and writes nothing.

    A file of an older format is brought to ours, one of a newer format is refused with
    `NewerFileError`.
    """
    name = Path("download.json")
    if len(raw) > LARGEST:
        raise ForeignFileError
    try:
        tables = decode(raw, name)
        if META not in tables:
            raise ForeignFileError
        snapshot = Snapshot.of_file(tables)
        Formats().check(snapshot.meta, name)
        migrated = Formats().migrated(snapshot, name).tables
    except DamagedFileError:
        raise ForeignFileError from None
    return Incoming(migrated, _unreadable(migrated, now))


def differences(workspace: Workspace, incoming: Incoming) -> tuple[Difference, ...]:
    """Return what would change, one row for each kind of record that we know.

    A last row, of the kind `OTHER`, counts the records of all tables that we do not know,
    where there are any.
    """
    known = tuple(
        _difference(each.name, {record.id for record in each.all()}, incoming)
        for each in workspace.collections
    )
    rest = _unknown(workspace, incoming, {each.kind for each in known})
    return known if rest is None else (*known, rest)


def restore(workspace: Workspace, incoming: Incoming) -> None:
    """Put the file in the place of everything that is here, in one commit after a safety copy."""
    workspace.replace_content(incoming.tables)


def _difference(kind: str, here: set[str], incoming: Incoming) -> Difference:
    there = {str(each.get("id", "")) for each in incoming.tables.get(kind, {}).values()}
    return Difference(kind, len(here), len(there), len(here - there))


def _unknown(workspace: Workspace, incoming: Incoming, known: set[str]) -> Difference | None:
    here, there = workspace.unknown, incoming.tables
    now = sum(map(len, here.values()))
    then = sum(len(table) for kind, table in there.items() if kind not in known)
    if not now and not then:
        return None
    kept = sum(len(table.keys() & there.get(kind, {}).keys()) for kind, table in here.items())
    return Difference(OTHER, now, then, now - kept)


def _unreadable(tables: Tables, now: Clock) -> int:
    trial = Workspace.of_tables(tables, now)
    return sum(each.unreadable for each in trial.collections)
