"""What the core tests share: a clock that is told the time, and empty workspaces."""

from datetime import UTC, datetime, timedelta

import pytest

from core.workspace import Workspace


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self):
        self.moment = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)

    def __call__(self):
        """The moment that it is."""
        return self.moment

    def forward(self, **spans):
        """Let time pass."""
        self.moment += timedelta(**spans)


@pytest.fixture
def clock():
    """A Thursday evening in March."""
    return Clock()


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
