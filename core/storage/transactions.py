"""Read-modify-write as one step: what every storage here shares, whatever holds the bytes."""

import contextlib
import threading
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from core.storage.codec import Tables, misshapen
from core.storage.errors import UnstorableError
from core.storage.snapshot import META, Draft, Snapshot
from core.storage.values import storable


class TransactionalStorage(Storage):
    """A TinyDB storage whose readers see whole versions and whose writers take turns.

    While this object has a transaction open, its other threads read the last
    committed version, so that they neither wait nor see half of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._draft: Draft | None = None
        self._writer: int | None = None
        self._refreshing = threading.Lock()

    @property
    def path(self) -> Path | None:
        """Where the words are kept, or None if only in memory."""
        return None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved here at present."""
        return False

    @property
    def revision(self) -> int:
        """A number that changes whenever what this thread would read has changed."""
        return self.current().revision

    def read(self) -> Tables:
        """All tables, for TinyDB: shared and not to be changed."""
        return dict(self.current().tables)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace all tables in one step. Raises UnstorableError."""
        tables = storable(data)
        if reason := misshapen(tables):
            raise UnstorableError("", f"tables of the wrong kind ({reason})")
        with self.transaction() as draft:
            draft.replace({name: table for name, table in tables.items() if name != META})

    def current(self) -> Snapshot | Draft:
        """What this thread should see now: its own draft, or the newest whole version."""
        if self._writer == threading.get_ident() and self._draft is not None:
            return self._draft
        snapshot = self._snapshot
        if snapshot is not None and (self._writer is not None or self._is_newest(snapshot)):
            return snapshot
        with self._refreshing:
            return self._refreshed()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Draft]:
        """Hold the lock from refresh to commit; commit once at the outermost exit.

        Any exception, also one that is not an error, leaves everything as it was.
        """
        if self._writer == threading.get_ident() and self._draft is not None:
            with self._draft.savepoint() as draft:
                yield draft
            return
        with self._locked():
            try:
                yield (draft := self._begin())
                if draft.changed:
                    self._commit(draft)
            finally:
                self._writer = self._draft = None

    def close(self) -> None:
        """Let go of everything that is held; the next read loads it again."""
        with self._refreshing:
            self._snapshot = None

    @abstractmethod
    def _locked(self) -> AbstractContextManager[None]:
        """The exclusive right to write."""

    @abstractmethod
    def _is_newest(self, snapshot: Snapshot) -> bool:
        """Whether nobody else has committed since."""

    @abstractmethod
    def _load(self) -> Snapshot:
        """The newest committed version."""

    @abstractmethod
    def _save(self, draft: Draft) -> Snapshot:
        """Make a draft the newest version; return once that is certain."""

    def _begin(self) -> Draft:
        with self._refreshing:
            draft = Draft(self._refreshed())
            self._writer, self._draft = threading.get_ident(), draft
        return draft

    def _commit(self, draft: Draft) -> None:
        try:
            saved = self._save(draft)
        except BaseException:
            # What the disk holds now is for the next reader to find out.
            self._snapshot = None
            raise
        with self._refreshing:
            self._snapshot = saved

    def _refreshed(self) -> Snapshot:
        snapshot = self._snapshot
        if snapshot is None or not self._is_newest(snapshot):
            snapshot = self._snapshot = self._load()
        return snapshot
