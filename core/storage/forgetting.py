"""Taking words away for good: some records, or everything."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.storage import files
from core.storage.backups import PACKED, Backup
from core.storage.codec import Document, Tables, decode, encode
from core.storage.errors import (
    StorageError,
    UnfinishedErasureError,
    UnreadableFileError,
    not_saved,
)
from core.storage.folder import Folder, content_of
from core.storage.lock import lock_of
from core.storage.migrations import Formats
from core.storage.snapshot import META, Snapshot
from core.storage.values import Json

_RANDOM_ID = 32

Concerns = Callable[[Document], bool]
Ids = frozenset[str]


@dataclass(frozen=True)
class Forgotten:
    """How many versions records were taken out of, and the files that may still hold one.

    `left` are files that cannot be taken apart record by record: damaged ones,
    and those that another program put here.
    """

    versions: int
    left: tuple[Path, ...]


def forget(folder: Folder, ids: Collection[str]) -> Forgotten:
    """Take records out of every kept version, the drafts and the file. Raises StorageError.

    The file and the drafts are read first, so that nothing is rewritten where they
    cannot be; damaged drafts are set aside. Then each version is rewritten once, with
    all of the records gone at once, the file itself last: if this is interrupted, some
    versions hold all of them and some none, the file still offers them, and doing it
    again finishes. Raises NewerFileError for a file that a newer version wrote.
    """
    gone = frozenset(ids)
    with folder.locked(), lock_of(folder.drafts).held():
        folder.set_locked_drafts_aside()
        drafts, words = _tables(folder.drafts), _tables(folder.path)
        Formats().check_ours(Snapshot.of_file(words).meta, folder.path)
        files.sweep(folder.path.parent)
        files.sweep(folder.backups.folder)
        versions = [
            *(_forget_in_backup(each, gone) for each in folder.backups.all()),
            _rewritten(drafts, lambda draft: _mentions(draft, gone), _writer(folder.drafts)),
            _rewritten(words, lambda record: record.get("id") in gone, _writer(folder.path)),
        ]
        return Forgotten(sum(versions), tuple(_suspects(folder, gone)))


def erase(folder: Folder) -> tuple[Path, ...]:
    """Remove the file, its copies, drafts, damaged files, the secret, logs and locks.

    Files that are not ours stay; those that may hold words are returned. Raises
    UnfinishedErasureError naming what could not be removed.
    """
    with folder.locked(), lock_of(folder.drafts).held():
        left = [path for path in _own_files(folder) if not files.remove(path)]
    # A lock file holds no words, and not every system lets it go while it is held.
    locks = (lock_of(folder.drafts).path, lock_of(folder.path).path)
    left.extend(path for path in locks if not files.remove(path))
    files.remove_folder(folder.backups.folder)
    if left:
        raise UnfinishedErasureError(tuple(left))
    return tuple(folder.strangers())


def _own_files(folder: Folder) -> list[Path]:
    # The file itself goes last: if this is interrupted, the rest is still found and erased.
    return [
        *(each.path for each in folder.backups.all()),
        *files.unfinished(folder.backups.folder),
        *folder.damaged(),
        *_logs(folder),
        *files.unfinished(folder.path.parent),
        folder.secret,
        folder.drafts,
        folder.path,
    ]


def _logs(folder: Folder) -> list[Path]:
    stem = folder.path.stem
    beside = files.listed(folder.path.parent)
    return [path for path in beside if path.name.startswith(stem) and ".log" in path.suffixes]


def _tables(path: Path) -> Tables:
    return decode(content_of(path), path) if path.exists() else {}


def _forget_in_backup(backup: Backup, gone: Ids) -> bool:
    try:
        tables = backup.read()
    except StorageError:
        return False
    return _rewritten(tables, lambda record: record.get("id") in gone, backup.rewrite)


def _writer(path: Path) -> Callable[[bytes], None]:
    return lambda raw: files.write_durably(path, raw).close()


def _rewritten(tables: Tables, concerns: Concerns, write: Callable[[bytes], None]) -> bool:
    rest = {name: _without(table, concerns, name) for name, table in tables.items()}
    if rest == tables:
        return False
    raw = encode(rest)
    try:
        write(raw)
    except OSError as failure:
        raise not_saved(failure, len(raw)) from failure
    return True


def _without(table: dict[str, Document], concerns: Concerns, name: str) -> dict[str, Document]:
    if name == META:
        return table
    return {number: each for number, each in table.items() if not concerns(each)}


def _mentions(value: Json, gone: Ids) -> bool:
    if isinstance(value, dict):
        return any(_mentions(each, gone) for each in value.values())
    if isinstance(value, list):
        return any(_mentions(each, gone) for each in value)
    return isinstance(value, str) and (value in gone or any(_names(value, each) for each in gone))


def _names(text: str, record_id: str) -> bool:
    # A draft's form may be named after its record; only a random id is unmistakable in a text.
    return len(record_id) >= _RANDOM_ID and record_id in text


def _may_hold(path: Path, gone: Ids) -> bool:
    try:
        raw = content_of(path)
    except UnreadableFileError:
        return True
    return path.suffix == PACKED or any(each.encode() in raw for each in gone)


def _suspects(folder: Folder, gone: Ids) -> Iterator[Path]:
    for path in (*folder.damaged(), *folder.strangers()):
        if _may_hold(path, gone):
            yield path
    for backup in folder.backups.all():
        try:
            backup.read()
        except StorageError:
            yield backup.path
