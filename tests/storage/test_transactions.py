"""Read-modify-write is one step: all of it or nothing, and nobody in between (I3, I4, I9)."""

import threading

import pytest

from core.storage.database import open_memory


class RerunException(BaseException):
    """Streamlit ends scripts with exceptions that are no errors."""


@pytest.fixture(params=["file", "memory"])
def store(request):
    """The same promises hold in a file and in memory."""
    return request.getfixturevalue("database") if request.param == "file" else open_memory()


def test_several_tables_change_in_one_commit(database, path):
    """A change over several tables is one version of the file."""
    database.table("cases").insert({"id": "a"})
    before = database.revision
    with database.transaction():
        database.table("cases").insert({"id": "b"})
        seen = path.read_bytes()
        database.table("steps").insert({"id": "c"})
        assert path.read_bytes() == seen
    assert database.revision > before
    assert b'"c"' in path.read_bytes()


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, RerunException])
def test_any_exception_takes_everything_back(store, failure):
    """Also an exception that is no error leaves all tables as they were."""
    store.table("cases").insert({"id": "a", "pulls": ["pay"]})
    before = store.revision

    def change():
        with store.transaction():
            store.table("cases").update({"pulls": []}, doc_ids=[1])
            store.table("steps").insert({"id": "b"})
            raise failure

    with pytest.raises(failure):
        change()
    assert store.table("cases").all() == [{"id": "a", "pulls": ["pay"]}]
    assert (store.tables(), store.revision) == ({"cases"}, before)


def test_an_updater_that_fails_halfway_changes_nothing(store):
    """A function that fails on the second document has not touched the first."""
    table = store.table("cases")
    table.insert_multiple([{"mood": 1}, {"note": "no mood here"}])

    def lift(document):
        document["mood"] += 1

    with pytest.raises(KeyError):
        table.update(lift)
    assert table.all() == [{"mood": 1}, {"note": "no mood here"}]


def test_inner_failure_can_be_survived(store):
    """A nested transaction that fails takes back its own part only."""
    table = store.table("cases")

    def fail():
        with store.transaction():
            table.insert({"id": "gone"})
            raise RerunException

    with store.transaction():
        table.insert({"id": "kept"})
        with pytest.raises(RerunException):
            fail()
    assert table.all() == [{"id": "kept"}]


def test_a_transaction_sees_its_own_changes(store):
    """Reads inside see what was changed inside, under a revision of its own."""
    table = store.table("cases")
    with store.transaction():
        before = store.revision
        table.insert({"id": "a"})
        assert (len(table), store.revision != before) == (1, True)
        assert table.get(doc_id=1) == {"id": "a"}


def test_other_threads_see_whole_versions_at_once(store):
    """While a transaction is open, other threads read the last version without waiting."""
    table = store.table("cases")
    table.insert({"id": "a"})
    seen = []
    with store.transaction():
        table.insert({"id": "b"})
        reader = threading.Thread(target=lambda: seen.append((len(table), len(table.documents()))))
        reader.start()
        reader.join(timeout=5)
        assert seen == [(1, 1)]
    assert len(table) == 2


def test_a_transaction_holds_the_lock_from_refresh_to_commit(database, open_again):
    """What another window counts and writes cannot fall between our count and our write."""
    table = database.table("cases")
    other = open_again().table("cases")
    with database.transaction():
        counted = len(table)
        writer = threading.Thread(target=other.insert, args=({"from": "other"},))
        writer.start()
        writer.join(timeout=0.2)
        assert writer.is_alive()
        table.insert({"counted": counted})
    writer.join()
    assert table.all() == [{"counted": 0}, {"from": "other"}]


def test_reading_inside_a_transaction_never_reads_the_file_again(database, path):
    """A file that another program replaces meanwhile does not leak into a transaction."""
    table = database.table("cases")
    table.insert({"id": "a"})

    def read():
        with database.transaction():
            path.write_bytes(b"{}")
            assert table.all() == [{"id": "a"}]
            raise RerunException

    with pytest.raises(RerunException):
        read()
    assert table.all() == []


def test_a_change_within_a_change_of_the_same_table_is_refused(store):
    """An updater cannot start another change whose result it would overwrite."""
    table = store.table("cases")
    table.insert({"id": "a"})
    with pytest.raises(RuntimeError):
        table.update(lambda _: table.insert({"id": "b"}))
    assert table.all() == [{"id": "a"}]


def test_tables_are_dropped_as_one_step(store):
    """Dropping a table can be taken back like any change."""
    store.table("cases").insert({"id": "a"})
    store.table("steps").insert({"id": "b"})

    def drop():
        with store.transaction():
            store.drop_tables()
            raise RerunException

    with pytest.raises(RerunException):
        drop()
    store.drop_table("steps")
    assert store.tables() == {"cases"}
