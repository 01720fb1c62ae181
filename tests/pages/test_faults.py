"""When saving fails: a sentence, the text still in the form, and a way to take it along."""

import errno

import pytest

from core.collection import Collection
from core.content.loader import words
from core.storage import files
from core.worksheets.desk import begin
from core.worksheets.shelf import worksheets
from tests.pages.screen import BROKEN

CHECK_IN = "feel/check_in.py"
MY_WORDS = "what I would miss"


class Disk:
    """A disk that can be full: then no file can be written any more."""

    def __init__(self, write):
        self.full = False
        self._write = write

    def write_durably(self, *version):
        """Write as ever, or refuse as a full disk does."""
        if self.full:
            raise OSError(errno.ENOSPC, "no space")
        return self._write(*version)


@pytest.fixture
def disk(monkeypatch):
    """The disk under the words, with room on it."""
    disk = Disk(files.write_durably)
    monkeypatch.setattr(files, "write_durably", disk.write_durably)
    return disk


class TestFullDisk:
    """Nothing typed is lost, and nothing is called saved."""

    def test_the_text_stays_and_the_sentence_says_what_to_do(self, visit, stored, disk):
        """The form keeps mood and note; the record is not there."""
        screen = visit(CHECK_IN).pick("mood", 4).type("note", MY_WORDS)
        disk.full = True
        screen.press("check_in.save")
        assert "the disk is full" in screen.seen
        assert screen.field("text_area", "note").value == MY_WORDS
        assert screen.field("pills", "mood").value == 4
        assert not stored().check_ins.all()

    def test_the_text_can_be_downloaded(self, visit, disk):
        """A button under the sentence holds what was typed."""
        screen = visit(CHECK_IN).pick("mood", 4).type("note", MY_WORDS)
        disk.full = True
        screen.press("check_in.save")
        [offer] = screen.app.get("download_button")
        assert offer.proto.label == words("frame")["take_typed"]

    def test_saving_works_again_when_there_is_room(self, visit, stored, disk):
        """The same press succeeds once space is free."""
        screen = visit(CHECK_IN).pick("mood", 4).type("note", MY_WORDS)
        disk.full = True
        screen.press("check_in.save")
        disk.full = False
        screen.press("check_in.save")
        assert stored().check_ins.all()[0].note == MY_WORDS

    def test_a_draft_that_cannot_be_kept_is_said(self, visit, disk):
        """The page goes on, and says that only it holds the text."""
        screen = visit(CHECK_IN).pick("mood", 4)
        disk.full = True
        screen.type("note", MY_WORDS)
        assert words("forms")["not_kept"] in screen.seen


class TestFullDiskInAWorksheet:
    """Going on is saving; where it cannot be, the step stays with all that stands in it."""

    @pytest.fixture
    def at_work(self, visit, stored, today):
        """A thought check at its first step."""
        run = begin(stored(), worksheets()["thought_check"], None, today)
        return visit("worksheet.py", run=run.id)

    def test_the_step_stays_and_says_why(self, at_work, stored, disk):
        """And goes on once there is room."""
        at_work.type("situation", MY_WORDS)
        disk.full = True
        at_work.press(key := self._next(at_work))
        assert "the disk is full" in at_work.seen
        assert at_work.field("text_input", "situation").value == MY_WORDS
        assert stored().runs.all()[0].answers == {}
        disk.full = False
        at_work.press(key)
        [run] = stored().runs.all()
        assert (run.answers, run.at) == ({"situation": MY_WORDS}, "feelings")

    def test_a_worksheet_cannot_be_begun_without_room(self, visit, stored, disk):
        """It says so; nothing is half begun."""
        screen = visit("worksheet.py", worksheet="thought_check")
        disk.full = True
        screen.press("worksheet.begin.thought_check")
        assert "the disk is full" in screen.seen
        assert stored().runs.all() == ()

    @staticmethod
    def _next(screen):
        return next(each.key for each in screen.app.button if each.key.endswith("act.next"))


def test_a_folder_that_cannot_be_written_says_so_and_closes_saving(visit, monkeypatch):
    """Reading goes on; the button to save is closed."""
    monkeypatch.setattr(files, "writable", lambda _: False)
    screen = visit(CHECK_IN)
    assert words("frame")["read_only"] in screen.seen
    assert screen.app.button(key="check_in.save").disabled


def test_an_unknown_fault_shows_a_calm_page_without_details(visit, folder, monkeypatch, caplog):
    """What is safe and what to do; neither screen nor log holds a word that was typed."""
    screen = visit(CHECK_IN).pick("mood", 4).type("note", MY_WORDS)

    def stumble(*_, **__):
        raise RuntimeError(MY_WORDS)

    monkeypatch.setattr(Collection, "add", stumble)
    screen.app.button(key="check_in.save").click()
    screen.app.run()
    assert BROKEN in [each.value for each in screen.app.header]
    assert MY_WORDS not in caplog.text
