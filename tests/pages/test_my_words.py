"""My words: where they are, everything out and back in, and gone for good."""

import gzip
import json
from datetime import timedelta

import pytest

from core.cases import Case, Direction
from core.content.loader import fill, words
from core.errors import NotFoundError
from core.imports import backup
from core.me import Me
from pages.parts import session

SAY = words("my_words")
PAGE = "my_words.py"
MY_WORDS = "a sentence of my own"


def section(screen, name):
    """Open one part of the page."""
    screen.app.segmented_control(key="my_words.section").set_value(name)
    return screen.run()


def every_byte(folder):
    """All that the folder holds, compressed copies opened."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return b"".join(
        gzip.decompress(each.read_bytes()) if each.suffix == ".gz" else each.read_bytes()
        for each in files
    )


@pytest.fixture
def case(stored, today):
    """One case with a sentence that can be looked for, saved twice so that a copy exists."""
    workspace = stored()
    case = workspace.cases.add(
        Case(direction=Direction.SILENCE, happened_on=today, employer="Acme", story=MY_WORDS)
    )
    return workspace.cases.replace(case.model_copy(update={"role": "Lead"}))


class TestKeeping:
    """Where it is, out and back in."""

    def test_it_says_where_the_file_is(self, visit, folder):
        """The path stands on the screen, to be copied."""
        assert visit(PAGE).app.code[0].value == str(folder / "ajar.json")

    def test_a_file_brings_everything_back(self, visit, stored, case):
        """What was downloaded replaces what is here, after a preview and a yes."""
        raw = stored().content()
        workspace = stored()
        workspace.delete_case(case.id)
        screen = visit(PAGE)
        screen.app.file_uploader(key="my_words.upload").upload("ajar.json", raw, "application/json")
        screen.run()
        assert SAY["preview"] in screen.seen
        assert not stored().cases.all()
        screen.press("my_words.restore")
        assert stored().cases.all() == (case,)
        assert SAY["restored"] in screen.seen

    def test_a_file_is_read_once(self, visit, stored, case, monkeypatch):
        """Another run of the screen does not parse and check the same upload again."""
        read = []
        real = backup.decode
        monkeypatch.setattr(backup, "decode", lambda *told: read.append(told) or real(*told))
        raw = stored().content()
        screen = visit(PAGE)
        screen.app.file_uploader(key="my_words.upload").upload("ajar.json", raw, "application/json")
        screen.run().run()
        assert SAY["preview"] in screen.seen
        assert len(read) == 1

    def test_what_this_version_does_not_know_is_told(self, visit, stored, case):
        """Unknown tables in the file and unreadable records here stand in the preview."""
        workspace = stored()
        workspace._database.table("maps").insert({"id": "l"})
        workspace._database.table("steps").insert({"id": "s", "text": 5})
        screen = visit(PAGE)
        screen.app.file_uploader(key="my_words.upload").upload(
            "ajar.json", workspace.content(), "application/json"
        )
        screen.run()
        assert SAY["kind_other"] in screen.app.table[0].value.to_string()
        assert fill(SAY["odd_here"], count=1) in screen.seen

    @pytest.mark.parametrize(
        "raw", [b"", b"{}", b"[1]", b'{"cases": {"1": {}}}', b"\x00" * 99, json.dumps("x").encode()]
    )
    def test_a_file_from_elsewhere_changes_nothing(self, visit, stored, case, raw):
        """It is refused with a sentence, and there is nothing to press."""
        screen = visit(PAGE)
        screen.app.file_uploader(key="my_words.upload").upload("x.json", raw, "application/json")
        screen.run()
        assert "not a download from Ajar" in screen.seen
        assert "my_words.restore" not in [each.key for each in screen.app.button]
        assert stored().cases.all() == (case,)

    def test_the_sample_life_has_no_file(self, visit):
        """While looking around, nothing can be restored, forgotten or erased."""
        screen = visit().press("welcome.look")
        screen.app.switch_page(PAGE)
        screen.run()
        assert SAY["in_memory"] in screen.seen
        assert len(screen.app.segmented_control(key="my_words.section").options) == 2


class TestSafetyCopies:
    """Earlier versions."""

    def test_an_earlier_version_can_be_brought_back(self, visit, stored, case):
        """The version before the last change returns; the present one is kept first."""
        screen = section(visit(PAGE), "copies")
        screen.app.selectbox(key="my_words.copy").set_value(0)
        screen.run().press("my_words.copy_restore")
        [back] = stored().cases.all()
        assert (back.id, back.role) == (case.id, "")
        assert SAY["copy_restored"] in screen.seen

    def test_without_one_it_says_so(self, visit):
        """An empty list is no blank space."""
        assert SAY["no_copies"] in section(visit(PAGE), "copies").seen


class TestGone:
    """One thing for good, or all of it."""

    def test_one_record_leaves_every_byte(self, visit, stored, folder, case):
        """After the deletion for good no file in the folder holds the sentence."""
        screen = section(visit(PAGE), "gone")
        assert MY_WORDS.encode() in every_byte(folder)
        screen.named("selectbox", "my_words.forget_choose").set_value(case.id)
        screen.run()
        screen.named("checkbox", "my_words.forget_sure").check()
        screen.run().press("my_words.forget")
        assert MY_WORDS.encode() not in every_byte(folder)
        assert not stored().cases.all()

    def test_what_was_deleted_earlier_can_be_found_too(self, visit, stored, folder, case):
        """An ordinary delete leaves it in the copies; here it can still be chosen."""
        stored().delete_case(case.id)
        assert MY_WORDS.encode() in every_byte(folder)
        screen = section(visit(PAGE), "gone")
        screen.app.checkbox(key="my_words.forget_look").check()
        screen.run()
        screen.named("selectbox", "my_words.forget_choose").set_value(case.id)
        screen.run()
        screen.named("checkbox", "my_words.forget_sure").check()
        screen.run().press("my_words.forget")
        assert MY_WORDS.encode() not in every_byte(folder)

    def test_a_kind_that_this_version_does_not_know_has_a_name(self, visit, stored, folder):
        """Its records can be chosen too."""
        table = stored()._database.table("maps")
        table.insert({"id": "l", "name": "Dear Ada"})
        stored()._database.table("maps").remove(doc_ids=[1])
        screen = section(visit(PAGE), "gone")
        screen.app.checkbox(key="my_words.forget_look").check()
        screen.run()
        [line] = screen.named("selectbox", "my_words.forget_choose").options
        assert line.startswith(SAY["kind_other"])

    def test_nothing_comes_back_from_another_window(self, visit, stored, folder, case):
        """A window that still offers an undo cannot bring back what went for good elsewhere."""
        gone = session.current_workspace().delete_case(case.id)
        screen = section(visit(PAGE), "gone")
        screen.app.checkbox(key="my_words.forget_look").check()
        screen.run()
        screen.named("selectbox", "my_words.forget_choose").set_value(case.id)
        screen.run()
        screen.named("checkbox", "my_words.forget_sure").check()
        screen.run().press("my_words.forget")
        with pytest.raises(NotFoundError):
            session.current_workspace().put_back(gone)
        assert MY_WORDS.encode() not in every_byte(folder)

    def test_nothing_goes_without_a_yes(self, visit, case):
        """Both buttons wait for their box."""
        screen = section(visit(PAGE), "gone")
        assert screen.app.button(key="my_words.forget").disabled
        assert screen.app.button(key="my_words.erase").disabled

    def test_everything_can_be_erased(self, visit, stored, folder, case):
        """File, copies, drafts: no byte of the words is left, and one can begin anew."""
        visit("feel/check_in.py").type("own_word", MY_WORDS)
        screen = section(visit(PAGE), "gone")
        screen.app.checkbox(key="my_words.erase_sure").check()
        screen.run().press("my_words.erase")
        assert MY_WORDS.encode() not in every_byte(folder)
        assert SAY["erased"] in screen.seen
        assert not stored().cases.all()

    def test_what_erasing_leaves_is_named(self, visit, stored, folder, case):
        """Copies that another program made are not ours to remove; nobody is told otherwise."""
        conflict = folder / "ajar (conflict).json"
        conflict.write_text(MY_WORDS)
        screen = section(visit(PAGE), "gone")
        screen.app.checkbox(key="my_words.erase_sure").check()
        screen.run().press("my_words.erase")
        assert conflict.exists()
        assert SAY["erased"] not in screen.seen
        assert SAY["erased_own"] in screen.seen
        assert SAY["erased_left"] in screen.seen
        assert str(conflict) in [each.value for each in screen.app.code]


class TestFacts:
    """A few facts about the person."""

    def test_facts_are_saved(self, visit, stored):
        """Name, country, paper, hours; and Today greets by name."""
        screen = section(visit(PAGE), "facts").type("name", "Sam *R*")
        screen.choose("country", "IE").choose("paper", "letter").choose(
            "time_zone", "Europe/Dublin"
        )
        screen.field("number_input", "free_hours").set_value(6.0)
        screen.run().press("me.save")
        me = stored().me
        assert (me.name, me.country, me.paper) == ("Sam *R*", "IE", "letter")
        assert (me.time_zone, me.free_hours) == ("Europe/Dublin", 6.0)
        assert SAY["saved"] in screen.seen

    def test_another_window_is_asked_about(self, visit, stored):
        """Facts changed elsewhere are not overwritten unasked."""
        workspace = stored()
        workspace.save_me(Me(name="first"))
        screen = section(visit(PAGE), "facts").type("name", "mine")
        workspace.save_me(workspace.me.model_copy(update={"name": "theirs"}))
        screen.press("me.save")
        assert "theirs" in screen.seen
        assert stored().me.name == "theirs"
        screen.press("conflict.mine")
        assert stored().me.name == "mine"


def test_counts_are_of_what_is_here(visit, stored, case, today):
    """How many records of each kind the file holds."""
    stored().cases.add(
        Case(direction=Direction.SILENCE, happened_on=today - timedelta(days=1), employer="B")
    )
    assert f"{SAY['kind_cases']}: 2" in visit(PAGE).seen
