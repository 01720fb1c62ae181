"""Nothing is ever written over a file that is not what was written (I6)."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import AjarError
from core.storage.database import open_database
from core.storage.errors import (
    DamagedFileError,
    MissingFileError,
    NewerFileError,
    StorageError,
    UnreadableFileError,
)
from tests.storage.torture.damage import damaged_files, sound_file

DAMAGED = damaged_files()


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_file_is_refused_and_kept(kind, path, open_again):
    """Opening raises a typed error, and every byte in the folder stays as it was."""
    path.parent.mkdir()
    path.write_bytes(DAMAGED[kind])
    with pytest.raises((DamagedFileError, NewerFileError)):
        open_again()
    assert {each.name: each.read_bytes() for each in path.parent.iterdir()} == {
        path.name: DAMAGED[kind]
    }


@pytest.mark.parametrize("kind", DAMAGED)
def test_damage_while_running_is_refused_and_kept(kind, path, table):
    """Damage that happens while the app runs is not written over either."""
    table.insert({"id": "a"})
    path.write_bytes(DAMAGED[kind])
    for attempt in (table.all, lambda: table.insert({"id": "b"})):
        with pytest.raises((DamagedFileError, NewerFileError)):
            attempt()
    assert path.read_bytes() == DAMAGED[kind]


def test_a_folder_in_place_of_the_file_is_refused(path, open_again):
    """A folder where the file should be is a typed error."""
    path.mkdir(parents=True)
    with pytest.raises(UnreadableFileError):
        open_again()


def test_a_file_in_place_of_the_folder_is_refused(path, open_again):
    """A file where the folder should be is a typed error."""
    path.parent.write_bytes(b"")
    with pytest.raises(StorageError):
        open_again().table("cases").insert({})


def test_the_error_says_where_and_what_to_do(path, open_again):
    """The sentence names the byte, says that nothing was lost, and offers ways on."""
    path.parent.mkdir()
    path.write_bytes('{"cases":{"1":{"note":"é"},"2":'.encode())
    with pytest.raises(DamagedFileError) as damaged:
        open_again()
    assert damaged.value.offset == len('{"cases":{"1":{"note":"é"},"2":'.encode())
    assert "Nothing was changed" in damaged.value.sentence
    assert "restore an earlier copy" in damaged.value.sentence


def test_no_error_carries_the_words(path, open_again):
    """An error, its arguments and its causes can be logged: no word of the person is in them."""
    path.parent.mkdir()
    path.write_bytes(b'{"cases":{"1":{"story":"They laughed at me"},}')
    with pytest.raises(DamagedFileError) as damaged:
        open_again()
    assert damaged.value.__cause__ is None
    assert "laughed" not in repr((damaged.value, damaged.value.args, vars(damaged.value)))


def test_a_missing_file_with_copies_is_no_empty_start(table, path, open_again):
    """Where earlier versions exist, a missing file is a loss to recover from."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    path.unlink()
    with pytest.raises(MissingFileError):
        open_again()
    assert not path.exists()


def test_a_missing_file_without_history_is_an_empty_workspace(path, open_again):
    """The first start begins empty and writes nothing before there is something to keep."""
    assert open_again().tables() == set()
    assert list(path.parent.iterdir()) == []


@given(
    place=st.integers(0, len(sound_file()) - 1),
    removed=st.integers(0, 40),
    put=st.binary(max_size=6) | st.sampled_from([b"null", b"}", b'"', b"[", b"1e999", b"\\u0000"]),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None
)
@pytest.mark.usefixtures("no_waiting_for_the_disk")
def test_only_typed_errors_escape_from_any_file(tmp_path, clock, place, removed, put):
    """However the bytes were changed, opening either works or says what is wrong, in kind."""
    path = tmp_path / "fuzzed.json"
    good = sound_file()
    path.write_bytes(good[:place] + put + good[place + removed :])
    try:
        database = open_database(path, now=clock)
        database.table("t").insert({"k": 1})
    except AjarError:
        assert path.read_bytes() == good[:place] + put + good[place + removed :]
    else:
        assert {"k": 1} in open_database(path, now=clock).table("t").all()


def test_a_circle_of_links_is_told(path, open_again):
    """A link that leads to itself is a typed error."""
    path.parent.mkdir()
    path.symlink_to(path)
    with pytest.raises(UnreadableFileError):
        open_again()
