"""Earlier versions of a person's file, in words: when, how much, and what they still hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.storage.backups import Backup
from core.storage.errors import StorageError
from core.storage.folder import Folder
from core.workspace import Workspace


@dataclass(frozen=True)
class Version:
    """One kept version; `records` is None where it cannot be read."""

    backup: Backup
    records: int | None


@dataclass(frozen=True)
class Named:
    """One record as a list names it: its table, its id, and its own words in short."""

    kind: str
    id: str
    name: str
    deleted: bool = False


def versions(folder: Folder) -> tuple[Version, ...]:
    """Return the kept versions of the file, the newest first, each looked into."""
    return tuple(Version(each, _count(each)) for each in folder.backups.all())


def here(workspace: Workspace) -> tuple[Named, ...]:
    """Return every record that is here, by name."""
    return tuple(
        _named(collection.name, record.model_dump())
        for collection in workspace.collections
        for record in collection.all()
    )


def deleted_earlier(workspace: Workspace, folder: Folder) -> tuple[Named, ...]:
    """Return records that are gone here but still in a kept version, by name."""
    found = {each.id: each for each in here(workspace)}
    gone: dict[str, Named] = {}
    for named in _remembered(folder):
        if named.id not in found:
            gone.setdefault(named.id, named)
    return tuple(gone.values())


def named_with(workspace: Workspace, record_id: str) -> tuple[str, ...]:
    """Return the ids that go when this record goes for good: its own and those of its steps."""
    steps = (each.id for each in workspace.steps.all() if each.case_id == record_id)
    return (record_id, *steps)


def _remembered(folder: Folder) -> Iterator[Named]:
    for backup in folder.backups.all():
        try:
            tables = backup.read()
        except StorageError:
            continue
        for kind, table in tables.items():
            yield from (_named(kind, each, deleted=True) for each in table.values() if "id" in each)


def _count(backup: Backup) -> int | None:
    try:
        return sum(backup.counts().values())
    except StorageError:
        return None


def _named(kind: str, record: Mapping[str, Any], *, deleted: bool = False) -> Named:
    told = (str(record.get(each) or "") for each in _TELLING)
    name = " · ".join(each for each in told if each)
    return Named(kind, str(record["id"]), name[:_LONGEST], deleted)


_TELLING = ("happened_on", "employer", "role", "name", "text", "mood", "note")
_LONGEST = 80
