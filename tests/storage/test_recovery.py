"""The ways back: an earlier version, what can still be read, or a fresh start on one's word."""

import json

import pytest

from core.storage import files
from core.storage.errors import (
    DamagedFileError,
    MissingFileError,
    NewerFileError,
    UnconfirmedSaveError,
    UnreadableBackupError,
)
from core.storage.salvage import salvage
from tests.storage.torture.damage import damaged_files, sound_file

TORN = b'{"cases":{"1":{"id":"a"},"2":{"id":"b","sto'


@pytest.fixture
def damaged(table, path, open_again):
    """A file with an earlier version beside it, torn in the middle."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    path.write_bytes(TORN)
    with pytest.raises(DamagedFileError):
        open_again()
    return path


@pytest.mark.usefixtures("damaged")
def test_restoring_brings_a_version_back_and_keeps_the_damaged_bytes(folder, open_again):
    """After a restore the old words are there, and the damaged file lies aside, byte for byte."""
    [backup] = folder.backups.all()
    folder.restore(backup)
    assert open_again().table("cases").all() == [{"id": "a"}]
    assert [each.read_bytes() for each in folder.damaged()] == [TORN]
    assert ":" not in folder.damaged()[0].name


def test_restoring_over_a_sound_file_keeps_its_state_first(table, folder):
    """A restore can itself be taken back."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    folder.restore(folder.backups.all()[0])
    assert table.all() == [{"id": "a"}]
    folder.restore(next(each for each in folder.backups.all() if each.reason == "restore"))
    assert table.all() == [{"id": "a"}, {"id": "b"}]


def test_restoring_a_vanished_file(table, path, folder, open_again):
    """A missing file is brought back from its copies."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    path.unlink()
    folder.restore(folder.backups.all()[0])
    assert open_again().table("cases").all() == [{"id": "a"}]


def test_a_bad_copy_is_not_restored(damaged, folder):
    """A copy that is damaged or too new changes nothing."""
    [backup] = folder.backups.all()
    for content, kind in (
        (b"{}x", UnreadableBackupError),
        (b'{"_meta":{"1":{"schema":9}}}', NewerFileError),
    ):
        backup.path.write_bytes(content)
        with pytest.raises(kind):
            folder.restore(backup)
    assert damaged.read_bytes() == TORN
    assert folder.damaged() == []


def test_what_can_be_read_is_salvaged_on_a_yes(damaged, folder, open_again):
    """Looking changes nothing; accepting goes on with what was found and sets the rest aside."""
    salvaged = folder.salvage()
    assert (salvaged.counts, damaged.read_bytes()) == ({"cases": 1}, TORN)
    folder.accept(salvaged)
    assert open_again().table("cases").all() == [{"id": "a"}]
    assert [each.read_bytes() for each in folder.damaged()] == [TORN]


@pytest.mark.usefixtures("damaged")
def test_starting_empty_sets_the_damaged_file_aside(folder, open_again):
    """A fresh start happens only when asked for, and deletes nothing."""
    folder.start_empty()
    assert open_again().tables() == set()
    assert [each.read_bytes() for each in folder.damaged()] == [TORN]


def test_a_folder_in_the_way_is_moved_aside(path, folder, open_again):
    """A folder at the file's place is moved, with what is in it."""
    path.mkdir(parents=True)
    (path / "somebody.txt").write_text("else's")
    folder.start_empty()
    assert open_again().tables() == set()
    assert (folder.damaged()[0] / "somebody.txt").read_text() == "else's"


def test_a_file_set_aside_is_history(damaged, folder, open_again):
    """Where only a damaged file is left, a start is still no empty start."""
    folder.start_empty()
    for backup in folder.backups.all():
        backup.path.unlink()
    damaged.unlink()
    with pytest.raises(MissingFileError):
        open_again()


def test_other_json_files_are_named(table, path, folder):
    """Conflict copies of a sync program are listed, our own files are not."""
    table.insert({"id": "a"})
    conflict = path.with_name("ajar (conflicted copy).json")
    for each in (conflict, folder.drafts, path.with_name("notes.txt")):
        each.write_bytes(b"{}")
    assert folder.strangers() == [conflict]


SALVAGE = {
    "a sound file": (b'{"cases":{"1":{"id":"a"},"2":{"id":"b"}}}', {"cases": 2}),
    "a torn tail": (b'{"cases":{"1":{"id":"a"}}}"}}}', {"cases": 1}),
    "cut off": (b'{"cases":{"1":{"id":"a"},"2":{"id":', {"cases": 1}),
    "cut off later": (b'{"cases":{"1":{"id":"a"}},"steps":{"7":{"id":"b"},"8":', None),
    "a hole": (b'{"cases":{"1":{"id":"a"},"2":{"i\0\0\0\0"3":{"id":"c"}}}', {"cases": 2}),
    "the head is gone": (b'"id":"a"}},"steps":{"7":{"id":"b"}}}', {"steps": 1}),
    "not a number": (b'{"cases":{"1":{"mood":NaN}}}', {"cases": 1}),
    "one bad record": (b'{"cases":{"1":"x","2":{"id":"b"},"x":{}},"y":3}', None),
    "byte order mark": (b'\xef\xbb\xbf{"cases":{"1":{"id":"a"}}}', {"cases": 1}),
    "bytes that are no text": (b'{"cases":{"1":{"id":"\xff"}}}', {"cases": 1}),
    "nothing at all": (b"\0" * 100, {}),
}


@pytest.mark.parametrize(("raw", "counts"), SALVAGE.values(), ids=SALVAGE)
def test_every_whole_record_is_salvaged(raw, counts):
    """Whatever is damaged, each record that is whole is found in its table."""
    found = salvage(raw).counts
    assert found == counts if counts is not None else found["cases"] == 1


@pytest.mark.parametrize("kind", damaged_files())
def test_salvage_never_fails_and_finds_what_can_be_kept(kind, path, folder, open_again):
    """What is salvaged of any damage can be saved and opened."""
    path.parent.mkdir()
    path.write_bytes(damaged_files()[kind])
    if kind == "newer format":
        return
    folder.accept(folder.salvage())
    open_again().table("cases").insert({"id": "new"})


def test_a_truncated_file_gives_back_all_but_the_last_record():
    """Half a file gives back the records of that half, whole."""
    good = sound_file()
    documents = json.loads(good)["t"]
    kept = salvage(good[: len(good) // 2]).tables["t"]
    assert len(kept) >= len(documents) // 2 - 2
    assert kept.items() <= documents.items()


def test_a_restore_that_the_disk_did_not_confirm_says_so(table, path, folder, monkeypatch):
    """Where the new version is visible but unconfirmed, nobody is told that nothing happened."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    [backup] = folder.backups.all()
    real = files.sync_folder

    def refuse(synced):
        if synced == path.parent:
            raise OSError(5, "Input/output error")
        real(synced)

    monkeypatch.setattr(files, "sync_folder", refuse)
    with pytest.raises(UnconfirmedSaveError):
        folder.restore(backup)
    assert table.all() == [{"id": "a"}]


def test_the_description_is_salvaged_too(path, folder, open_again):
    """Of a torn file, its format and identity are kept, and the words count as that format."""
    path.parent.mkdir()
    path.write_bytes(b'{"_meta":{"1":{"schema":1,"workspace_uid":"u","rev":7}},"t":{"1":{"k":1},')
    folder.accept(folder.salvage())
    assert json.loads(path.read_bytes())["_meta"]["1"] == {
        "schema": 1,
        "workspace_uid": "u",
        "rev": 7,
    }
    assert open_again().table("t").all() == [{"k": 1}]


def test_a_torn_file_of_a_newer_version_is_left_to_it(path, folder):
    """What a newer version wrote is not salvaged into something that loses what it knew."""
    path.parent.mkdir()
    torn = b'{"_meta":{"1":{"schema":9}},"t":{"1":{"k":1},'
    path.write_bytes(torn)
    with pytest.raises(NewerFileError):
        folder.accept(folder.salvage())
    assert path.read_bytes() == torn


STEPS = {
    "restore": lambda folder: folder.restore(folder.backups.all()[0]),
    "start empty": lambda folder: folder.start_empty(),
    "accept": lambda folder: folder.accept(folder.salvage()),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("min_reader", [1, 9])
def test_a_file_of_a_newer_version_is_never_replaced(table, path, folder, step, min_reader):
    """Whether or not we can read it, only the newer version may write in its place."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    newer = {"_meta": {"1": {"schema": 9, "min_reader": min_reader}}, "cases": {"1": {"id": "c"}}}
    path.write_text(json.dumps(newer))
    copies = folder.backups.all()
    with pytest.raises(NewerFileError):
        step(folder)
    assert json.loads(path.read_bytes()) == newer
    assert (folder.damaged(), folder.backups.all()) == ([], copies)


def test_conflict_copies_of_copies_are_named(table, folder):
    """What a sync program put among the safety copies is no copy of ours, and no secret."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    [backup] = folder.backups.all()
    strangers = [
        backup.path.with_name(f"{backup.path.stem} (conflict).json"),
        backup.path.with_name(f"{backup.path.stem} (conflict).json.gz"),
    ]
    for each in strangers:
        each.write_bytes(b"{}")
    assert folder.strangers() == strangers
