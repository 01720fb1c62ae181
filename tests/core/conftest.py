"""What the core tests share: a clock that is told the time, and empty workspaces."""

from datetime import UTC, datetime

import pytest

from core.workspace import Workspace
from tests.clock import Clock


@pytest.fixture
def clock():
    """A Thursday evening in March."""
    return Clock(datetime(2026, 3, 12, 18, 0, tzinfo=UTC))


@pytest.fixture
def workspace(clock):
    """An empty workspace in memory."""
    return Workspace.in_memory(clock)


@pytest.fixture
def home(tmp_path):
    """Where a person's files are going to be."""
    return tmp_path / "ajar"


@pytest.fixture
def open_again(home, clock, monkeypatch):
    """Open the workspace on disk, as another window or the next start would."""
    monkeypatch.setattr("os.fsync", lambda _: None)  # waiting for the disk is tested elsewhere
    opened = []

    def open_one():
        opened.append(Workspace.open(home, clock))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def on_disk(open_again):
    """An empty workspace on disk."""
    return open_again()
