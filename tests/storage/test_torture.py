"""Our storage survives what it is held against; `python -m tests.storage.torture` does more."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

if not hasattr(os, "fork"):
    pytest.skip("the torture forks its writers", allow_module_level=True)

from tests.storage.torture.crowds import processes, threads
from tests.storage.torture.faults import damage, full_disk, read_only
from tests.storage.torture.kills import kills
from tests.storage.torture.stores import ajar, tinydb

KILLS = 60


def test_killed_writers_lose_nothing_acknowledged(tmp_path):
    """Killed at random moments, a writer leaves a readable file with every acknowledged word."""
    tally = kills(ajar, tmp_path, KILLS, base=300)
    assert tally.harmless, tally
    assert tally.counts["acknowledged"] > KILLS


def test_eight_processes_lose_nothing(tmp_path):
    """Eight processes that insert at once all keep every word."""
    tally = processes(ajar, tmp_path)
    assert tally.harmless, tally
    assert tally.counts["acknowledged"] == 400


@pytest.mark.parametrize("shared", [True, False], ids=["one store", "one each"])
def test_eight_threads_lose_nothing(tmp_path, shared):
    """Eight threads that insert at once all keep every word."""
    tally = threads(ajar, tmp_path, shared=shared)
    assert tally.harmless, tally
    assert tally.counts["acknowledged"] == 400


@pytest.mark.parametrize("fault", [full_disk, read_only, damage])
def test_faults_lose_nothing(fault, outside):
    """A full disk, a read-only folder and damaged files cost no acknowledged word."""
    tally = fault(ajar, outside)
    assert tally.harmless, tally


@pytest.fixture
def outside():
    """A folder that another user may reach, which pytest's own folders are not."""
    folder = Path(tempfile.mkdtemp(prefix="ajar-faults-"))
    yield folder
    shutil.rmtree(folder)


def test_the_torture_finds_what_is_wrong_with_others(tmp_path):
    """The harness is no rubber stamp: stock TinyDB does not survive eight processes."""
    assert not processes(tinydb, tmp_path).harmless
