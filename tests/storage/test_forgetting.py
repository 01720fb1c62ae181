"""Gone is gone: no byte of the folder holds the words any more."""

import contextlib
import gzip

import pytest

from core.storage import files
from core.storage.database import open_database
from core.storage.errors import (
    DamagedFileError,
    NewerFileError,
    NotSavedError,
    UnfinishedErasureError,
    UnreadableFileError,
)
from core.storage.folder import Folder
from core.storage.forgetting import erase, forget

WORDS = "the words that must not stay"
ID = "0f" * 16
OTHER = "1e" * 16


def holders(folder):
    """Every file of the folder that holds the words, compressed or not."""
    every = (each for each in folder.path.parent.rglob("*") if each.is_file())
    return [each for each in every if WORDS.encode() in _unpacked(each)]


def _unpacked(path):
    raw = path.read_bytes()
    return gzip.decompress(raw) if path.suffix == ".gz" else raw


@pytest.fixture
def drafts(folder, clock):
    """The table of drafts in its own file."""
    return open_database(folder.drafts, now=clock, with_backups=False).table("drafts")


@pytest.fixture
def spread(table, drafts, clock, folder):
    """A record and its draft in the file, in fresh and in compressed copies, and in drafts."""
    table.insert({"id": ID, "story": WORDS})
    table.insert({"id": OTHER, "story": "stays"})
    clock.forward(days=2)
    table.insert({"id": "x" * 32})
    clock.forward(hours=1)
    table.insert({"id": "y" * 32})
    drafts.insert({"form": f"case:{ID}", "fields": {"story": WORDS}})
    drafts.insert({"form": "check_in", "fields": {"note": "stays"}})
    assert len(holders(folder)) == 5
    assert any(each.packed for each in folder.backups.all())
    return table


def test_a_forgotten_record_is_in_no_byte_of_the_folder(spread, drafts, folder):
    """Delete now, also from backups: file, every copy and drafts are rewritten without it."""
    forgotten = forget(folder, [ID])
    assert (holders(folder), forgotten.versions, forgotten.left) == ([], 5, ())
    assert [each["id"] for each in spread] == [OTHER, "x" * 32, "y" * 32]
    assert [each["form"] for each in drafts] == ["check_in"]


def test_forgetting_keeps_everything_else_in_every_copy(spread, folder):
    """The other records of each copy can still be restored."""
    before = [each.counts() for each in folder.backups.all()]
    forget(folder, [ID])
    backups = folder.backups.all()
    assert [each.counts()["cases"] for each in backups] == [each["cases"] - 1 for each in before]
    folder.restore(backups[0])
    assert spread.get(doc_id=2) == {"id": OTHER, "story": "stays"}


@pytest.mark.usefixtures("spread")
def test_forgetting_takes_leftovers_of_interrupted_saves_too(folder):
    """Half-written versions are swept before the promise is given."""
    for place in (folder.path, folder.backups.all()[0].path, folder.drafts):
        place.with_name(f"{place.name}.1-ab{files.UNFINISHED}").write_text(WORDS)
    forget(folder, [ID])
    assert holders(folder) == []


@pytest.mark.usefixtures("spread")
def test_forgetting_names_what_it_cannot_take_apart(folder):
    """Damaged files and copies of sync programs that may hold the record are named, not hidden."""
    aside = folder.path.with_name("ajar.damaged-20260101-000000-000000.json")
    stranger = folder.path.with_name("ajar (conflict).json")
    unrelated = folder.path.with_name("other.json")
    torn = folder.backups.all()[-1].path
    aside.write_text(f'{{"cases":{{"1":{{"id":"{ID}"')
    stranger.write_text(f'"{ID}"')
    unrelated.write_text("{}")
    torn.write_bytes(torn.read_bytes()[:-20])
    assert set(forget(folder, [ID]).left) == {aside, stranger, torn}


@pytest.mark.usefixtures("spread")
def test_forgetting_in_a_damaged_file_changes_nothing(folder):
    """A damaged file is never written over, not even to forget."""
    folder.path.write_bytes(b'{"cases":')
    with pytest.raises(DamagedFileError):
        forget(folder, [ID])
    assert folder.path.read_bytes() == b'{"cases":'


def test_an_interrupted_forgetting_can_be_repeated(spread, folder, monkeypatch):
    """Whichever write fails, the record is still there to be forgotten again."""
    for nth in range(1, 6):
        with monkeypatch.context() as patched:
            patched.setattr(files, "write_durably", _failing_at(nth, files.write_durably))
            try:
                forget(folder, [ID])
            except NotSavedError:
                assert spread.search(lambda each: each["id"] == ID)
    forget(folder, [ID])
    assert holders(folder) == []


@pytest.mark.usefixtures("spread")
def test_nothing_is_left_after_erasing(folder):
    """File, copies, drafts, damaged files, leftovers, logs and locks are gone, folder included."""
    folder.path.write_text(f'{{"cases": "{WORDS}"')
    folder.start_empty()
    folder.path.with_name("ajar.log").write_text("a line")
    folder.path.with_name("ajar.log.1").write_text("an older line")
    folder.path.with_name(f"ajar.json.1-ab{files.UNFINISHED}").write_text(WORDS)
    erase(folder)
    assert list(folder.path.parent.iterdir()) == []


@pytest.mark.usefixtures("spread")
def test_erasing_leaves_other_peoples_files(folder):
    """What Ajar did not write stays, and what of it may hold words is named."""
    foreign = [
        folder.path.with_name("holiday.json"),
        folder.path.with_name("notes.txt"),
        folder.backups.folder / "mine.json",
    ]
    for each in foreign:
        each.write_text("mine")
    assert erase(folder) == (foreign[0], foreign[2])
    assert sorted(each for each in folder.path.parent.rglob("*") if each.is_file()) == sorted(
        foreign
    )


@pytest.mark.usefixtures("spread")
def test_erasing_names_what_could_not_be_removed(folder, monkeypatch):
    """If a file resists, the others still go, and it is named."""
    stubborn = folder.backups.all()[0].path
    real = files.remove
    monkeypatch.setattr(files, "remove", lambda path: path != stubborn and real(path))
    with pytest.raises(UnfinishedErasureError, match=stubborn.name) as unfinished:
        erase(folder)
    assert unfinished.value.left == (stubborn,)
    assert holders(folder) == [stubborn]


@pytest.mark.usefixtures("spread")
def test_after_erasing_a_start_is_empty(folder, open_again):
    """A new beginning after erasing needs no recovery."""
    erase(folder)
    assert open_again().table("cases").all() == []


def _failing_at(nth, real):
    calls = iter(range(1, 100))

    def write(path, raw):
        if next(calls) == nth:
            raise OSError(5, "Input/output error")
        return real(path, raw)

    return write


@pytest.mark.usefixtures("spread")
def test_a_folder_among_the_strangers_is_named(folder):
    """What cannot even be looked into is named, and stops nothing."""
    stranger = folder.path.with_name("ajar (conflict).json")
    stranger.mkdir()
    assert forget(folder, [ID]).left == (stranger,)


@pytest.mark.usefixtures("spread")
def test_drafts_that_cannot_be_read_are_told(folder):
    """The error is typed, and the record is still there to be forgotten again."""
    folder.drafts.unlink()
    folder.drafts.mkdir()
    with pytest.raises(UnreadableFileError, match=r"drafts\.json"):
        forget(folder, [ID])
    folder.drafts.rmdir()
    forget(folder, [ID])
    assert holders(folder) == []


@pytest.mark.usefixtures("spread")
def test_damaged_drafts_are_set_aside_and_named(folder):
    """They stop nothing; where the torn bytes may hold the record, the person is told."""
    folder.drafts.write_bytes(folder.drafts.read_bytes()[:-3])
    forgotten = forget(folder, [ID])
    [aside] = folder.damaged()
    assert forgotten.left == (aside,)
    assert holders(folder) == [aside]
    erase(folder)
    assert list(folder.path.parent.iterdir()) == []


@pytest.mark.usefixtures("spread")
@pytest.mark.parametrize("broken", ["path", "drafts"])
def test_nothing_is_rewritten_where_something_cannot_be_read(folder, broken):
    """The file and the drafts are read before any copy is touched."""
    place = getattr(folder, broken)
    place.unlink()
    place.mkdir()
    before = {each.path: each.path.read_bytes() for each in folder.backups.all()}
    with pytest.raises(UnreadableFileError):
        forget(folder, [ID])
    assert {each.path: each.path.read_bytes() for each in folder.backups.all()} == before


@pytest.mark.usefixtures("spread")
def test_a_file_of_a_newer_format_is_not_rewritten_to_forget(folder):
    """What a newer version wrote, also where it can be read, is left to that version."""
    newer = (
        b'{"_meta":{"1":{"schema":9,"min_reader":1}},"cases":{"1":{"id":"' + ID.encode() + b'"}}}'
    )
    folder.path.write_bytes(newer)
    with pytest.raises(NewerFileError):
        forget(folder, [ID])
    assert folder.path.read_bytes() == newer


def test_many_records_go_in_one_pass(spread, folder, monkeypatch):
    """However many go, each version that holds one is rewritten once, and the file last."""
    written = []
    real = files.write_durably
    monkeypatch.setattr(
        files, "write_durably", lambda path, raw: written.append(path) or real(path, raw)
    )
    forgotten = forget(folder, {ID, "x" * 32, "y" * 32})
    assert (len(written), forgotten.versions, forgotten.left) == (5, 5, ())
    assert len(set(written)) == 5
    assert written[-1] == folder.path
    assert [each["id"] for each in spread] == [OTHER]


def test_what_a_kill_in_between_leaves_is_finished_by_doing_it_again(spread, folder, monkeypatch):
    """Each version holds all of the records or none, and the file is the last to lose them."""

    def held():
        found = {each.path: each.read()["cases"].values() for each in folder.backups.all()}
        return {path: {each["id"] for each in told} & {ID, OTHER} for path, told in found.items()}

    before = held()
    for nth in range(1, 6):
        with monkeypatch.context() as patched:
            patched.setattr(files, "write_durably", _failing_at(nth, files.write_durably))
            with contextlib.suppress(NotSavedError):
                forget(folder, [ID, OTHER])
                continue
        assert all(left in (set(), before[path]) for path, left in held().items())
        assert {ID, OTHER} <= {each["id"] for each in spread}
    forget(folder, [ID, OTHER])
    assert holders(folder) == []
    assert {each["id"] for each in spread}.isdisjoint({ID, OTHER})


def test_drafts_beside_a_link_are_erased_too(path, clock, tmp_path):
    """Where only the file is a link, the drafts lie beside the link, and go as well."""
    target = tmp_path / "elsewhere" / "ajar.json"
    open_database(target, now=clock).table("cases").insert({"story": WORDS})
    path.parent.mkdir()
    path.symlink_to(target)
    drafts = open_database(path.with_name("drafts.json"), now=clock, with_backups=False)
    drafts.table("drafts").insert({"note": WORDS})
    erase(Folder(path, clock))
    every = [*target.parent.iterdir(), *path.parent.iterdir()]
    assert [each for each in every if each.exists()] == []
