"""Stock TinyDB methods whose results are private and whose inserts never overwrite (I5, I7, I8)."""

import pytest
from tinydb import where
from tinydb.table import Document

from core.storage.database import open_memory
from core.storage.errors import UnstorableError


@pytest.fixture(params=["file", "memory"])
def table(request):
    """The same promises hold in a file and in memory."""
    store = request.getfixturevalue("database") if request.param == "file" else open_memory()
    return store.table("cases")


READS = {
    "get": lambda table: table.get(doc_id=1),
    "get by condition": lambda table: table.get(where("id") == "a"),
    "all": lambda table: table.all()[0],
    "search": lambda table: table.search(where("id") == "a")[0],
    "search again": lambda table: [table.search(where("id") == "a") for _ in "12"][1][0],
    "iteration": lambda table: next(iter(table)),
}


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_what_was_read_can_be_changed_without_harm(table, read):
    """Changing a result, however deep, changes nothing that is stored."""
    table.insert({"id": "a", "stages": [{"stage": "applied"}]})
    read(table)["stages"][0]["stage"] = "offer"
    assert read(table) == {"id": "a", "stages": [{"stage": "applied"}]}


def test_what_was_written_can_be_changed_without_harm(table):
    """Changing what was handed in changes nothing that is stored."""
    stages = [{"stage": "applied"}]
    table.insert({"stages": stages})
    table.update({"again": stages}, doc_ids=[1])
    stages[0]["stage"] = "offer"
    assert table.get(doc_id=1) == {
        "stages": [{"stage": "applied"}],
        "again": [{"stage": "applied"}],
    }


def test_inserting_many_never_overwrites(table):
    """Numbers given by the caller and numbers given by the table do not meet."""
    table.insert({"id": "first"})
    numbers = table.insert_multiple([Document({"id": "second"}, doc_id=2), {"id": "third"}])
    assert numbers == [2, 3]
    assert [each["id"] for each in table] == ["first", "second", "third"]


def test_a_taken_number_is_refused(table):
    """An insert under a number that is taken fails and changes nothing."""
    table.insert_multiple([{"id": "a"}, {"id": "b"}])
    with pytest.raises(ValueError, match="already exists"):
        table.insert_multiple([{"id": "c"}, Document({"id": "d"}, doc_id=3)])
    with pytest.raises(ValueError, match="already exists"):
        table.insert(Document({"id": "d"}, doc_id=1))
    assert [each["id"] for each in table] == ["a", "b"]


def test_a_number_is_not_given_twice(table):
    """The number of a removed document is not reused while the app runs."""
    table.insert_multiple([{"id": "a"}, {"id": "b"}])
    table.remove(doc_ids=[2])
    assert table.insert({"id": "c"}) == 3


def test_numbers_move_on_with_a_foreign_commit(database, open_again):
    """A second window's numbers are seen before the next one is given."""
    mine, theirs = database.table("cases"), open_again().table("cases")
    assert (mine.insert({}), theirs.insert({}), mine.insert({})) == (1, 2, 3)


def test_a_number_that_no_file_can_hold_is_refused(table):
    """Negative numbers would make the file unreadable."""
    with pytest.raises(UnstorableError):
        table.insert(Document({}, doc_id=-1))
    assert table.all() == []


def test_updates_reach_what_they_name(table):
    """Update by number, by condition and by function; unknown numbers are left out."""
    table.insert_multiple([{"mood": 1}, {"mood": 2}, {"mood": 3}])
    assert table.update({"seen": True}, doc_ids=[1, 99]) == [1]
    assert table.update(lambda each: each.update(mood=9), where("mood") == 2) == [2]
    assert table.update_multiple([({"low": True}, where("mood") == 3)]) == [3]
    assert table.all() == [{"mood": 1, "seen": True}, {"mood": 9}, {"mood": 3, "low": True}]


def test_upsert_updates_or_adds(table):
    """Upsert changes what matches, and adds what is new."""
    assert table.upsert({"id": "a", "mood": 1}, where("id") == "a") == [1]
    assert table.upsert({"id": "a", "mood": 2}, where("id") == "a") == [1]
    assert table.upsert(Document({"mood": 3}, doc_id=1)) == [1]
    assert table.all() == [{"id": "a", "mood": 3}]


def test_removing_and_emptying(table):
    """Remove by number and by condition, then everything."""
    table.insert_multiple([{"mood": 1}, {"mood": 2}, {"mood": 3}])
    assert table.remove(doc_ids=[1, 99]) == [1]
    assert table.remove(where("mood") == 2) == [2]
    assert table.all() == [{"mood": 3}]
    table.truncate()
    assert table.all() == []


def test_documents_that_did_not_change_stay_the_same_objects(table):
    """Readers may tell by identity what a commit left alone."""
    table.insert_multiple([{"id": "a"}, {"id": "b"}])
    before = table.documents()
    table.update(lambda each: each.update(mood=1), where("id") == "b")
    after = table.documents()
    assert after is not before
    assert (after["1"] is before["1"], after["2"] is before["2"]) == (True, False)


def test_the_description_of_the_file_is_no_table(database):
    """Nobody can read or write the file's own description as documents."""
    database.table("cases").insert({})
    assert database.tables() == {"cases"}
    with pytest.raises(ValueError, match="describes the file"):
        database.table("_meta")
