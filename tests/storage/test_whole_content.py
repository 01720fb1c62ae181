"""Everything out and everything back in: what a download holds, and what an import replaces."""

from datetime import UTC, datetime

import pytest
from filelock import FileLock

from core.storage import lock
from core.storage.codec import decode
from core.storage.database import open_database, open_memory
from core.storage.errors import BusyError, UnstorableError
from core.storage.forgetting import erase, forget
from core.storage.lock import lock_of


@pytest.fixture(params=["file", "memory"])
def store(request):
    """The same promises hold in a file and in memory."""
    return request.getfixturevalue("database") if request.param == "file" else open_memory()


def test_what_goes_out_comes_back_the_same(store, path):
    """The tables of a download, put back, are the tables of before."""
    store.table("cases").insert_multiple([{"id": "a", "pulls": ["pay"]}, {"id": "b"}])
    store.table("steps").insert({"id": "c"})
    content = store.content()
    store.drop_tables()
    store.replace_content(decode(content, path))
    assert store.table("cases").all() == [{"id": "a", "pulls": ["pay"]}, {"id": "b"}]
    assert store.tables() == {"cases", "steps"}


def test_a_download_of_a_file_is_the_file(database, table, path):
    """What is downloaded is, byte for byte, what lies on the disk."""
    table.insert({"id": "a", "story": "שלום 🎈"})
    assert database.content() == path.read_bytes()


def test_numbers_go_on_after_everything_was_replaced(store):
    """A record that is added after an import meets none of those that came with it."""
    table = store.table("cases")
    table.insert({"id": "a"})
    store.replace_content({"cases": {str(k): {"id": f"came {k}"} for k in range(1, 9)}})
    assert table.insert({"id": "new"}) == 9
    assert len(table) == 9


def test_a_number_is_not_given_again_after_everything_was_replaced(store):
    """Numbers that were given before an import are not given again after it."""
    table = store.table("cases")
    table.insert_multiple([{"id": "a"}, {"id": "b"}, {"id": "c"}])
    store.replace_content({"cases": {"1": {"id": "came"}}})
    assert table.insert({"id": "new"}) == 4


def test_replacing_everything_is_one_commit_after_a_copy(database, table, folder):
    """The version before an import is kept, and the import is one new version."""
    table.insert({"id": "a"})
    before = database.content()
    database.replace_content({"steps": {"1": {"id": "b"}}})
    assert ("import", before) in [(each.reason, each.content()) for each in folder.backups.all()]
    assert database.tables() == {"steps"}


def test_what_is_replaced_keeps_the_description_of_the_file(database, table, path):
    """An import brings words, not the identity of the file they came from."""
    table.insert({"id": "a"})
    before = decode(path.read_bytes(), path)["_meta"]["1"]
    database.replace_content({"_meta": {"1": {"workspace_uid": "foreign", "schema": 999}}})
    after = decode(path.read_bytes(), path)["_meta"]["1"]
    assert after == before | {"rev": before["rev"] + 1}


@pytest.mark.parametrize("tables", [[], {"cases": []}, {"cases": {"x": {}}}, {"cases": {"1": 2}}])
def test_what_is_no_set_of_tables_replaces_nothing(store, tables):
    """Tables of the wrong shape are refused, and everything stays."""
    store.table("cases").insert({"id": "a"})
    with pytest.raises(UnstorableError):
        store.replace_content(tables)
    assert store.table("cases").all() == [{"id": "a"}]


STEPS = {
    "replace everything": lambda folder: _opened(folder.path).replace_content({}),
    "restore": lambda folder: folder.restore(folder.backups.all()[0]),
    "start empty": lambda folder: folder.start_empty(),
    "accept": lambda folder: folder.accept(folder.salvage()),
    "forget": lambda folder: forget(folder, ["a"]),
    "erase": erase,
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_no_large_step_is_taken_while_another_window_saves(step, table, folder, monkeypatch):
    """Whoever writes is not overtaken: the step is refused after a wait and changes nothing."""
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    before = _bytes(folder)
    with FileLock(lock_of(folder.path).path), pytest.raises(BusyError):
        step(folder)
    assert _bytes(folder) == before


@pytest.mark.parametrize("step", ["forget", "erase"])
def test_drafts_that_are_being_saved_are_not_overtaken(step, table, folder, monkeypatch):
    """Also the drafts have a writer who is waited for."""
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    table.insert({"id": "a"})
    _opened(folder.drafts, with_backups=False).table("drafts").insert({"form": "x"})
    before = _bytes(folder)
    with FileLock(lock_of(folder.drafts).path), pytest.raises(BusyError):
        STEPS[step](folder)
    assert _bytes(folder) == before


def _opened(path, **options):
    return open_database(path, now=lambda: datetime.now(UTC), **options)


def _bytes(folder):
    every = folder.path.parent.rglob("*.json*")
    return {each.name: each.read_bytes() for each in every if each.suffix != ".lock"}
