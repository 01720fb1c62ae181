"""A save is acknowledged when it will survive; the file is always a whole version (I1, I2)."""

import json
import os
import stat

import pytest
from tinydb import TinyDB

from core.storage import files


@pytest.fixture
def calls(monkeypatch):
    """The names of the durable steps, in the order in which they are taken."""
    taken = []

    class Watched:
        def __getattr__(self, name):
            if name in ("write", "fsync", "replace"):
                taken.append(name)
            return getattr(os, name)

    monkeypatch.setattr(files, "os", Watched())
    return taken


def test_a_save_is_written_synced_renamed_and_synced_again(table, calls):
    """An acknowledged save has passed fsync of the file, the rename and fsync of the folder."""
    table.insert({"id": "a"})
    assert calls == ["write", "fsync", "replace", "fsync"]


def test_a_saved_document_is_there_after_reopening(table, open_again):
    """What was saved is found by the next start."""
    table.insert({"id": "a", "story": "It was the third round."})
    assert open_again().table("cases").all() == [{"id": "a", "story": "It was the third round."}]


def test_a_version_once_visible_never_changes(table, path):
    """Whoever holds an old version open keeps reading exactly that version."""
    table.insert({"id": "a"})
    with path.open("rb") as old:
        before = path.read_bytes()
        table.insert({"id": "b"})
        assert old.read() == before != path.read_bytes()


def test_the_file_can_be_opened_by_stock_tinydb(table, path):
    """The words outlive Ajar: plain TinyDB reads the file."""
    table.insert({"id": "a"})
    with TinyDB(path) as plain:
        assert plain.table("cases").all() == [{"id": "a"}]


def test_the_file_says_what_it_is(open_again, path):
    """Format, readers, workspace, number of saves and version are in the file."""
    database = open_again(app_version="9.9")
    database.table("cases").insert({})
    first = json.loads(path.read_bytes())["_meta"]["1"]
    database.table("cases").insert({})
    second = json.loads(path.read_bytes())["_meta"]["1"]
    assert (first["schema"], first["min_reader"], first["app_version"]) == (1, 1, "9.9")
    assert second == first | {"rev": first["rev"] + 1}


def test_only_the_owner_can_read(table, path):
    """File 0600, folder 0700, and so are the lock and the copies."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    modes = {
        stat.S_IMODE(each.stat().st_mode): each.is_dir()
        for each in (path.parent, *path.parent.rglob("*"))
    }
    assert modes == {0o600: False, 0o700: True}


def test_a_new_folder_survives_a_power_cut_too(path, open_again, calls):
    """Not only the file but every folder made for it has a name that was synced."""
    open_again()
    assert calls == ["fsync"]
    assert path.parent.is_dir()


def test_a_link_to_a_file_elsewhere_stays_a_link(path, open_again, tmp_path):
    """Somebody who keeps the file in another folder and links to it has one file, not two."""
    real = tmp_path / "synced" / "words.json"
    path.parent.mkdir()
    path.symlink_to(real)
    open_again().table("cases").insert({"id": "a"})
    assert path.is_symlink()
    assert open_again().path == real
    assert b'"a"' in real.read_bytes()


def test_leftovers_of_an_interrupted_save_are_swept(table, path):
    """A save that died leaves nothing behind once the next one has the lock."""
    leftover = path.with_name(f"{path.name}.123-abcd{files.UNFINISHED}")
    other = path.with_name(f"someone-else.json.123-abcd{files.UNFINISHED}")
    for each in (leftover, other):
        each.write_bytes(b"half a version")
    table.insert({"id": "a"})
    assert (leftover.exists(), other.exists()) == (False, True)


def test_a_change_that_changes_nothing_is_not_saved(table, path):
    """An update to the same values costs no write."""
    table.insert({"id": "a", "mood": 1})
    before = path.stat().st_ino
    table.update({"mood": 1}, doc_ids=[1])
    table.remove(doc_ids=[99])
    assert path.stat().st_ino == before


def test_a_one_is_not_a_true(table):
    """Values that Python holds to be equal but a file does not are changes."""
    table.insert({"mood": 1})
    table.update({"mood": True}, doc_ids=[1])
    assert table.get(doc_id=1)["mood"] is True
