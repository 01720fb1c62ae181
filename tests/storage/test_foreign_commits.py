"""What another window or program wrote is seen by the very next read (I7)."""

import json
import os

import pytest

from core.storage import files
from core.storage.errors import MissingFileError


@pytest.fixture
def other(open_again):
    """A second database on the same file, as another window has it."""
    return open_again().table("cases")


def test_a_foreign_commit_is_seen_at_once(table, other):
    """No result, number or count of before survives a commit of another window."""
    table.insert({"id": "a"})
    assert (len(other), other.get(doc_id=1)) == (1, {"id": "a"})
    other.update({"mood": 1}, doc_ids=[1])
    other.insert({"id": "b"})
    assert table.all() == [{"id": "a", "mood": 1}, {"id": "b"}]


def test_the_revision_changes_with_every_commit_and_only_then(database, table, other):
    """Whoever keeps a view for a revision never shows an old one."""
    seen = [database.revision]
    for change in (table.insert, other.insert, table.insert):
        change({})
        seen.append(database.revision)
        assert database.revision == seen[-1]
    assert len(set(seen)) == len(seen)


def test_a_version_of_the_same_size_and_time_is_seen(table, path):
    """Same size and same modification time do not hide a new version."""
    table.insert({"id": "a"})
    before = path.stat()
    edited = path.with_name("edited")
    edited.write_bytes(path.read_bytes().replace(b'"a"', b'"b"'))
    os.utime(edited, ns=(before.st_atime_ns, before.st_mtime_ns))
    edited.replace(path)
    assert table.all() == [{"id": "b"}]


def test_the_inode_of_the_version_in_use_cannot_return(table, path):
    """The version that was read is held open, so no later version can get its inode number."""
    table.insert({"id": "a"})
    inode = path.stat().st_ino
    later = set()
    for number in range(50):
        files.write_durably(path, b'{"cases":{"1":{"id":"%d"}}}' % number).close()
        later.add(path.stat().st_ino)
    assert inode not in later
    assert table.all() == [{"id": "49"}]


def test_an_edit_by_hand_is_seen(table, path):
    """Somebody who edits the file in a text editor sees the edit in the app."""
    table.insert({"id": "a"})
    content = json.loads(path.read_bytes())
    content["cases"]["7"] = {"id": "by hand"}
    path.write_text(json.dumps(content, indent=2))
    assert table.get(doc_id=7) == {"id": "by hand"}
    assert table.insert({}) == 8


def test_a_file_that_vanishes_is_missed(table, path):
    """A file that a sync program took away is no empty workspace, and nothing replaces it."""
    table.insert({"id": "a"})
    path.unlink()
    for attempt in (table.all, lambda: table.insert({"id": "b"})):
        with pytest.raises(MissingFileError):
            attempt()
    assert not path.exists()


def test_a_file_that_returns_is_taken_up_again(table, path):
    """Once the file is back, everything goes on."""
    table.insert({"id": "a"})
    away = path.with_name("away")
    path.rename(away)
    with pytest.raises(MissingFileError):
        table.all()
    away.rename(path)
    table.insert({"id": "b"})
    assert [each["id"] for each in table] == ["a", "b"]


def test_closing_lets_go_of_the_file(database, table):
    """No file stays open after close."""
    pins = []
    table.insert({"id": "a"})
    pins.append(database.storage.current().pin)
    database.close()
    handle = pins.pop().handle
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)


def test_a_version_that_a_program_put_back_is_seen(table, path, clock):
    """A sync program that brings an older file, with its older time, is believed at once."""
    table.insert({"id": "a"})
    older = path.with_name("older")
    older.write_bytes(path.read_bytes())
    os.utime(older, (1, 1))
    table.insert({"id": "b"})
    clock.forward(days=-3650)
    older.replace(path)
    assert table.all() == [{"id": "a"}]
    assert table.insert({"id": "c"}) == 2
