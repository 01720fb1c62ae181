"""Taking words away for good: one record, or everything."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.storage import files
from core.storage.backups import Backup
from core.storage.codec import Document, Tables, decode, encode
from core.storage.errors import StorageError, UnfinishedErasureError, UnreadableFileError, not_saved
from core.storage.folder import Folder, content_of
from core.storage.lock import lock_of
from core.storage.snapshot import META
from core.storage.values import Json

_RANDOM_ID = 32

Concerns = Callable[[Document], bool]


@dataclass(frozen=True)
class Forgotten:
    """How many versions the record was taken out of, and the files that may still hold it.

    `left` are files that cannot be taken apart record by record: damaged ones,
    and those that another program put here.
    """

    versions: int
    left: tuple[Path, ...]


def forget(folder: Folder, record_id: str) -> Forgotten:
    """Take one record out of every kept version, the drafts and the file. Raises StorageError.

    The file itself comes last: if this is interrupted, the record is still
    there to be forgotten again.
    """
    with folder.locked(), lock_of(folder.drafts).held():
        files.sweep(folder.path.parent)
        files.sweep(folder.backups.folder)
        versions = [
            *(_forget_in_backup(each, record_id) for each in folder.backups.all()),
            _forget_in_file(folder.drafts, lambda draft: _mentions(draft, record_id)),
            _forget_in_file(folder.path, lambda record: record.get("id") == record_id),
        ]
        return Forgotten(sum(versions), tuple(_suspects(folder, record_id)))


def erase(folder: Folder) -> None:
    """Remove the file, its copies, drafts, damaged files, logs and locks.

    Files that are not ours stay. Raises UnfinishedErasureError naming what could
    not be removed.
    """
    with folder.locked(), lock_of(folder.drafts).held():
        left = [path for path in _own_files(folder) if not files.remove(path)]
    # A lock file holds no words, and not every system lets it go while it is held.
    locks = (lock_of(folder.drafts).path, lock_of(folder.path).path)
    left.extend(path for path in locks if not files.remove(path))
    files.remove_folder(folder.backups.folder)
    if left:
        raise UnfinishedErasureError(tuple(left))


def _own_files(folder: Folder) -> list[Path]:
    # The file itself goes last: if this is interrupted, the rest is still found and erased.
    return [
        *(each.path for each in folder.backups.all()),
        *files.unfinished(folder.backups.folder),
        *folder.damaged(),
        *_logs(folder),
        *files.unfinished(folder.path.parent),
        folder.drafts,
        folder.path,
    ]


def _logs(folder: Folder) -> list[Path]:
    stem = folder.path.stem
    beside = files.listed(folder.path.parent)
    return [path for path in beside if path.name.startswith(stem) and ".log" in path.suffixes]


def _forget_in_backup(backup: Backup, record_id: str) -> bool:
    try:
        tables = backup.read()
    except StorageError:
        return False
    return _rewritten(tables, lambda record: record.get("id") == record_id, backup.rewrite)


def _forget_in_file(path: Path, concerns: Concerns) -> bool:
    if not path.exists():
        return False
    tables = decode(content_of(path), path)
    return _rewritten(tables, concerns, lambda raw: files.write_durably(path, raw).close())


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


def _mentions(value: Json, record_id: str) -> bool:
    if isinstance(value, dict):
        return any(_mentions(each, record_id) for each in value.values())
    if isinstance(value, list):
        return any(_mentions(each, record_id) for each in value)
    return isinstance(value, str) and (value == record_id or _names(value, record_id))


def _names(text: str, record_id: str) -> bool:
    # A draft's form may be named after its record; only a random id is unmistakable in a text.
    return len(record_id) >= _RANDOM_ID and record_id in text


def _may_hold(path: Path, record_id: str) -> bool:
    try:
        return record_id.encode() in content_of(path)
    except UnreadableFileError:
        return True


def _suspects(folder: Folder, record_id: str) -> Iterator[Path]:
    for path in (*folder.damaged(), *folder.strangers()):
        if _may_hold(path, record_id):
            yield path
    for backup in folder.backups.all():
        try:
            backup.read()
        except StorageError:
            yield backup.path
