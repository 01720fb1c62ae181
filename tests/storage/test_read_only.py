"""A folder that cannot be written can be read, and says so before anybody types."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from core.storage.database import open_database
from core.storage.errors import ReadOnlyError, StorageError
from tests.storage.torture.children import in_child

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes to take away")

NOBODY = 65534


@pytest.fixture
def locked_up(clock):
    """A folder with one case, outside pytest's own folders, which only root may enter."""
    folder = Path(tempfile.mkdtemp(prefix="ajar-read-only-"))
    open_database(folder / "ajar.json", now=clock).table("cases").insert({"id": "a"})
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


def _as_ordinary_user(work):
    def run():
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return work()

    return in_child(run)


def _tried(path, clock):
    database = open_database(path, now=clock)
    table = database.table("cases")
    try:
        table.insert({"id": "b"})
    except ReadOnlyError as refused:
        return database.read_only, table.all(), refused.sentence
    return database.read_only, table.all(), "saved"


@pytest.mark.parametrize("file_mode", [0o644, 0o444])
def test_a_read_only_folder_is_read_and_not_written(locked_up, clock, file_mode):
    """Opening and reading work; saving raises ReadOnlyError at once; nothing is left behind."""
    names = sorted(locked_up.iterdir())
    for each in locked_up.iterdir():
        each.chmod(file_mode)
    locked_up.chmod(0o555)
    read_only, found, told = _as_ordinary_user(lambda: _tried(locked_up / "ajar.json", clock))
    assert (read_only, found) == (True, [{"id": "a"}])
    assert "Everything saved earlier is safe" in told
    assert sorted(locked_up.iterdir()) == names


def test_a_read_only_file_is_not_replaced(locked_up, clock):
    """Somebody who made the file read-only meant it, even where the folder would allow more."""
    if os.geteuid() == 0:
        for each in (locked_up, *locked_up.iterdir()):
            os.chown(each, NOBODY, NOBODY)
    locked_up.chmod(0o700)
    (locked_up / "ajar.json").chmod(0o444)
    read_only, found, _ = _as_ordinary_user(lambda: _tried(locked_up / "ajar.json", clock))
    assert (read_only, found) == (True, [{"id": "a"}])


def test_a_folder_that_cannot_be_made_is_an_empty_workspace_to_read(locked_up, clock):
    """Where not even the folder can be made, the app starts and says that it cannot save."""
    locked_up.chmod(0o555)
    path = locked_up / "deeper" / "ajar.json"
    read_only, found, told = _as_ordinary_user(lambda: _tried(path, clock))
    assert (read_only, found) == (True, [])
    assert told.startswith("Not saved")


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o000, 0o755), (0o644, 0o000)])
def test_an_unreadable_file_is_told(locked_up, clock, file_mode, folder_mode):
    """A file that may not be read is neither empty nor overwritten."""
    for each in locked_up.iterdir():
        each.chmod(file_mode)
    locked_up.chmod(folder_mode)

    def told():
        try:
            open_database(locked_up / "ajar.json", now=clock)
        except StorageError as refused:
            return type(refused).__name__
        return "opened"

    assert _as_ordinary_user(told) == "UnreadableFileError"
