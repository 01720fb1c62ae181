"""Today: the first question, the case in hand, the steps that are due, and ways in."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn
from core.content.loader import fill, words
from core.decisions.suggested import LOOK
from core.steps import Step
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from pages.parts.days import in_words

SAY = words("today")


def case_of(workspace, today, **told):
    """Save a plain case: they said no, after an interview, three days ago."""
    told = {"direction": Direction.THEY_SAID_NO, "employer": "Acme", **told}
    told.setdefault("happened_on", today - timedelta(days=3))
    return workspace.cases.add(Case(**told))


class TestAnOpenOffer:
    """An offer that waits for its answer stands on Today, also where there is no case."""

    @pytest.fixture
    def weighed(self, stored, today):
        """A review of an open offer, its answer wanted in so many days."""

        def add(days=None, **answers):
            if days is not None:
                answers["deadline"] = (today + timedelta(days=days)).isoformat()
            run = WorksheetRun(worksheet="offer_review", happened_on=today, answers=answers)
            return stored().runs.add(run)

        return add

    @pytest.mark.parametrize(
        ("days", "words_of"), [(4, "days"), (1, "one"), (0, "today"), (-1, "past")]
    )
    def test_it_tells_the_days_that_are_left(self, visit, weighed, today, days, words_of):
        """With the way to it; that nothing is in hand is not said beside it."""
        weighed(days, offer="Ward *6*")
        screen = visit()
        when = in_words(today + timedelta(days=days))
        assert fill(words("offer_review")[f"left_{words_of}"], days=days, when=when) in screen.seen
        assert "Ward \\*6\\*" in screen.seen
        assert SAY["to_open_offer"] in [e.proto.label for e in screen.app.get("page_link")]
        assert SAY["nothing_alive"] not in screen.seen

    def test_one_without_a_day_says_so(self, visit, weighed):
        """It can be noted there."""
        weighed(offer="Ward 6")
        assert SAY["open_offer_undated"] in visit().seen

    def test_what_was_answered_is_gone(self, visit, weighed, today):
        """Then there is no day to recall."""
        weighed(4, offer="Ward 6", answered_on=today.isoformat())
        seen = visit().seen
        assert SAY["open_offer"] not in seen
        assert SAY["nothing_alive"] in seen


class TestFirstRun:
    """Nobody has told anything yet."""

    def test_it_says_what_this_is_and_asks_one_question(self, visit):
        """Three lines and the question; no case, no steps, no mood."""
        screen = visit()
        for line in ("what_it_is", "what_it_does", "where_words_live"):
            assert SAY[line] in screen.seen
        assert [each.label for each in screen.app.radio] == [SAY["question"]]
        assert not screen.app.pills

    def test_an_answer_leads_to_telling_more(self, visit):
        """The answer is already chosen on the screen that follows."""
        screen = visit()
        screen.app.radio(key="welcome.direction").set_value("silence")
        screen.press("welcome.begin")
        assert screen.field("radio", "direction").value == "silence"

    def test_nothing_new_leads_to_a_check_in(self, visit):
        """Whoever has no news can note how they are."""
        screen = visit()
        screen.app.radio(key="welcome.direction").set_value("nothing_new")
        screen.press("welcome.begin")
        assert screen.app.title[0].value == words("check_in")["title"]

    def test_an_open_offer_leads_to_weighing_it(self, visit):
        """Whoever still has to choose needs no case first."""
        screen = visit()
        screen.app.radio(key="welcome.direction").set_value("open_offer")
        screen.press("welcome.begin")
        assert screen.app.title[0].value == worksheets()["offer_review"].title

    def test_no_answer_gets_a_sentence(self, visit):
        """Begin without an answer says what is missing."""
        assert SAY["choose_first"] in visit().press("welcome.begin").seen

    def test_looking_around_shows_a_marked_sample_and_saves_nothing(self, visit, folder):
        """The sample life is clearly not one's own, and leaves no file behind."""
        screen = visit().press("welcome.look")
        assert words("frame")["sample"] in screen.seen
        assert "Northfield" in screen.seen
        screen.press("frame.leave_sample")
        assert SAY["what_it_is"] in screen.seen
        assert not (folder / "ajar.json").exists()


class TestLaterOn:
    """Something was told."""

    def test_the_case_in_hand_has_one_next_step_with_a_reason(self, visit, stored, today):
        """The case touched last is shown with one suggestion, and it can go on the list."""
        case_of(stored(), today, stages=({"stage": "final"},))
        screen = visit()
        assert "Acme" in screen.seen
        screen.press(f"today.take.{stored().cases.all()[0].id}.ask_feedback")
        [step] = stored().steps.all()
        assert step.suggestion == "ask_feedback"
        assert step.text in screen.seen
        assert SAY["on_list"] in screen.seen

    def test_a_step_can_be_done_moved_or_let_go(self, visit, stored, today):
        """Each way takes the step off today and is kept."""
        workspace = stored()
        case_of(workspace, today)
        done, moved, gone = (
            workspace.steps.add(Step(text=text, due=today)).id for text in ("one", "two", "three")
        )
        screen = visit()
        screen.press(f"today.done.{done}").press(f"today.tomorrow.{moved}")
        screen.press(f"today.let_go.{gone}")
        kept = {each.id: each for each in stored().steps.all()}
        assert kept[done].done_on == today
        assert kept[moved].due == today + timedelta(days=1)
        assert kept[gone].let_go_on == today
        assert SAY["no_steps"] in screen.seen

    def test_a_step_that_waited_says_since_when(self, visit, stored, today):
        """Overdue is said plainly, without alarm."""
        case_of(stored(), today)
        stored().steps.add(Step(text="call Ada", due=today - timedelta(days=2)))
        screen = visit()
        assert "Waiting since 18 November 2026" in screen.seen
        assert not screen.app.error

    def test_one_number_is_a_complete_check_in(self, visit, stored, today):
        """The quick mood is kept as a check-in of today."""
        case_of(stored(), today)
        screen = visit().pick("mood", 7).press("today.keep_mood")
        [check_in] = stored().check_ins.all()
        assert (check_in.mood, check_in.happened_on) == (7, today)
        assert SAY["mood_kept"] in screen.seen

    def test_no_number_gets_a_sentence(self, visit, stored, today):
        """Keeping without a number says what is missing."""
        case_of(stored(), today)
        assert SAY["pick_mood"] in visit().press("today.keep_mood").seen
        assert not stored().check_ins.all()

    def test_a_very_low_mood_meets_kindness(self, visit, stored, today):
        """A mood of 2 is met with more than a tick."""
        case_of(stored(), today)
        screen = visit().pick("mood", 2).press("today.keep_mood")
        assert "a lot to carry" in screen.seen

    def test_noes_at_rest_are_not_in_the_face(self, visit, stored, today, now):
        """A case at rest is not on Today."""
        case_of(stored(), today, employer="Old Firm", rested_at=now)
        screen = visit()
        assert "Old Firm" not in screen.seen
        assert SAY["nothing_alive"] in screen.seen

    def test_coming_back_after_a_gap_is_welcomed(self, visit, stored, today, now):
        """A week away gets a welcome, and nothing else."""
        workspace = stored()
        workspace.now = lambda: now - timedelta(days=20)
        long_ago = now - timedelta(days=20)
        workspace.check_ins._now = lambda: long_ago
        workspace.check_ins.add(CheckIn(mood=5, happened_on=today - timedelta(days=20)))
        assert visit().app.title[0].value == SAY["greeting_welcome_back"]

    def test_what_was_left_half_done_is_offered(self, visit, stored, today):
        """A draft is one click away."""
        case_of(stored(), today)
        visit("feel/check_in.py").type("own_word", "wobbly")
        assert SAY["half_done"] in visit().seen


class TestWhereASuggestionIsFollowed:
    """A suggestion about a decision has a way to the place where it is done."""

    @pytest.mark.parametrize(
        ("told", "way"),
        [
            ({"direction": Direction.WITHDREW}, ("to_name_what_it_protected", "decision")),
            (
                {"direction": Direction.SECOND_THOUGHTS, "protected": "Rest"},
                ("to_second_thoughts_look", "case"),
            ),
            ({"stages": (StageReached(stage=Stage.FINAL),)}, ("to_look_back", "case")),
        ],
    )
    def test_it_leads_there(self, visit, stored, today, told, way):
        """For this very case."""
        case = case_of(stored(), today, happened_on=today - timedelta(days=35), **told)
        links = {e.proto.label: e.proto.query_string for e in visit().app.get("page_link")}
        label, asked = way
        assert links[SAY[label]] == f"{asked}={case.id}"


def test_the_day_to_look_at_a_doubt_again_leads_there(visit, stored, today):
    """A step that says where to look has the way to it."""
    case = case_of(stored(), today, direction=Direction.SECOND_THOUGHTS)
    stored().steps.add(Step(text="Look again", suggestion=LOOK, case_id=case.id, due=today))
    links = [each.proto for each in visit().app.get("page_link")]
    found = [each.query_string for each in links if each.label == SAY[f"to_{LOOK}"]]
    assert f"case={case.id}" in found
