"""One writer at a time, across the threads of this process and across processes."""

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from weakref import WeakValueDictionary

from filelock import FileLock, Timeout

from core.storage import files
from core.storage.errors import BusyError, not_saved

PATIENCE = 10.0
"""Seconds to wait for another writer."""

POLL = 0.005
"""Seconds between two attempts; the library's own 0.05 makes waiters starve."""


class WriterLock:
    """The right to write one file. Not re-entrant: a second claim by the same thread is refused."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + ".lock")
        self._threads = threading.Lock()
        self._processes = FileLock(
            self.path, mode=files.PRIVATE_FILE, thread_local=False, poll_interval=POLL
        )
        self._holder: int | None = None

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for a block. Raises BusyError, ReadOnlyError or NotSavedError."""
        deadline = time.monotonic() + PATIENCE
        self._claim_turn()
        try:
            with self._claim_file(deadline):
                yield
        finally:
            self._holder = None
            self._threads.release()

    def _claim_turn(self) -> None:
        me = threading.get_ident()
        if self._holder == me:
            raise RuntimeError("this thread already writes to this file through another database")
        if not self._threads.acquire(timeout=PATIENCE):
            raise BusyError(PATIENCE)
        self._holder = me

    @contextlib.contextmanager
    def _claim_file(self, deadline: float) -> Iterator[None]:
        try:
            self._processes.acquire(timeout=max(0.0, deadline - time.monotonic()))
        except Timeout:
            raise BusyError(PATIENCE) from None
        except OSError as failure:
            raise not_saved(failure, needed=0) from failure
        try:
            yield
        finally:
            self._processes.release()


_locks: WeakValueDictionary[Path, WriterLock] = WeakValueDictionary()
_registering = threading.Lock()


def lock_of(path: Path) -> WriterLock:
    """The one lock of a file in this process, however many databases are open on it."""
    real = files.real(path)
    with _registering:
        lock = _locks.get(real)
        if lock is None:
            lock = _locks[real] = WriterLock(real)
        return lock
