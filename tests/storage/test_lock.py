"""One writer at a time; whoever waits too long is told so and loses nothing."""

import subprocess
import sys
import threading

import pytest
from filelock import FileLock

from core.storage import lock
from core.storage.errors import BusyError
from core.storage.lock import lock_of


@pytest.fixture(autouse=True)
def _hurry(monkeypatch):
    """Nobody waits longer than a moment."""
    monkeypatch.setattr(lock, "PATIENCE", 0.05)


def test_a_busy_file_is_told_and_nothing_changes(table, path):
    """Another program that holds the lock for too long gets a sentence, and reading still works."""
    table.insert({"id": "a"})
    with FileLock(lock_of(path).path), pytest.raises(BusyError, match="another window"):
        table.insert({"id": "b"})
    assert table.all() == [{"id": "a"}]
    table.insert({"id": "b"})
    assert len(table) == 2


def test_a_busy_thread_is_told_too(database, open_again):
    """Two databases on one file in one process wait for each other."""
    raised = []

    def write():
        try:
            open_again().table("cases").insert({})
        except BusyError as busy:
            raised.append(busy)

    with database.transaction():
        writer = threading.Thread(target=write)
        writer.start()
        writer.join(timeout=5)
    assert len(raised) == 1


def test_two_databases_in_one_transaction_are_refused(database, open_again):
    """A thread that would wait for itself is told at once, and loses no change."""
    other = open_again()
    with database.transaction():
        database.table("cases").insert({"id": "a"})
        with pytest.raises(RuntimeError, match="another database"):
            other.table("cases").insert({"id": "b"})
    assert other.table("cases").all() == [{"id": "a"}]


def test_a_killed_holder_leaves_no_stale_lock(table, path):
    """The lock of a process that died is free at once."""
    code = (
        "import os, sys; from filelock import FileLock;FileLock(sys.argv[1]).acquire(); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(lock_of(path).path)], check=False)
    assert table.insert({"id": "a"}) == 1


def test_a_lock_file_that_was_removed_is_made_again(table, path):
    """Tidying up the lock file by hand does no harm."""
    table.insert({"id": "a"})
    lock_of(path).path.unlink()
    assert table.insert({"id": "b"}) == 2
