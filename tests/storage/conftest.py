"""What the storage tests share: a file, a clock that is told the time, and a way to open."""

from datetime import UTC, datetime

import pytest

from core.storage.database import open_database
from core.storage.folder import Folder
from tests.clock import Clock


@pytest.fixture
def clock():
    """A Monday morning."""
    return Clock(datetime(2026, 3, 2, 9, 30, tzinfo=UTC))


@pytest.fixture
def no_waiting_for_the_disk(monkeypatch):
    """Hundreds of saves in a moment; that they wait for the disk is tested elsewhere."""
    monkeypatch.setattr("os.fsync", lambda _: None)


@pytest.fixture
def path(tmp_path):
    """Where the file is going to be."""
    return tmp_path / "data" / "ajar.json"


@pytest.fixture
def open_again(path, clock):
    """Open the file anew, as the next start of the app would."""
    return lambda **options: open_database(path, now=clock, **options)


@pytest.fixture
def database(open_again):
    """The file, opened for the first time."""
    return open_again()


@pytest.fixture
def table(database):
    """One of its tables."""
    return database.table("cases")


@pytest.fixture
def folder(path, clock):
    """What lies around the file."""
    return Folder(path, clock)
