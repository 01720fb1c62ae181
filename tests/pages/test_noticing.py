"""What is written is looked at when it is submitted: at once, all of it, kept or not."""

import pytest

from core.cases import Case, Direction
from core.content.loader import support_words, words
from core.people import Person
from core.steps import Step
from core.storage import files

CHECK_IN = "feel/check_in.py"
DANGER = "I don't want to be here anymore"
DESPAIR = "I feel hopeless about all of it"
CARD = support_words().tiers.t2


class TestAtOnce:
    """The crisis card does not wait for the next click."""

    def test_where_nothing_can_be_saved_yet(self, visit):
        """A note alone is no check-in, and is looked at all the same."""
        screen = visit(CHECK_IN).type("note", DANGER).press("check_in.save")
        assert screen.in_crisis
        assert words("check_in")["nothing_yet"] in screen.seen

    def test_where_the_disk_refuses(self, visit, monkeypatch):
        """A full disk does not stand before the card."""
        screen = visit(CHECK_IN).pick("mood", 4).type("note", DANGER)

        def refuse(*_):
            raise OSError(28, "no space")

        monkeypatch.setattr(files, "write_durably", refuse)
        assert screen.press("check_in.save").in_crisis

    def test_in_a_step_of_ones_own(self, visit):
        """What is put on the list is looked at too."""
        screen = visit(CHECK_IN).pick("mood", 5).press("check_in.save").press("settled.ready")
        screen.app.pills(key="settled.energy").set_value("low")
        screen.run()
        screen.app.text_input(key="settled.own").set_value(DANGER)
        assert screen.run().press("settled.take").in_crisis

    def test_in_text_that_is_thrown_away(self, visit):
        """Starting over empties the form, and the card opens."""
        visit(CHECK_IN).type("note", DANGER)
        screen = visit(CHECK_IN)
        assert screen.press("check_in.over").in_crisis

    def test_in_the_facts_about_oneself(self, visit):
        """Every free text counts."""
        screen = visit("my_words.py")
        screen.app.segmented_control(key="my_words.section").set_value("facts")
        assert screen.run().type("contact", DANGER).press("me.save").in_crisis


class TestAllOfIt:
    """No word is overlooked because there were too many, or because another one was harmless."""

    def test_a_word_too_many_is_looked_at_too(self, visit):
        """Three words are kept; the fourth is still read."""
        screen = visit(CHECK_IN).pick("families", "sad").pick("words.sad", "sad", "heavy", "empty")
        assert screen.type("own_word", "suicidal").press("check_in.save").in_crisis

    def test_a_harmless_step_does_not_take_the_card_away(self, visit):
        """The card of the check-in stays while a step is chosen."""
        screen = visit(CHECK_IN).pick("mood", 5).type("note", DESPAIR).press("check_in.save")
        assert CARD in screen.seen
        screen.press("settled.ready").app.pills(key="settled.energy").set_value("low")
        screen.run()
        screen.app.text_input(key="settled.own").set_value("make tea")
        assert CARD in screen.run().press("settled.take").seen

    def test_despair_in_a_case_shows_the_card_after_saving(self, visit):
        """Telling what happened is met as a check-in is."""
        screen = visit("reflect/case.py").choose("direction", "they_said_no")
        assert CARD in screen.type("story", DESPAIR).press("case.save").seen

    @pytest.mark.parametrize(
        "record",
        [
            Step(text="tell Ada that I am worthless"),
            Person(name="Ada", how_known="I am a burden to her"),
        ],
        ids=["a step", "a person"],
    )
    def test_it_stands_on_today_wherever_it_was_written(self, visit, stored, today, record):
        """Any free text of the last seven days counts on later pages."""
        workspace = stored()
        workspace.cases.add(Case(direction=Direction.SILENCE, happened_on=today))
        home = workspace.steps if isinstance(record, Step) else workspace.people
        home.add(record)
        assert CARD in visit().seen


class TestUntilItIsClosed:
    """Only the person closes the card."""

    def test_going_from_the_sample_to_ones_own_keeps_it_open(self, visit):
        """A window that is cleared keeps the card."""
        screen = visit().press("welcome.look")
        screen.app.switch_page("support.py")
        screen.run().press("support.not_safe")
        assert screen.press("frame.leave_sample").in_crisis

    def test_choosing_a_country_in_it_shows_the_lines_at_once(self, visit, stored):
        """The card and the screen below it agree on the country."""
        screen = visit("support.py").press("support.not_safe")
        screen.named("selectbox", "crisis.country").set_value("IE")
        screen.run()
        assert screen.in_crisis
        assert stored().me.country == "IE"
        assert screen.named("selectbox", "support.country").value == "IE"

    def test_an_idle_screen_writes_nothing(self, visit, stored):
        """Only a choice is saved; a country that has no lines here is left as it is."""
        workspace = stored()
        workspace.save_me(workspace.me.model_copy(update={"country": "SG"}))
        visit("support.py").run().run()
        assert (stored().me.country, stored().me.rev) == ("SG", 1)
