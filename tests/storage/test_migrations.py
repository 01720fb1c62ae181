"""Older files are brought along with a copy kept; newer ones are left alone (I6, I11)."""

import json
from pathlib import Path

import pytest

from core.storage.errors import BackupFailedError, DamagedFileError, NewerFileError
from core.storage.migrations import MIGRATIONS, MIN_READER, SCHEMA, Formats

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))


def _second(tables):
    cases = {k: each | {"door": "unknown"} for k, each in tables["cases"].items()}
    return tables | {"cases": cases}


def _third(tables):
    return {("noes" if name == "cases" else name): each for name, each in tables.items()}


THREE = Formats(schema=3, min_reader=3, steps={1: _second, 2: _third})


@pytest.fixture
def first_format(path):
    """A file of format 1 with a table and a field that nobody knows."""
    path.parent.mkdir()
    content = {
        "_meta": {"1": {"schema": 1, "min_reader": 1, "rev": 7, "colour": "green"}},
        "cases": {"1": {"id": "a", "from_the_future": [1, {"deep": True}]}},
        "unknown": {"4": {"x": "y"}},
    }
    path.write_text(json.dumps(content))
    return path.read_bytes()


@pytest.mark.usefixtures("first_format")
def test_every_step_is_taken_and_what_is_unknown_is_kept(path, open_again):
    """Steps run in order; unknown tables, fields and remarks survive; one commit is made."""
    database = open_again(formats=THREE)
    assert database.table("noes").all() == [
        {"id": "a", "from_the_future": [1, {"deep": True}], "door": "unknown"}
    ]
    assert database.table("unknown").get(doc_id=4) == {"x": "y"}
    meta = json.loads(path.read_bytes())["_meta"]["1"]
    assert (meta["schema"], meta["min_reader"], meta["rev"], meta["colour"]) == (3, 3, 8, "green")


def test_a_copy_of_the_old_format_is_kept_first(first_format, open_again, folder):
    """The file as it was before a migration can be had back, byte for byte."""
    open_again(formats=THREE)
    [backup] = folder.backups.all()
    assert (backup.reason, backup.content()) == ("migration", first_format)


def test_without_a_copy_there_is_no_migration(first_format, path, open_again, monkeypatch):
    """Where the copy cannot be kept, the old file stays as it is."""
    monkeypatch.setattr("core.storage.files.keep_copy", _full)
    with pytest.raises(BackupFailedError):
        open_again(formats=THREE)
    assert path.read_bytes() == first_format


@pytest.mark.parametrize("failure", [KeyError, TypeError])
def test_a_step_that_fails_changes_nothing(first_format, path, open_again, failure):
    """A file that does not follow its own format is damage, and stays as it is."""

    def stumble(_):
        raise failure

    with pytest.raises(DamagedFileError):
        open_again(formats=Formats(schema=2, steps={1: stumble}))
    assert path.read_bytes() == first_format


def test_a_step_with_a_wrong_result_changes_nothing(first_format, path, open_again):
    """What a step returns is checked before it is written."""
    with pytest.raises(DamagedFileError):
        open_again(formats=Formats(schema=2, steps={1: lambda _: {"cases": []}}))
    assert path.read_bytes() == first_format


@pytest.mark.usefixtures("first_format")
def test_a_newer_file_is_left_alone(path, open_again):
    """A file that only newer programs can read is refused, naming the version that wrote it."""
    path.write_text(json.dumps({"_meta": {"1": {"schema": 9, "app_version": "4.2"}}}))
    before = path.read_bytes()
    with pytest.raises(NewerFileError, match=r"version 4\.2 of Ajar \(format 9\)"):
        open_again()
    assert path.read_bytes() == before


def test_a_newer_file_that_says_so_can_be_read_only(first_format, path, open_again):
    """Where the newer format is readable for us, we read it and never write it."""
    content = json.loads(first_format)
    content["_meta"]["1"] |= {"schema": 2, "min_reader": 1}
    path.write_text(json.dumps(content))
    database = open_again()
    assert (database.read_only, database.table("cases").get(doc_id=1)["id"]) == (True, "a")
    with pytest.raises(NewerFileError):
        database.table("cases").insert({})
    assert json.loads(path.read_bytes()) == content


def test_a_newer_file_that_appears_while_running_is_left_alone(path, table):
    """A second, newer program may take the file over; we stop writing."""
    table.insert({"id": "a"})
    content = json.loads(path.read_bytes())
    content["_meta"]["1"] |= {"schema": 2, "min_reader": 2}
    path.write_text(json.dumps(content))
    with pytest.raises(NewerFileError):
        table.insert({"id": "b"})
    assert json.loads(path.read_bytes()) == content


def test_a_file_of_the_present_format_is_not_written_at_open(first_format, path, open_again):
    """Opening and reading alone change no byte."""
    open_again().table("cases").all()
    assert path.read_bytes() == first_format


def test_every_released_format_has_a_golden_file():
    """A format that was released stays readable: its golden file is here."""
    assert [each.name for each in GOLDEN] == [f"format_{n}.json" for n in range(1, SCHEMA + 1)]
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA))
    assert MIN_READER <= SCHEMA


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda each: each.stem)
def test_golden_files_open_in_the_present_format(golden, path, open_again):
    """Each golden file opens, migrates, takes a new record and keeps every old one."""
    path.parent.mkdir()
    path.write_bytes(golden.read_bytes())
    before = json.loads(golden.read_bytes())
    database = open_again()
    database.table("cases").insert({"id": "new"})
    after = json.loads(path.read_bytes())
    assert after["_meta"]["1"]["schema"] == SCHEMA
    assert after["_meta"]["1"]["workspace_uid"] == before["_meta"]["1"]["workspace_uid"]
    for name in before.keys() - {"_meta"}:
        assert {each["id"] for each in before[name].values()} <= {
            each["id"] for each in after[name].values()
        }


def _full(*_):
    raise OSError(28, "No space left on device")
