"""The folder around a file: what lies beside it, setting it aside, bringing a version back."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.storage import files
from core.storage.backups import PACKED, STAMP, Backup, Backups, Reason
from core.storage.codec import Document, decode, encode
from core.storage.errors import (
    DamagedFileError,
    NewerFileError,
    ReadOnlyError,
    StorageError,
    UnreadableFileError,
    not_saved,
)
from core.storage.lock import lock_of
from core.storage.migrations import SCHEMA, Formats
from core.storage.salvage import Salvaged, salvage
from core.storage.snapshot import Snapshot

DRAFTS = "drafts.json"
"""The file beside the main one that holds text which is still being typed."""

FEED = "calendar.secret"
"""The file beside the main one that holds the secret of the calendar's address."""

_JSON = (".json", f".json{PACKED}")


class Folder:
    """Everything that belongs to one workspace file. Not to be used inside a transaction."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self.drafts = files.real(path.with_name(DRAFTS))
        self.secret = files.real(path.with_name(FEED))
        self.path = path = files.real(path)
        self.backups = Backups(path, now)
        self._now = now

    def damaged(self) -> list[Path]:
        """The files that were set aside, oldest first: main ones, then drafts."""
        return [*_aside(self.path), *_aside(self.drafts)]

    def strangers(self) -> list[Path]:
        """Other JSON files here, such as the conflict copies of a program that syncs folders."""
        ours = {
            self.path,
            self.drafts,
            *self.damaged(),
            *(each.path for each in self.backups.all()),
        }
        beside = (*files.listed(self.path.parent), *files.listed(self.backups.folder))
        return [each for each in beside if each.name.endswith(_JSON) and each not in ours]

    def has_history(self) -> bool:
        """Whether a missing file would be a loss."""
        return bool(self.backups.all() or _aside(self.path))

    def content(self) -> bytes:
        """The bytes of the file as they are, damaged or not. Raises UnreadableFileError."""
        return content_of(self.path)

    def salvage(self) -> Salvaged:
        """What can still be read of the file. Changes nothing."""
        return salvage(self.content())

    def restore(self, backup: Backup) -> None:
        """Make a kept version the current one; the present state is kept first, whatever it is.

        Raises NewerFileError where a newer version wrote either of them.
        """
        Formats().check(Snapshot.of_file(backup.read()).meta, backup.path)
        self._replace(backup.content())

    def accept(self, salvaged: Salvaged) -> None:
        """Go on with what was salvaged; the damaged file is set aside.

        Raises NewerFileError where a newer version wrote it.
        """
        snapshot = Snapshot.of_file(salvaged.tables)
        meta = {"schema": SCHEMA} | self._usable(snapshot.meta)
        self._replace(encode(replace(snapshot, meta=meta).as_file()))

    def start_empty(self) -> None:
        """Begin again with nothing, on the person's word; what was there is kept or set aside."""
        self._replace(encode({}))

    def set_drafts_aside(self) -> None:
        """Move drafts out of the way if they are damaged or of a newer format; else do nothing."""
        if not files.writable(self.drafts):
            raise ReadOnlyError
        with lock_of(self.drafts).held():
            self.set_locked_drafts_aside()

    def set_locked_drafts_aside(self) -> None:
        """Do so for whoever holds the lock of the drafts."""
        if not self.drafts.exists():
            return
        try:
            snapshot = Snapshot.of_file(decode(content_of(self.drafts), self.drafts))
            Formats().check(snapshot.meta, self.drafts)
            Formats().migrated(snapshot, self.drafts)
        except (DamagedFileError, NewerFileError):
            try:
                files.move(self.drafts, self._free_name(self.drafts))
            except OSError as failure:
                raise not_saved(failure, needed=0) from failure

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes the file or its copies during the block."""
        if not files.writable(self.path):
            raise ReadOnlyError
        files.make_folder(self.path.parent)
        with lock_of(self.path).held():
            yield

    def _replace(self, raw: bytes) -> None:
        with self.locked():
            self._refuse_newer()
            try:
                self._keep_present()
                files.write_durably(self.path, raw).close()
            except OSError as failure:
                raise not_saved(failure, len(raw)) from failure

    def _refuse_newer(self) -> None:
        """What a newer version wrote is never replaced, whether or not we can read it."""
        with suppress(DamagedFileError, UnreadableFileError):
            meta = Snapshot.of_file(decode(self.content(), self.path)).meta
            Formats().check_ours(meta, self.path)

    def _keep_present(self) -> None:
        if self._is_sound():
            self.backups.keep(Reason.RESTORE)
        elif self.path.exists():
            self._set_aside()

    def _is_sound(self) -> bool:
        with suppress(StorageError):
            decode(self.content(), self.path)
            return True
        return False

    def _usable(self, meta: Document) -> Document:
        try:
            Formats().check(meta, self.path)
        except DamagedFileError:
            return {}
        return meta

    def _set_aside(self) -> None:
        aside = self._free_name(self.path)
        if self.path.is_dir():
            files.move(self.path, aside)
        else:
            files.keep_copy(self.path, aside)

    def _free_name(self, path: Path) -> Path:
        moment = self._now().astimezone(UTC)
        while (aside := _aside_name(path, moment)).exists():
            moment += timedelta(microseconds=1)
        return aside


def _aside_name(path: Path, moment: datetime) -> Path:
    return path.with_name(f"{path.stem}.damaged-{moment.strftime(STAMP)}.json")


def _aside(path: Path) -> list[Path]:
    """The versions of a file that were set aside, oldest first."""
    name = re.compile(rf"{re.escape(path.stem)}\.damaged-[\d-]+\.json")
    return [each for each in files.listed(path.parent) if name.fullmatch(each.name)]


def content_of(path: Path) -> bytes:
    """The bytes of a file as they are. Raises UnreadableFileError."""
    try:
        raw, pin = files.read_pinned(path)
    except OSError as failure:
        raise UnreadableFileError(path, failure.errno) from failure
    pin.close()
    return raw
