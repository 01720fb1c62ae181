"""Earlier versions, kept beside the file without anyone asking for it.

A version is never changed once it is visible, so keeping it is a second name for
the same bytes. Names carry the moment in UTC and the reason, and no colons.
"""

import gzip
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from core.storage import files
from core.storage.codec import LARGEST_FILE, Tables, decode
from core.storage.errors import BackupFailedError, StorageError, UnreadableBackupError
from core.storage.rotation import (
    COMPRESS_AFTER,
    KEEP_FORMATS_FOR,
    KEEP_STEPS_FOR,
    within,
    worth_keeping,
)
from core.storage.snapshot import META

FOLDER = "backups"
PACKED = ".gz"

STAMP = "%Y%m%d-%H%M%S-%f"
"""A moment in UTC, to the microsecond, as names carry it."""

_SPEED = 1


class Reason(StrEnum):
    """What was about to happen when a copy was kept."""

    SAVE = "save"
    MIGRATION = "migration"
    IMPORT = "import"
    REMOVAL = "removal"
    RESTORE = "restore"


_KEPT_FOR = {
    Reason.SAVE: timedelta.min,
    Reason.MIGRATION: KEEP_FORMATS_FOR,
    Reason.IMPORT: KEEP_STEPS_FOR,
    Reason.REMOVAL: KEEP_STEPS_FOR,
    Reason.RESTORE: KEEP_STEPS_FOR,
}
"""How long a copy stays whatever its age and size; routine ones only as rotation allows."""


@dataclass(frozen=True)
class Backup:
    """One kept version. `taken_at` is in UTC."""

    path: Path
    taken_at: datetime
    reason: Reason

    def read(self) -> Tables:
        """The tables of this version. Raises UnreadableBackupError."""
        try:
            return decode(self.content(), self.path)
        except StorageError:
            raise UnreadableBackupError(self.path) from None

    def content(self) -> bytes:
        """The bytes of the version as they were. Raises UnreadableBackupError."""
        try:
            if not self.packed:
                return self.path.read_bytes()
            with gzip.open(self.path) as packed:
                return packed.read(LARGEST_FILE + 1)
        except (OSError, EOFError, zlib.error):
            raise UnreadableBackupError(self.path) from None

    def counts(self) -> dict[str, int]:
        """How many documents each table held. Raises UnreadableBackupError."""
        return {name: len(table) for name, table in self.read().items() if name != META}

    def rewrite(self, raw: bytes) -> None:
        """Put other bytes in this version's place, durably. Raises OSError."""
        packed = gzip.compress(raw, _SPEED, mtime=0) if self.packed else raw
        files.write_durably(self.path, packed).close()

    @property
    def packed(self) -> bool:
        """Whether the version is compressed (and carries a checksum)."""
        return self.path.suffix == PACKED


class Backups:
    """The kept versions of one file. Whoever changes them holds the file's lock."""

    def __init__(self, source: Path, now: Callable[[], datetime]) -> None:
        self.folder = source.parent / FOLDER
        self._source = source
        self._now = now
        self._hour: datetime | None = None
        reasons = "|".join(Reason)
        self._name = re.compile(
            rf"{re.escape(source.stem)}-(\d{{8}}-\d{{6}}-\d{{6}})-({reasons})\.json({PACKED})?"
        )

    def all(self) -> list[Backup]:
        """Every kept version, newest first."""
        found = (self._recognised(path) for path in files.listed(self.folder))
        return sorted(filter(None, found), key=lambda each: each.taken_at, reverse=True)

    def before_commit(self, *, format_changes: bool) -> None:
        """Keep the version about to be replaced: once per start and hour, and before migrations.

        Where a routine copy fails, saving goes on: the new words matter more.
        """
        if format_changes:
            self.keep(Reason.MIGRATION)
            return
        hour = self._moment().replace(minute=0, second=0, microsecond=0)
        if hour != self._hour and self._source.exists():
            self._hour = hour
            with suppress(OSError, StorageError):
                self._take(Reason.SAVE)
                self._tidy()

    def keep(self, reason: Reason) -> None:
        """Keep the version now visible, or raise BackupFailedError."""
        try:
            self._take(reason)
        except OSError as failure:
            raise BackupFailedError(failure.errno) from failure
        except StorageError:
            raise BackupFailedError(None) from None

    def _take(self, reason: Reason) -> None:
        if not self._source.exists():
            return
        files.make_folder(self.folder)
        backup = self._named(self._moment(), reason)
        files.keep_copy(self._source, backup.path)
        try:
            backup.read()
        except StorageError:
            files.remove(backup.path)
            raise

    def _tidy(self) -> None:
        files.sweep(self.folder)
        self._drop(worth_keeping(each.taken_at for each in self.all()))
        for backup in self.all():
            if not backup.packed and self._age(backup) > COMPRESS_AFTER:
                _pack(backup)
        self._drop(within((each.taken_at, each.path.stat().st_size) for each in self.all()))

    def _drop(self, kept: set[datetime]) -> None:
        for backup in self.all():
            if backup.taken_at not in kept and self._age(backup) >= _KEPT_FOR[backup.reason]:
                files.remove(backup.path)

    def _age(self, backup: Backup) -> timedelta:
        return self._moment() - backup.taken_at

    def _moment(self) -> datetime:
        return self._now().astimezone(UTC)

    def _named(self, moment: datetime, reason: Reason) -> Backup:
        while (path := self._path(moment, reason)).exists():
            moment += timedelta(microseconds=1)
        return Backup(path, moment, reason)

    def _path(self, moment: datetime, reason: Reason) -> Path:
        return self.folder / f"{self._source.stem}-{moment.strftime(STAMP)}-{reason}.json"

    def _recognised(self, path: Path) -> Backup | None:
        if not (match := self._name.fullmatch(path.name)):
            return None
        try:
            moment = datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
        except ValueError:
            return None
        return Backup(path, moment, Reason(match[2]))


def _pack(backup: Backup) -> None:
    raw = backup.content()
    packed = replace(backup, path=backup.path.with_name(backup.path.name + PACKED))
    packed.rewrite(raw)
    if packed.content() == raw:
        files.remove(backup.path)
