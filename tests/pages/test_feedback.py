"""What they said: a calm way to it, its sorting, and what becomes of it."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction
from core.content.loader import words
from core.feedback import Feedback
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState

SAY = words("feedback")
FEEDBACK = "reach_out/feedback.py"
QUOTE = "Your case answers were long."


@pytest.fixture
def case(stored, today):
    """A no of last week."""
    day = today - timedelta(days=7)
    return stored().cases.add(
        Case(direction=Direction.THEY_SAID_NO, happened_on=day, employer="Acme")
    )


@pytest.fixture
def kept(stored, case, today):
    """A piece of feedback that is not sorted yet."""
    return stored().feedback.add(
        Feedback(case_id=case.id, quote=QUOTE, source="Amara", heard_on=today)
    )


def letter(stored, state, kind=Kind.FEEDBACK_REQUEST, **facts):
    """Keep a letter that went out."""
    return stored().letters.add(Letter(kind=kind, state=state, **facts))


def noting(visit, **query):
    """Open the part in which feedback is noted."""
    screen = visit(FEEDBACK, **query)
    return part(screen, "add")


def part(screen, name):
    """Go to a part of the page."""
    [sections] = screen.app.segmented_control
    sections.set_value(name)
    return screen.run()


def save(screen):
    """Keep it."""
    return screen.press("feedback.save")


class TestBeforeOpeningIt:
    """S2-25: breathe, pick a time, read once, wait, sort."""

    def test_it_is_where_the_page_begins(self, visit):
        """One quiet step at a time."""
        screen = visit(FEEDBACK)
        assert SAY["before_texts"][0] in screen.seen
        assert SAY["before_texts"][1] not in screen.seen

    def test_five_steps_lead_to_the_sorting(self, visit):
        """Forwards and back, and then to the form."""
        screen = visit(FEEDBACK)
        for place in range(1, 5):
            assert SAY["before_titles"][place] in screen.press("feedback.next").seen
        assert SAY["before_titles"][3] in screen.press("feedback.back").seen
        screen.press("feedback.next").press("feedback.to_sort")
        assert screen.has("text_area", "quote")

    def test_with_something_kept_the_page_begins_there(self, visit, kept):
        """The way to it stays one choice away."""
        screen = visit(FEEDBACK)
        assert QUOTE in screen.seen
        assert SAY["before_titles"][0] in part(screen, "before").seen


class TestNoting:
    """What was said, by whom, and when."""

    def test_the_words_alone_are_enough(self, visit, stored, today):
        """Sorting can wait."""
        screen = save(noting(visit).type("quote", QUOTE))
        [feedback] = stored().feedback.all()
        assert (feedback.quote, feedback.heard_on, feedback.is_sorted) == (QUOTE, today, False)
        assert SAY["saved"] in screen.seen
        assert SAY["unsorted"] in screen.seen

    def test_nothing_is_asked_before_something_stands_there(self, visit):
        """First the words, then the sorting."""
        screen = noting(visit)
        assert not screen.has("pills", "fits")
        assert screen.type("quote", QUOTE).has("pills", "fits")

    def test_without_words_nothing_is_kept(self, visit, stored):
        """It says what is missing."""
        assert SAY["nothing_yet"] in save(noting(visit)).seen
        assert not stored().feedback.all()

    def test_a_day_to_come_gets_a_sentence(self, visit, stored, today):
        """And what was typed stays."""
        screen = noting(visit).type("quote", QUOTE)
        screen.field("date_input", "heard_on").set_value(today + timedelta(days=1))
        save(screen.run())
        assert words("forms")["future"] in screen.seen
        assert not stored().feedback.all()

    def test_a_reply_that_was_logged_stands_there_already(self, visit, stored, case, today):
        """Words, name, day and case come from the letter."""
        answered = letter(
            stored,
            LetterState.ANSWERED,
            case_id=case.id,
            to_name="Amara",
            reply=QUOTE,
            replied_on=today - timedelta(days=1),
        )
        save(visit(FEEDBACK, letter=answered.id))
        [feedback] = stored().feedback.all()
        assert (feedback.letter_id, feedback.case_id) == (answered.id, case.id)
        assert (feedback.quote, feedback.source) == (QUOTE, "Amara")
        assert feedback.heard_on == today - timedelta(days=1)

    def test_it_can_belong_to_a_case(self, visit, stored, case):
        """Chosen from a list, or from the address."""
        save(noting(visit, case=case.id).type("quote", QUOTE))
        assert stored().feedback.all()[0].case_id == case.id

    def test_what_is_typed_survives_another_window(self, visit):
        """It is a draft at once, and the page opens on it."""
        noting(visit).type("quote", QUOTE)
        again = visit(FEEDBACK)
        assert again.field("text_area", "quote").value == QUOTE
        assert words("forms")["resumed"] in again.seen

    def test_words_of_danger_are_noticed_and_still_kept(self, visit, stored):
        """Saving is never blocked; the card opens."""
        screen = save(noting(visit).type("quote", "I want to die"))
        assert screen.in_crisis
        assert len(stored().feedback.all()) == 1


class TestSorting:
    """Does it fit, is it in my control, and what becomes of it."""

    def test_a_step_comes_of_it(self, visit, stored, case, today):
        """In the same save, on Today, with its case."""
        screen = noting(visit, case=case.id).type("quote", QUOTE).type("source", "Amara")
        screen.pick("fits", "3").pick("control", "yes")
        assert SAY["way_act"] in screen.seen
        screen.pick("becomes", "do").type("will_do", "Time two answers")
        assert SAY["saved_step"] in save(screen).seen
        [feedback], [step] = stored().feedback.all(), stored().steps.all()
        assert (feedback.fits, feedback.in_my_control, feedback.step_id) == (3, True, step.id)
        assert (step.text, step.case_id, step.due) == ("Time two answers", case.id, today)
        assert "Time two answers" in screen.seen

    def test_a_step_without_a_name_is_asked_for(self, visit, stored):
        """Nothing is kept half."""
        screen = noting(visit).type("quote", QUOTE).pick("becomes", "do")
        assert SAY["name_the_step"] in save(screen).seen
        assert not stored().feedback.all()

    @pytest.mark.parametrize(
        ("fits", "control", "way"), [("0", "yes", "park"), ("2", "no", "know")]
    )
    def test_what_it_points_to_is_said_and_never_decided(self, visit, fits, control, way):
        """The person picks what becomes of it."""
        screen = noting(visit).type("quote", QUOTE).pick("fits", fits).pick("control", control)
        assert SAY[f"way_{way}"] in screen.seen
        assert screen.field("pills", "becomes").value is None

    def test_it_can_be_parked(self, visit, stored, kept):
        """Later, and without a step."""
        screen = visit(FEEDBACK, feedback=kept.id).pick("fits", "1").pick("becomes", "park")
        assert SAY["parked"] in save(screen).seen
        feedback = stored().feedback.get(kept.id)
        assert (feedback.parked, feedback.fits, feedback.quote) == (True, 1, QUOTE)
        assert not stored().steps.all()

    def test_an_open_step_follows_a_change(self, visit, stored, kept):
        """One step, not two."""
        first = visit(FEEDBACK, feedback=kept.id).pick("becomes", "do")
        save(first.type("will_do", "Practise"))
        save(visit(FEEDBACK, feedback=kept.id).type("will_do", "Practise aloud"))
        assert [each.text for each in stored().steps.all()] == ["Practise aloud"]

    def test_a_step_that_is_done_stays_as_it_was(self, visit, stored, kept, today):
        """A new wish is a new step."""
        save(visit(FEEDBACK, feedback=kept.id).pick("becomes", "do").type("will_do", "Practise"))
        workspace = stored()
        [step] = workspace.steps.all()
        workspace.steps.replace(step.model_copy(update={"done_on": today}))
        assert "Done: Practise" in visit(FEEDBACK).seen
        save(visit(FEEDBACK, feedback=kept.id).type("will_do", "Practise aloud"))
        assert [each.text for each in stored().steps.all()] == ["Practise", "Practise aloud"]


class TestWhatIsHere:
    """Cards, counts, and ways on."""

    def test_nothing_kept_says_what_will_be_here(self, visit):
        """An empty state, kindly."""
        assert SAY["empty"] in part(visit(FEEDBACK), "here").seen

    def test_a_card_tells_who_when_and_about_what(self, visit, kept):
        """As far as it is known."""
        assert "Amara · today · Acme" in visit(FEEDBACK).seen

    def test_counts_of_what_was_asked_and_answered(self, visit, stored):
        """Only once something was asked."""
        assert "Asked so far" not in visit(FEEDBACK).seen
        for state in (LetterState.ANSWERED, LetterState.SENT, LetterState.NO_REPLY):
            letter(stored, state)
        expected = "Asked so far: 3. Answered: 1. No reply: 1. Still open: 1."
        assert expected in visit(FEEDBACK).seen

    def test_deleting_asks_first_and_can_be_undone(self, visit, stored, kept):
        """Nothing goes at one press."""
        screen = visit(FEEDBACK).press(f"delete.{kept.id}")
        assert SAY["sure"] in screen.seen
        screen.press(f"delete.yes.{kept.id}")
        assert not stored().feedback.all()
        screen.press("undo.undo")
        assert stored().feedback.get(kept.id) == kept

    def test_thanks_are_offered_until_they_went_out(self, visit, stored, case, kept):
        """L12, once."""
        links = [each.label for each in visit(FEEDBACK).app.get("page_link")]
        assert SAY["thanks"] in links
        letter(stored, LetterState.SENT, Kind.THANKS_FOR_FEEDBACK, case_id=case.id)
        links = [each.label for each in visit(FEEDBACK).app.get("page_link")]
        assert SAY["thanks"] not in links

    def test_an_old_address_is_met_kindly(self, visit):
        """What is gone says so."""
        assert words("forms")["gone"] in visit(FEEDBACK, feedback="gone").seen

    def test_leaving_a_change_keeps_what_was(self, visit, stored, kept):
        """What was typed over it is let go."""
        visit(FEEDBACK, feedback=kept.id).type("quote", "other").press("feedback.leave")
        assert stored().feedback.get(kept.id) == kept
        assert not stored().drafts.all()

    @pytest.mark.parametrize(("way", "quote"), [("mine", "mine"), ("theirs", "theirs")])
    def test_two_windows_ask_which_to_keep(self, visit, stored, kept, way, quote):
        """Nothing is overwritten before the choice, and every field can be told."""
        mine = visit(FEEDBACK, feedback=kept.id).type("quote", "mine").pick("control", "yes")
        other = stored()
        changed = {"quote": "theirs", "in_my_control": False, "case_id": "", "parked": True}
        other.feedback.replace(other.feedback.get(kept.id).model_copy(update=changed))
        screen = save(mine)
        assert "theirs" in screen.seen
        assert stored().feedback.get(kept.id).quote == "theirs"
        screen.press(f"conflict.{way}")
        assert stored().feedback.get(kept.id).quote == quote
