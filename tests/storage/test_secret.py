"""The secret of the calendar's address: in one small file, for its owner, gone with the rest."""

import stat
import sys

import pytest

from core.storage import files
from core.storage.errors import StorageError
from core.storage.forgetting import erase
from core.storage.secret import is_secret, keep_secret, secret_of


def test_none_opens_nothing(folder):
    """Before the first, and after it was taken back, not even no secret is the right one."""
    assert (secret_of(folder), is_secret(folder, "")) == ("", False)
    keep_secret(folder, "a")
    keep_secret(folder, "")
    assert [is_secret(folder, each) for each in ("", "a")] == [False, False]


def test_it_is_known_by_itself_alone(folder):
    """The one before it, a piece of it, and what no file can hold are all wrong."""
    keep_secret(folder, "before")
    keep_secret(folder, "known")
    told = ("known", "before", "know", "known ", "Known", "\ud800", "é")
    assert [is_secret(folder, each) for each in told] == [True] + [False] * 6


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_it_is_for_its_owner_alone(folder):
    """Nobody else of this computer may read it."""
    keep_secret(folder, "known")
    assert stat.S_IMODE(folder.secret.stat().st_mode) == files.PRIVATE_FILE


def test_a_file_that_cannot_be_read_opens_nothing(folder):
    """A folder in its place is no secret, and putting one there is refused in words."""
    folder.secret.mkdir(parents=True)
    assert (secret_of(folder), is_secret(folder, "")) == ("", False)
    with pytest.raises(StorageError):
        keep_secret(folder, "known")


def test_what_is_no_text_opens_nothing_that_can_be_told(folder):
    """Bytes that another program put there stop nothing."""
    folder.secret.parent.mkdir()
    folder.secret.write_bytes(b"\xff\xfe")
    assert not is_secret(folder, "\xff\xfe")


def test_it_is_in_no_copy_and_erased_with_the_rest(folder, table, clock):
    """Safety copies are of the words; nothing is left of it in the end."""
    keep_secret(folder, "known-to-this-test")
    for shift in range(3):
        table.insert({"id": f"{shift}" * 32})
        clock.forward(days=1)
    every = [each for each in folder.path.parent.rglob("*") if each.is_file()]
    assert [each for each in every if b"known-to" in each.read_bytes()] == [folder.secret]
    assert folder.strangers() == []
    erase(folder)
    assert list(folder.path.parent.iterdir()) == []
