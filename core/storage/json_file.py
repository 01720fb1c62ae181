"""One JSON file in TinyDB's own shape that is always one complete, durable version."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from core.storage import files
from core.storage.backups import Backups
from core.storage.codec import decode, encode
from core.storage.errors import (
    MissingFileError,
    ReadOnlyError,
    UnreadableFileError,
    not_saved,
)
from core.storage.lock import lock_of
from core.storage.migrations import Formats
from core.storage.snapshot import Draft, Snapshot
from core.storage.transactions import TransactionalStorage


class JsonFileStorage(TransactionalStorage):
    """Keeps the parsed file and reads it again only when a foreign commit replaced it.

    `expected` says that a missing file is a loss, not a beginning.
    """

    def __init__(
        self,
        path: Path,
        *,
        backups: Backups | None = None,
        expected: bool = False,
        formats: Formats | None = None,
        app_version: str = "",
    ) -> None:
        super().__init__()
        self._path = path
        self._expected = expected
        self._formats = formats or Formats()
        self._app_version = app_version
        self._backups = backups
        self._lock = lock_of(path)
        self._older = False

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether the file or its folder refuses to be written, or a newer version wrote it."""
        return not files.writable(self._path) or self._formats.is_newer(self.current().meta)

    def migrate(self) -> None:
        """Write the file in the newest format if it is in an older one."""
        self.current()
        if self._older and not self.read_only:
            with self.transaction() as draft:
                draft.touch()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        if not files.writable(self._path):
            raise ReadOnlyError
        with self._lock.held():
            files.sweep(self._path.parent, of=self._path.name + ".")
            yield

    def _is_newest(self, snapshot: Snapshot) -> bool:
        try:
            visible = files.signature(self._path)
        except OSError as failure:
            raise UnreadableFileError(self._path, failure.errno) from failure
        return visible == (snapshot.pin and snapshot.pin.signature)

    def _load(self) -> Snapshot:
        try:
            raw, pin = files.read_pinned(self._path)
        except FileNotFoundError:
            return self._beginning()
        except OSError as failure:
            raise UnreadableFileError(self._path, failure.errno) from failure
        self._expected = True
        return self._understood(Snapshot.of_file(decode(raw, self._path), pin))

    def _beginning(self) -> Snapshot:
        if self._expected:
            raise MissingFileError(self._path)
        return Snapshot()

    def _understood(self, snapshot: Snapshot) -> Snapshot:
        self._formats.check(snapshot.meta, self._path)
        self._older = self._formats.is_older(snapshot.meta)
        return self._formats.migrated(snapshot, self._path) if self._older else snapshot

    def _save(self, draft: Draft) -> Snapshot:
        meta = draft.base.meta
        self._formats.check_ours(meta, self._path)
        finished = draft.finished(self._formats.next_meta(meta, self._app_version))
        raw = encode(finished.as_file())
        if self._backups:
            self._backups.before_commit(format_changes=self._older)
        saved = replace(finished, pin=self._write(raw))
        self._expected, self._older = True, False
        return saved

    def _write(self, raw: bytes) -> files.Pin:
        try:
            return files.write_durably(self._path, raw)
        except OSError as failure:
            raise not_saved(failure, len(raw)) from failure
