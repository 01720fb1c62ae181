"""The same promises without a file: for samples, and where nothing may touch a disk."""

import contextlib
import threading
from collections.abc import Iterator

from core.storage import lock
from core.storage.errors import BusyError
from core.storage.snapshot import Draft, Snapshot
from core.storage.transactions import TransactionalStorage


class MemoryStorage(TransactionalStorage):
    """Whole versions in memory, gone with the process."""

    def __init__(self) -> None:
        super().__init__()
        self._kept = Snapshot()
        self._turn = threading.Lock()

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=lock.PATIENCE):
            raise BusyError(lock.PATIENCE)
        try:
            yield
        finally:
            self._turn.release()

    def _is_newest(self, snapshot: Snapshot) -> bool:
        return snapshot is self._kept

    def _load(self) -> Snapshot:
        return self._kept

    def _save(self, draft: Draft) -> Snapshot:
        self._kept = draft.finished(meta={})
        return self._kept
