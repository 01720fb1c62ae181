"""Values on screen: rated and moved in place, and what they tell."""

from datetime import date

import pytest

from core.cases import Case, Direction
from core.content.loader import fill, value_words, words
from core.me import Me
from core.values import Value
from core.worksheets.run import WorksheetRun
from pages.parts.plain_text import JOINER

SAY = words("values")
VALUES = "move_on/values.py"
BEFORE = date(2026, 9, 1)


@pytest.fixture
def three(stored):
    """Three values: a wide gap, room to spare, and one of the person's own that is not rated."""
    add = stored().values.add
    known = {"rated_on": BEFORE}
    return (
        add(Value(name="Freedom", card="freedom", rank=1, importance=9, lived=3, **known)),
        add(Value(name="Learning", card="learning", rank=2, importance=5, lived=8, **known)),
        add(Value(name="A *garden*", rank=3)),
    )


@pytest.fixture
def fitted(stored, today):
    """A finished worksheet in which two roles were held against two values."""
    five = ["freedom", "learning"]
    answers = {"cards.freedom": "very", "cards.learning": "very", "ten": five, "five": five}
    answers |= {"role_a": "PM", "evidence_a.freedom.evidence": "I saw it"}
    answers |= {"evidence_a.freedom.match": 3}
    run = {"worksheet": "values_fit", "happened_on": today, "finished_on": today}
    return stored().runs.add(WorksheetRun(**run, answers=answers))


def order(stored):
    """The names in the order of their ranks."""
    return [each.name for each in sorted(stored().values.all(), key=lambda each: each.rank)]


class TestEmpty:
    """With no values, the screen says what will be here and how to begin."""

    def test_it_leads_to_the_cards(self, visit):
        """And asks for a value in one's own words."""
        screen = visit(VALUES)
        assert SAY["empty"] in screen.seen
        assert screen.has("text_input", "name")
        assert SAY["choices"] not in screen.seen

    def test_what_choices_show_is_there_before_any_card(self, visit, stored, today):
        """S0-34: a no with a reason says something already."""
        told = {"direction": Direction.I_SAID_NO, "happened_on": today}
        stored().cases.add(Case(**told, reasons_true=("culture",)))
        seen = visit(VALUES).seen
        assert SAY["choices"] in seen
        assert "Freedom (1)" in seen


class TestOrder:
    """Each value in its place, to be rated, moved, added and deleted."""

    def test_each_shows_its_numbers_and_when(self, visit, three):
        """And own words exactly as typed."""
        seen = visit(VALUES).seen
        assert fill(SAY["both_numbers"], importance=9, lived=3) in seen
        assert fill(SAY["rated_on"], when="1 September 2026") in seen
        assert SAY["no_numbers"] in seen
        assert "A \\*garden\\*" in seen

    def test_rating_in_place(self, visit, stored, three, today):
        """Both numbers, as of today; the others stay as they were."""
        screen = visit(VALUES).press(f"value.rate.{three[0].id}")
        assert screen.field("pills", "lived").value == 3
        screen.pick("lived", 6).press("value.keep.0")
        assert SAY["rated"] in screen.seen
        rated = stored().values.get(three[0].id)
        assert (rated.importance, rated.lived, rated.rated_on) == (9, 6, today)
        assert stored().values.get(three[1].id) == three[1]

    def test_one_number_is_enough(self, visit, stored, three):
        """The other one stays open."""
        screen = visit(VALUES).press(f"value.rate.{three[2].id}")
        screen.pick("importance", 4).press("value.keep.0")
        rated = stored().values.get(three[2].id)
        assert (rated.importance, rated.lived) == (4, None)
        assert fill(SAY["matters_number"], importance=4) in screen.seen

    def test_leaving_it_changes_nothing(self, visit, stored, three):
        """No number, no day."""
        screen = visit(VALUES).press(f"value.rate.{three[0].id}").pick("lived", 6)
        screen.press("value.leave")
        assert stored().values.get(three[0].id) == three[0]
        assert not screen.has("pills", "lived")

    def test_a_rating_keeps_what_another_window_moved(self, visit, stored, three):
        """Numbers go into the value as it stands now."""
        screen = visit(VALUES).press(f"value.rate.{three[0].id}")
        other = stored()
        other.values.replace(three[0].model_copy(update={"rank": 2}))
        other.close()
        screen.pick("lived", 6).press("value.keep.0")
        rated = stored().values.get(three[0].id)
        assert (rated.rank, rated.lived) == (2, 6)

    def test_moving(self, visit, stored, three):
        """One place at a time; the first cannot go up, nor the last down."""
        screen = visit(VALUES)
        assert screen.named("button", f"value.move.-1.{three[0].id}").disabled
        assert screen.named("button", f"value.move.1.{three[2].id}").disabled
        screen.press(f"value.move.-1.{three[2].id}")
        assert SAY["moved"] in screen.seen
        assert order(stored) == ["Freedom", "A *garden*", "Learning"]

    def test_adding_ones_own(self, visit, stored, three):
        """It goes to the end."""
        screen = visit(VALUES).type("name", "Quiet mornings").press("values.add.0")
        assert SAY["added"] in screen.seen
        assert order(stored)[-1] == "Quiet mornings"

    @pytest.mark.parametrize(
        ("typed", "sentence"), [("", "add_first"), ("a *GARDEN*", "add_there")]
    )
    def test_nothing_empty_and_nothing_twice(self, visit, stored, three, typed, sentence):
        """It is said beside the button."""
        screen = visit(VALUES).type("name", typed).press("values.add.0")
        assert SAY[sentence] in screen.seen
        assert len(stored().values.all()) == 3

    def test_the_name_of_a_card_is_that_card(self, visit, stored):
        """So that its question is there too."""
        visit(VALUES).type("name", "fair pay").press("values.add.0")
        assert stored().values.all()[0].card == "fair_pay"

    def test_what_is_typed_is_noticed(self, visit):
        """A person in danger meets help here as well."""
        screen = visit(VALUES).type("name", "I want to die").press("values.add.0")
        assert screen.in_crisis

    def test_deleting_and_undoing(self, visit, stored, three):
        """Asked first, and back with one press."""
        screen = visit(VALUES).press(f"delete.{three[1].id}")
        assert SAY["sure"] in screen.seen
        screen.press(f"delete.yes.{three[1].id}")
        assert order(stored) == ["Freedom", "A *garden*"]
        screen.press("undo.undo")
        assert order(stored) == ["Freedom", "Learning", "A *garden*"]


class TestLine:
    """A line to steer by, from the first values or in one's own words."""

    def test_it_is_offered_once(self, visit, stored, three):
        """Taken with one press."""
        screen = visit(VALUES).press("values.star_take")
        assert stored().me.north_star == "A role with freedom, learning and A *garden*"
        assert SAY["star_take"] not in screen.seen

    def test_a_line_that_is_there_is_left_alone(self, visit, stored, three):
        """It is shown, and no other is offered."""
        stored().save_me(Me(north_star="Boats and bread"))
        seen = visit(VALUES).seen
        assert "Boats and bread" in seen
        assert SAY["star_take"] not in seen


class TestLived:
    """How much of each value is lived."""

    def test_the_gap_in_words_and_as_a_table(self, visit, three):
        """Also the one that is lived more than it matters."""
        screen = visit(VALUES, part="lived")
        facts = {"value": "Freedom", "importance": 9, "lived": 3}
        assert fill(SAY["gap_widest"], **facts) in screen.seen
        assert fill(SAY["gap_room"], values="Learning") in screen.seen
        [table] = screen.app.table
        assert table.value.to_numpy().tolist() == [["Freedom", 9, 3], ["Learning", 5, 8]]

    def test_one_small_way_goes_to_the_list(self, visit, stored, three, today):
        """With its reason, once."""
        screen = visit(VALUES, part="lived").press("values.take")
        [step] = stored().steps.all()
        assert step.text == value_words().cards["freedom"].live
        assert (step.due, "Freedom" in step.why) == (today, True)
        assert SAY["on_list"] in screen.seen

    def test_without_both_numbers_it_says_what_is_missing(self, visit, stored):
        """No picture of nothing."""
        stored().values.add(Value(name="Freedom", rank=1, importance=4))
        assert SAY["gaps_open"] in visit(VALUES, part="lived").seen

    def test_no_gap_at_all(self, visit, stored):
        """Said kindly, and no small way is pressed on anybody."""
        stored().values.add(Value(name="Freedom", rank=1, importance=4, lived=4))
        screen = visit(VALUES, part="lived")
        assert SAY["gap_even"] in screen.seen
        assert SAY["put_on_list"] not in screen.seen


class TestFit:
    """How roles fit, and what choices show."""

    def test_from_the_worksheet_finished_last(self, visit, three, fitted):
        """With the count of evidence, and where it came from."""
        seen = visit(VALUES, part="fit").seen.replace(JOINER, "")
        assert "PM: fit 3 of 3, with evidence for 1 of 2 values." in seen
        assert fill(SAY["from_sheet"], when="20 November 2026") in seen

    def test_without_one_it_leads_there(self, visit, three):
        """And says what would be here."""
        assert SAY["fit_open"] in visit(VALUES, part="fit").seen

    def test_choices_beside_what_was_named(self, visit, stored, three, today):
        """Three lines: both, only shown, only named; own words are no card and are left out."""
        told = {"direction": Direction.I_SAID_NO, "happened_on": today}
        stored().cases.add(Case(**told, reasons_true=("culture",)))
        seen = visit(VALUES, part="fit").seen
        assert fill(SAY["choices_both"], values="Freedom (1)") in seen
        assert fill(SAY["choices_shown"], values="Openness (1)") in seen
        assert fill(SAY["choices_named"], values="Learning") in seen


class TestAsk:
    """Questions for an interview, to copy."""

    def test_one_for_each_value_with_its_sign(self, visit, three):
        """Own words have one too."""
        screen = visit(VALUES, part="ask")
        [block] = screen.app.code
        assert f"Freedom: {value_words().cards['freedom'].ask}" in block.value
        assert f"A *garden*: {value_words().own.ask}" in block.value
        assert value_words().cards["learning"].sign in screen.seen
