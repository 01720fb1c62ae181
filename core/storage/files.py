"""The only place that writes, renames, links or removes files, so that every fault can be tried.

A version of a file, once visible, is never changed again: the next version is a
new file that takes over the name in one step.
"""

# ruff: noqa: PTH105, PTH108, PTH110, PTH116, PTH208  (the plain calls are what a fault is put into)

import contextlib
import errno
import os
import secrets
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
WINDOWS = sys.platform == "win32"
UNFINISHED = ".unfinished"

_CHUNK = 1 << 20
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


class SyncFolderError(OSError):
    """The new version is visible, but the folder entry was not confirmed by the disk."""


@dataclass(frozen=True)
class Signature:
    """What tells one version of a file from the next, as long as the old one is held open."""

    device: int
    inode: int
    size: int
    changed: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Signature":
        """The signature of a file with this status."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


@dataclass
class Pin:
    """Holds one version open: its inode number cannot be given to a later version meanwhile."""

    signature: Signature
    handle: int | None = field(default=None, repr=False)

    def close(self) -> None:
        """Let the version go."""
        handle, self.handle = self.handle, None
        if handle is not None:
            with contextlib.suppress(OSError):
                os.close(handle)

    def __del__(self) -> None:
        """Let the version go with the last snapshot that needs it."""
        self.close()


def real(path: Path) -> Path:
    """The path without links on the way; a circle of links stays as it is."""
    return Path(os.path.realpath(path))


def signature(path: Path) -> Signature | None:
    """The signature of the version now visible at `path`, or None where there is none."""
    try:
        return Signature.of(os.stat(path))
    except (FileNotFoundError, NotADirectoryError):
        return None


def read_pinned(path: Path) -> tuple[bytes, Pin]:
    """The bytes of the version now visible, and a pin on it. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        status = _plain_file(handle)
        raw = _read_all(handle, status.st_size)
    except BaseException:
        os.close(handle)
        raise
    return raw, _pin(handle, status)


def write_durably(path: Path, raw: bytes) -> Pin:
    """Make `raw` the visible version of `path`; return once it survives a power cut.

    Raises SyncFolderError when the new version is visible but unconfirmed, any
    other OSError when the old version is untouched.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}{UNFINISHED}")
    try:
        pin = _write_new(unfinished, raw)
        os.replace(unfinished, path)
    except OSError:
        remove(unfinished)
        raise
    _confirm(path.parent)
    return pin


def keep_copy(source: Path, target: Path) -> None:
    """Keep the version now at `source` under a second name; copy it where links do not work."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        write_durably(target, source.read_bytes())
    else:
        sync_folder(target.parent)


def move(source: Path, target: Path) -> None:
    """Give a file another name in the same folder, durably."""
    os.replace(source, target)
    sync_folder(target.parent)


def remove(path: Path) -> bool:
    """Remove a file; True if it is gone."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def remove_folder(path: Path) -> None:
    """Remove a folder if it is empty."""
    with contextlib.suppress(OSError):
        path.rmdir()


def listed(folder: Path) -> list[Path]:
    """What lies in a folder, by name; nothing where there is no such folder."""
    with contextlib.suppress(OSError):
        return [folder / name for name in sorted(os.listdir(folder))]
    return []


def unfinished(folder: Path, of: str = "") -> list[Path]:
    """The files that interrupted saves left in a folder: all, or those of one file."""
    beside = (each for each in listed(folder) if each.name.startswith(of))
    return [each for each in beside if each.name.endswith(UNFINISHED)]


def sweep(folder: Path, of: str = "") -> None:
    """Remove what interrupted saves left. Only while holding the lock of those files."""
    for leftover in unfinished(folder, of):
        remove(leftover)


def make_folder(path: Path) -> None:
    """Make a folder that only its owner can enter, durably, and the missing ones above it."""
    missing = [each for each in (path, *path.parents) if not os.path.exists(each)]
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    for each in missing:
        sync_folder(each.parent)


def writable(path: Path) -> bool:
    """Whether a next version of `path` could be written."""
    if os.path.exists(path) and not os.access(path, os.W_OK):
        return False
    return os.access(_nearest(path.parent), os.W_OK | os.X_OK)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut."""
    if WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as failure:
        if failure.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _write_new(path: Path, raw: bytes) -> Pin:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, PRIVATE_FILE)
    try:
        _write_all(handle, raw)
        _flush(handle)
        status = os.fstat(handle)
    except BaseException:
        os.close(handle)
        raise
    return _pin(handle, status)


def _write_all(handle: int, raw: bytes) -> None:
    rest = memoryview(raw)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _flush(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415  (absent on Windows)

        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _confirm(folder: Path) -> None:
    try:
        sync_folder(folder)
    except OSError as failure:
        raise SyncFolderError(failure.errno, failure.strerror) from failure


def _pin(handle: int, status: os.stat_result) -> Pin:
    # Windows does not let a file be replaced while someone holds it open.
    if WINDOWS:
        os.close(handle)
        return Pin(Signature.of(status))
    return Pin(Signature.of(status), handle)


def _plain_file(handle: int) -> os.stat_result:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    return status


def _read_all(handle: int, size: int) -> bytes:
    parts = [os.read(handle, size + 1)]
    while part := os.read(handle, _CHUNK):
        parts.append(part)
    return b"".join(parts)


def _nearest(folder: Path) -> Path:
    return next((each for each in (folder, *folder.parents) if os.path.exists(each)), folder)
