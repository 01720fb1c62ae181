"""What can go wrong while words are kept, each told as one kind sentence.

No error carries a person's words: only sizes, offsets, versions and file names.
"""

import errno
import os
from pathlib import Path

from core.errors import AjarError
from core.storage.files import SyncFolderError

MEGABYTE = 1_000_000


class StorageError(AjarError):
    """Any failure of the place where the words are kept."""


class DamagedFileError(StorageError):
    """The file is not what was written. `offset` is the first byte that does not fit, if known."""

    def __init__(self, path: Path, reason: str, offset: int | None = None) -> None:
        self.path, self.reason, self.offset = path, reason, offset
        place = "" if offset is None else f" at byte {offset:,}"
        super().__init__(
            f"The file {path.name} is damaged{place} ({reason}). Nothing was changed and nothing "
            "was deleted. You can restore an earlier copy or save what can still be read."
        )


class MissingFileError(StorageError):
    """The file was there before, or copies of it are, but now it is gone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"The file {path.name} is no longer where it was. Nothing new was started in its "
            "place. Put it back, or restore one of the copies that are kept beside it."
        )


class NewerFileError(StorageError):
    """The file was written by a newer version of Ajar."""

    def __init__(self, path: Path | None, schema: int, app_version: str = "") -> None:
        self.path, self.schema, self.app_version = path, schema, app_version
        writer = f"version {app_version}" if app_version else "a newer version"
        super().__init__(
            f"This file was written by {writer} of Ajar (format {schema}). Nothing was changed. "
            "Update Ajar to go on writing in it."
        )


class ReadOnlyError(StorageError):
    """The file or its folder does not let itself be written."""

    def __init__(self) -> None:
        super().__init__(
            "Not saved: this folder can be read but not written. Everything saved earlier is safe. "
            "You can read and export; to save, allow writing to the folder or choose another one."
        )


class DiskFullError(StorageError):
    """There is no room for the next version of the file. `needed` is in bytes."""

    def __init__(self, needed: int) -> None:
        self.needed = needed
        room = max(1, -(-needed // MEGABYTE))
        super().__init__(
            f"Not saved: the disk is full (about {room} MB are needed). Everything saved earlier "
            "is safe. Free some space and save again, or download what you just wrote."
        )


class BusyError(StorageError):
    """Another window or program held the file for too long. `seconds` is how long we waited."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Not saved yet: another window has been saving for {seconds:.0f} seconds. "
            "Everything saved earlier is safe. Wait a moment and save again."
        )


class NotSavedError(StorageError):
    """The computer refused to write; the file is as it was before."""

    def __init__(self, code: int | None) -> None:
        super().__init__(
            f"Not saved: the computer could not write to the disk ({_name(code)}). Everything "
            "saved earlier is safe. Please save again; if it stays so, choose another folder."
        )


class UnconfirmedSaveError(StorageError):
    """The new version is in place, but the disk did not confirm that it will survive."""

    def __init__(self, code: int | None) -> None:
        super().__init__(
            "The disk did not confirm the last save "
            f"({_name(code)}), so it may or may not be kept. Everything saved earlier is safe. "
            "Look whether it is there before you save it again."
        )


class UnreadableFileError(StorageError):
    """The file exists but the computer does not hand out its content."""

    def __init__(self, path: Path, code: int | None) -> None:
        self.path = path
        super().__init__(
            f"The file {path.name} could not be read ({_name(code)}). Nothing was changed. "
            "Check the permissions of its folder and try again."
        )


class UnstorableError(StorageError):
    """A value that a file cannot hold. `field` is its name, never its content; empty if unknown."""

    def __init__(self, field: str, reason: str) -> None:
        self.field, self.reason = field, reason
        place = f"the field “{field}”" if field else "a field"
        super().__init__(
            f"Not saved: {place} holds {reason}. Everything saved earlier is safe. "
            "Please change it and save again."
        )


class UnreadableBackupError(StorageError):
    """A kept copy turned out to be damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"The copy {path.name} could not be read. Nothing was changed. "
            "Please choose another copy."
        )


class BackupFailedError(StorageError):
    """A step that must be preceded by a copy was not taken, because the copy failed."""

    def __init__(self, code: int | None) -> None:
        super().__init__(
            f"Nothing was changed: a copy had to be kept first, and that failed ({_name(code)}). "
            "Everything saved earlier is safe. Free some space and try again."
        )


class UnfinishedErasureError(StorageError):
    """Some files could not be removed. `left` holds their paths."""

    def __init__(self, left: tuple[Path, ...]) -> None:
        self.left = left
        names = ", ".join(path.name for path in left)
        super().__init__(
            f"Some files could not be removed: {names}. The others are gone. Close other windows "
            "of Ajar and try again, or remove these files by hand."
        )


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def not_saved(failure: OSError, needed: int) -> StorageError:
    """The sentence for a failed write of `needed` bytes."""
    if isinstance(failure, SyncFolderError):
        return UnconfirmedSaveError(failure.errno)
    if failure.errno in _FULL:
        return DiskFullError(needed)
    if failure.errno in _FORBIDDEN:
        return ReadOnlyError()
    return NotSavedError(failure.errno)


def _name(code: int | None) -> str:
    return os.strerror(code) if code else "unknown reason"
