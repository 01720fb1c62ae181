"""A file that cannot be opened: nothing is written, and there are ways back."""

import pytest

from core.cases import Case, Direction
from core.content.loader import words

SAY = words("recovery")


@pytest.fixture
def damaged(stored, folder, today):
    """A file cut off in the middle, with one good earlier version beside it."""
    workspace = stored()
    workspace.cases.add(Case(direction=Direction.SILENCE, happened_on=today, employer="Whole"))
    case = workspace.cases.add(Case(direction=Direction.SILENCE, happened_on=today, employer="A"))
    workspace.cases.replace(case.model_copy(update={"role": "Lead"}))
    workspace.close()
    path = folder / "ajar.json"
    path.write_bytes(path.read_bytes()[:-40])
    return path


@pytest.mark.parametrize("path", ["today.py", "support.py"])
def test_every_way_in_leads_here_or_to_support(visit, damaged, path):
    """No screen starts empty over a damaged file."""
    screen = visit(path) if path != "today.py" else visit()
    assert screen.app.title[0].value in {SAY["title"], words("support")["title"]}


def test_it_says_what_was_found_and_touches_nothing(visit, damaged):
    """The sentence names the file and the byte; the bytes stay."""
    before = damaged.read_bytes()
    screen = visit()
    assert "ajar.json is damaged at byte" in screen.seen
    assert damaged.read_bytes() == before


def test_an_earlier_version_brings_the_words_back(visit, damaged, stored, folder):
    """After the restore the app is itself again, and the damaged bytes are kept."""
    before = damaged.read_bytes()
    screen = visit()
    screen.app.selectbox(key="recovery.copy").set_value(0)
    screen.run().press("recovery.restore")
    assert [each.employer for each in stored().cases.all()] == ["Whole"]
    assert screen.app.title[0].value != SAY["title"]
    assert before in [each.read_bytes() for each in folder.glob("ajar.damaged*")]


def test_what_can_still_be_read_can_be_gone_on_with(visit, damaged, stored):
    """Salvaging shows how much there is before anything is done."""
    screen = visit()
    screen.app.checkbox(key="recovery.salvage").check()
    screen.run()
    screen.press("recovery.accept")
    assert [each.employer for each in stored().cases.all()] == ["Whole"]
    assert screen.app.title[0].value != SAY["title"]


def test_a_missing_file_with_copies_is_no_empty_start(visit, damaged):
    """It says that the file is gone, and offers the copies."""
    damaged.unlink()
    screen = visit()
    assert screen.app.title[0].value == SAY["title"]
    assert screen.app.selectbox(key="recovery.copy").options


def test_trying_again_works_once_the_file_is_back(visit, damaged):
    """A file put back by hand is simply opened."""
    good = max(damaged.parent.glob("backups/*.json")).read_bytes()
    screen = visit()
    damaged.write_bytes(good)
    screen.press("recovery.again")
    assert screen.app.title[0].value != SAY["title"]


def test_a_file_of_a_newer_version_is_only_handed_out(visit, damaged):
    """There is nothing to restore or salvage: one updates Ajar, and can take the file along."""
    newer = b'{"_meta":{"1":{"schema":9,"min_reader":9,"app_version":"9.1"}},"cases":{}}'
    damaged.write_bytes(newer)
    screen = visit()
    assert "Update Ajar" in screen.seen
    assert {each.key for each in screen.app.button} >= {"recovery.again"}
    assert [each.label for each in screen.app.get("download_button")] == [SAY["download_newer"]]
    assert not [each for each in screen.app.selectbox if each.key == "recovery.copy"]
    assert not [each for each in screen.app.checkbox if each.key == "recovery.salvage"]
    assert damaged.read_bytes() == newer


def test_a_file_damaged_while_the_app_runs_is_told_too(visit, stored, folder, today):
    """The sentence is there although the file could be opened before."""
    stored().cases.add(Case(direction=Direction.SILENCE, happened_on=today, employer="Whole"))
    screen = visit()
    (folder / "ajar.json").write_bytes(b"{")
    screen.run()
    assert "ajar.json is damaged at byte" in screen.seen


def test_damaged_drafts_send_nobody_here(visit, stored, folder, today):
    """The sound words open; that half-done forms were set aside is told until it was seen."""
    stored().cases.add(Case(direction=Direction.SILENCE, happened_on=today, employer="Whole"))
    (folder / "drafts.json").write_bytes(b'{"drafts":{"1":')
    frame = words("frame")
    screen = visit()
    assert screen.app.title[0].value != SAY["title"]
    assert frame["drafts_aside"] in screen.seen
    screen.press("frame.drafts_aside")
    assert frame["drafts_aside"] not in screen.seen
