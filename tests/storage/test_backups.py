"""Earlier versions are kept without anyone asking, and are readable when needed (I11)."""

import gzip
import os
from contextlib import suppress

import pytest

from core.storage import backups, files
from core.storage.backups import Reason
from core.storage.errors import UnreadableBackupError

pytestmark = pytest.mark.usefixtures("no_waiting_for_the_disk")


@pytest.fixture
def kept(folder):
    """The kept versions, newest first."""
    return folder.backups.all


def test_the_first_save_of_a_start_keeps_the_version_before(table, open_again, kept):
    """After a restart, the first save keeps what was there; the next ones cost nothing."""
    table.insert({"id": "a"})
    again = open_again().table("cases")
    again.insert({"id": "b"})
    again.insert({"id": "c"})
    assert [each.counts() for each in kept()] == [{"cases": 1}]


def test_the_first_save_of_an_hour_keeps_the_version_before(table, clock, kept):
    """An app that stays open keeps one version an hour."""
    for name in "abcd":
        table.insert({"id": name})
        clock.forward(minutes=40)
    assert [each.counts() for each in kept()] == [{"cases": 3}, {"cases": 1}]


def test_a_recent_copy_takes_no_room(table, path, kept):
    """A copy of the present version is a second name for the same bytes."""
    table.insert({"id": "a"})
    inode = path.stat().st_ino
    table.insert({"id": "b"})
    assert kept()[0].path.stat().st_ino == inode


def test_where_links_do_not_work_the_bytes_are_copied(table, path, kept, monkeypatch):
    """On file systems without hard links a copy is kept all the same."""
    table.insert({"id": "a"})
    before = path.read_bytes()
    monkeypatch.setattr(files.os, "link", _refuse)
    table.insert({"id": "b"})
    assert kept()[0].content() == before


def test_old_copies_are_compressed_and_still_read(table, clock, kept):
    """A copy older than a day is made small, and gives back exactly the same."""
    table.insert({"id": "a", "story": "the same words again and again " * 50})
    table.insert({"id": "b"})
    before = kept()[0].content()
    clock.forward(days=2)
    table.insert({"id": "c"})
    newest, oldest = kept()
    assert (newest.packed, oldest.packed) == (False, True)
    assert oldest.content() == before
    assert oldest.path.stat().st_size < len(before) / 3


def test_a_damaged_copy_is_told_by_its_checksum(table, clock, kept):
    """One changed byte in a compressed copy is noticed."""
    table.insert({"id": "a", "story": "words"})
    table.insert({"id": "b"})
    clock.forward(days=2)
    table.insert({"id": "c"})
    oldest = kept()[-1]
    raw = bytearray(oldest.path.read_bytes())
    raw[-6] ^= 1
    oldest.path.write_bytes(raw)
    for look in (oldest.content, oldest.read, oldest.counts):
        with pytest.raises(UnreadableBackupError):
            look()


def test_a_copy_is_verified_before_it_counts(database, table, kept, monkeypatch):
    """A copy that cannot be read back is not kept, and the step that needed it is not taken."""
    table.insert({"id": "a"})

    def copy_badly(_, target):
        target.write_bytes(b"{}x")

    monkeypatch.setattr(files, "keep_copy", copy_badly)
    with pytest.raises(Exception, match="Nothing was changed"):
        database.keep_backup(Reason.IMPORT)
    assert kept() == []


def test_a_copy_is_removed_only_once_its_small_form_is_verified(table, clock, kept, monkeypatch):
    """Where compressing went wrong, the copy as it was is still there."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    clock.forward(days=2)
    monkeypatch.setattr(backups.gzip, "compress", lambda *_, **__: b"not compressed")
    table.insert({"id": "c"})
    assert {"cases": 1} in [each.counts() for each in kept() if not each.packed]


def test_names_say_when_and_why_without_colons(database, table, kept):
    """Names sort by time and are valid on every system."""
    table.insert({"id": "a"})
    database.keep_backup(Reason.REMOVAL)
    assert kept()[0].path.name == "ajar-20260302-093000-000000-removal.json"
    assert str(kept()[0].taken_at) == "2026-03-02 09:30:00+00:00"


def test_two_copies_in_one_moment_do_not_meet(database, table, kept):
    """Several copies within one tick of the clock are all kept."""
    table.insert({"id": "a"})
    for _ in range(3):
        database.keep_backup(Reason.IMPORT)
        table.insert({})
    assert [each.counts()["cases"] for each in kept() if each.reason == "import"] == [3, 2, 1]


def test_foreign_files_among_the_copies_are_left_alone(table, clock, folder, kept):
    """What somebody else put into the folder is neither listed nor removed."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    foreign = folder.backups.folder / "holiday.json"
    foreign.write_bytes(b"{}")
    for _ in range(60):
        clock.forward(days=40)
        table.insert({})
    assert foreign.exists()
    assert foreign not in [each.path for each in kept()]


def test_copies_thin_out(table, clock, kept):
    """Two years of hourly saves on working days do not pile up."""
    for _ in range(104):
        clock.forward(days=7)
        table.insert({})
        clock.forward(hours=1)
        table.insert({})
    assert len(kept()) < 60


def test_copies_have_a_limit(table, clock, kept, monkeypatch):
    """All copies together stay under the limit; the newest always stays."""
    monkeypatch.setattr(
        backups, "within", lambda sizes: {moment for moment, _ in sorted(sizes)[-2:]}
    )
    for _ in range(6):
        table.insert({})
        clock.forward(hours=2)
    assert len(kept()) == 2


def test_copies_compress_with_a_tool_that_everyone_has(table, clock, kept):
    """A person can open a compressed copy without Ajar."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    clock.forward(days=2)
    table.insert({"id": "c"})
    assert b'"cases"' in gzip.decompress(kept()[-1].path.read_bytes())


def _refuse(*_args, **_options):
    raise OSError(1, os.strerror(1))


def test_a_copy_with_an_impossible_name_is_nobodys(table, open_again, folder, kept):
    """A name that looks like ours but holds no moment is a foreign file."""
    table.insert({"id": "a"})
    table.insert({"id": "b"})
    name = "ajar-20269999-999999-000000-save.json"
    (folder.backups.folder / name).write_bytes(b"{}")
    assert len(open_again().table("cases")) == 2
    assert name not in [each.path.name for each in kept()]


def test_whatever_happens_to_a_compressed_copy_it_is_told(table, clock, kept):
    """Any changed byte leads to one typed error or to the same words."""
    table.insert({"id": "a", "story": "words"})
    table.insert({"id": "b"})
    clock.forward(days=2)
    table.insert({"id": "c"})
    oldest = kept()[-1]
    good, before = oldest.path.read_bytes(), oldest.read()
    for place in range(len(good)):
        oldest.path.write_bytes(good[:place] + bytes([good[place] ^ 0x55]) + good[place + 1 :])
        with suppress(UnreadableBackupError):
            assert oldest.read() == before


@pytest.mark.parametrize("reason", [Reason.IMPORT, Reason.REMOVAL, Reason.RESTORE])
def test_the_way_back_from_a_large_step_outlives_the_hour(
    reason, database, table, open_again, kept
):
    """However often the app is started afterwards, the version before the step stays."""
    table.insert({"id": "a"})
    database.keep_backup(reason)
    for name in "bcd":
        open_again().table("cases").insert({"id": name})
    assert kept()[-1].reason == reason


def test_the_way_back_from_a_large_step_goes_in_the_end(database, table, clock, kept):
    """After a month the copy before a step counts like any other."""
    table.insert({"id": "a"})
    for _ in range(3):
        database.keep_backup(Reason.IMPORT)
    clock.forward(days=31)
    table.insert({"id": "b"})
    assert [each.reason for each in kept()] == ["save", "import"]


def test_a_clock_that_jumps_back_stops_neither_saving_nor_copies(table, clock, kept):
    """A computer whose clock was years ahead still keeps the versions of the right time."""
    table.insert({"id": "a"})
    clock.forward(days=3650)
    table.insert({"id": "b"})
    clock.forward(days=-3650)
    table.insert({"id": "c"})
    clock.forward(hours=1)
    table.insert({"id": "d"})
    assert [each.counts()["cases"] for each in kept()] == [1, 3, 2]
