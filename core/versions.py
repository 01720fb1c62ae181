"""Earlier versions of a person's file, in words: when, how much, and what they still hold."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from core.storage.backups import Backup
from core.storage.errors import StorageError
from core.storage.folder import Folder
from core.workspace import HANG_ON_CASES, Workspace

AT_ONCE = 30
"""How many records a list of choices holds."""


@dataclass(frozen=True)
class Version:
    """One kept version; `records` is None where it cannot be read."""

    backup: Backup
    records: int | None


@dataclass(frozen=True)
class Named:
    """One record as a list names it: its table, its id, and its own words in short.

    `told` holds all of its texts, to look for a word in; `goes_with` is the id of the record that
    takes it along when that goes, "" for none.
    """

    kind: str
    id: str
    name: str
    deleted: bool = False
    told: str = field(default="", repr=False)
    goes_with: str = ""


def versions(folder: Folder) -> tuple[Version, ...]:
    """Return the kept versions of the file, the newest first, each looked into."""
    return tuple(Version(each.backup, _counted(each)) for each in _looks(folder))


def here(workspace: Workspace) -> tuple[Named, ...]:
    """Return every record that is here, by name."""
    return tuple(
        _named(collection.name, record.model_dump())
        for collection in workspace.collections
        for record in collection.all()
    )


def deleted_earlier(workspace: Workspace, folder: Folder) -> tuple[Named, ...]:
    """Return records gone here but still in a kept version, by the name they had last."""
    found = workspace.ids()
    return tuple(each for each in _kept(folder).values() if each.id not in found)


def matching(named: Iterable[Named], word: str) -> tuple[Named, ...]:
    """Return the first records that have this word anywhere in them, the latest first."""
    wanted = word.strip().casefold()
    found = [each for each in named if wanted in f"{each.name}\n{each.told}".casefold()]
    return tuple(sorted(found, key=lambda each: each.name, reverse=True)[:AT_ONCE])


def named_with(workspace: Workspace, folder: Folder, record_id: str) -> tuple[str, ...]:
    """Return the ids that go when this record goes for good: its own and what hangs on it.

    With a case go its steps, way, pauses and look-backs, with an application its talks.
    """
    known = _kept(folder) | {each.id: each for each in here(workspace)}
    return (record_id, *(each.id for each in known.values() if each.goes_with == record_id))


@dataclass(frozen=True)
class _Look:
    """One kept version as it stands on the disk: what was seen in it holds until it changes."""

    backup: Backup
    changed: int
    size: int


def _looks(folder: Folder) -> Iterator[_Look]:
    for backup in folder.backups.all():
        with suppress(FileNotFoundError):  # rotation may have let go of it in this moment
            file = backup.path.stat()
            yield _Look(backup, file.st_mtime_ns, file.st_size)


def _kept(folder: Folder) -> dict[str, Named]:
    """Return every record of the kept versions by its id, as the newest of them holds it."""
    return _held(tuple(_looks(folder)))


@lru_cache(maxsize=1)
def _held(looks: tuple[_Look, ...]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for look in looks:
        with suppress(StorageError):
            for kind, table in look.backup.read().items():
                for each in table.values():
                    if "id" in each and str(each["id"]) not in found:
                        found[str(each["id"])] = _named(kind, each, deleted=True)
    return found


@lru_cache(maxsize=256)
def _counted(look: _Look) -> int | None:
    try:
        return sum(look.backup.counts().values())
    except StorageError:
        return None


def _named(kind: str, record: Mapping[str, Any], *, deleted: bool = False) -> Named:
    shown = (record.get(each) for each in _TELLING)
    name = " · ".join(str(each) for each in shown if each and not isinstance(each, list | tuple))
    told = "\n".join(_texts([value for key, value in record.items() if key not in _UNTOLD]))
    owner = "case_id" if kind in HANG_ON_CASES else _OWNERS.get(kind, "")
    goes_with = str(record.get(owner) or "")
    return Named(kind, str(record["id"]), name[:_LONGEST], deleted, told, goes_with)


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)


_TELLING = (
    *("happened_on", "employer", "role", "name", "text", "mood", "note"),
    *("subject", "quote", "learning", "what", "change", "learned", "with_whom"),
)
_OWNERS = {"interviews": "application_id"}
"""What else goes with a record that it names, beside what hangs on cases."""

_UNTOLD = ("id", "case_id", "application_id", "created_at", "updated_at")
_LONGEST = 80
