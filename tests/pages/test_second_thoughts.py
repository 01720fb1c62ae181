"""Small things that go wrong in life: twice pressed, come back to, changed one's mind."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.content.loader import step_words, words
from core.steps import Energy
from core.storage import files

CHECK_IN = "feel/check_in.py"
SAY = words("check_in")


def test_the_same_word_picked_and_typed_counts_once(visit, stored):
    """A word of one's own that was picked already is no second word."""
    screen = visit(CHECK_IN).pick("families", "sad").pick("words.sad", "sad")
    screen.type("own_word", "Sad").press("check_in.save")
    assert [each.word for each in stored().check_ins.all()[0].feelings] == ["sad"]


def test_a_strong_and_fresh_no_is_offered_only_what_steadies(visit, stored, today):
    """While steadying comes first, no step looks back at what happened."""
    case = stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
    screen = visit(CHECK_IN, case=case.id).pick("families", "sad").pick("words.sad", "heavy")
    screen.pick("strength.heavy", 9).press("check_in.save").press("settled.ready")
    screen.app.pills(key="settled.energy").set_value("more")
    screen.run()
    general = {each.text for each in step_words().ideas(Energy.MORE)}
    assert set(screen.app.radio[0].options) <= general


def test_steadying_counts_for_a_check_in_of_the_day_too(visit, stored, today):
    """A heavy check-in that names no case is about the case in hand."""
    stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
    screen = visit(CHECK_IN).pick("families", "sad").pick("words.sad", "heavy")
    assert SAY["steady_title"] in screen.pick("strength.heavy", 8).press("check_in.save").seen


def test_a_step_is_put_on_the_list_once(visit, stored):
    """After "Put it on Today" the question is gone, and the answer stays."""
    screen = visit(CHECK_IN).pick("mood", 5).press("check_in.save").press("settled.ready")
    screen.app.pills(key="settled.energy").set_value("low")
    screen.run().app.text_input(key="settled.own").set_value("make tea")
    screen.run().press("settled.take")
    assert SAY["step_saved"] in screen.seen
    assert "settled.take" not in [each.key for each in screen.app.button]
    assert len(stored().steps.all()) == 1


@pytest.mark.parametrize("days", [1, 3])
def test_waiting_is_no_step(visit, stored, today, days):
    """What is to be left alone is not put on a list of things to do."""
    stored().cases.add(Case(direction=Direction.SILENCE, happened_on=today - timedelta(days=days)))
    labels = [each.label for each in visit().app.button]
    assert words("today")["put_on_list"] not in labels


def test_a_cleared_day_is_the_day_it_was(visit, stored, today):
    """Emptying the day of an old case does not move it to today."""
    day = today - timedelta(days=30)
    case = stored().cases.add(Case(direction=Direction.SILENCE, happened_on=day))
    screen = visit("reflect/case.py", case=case.id)
    screen.field("date_input", "happened_on").set_value(None)
    screen.run().press("case.save")
    assert stored().cases.get(case.id).happened_on == day


def test_what_was_told_stays_told_until_one_goes_on(visit):
    """Another run does not bring back an empty form in place of "Saved"."""
    screen = visit("reflect/case.py").choose("direction", "silence").press("case.save")
    assert words("case")["saved"] in screen.run().seen


def test_check_in_again_after_a_change_is_a_new_one(visit, stored, today):
    """The old check-in is not opened a second time."""
    old = stored().check_ins.add(CheckIn(mood=3, happened_on=today))
    screen = visit(CHECK_IN, check_in=old.id).pick("mood", 4).press("check_in.save")
    screen.press("settled.another").pick("mood", 9).press("check_in.save")
    assert [each.mood for each in stored().check_ins.all()] == [4, 9]


def test_leaving_a_change_leaves_it_as_it_was(visit, stored, today):
    """To let a change go does not delete what was there."""
    old = stored().check_ins.add(CheckIn(mood=3, happened_on=today, note="as it was"))
    visit(CHECK_IN, check_in=old.id).pick("mood", 9).press("check_in.discard")
    assert stored().check_ins.all() == (old,)


class TestNamesakes:
    """People are not mixed up because they share a name."""

    def told(self, visit, name, address):
        """Tell a silence, with somebody named."""
        screen = visit("reflect/case.py").choose("direction", "silence")
        [parts] = [each for each in screen.app.pills if each.key.startswith("parts.")]
        parts.set_value(["people"])
        screen.run().type("contact_name", name)
        return screen.type("contact_address", address).press("case.save")

    def test_another_address_is_another_person(self, visit, stored):
        """Naming a second Anna overwrites nothing of the first."""
        self.told(visit, "Anna", "a@one.example")
        self.told(visit, "anna", "a@two.example")
        assert {each.address for each in stored().people.all()} == {
            "a@one.example",
            "a@two.example",
        }

    def test_an_address_can_be_taken_out_again(self, visit, stored):
        """Whoever the case named is changed as typed."""
        self.told(visit, "Anna", "a@one.example")
        [case] = stored().cases.all()
        screen = visit("reflect/case.py", case=case.id).type("contact_address", "")
        screen.press("case.save")
        assert [each.address for each in stored().people.all()] == [""]


def test_undo_survives_a_disk_that_refuses(visit, stored, today, monkeypatch):
    """The offer to undo stands until the undo is saved."""
    case = stored().cases.add(Case(direction=Direction.SILENCE, happened_on=today))
    screen = visit("reflect/cases.py").press(f"delete.{case.id}").press(f"delete.yes.{case.id}")
    write = files.write_durably

    def refuse(*_):
        raise OSError(28, "no space")

    monkeypatch.setattr(files, "write_durably", refuse)
    screen.press("undo.undo")
    monkeypatch.setattr(files, "write_durably", write)
    screen.press("undo.undo")
    assert stored().cases.all() == (case,)


class TestGoneElsewhere:
    """A record that is deleted in another window while it is being changed."""

    @pytest.fixture
    def screen(self, visit, stored, today):
        """A check-in is being changed here, and deleted there."""
        felt = stored().check_ins.add(CheckIn(mood=3, happened_on=today))
        screen = visit(CHECK_IN, check_in=felt.id).type("note", "typed over it")
        stored().delete(felt)
        return screen.run()

    def test_it_says_so_and_offers_what_was_typed(self, screen, stored):
        """Nothing turns into something else, and the text can be taken along."""
        assert words("forms")["gone"] in screen.seen
        assert len(screen.app.get("download_button")) == 1
        assert not stored().check_ins.all()

    def test_it_can_be_let_go(self, screen, stored):
        """Then no draft of it is left."""
        screen.press("gone.let_go")
        assert stored().drafts.all() == ()
