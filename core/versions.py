"""Earlier versions of a person's file, in words: when, how much, and what they still hold."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from core.storage.backups import Backup
from core.storage.errors import StorageError
from core.storage.folder import Folder
from core.workspace import Workspace

AT_ONCE = 30
"""How many records a list of choices holds."""


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
    """Return records gone here but still in a kept version, by the name they had last."""
    found = {each.id for each in here(workspace)}
    oldest_first = reversed(tuple(_kept(folder)))
    kept = {str(each["id"]): (kind, each) for kind, each in oldest_first}
    return tuple(_named(*kept[id_], deleted=True) for id_ in kept if id_ not in found)


def matching(named: Iterable[Named], word: str) -> tuple[Named, ...]:
    """Return the first records whose name has this word in it, the latest first."""
    wanted = word.strip().casefold()
    found = [each for each in named if wanted in each.name.casefold()]
    return tuple(sorted(found, key=lambda each: each.name, reverse=True)[:AT_ONCE])


def named_with(workspace: Workspace, folder: Folder, record_id: str) -> tuple[str, ...]:
    """Return the ids that go when this record goes for good: its own and those of its steps."""
    here_now = (each.model_dump() for each in workspace.steps.all())
    once = (each for kind, each in _kept(folder) if kind == workspace.steps.name)
    steps = (each["id"] for each in (*here_now, *once) if each.get("case_id") == record_id)
    return tuple(dict.fromkeys((record_id, *steps)))


def _kept(folder: Folder) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every record of every kept version, with its table."""
    for backup in folder.backups.all():
        with suppress(StorageError):
            for kind, table in backup.read().items():
                yield from ((kind, each) for each in table.values() if "id" in each)


def _count(backup: Backup) -> int | None:
    file = backup.path.stat()
    return _counted(backup, file.st_mtime_ns, file.st_size)


@lru_cache(maxsize=256)
def _counted(backup: Backup, _changed: int, _size: int) -> int | None:
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
