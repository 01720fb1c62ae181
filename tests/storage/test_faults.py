"""Every call that reaches the disk is made to fail once: nothing acknowledged is lost.

The calls are counted at `files`, the one module that makes them. A run that is
killed makes no further call, as a process that died would.
"""

import errno
import os

import pytest

from core.storage import files
from core.storage.database import open_database
from core.storage.errors import (
    BackupFailedError,
    DiskFullError,
    NotSavedError,
    ReadOnlyError,
    StorageError,
    UnconfirmedSaveError,
)
from tests.storage.torture.ledger import Ledger, document

CALLS = {"open", "read", "write", "fsync", "replace", "link", "unlink", "stat", "fstat", "listdir"}
NEVER = 10**9
STEPS = ("a 1", "a 2", "r 1", "hour", "a 3", "many 4 5", "day", "r 4", "a 6")


class Killed(BaseException):
    """The process is gone."""


class Faulty:
    """The module `os`, whose n-th call fails."""

    def __init__(self, nth, failure):
        self.calls, self.nth, self.failure = 0, nth, failure

    def __getattr__(self, name):
        """Hand out the real call, watched."""
        real = getattr(os, name)
        return self._watched(real) if name in CALLS else real

    def _watched(self, real):
        def call(*args, **options):
            self.calls += 1
            dead = self.failure is Killed and self.calls > self.nth
            if self.calls == self.nth or dead:
                raise self.failure
            return real(*args, **options)

        return call


class Life:
    """One writer's life on a file, with a ledger of what was acknowledged."""

    def __init__(self, path, clock):
        self.path, self.clock = path, clock
        self.ledger = Ledger()
        self.errors = []

    def live(self):
        """Open the file and take every step, going on after typed errors."""
        try:
            table = open_database(self.path, now=self.clock).table("t")
        except StorageError as failure:
            self.errors.append(failure)
            return
        for step in STEPS:
            try:
                self._take(table, step)
            except StorageError as failure:
                self.errors.append(failure)

    def _take(self, table, step):
        verb, *keys = step.split()
        if verb in ("hour", "day"):
            self.clock.forward(**{f"{verb}s": 1})
            return
        event = "r" if verb == "r" else "a"
        self._note(event, keys)
        if event == "r":
            table.remove(lambda each: str(each["k"]) in keys)
        else:
            table.insert_multiple(document(int(key)) for key in keys)
        self._note(event.upper(), keys)

    def _note(self, event, keys):
        self.ledger.feed("\n".join(f"{event} {key}" for key in keys))


def _harmed(path, clock, monkeypatch, nth, failure):
    life = Life(path, clock)
    with monkeypatch.context() as patched:
        faulty = Faulty(nth, failure)
        patched.setattr(files, "os", faulty)
        try:
            life.live()
        except Killed:
            life.errors.append("killed")
    return life, faulty.calls


FAILURES = {
    "EIO": OSError(errno.EIO, "Input/output error"),
    "ENOSPC": OSError(errno.ENOSPC, "No space left on device"),
    "EACCES": PermissionError(errno.EACCES, "Permission denied"),
    "killed": Killed,
}


@pytest.mark.usefixtures("no_waiting_for_the_disk")
@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
def test_no_single_failure_loses_what_was_acknowledged(tmp_path, clock, monkeypatch, failure):
    """For every call in turn: only typed errors, every acknowledged word is there, life goes on."""
    _, calls = _harmed(tmp_path / "0" / "ajar.json", clock, monkeypatch, NEVER, failure)
    told = 0
    for nth in range(1, calls + 1):
        path = tmp_path / str(nth) / "ajar.json"
        life, _ = _harmed(path, clock, monkeypatch, nth, failure)
        told += bool(life.errors)
        table = open_database(path, now=clock).table("t")
        assert not +life.ledger.judge(table.all()), f"call {nth}"
        table.insert({"after": nth})
        assert {"after": nth} in open_database(path, now=clock).table("t").all()
        assert not files.unfinished(path.parent)
    assert calls > 50
    assert told > calls / 4


SENTENCES = {
    "write": (errno.ENOSPC, DiskFullError, "the disk is full"),
    "fsync": (errno.EIO, NotSavedError, "could not write to the disk"),
    "replace": (errno.EROFS, ReadOnlyError, "can be read but not written"),
}


@pytest.mark.parametrize("call", SENTENCES)
def test_a_failed_save_says_why_and_keeps_what_was(table, monkeypatch, call):
    """The sentence names the cause and says that everything earlier is safe; retrying works."""
    code, kind, words = SENTENCES[call]
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    with monkeypatch.context() as patched:
        patched.setattr(files.os, call, _raiser(code))
        with pytest.raises(kind, match=words) as failed:
            table.insert({"id": "c", "note": "the words that were not saved"})
    assert "Everything saved earlier is safe" in failed.value.sentence
    assert "words that were not saved" not in failed.value.sentence
    assert table.insert({"id": "c"}) == 3
    assert [each["id"] for each in table] == ["a", "b", "c"]


def test_an_unconfirmed_save_says_so(table, monkeypatch):
    """Where only the folder could not be synced, the person is asked to look, not to retype."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    with monkeypatch.context() as patched:
        patched.setattr(files, "sync_folder", _raiser(errno.EIO))
        with pytest.raises(UnconfirmedSaveError, match="Look whether it is there"):
            table.insert({"id": "c"})
    assert [each["id"] for each in table] == ["a", "b", "c"]


def test_a_failing_backup_does_not_stop_a_save(table, monkeypatch):
    """New words matter more than a routine copy of old ones."""
    table.insert({"id": "a"})
    monkeypatch.setattr(files, "keep_copy", _raiser(errno.ENOSPC))
    table.insert({"id": "b"})
    assert len(table) == 2


def test_a_failing_backup_stops_a_step_that_needs_one(database, table, monkeypatch):
    """Nothing is replaced as a whole before a copy of it is safe."""
    table.insert({"id": "a"})
    monkeypatch.setattr(files, "keep_copy", _raiser(errno.ENOSPC))
    with pytest.raises(BackupFailedError, match="Nothing was changed"):
        database.replace_content({})
    assert table.all() == [{"id": "a"}]


def test_how_much_room_is_needed_is_told(table, monkeypatch):
    """The sentence for a full disk says how many megabytes to free."""
    monkeypatch.setattr(files.os, "write", _raiser(errno.ENOSPC))
    with pytest.raises(DiskFullError, match="about 3 MB"):
        table.insert({"note": "x" * 2_500_000})


def _raiser(code):
    def fail(*_args, **_options):
        raise OSError(code, os.strerror(code))

    return fail
