"""Reassess on screen: four calm cards, a line to steer by, one next step, and openings."""

from datetime import timedelta

import pytest

from core.applications import Application, Outcome
from core.check_ins import CheckIn
from core.choices import Choice
from core.content.loader import fill, words
from core.content.values import value_words
from core.openings import Opening
from core.skills import Skill, SkillAction
from core.worksheets.run import WorksheetRun

SAY = words("reassess")
REASSESS = "move_on/reassess.py"
FIVE = list(value_words().cards)[:5]


@pytest.fixture
def values_run(stored, today):
    """Values sorted three days ago: two goals that leave the first value out, and a role."""
    answers = {f"cards.{card}": "very" for card in FIVE}
    answers |= {"ten": FIVE, "five": FIVE, "ranked": FIVE, "goal_1": "Lead a *team*"}
    answers |= {f"match.goal_1.{c}": m for c, m in zip(FIVE, (0, 3, 3, 3, 3), strict=True)}
    answers |= {"role_a": "Lead at Acme", f"evidence_a.{FIVE[0]}.evidence": "saw it"}
    answers |= {f"evidence_a.{FIVE[0]}.match": 2}
    day = today - timedelta(days=3)
    run = WorksheetRun(worksheet="values_fit", happened_on=day, finished_on=day, answers=answers)
    return stored().runs.add(run)


@pytest.fixture
def opening(stored, today):
    """An opening to act on in nine days."""
    return stored().openings.add(
        Opening(
            role="Service designer",
            employer="Harbour Works",
            heard_from="Ines",
            deadline=today + timedelta(days=9),
            next_move="Ask who leads the team",
        )
    )


def links(screen):
    """Every link on the screen: label and what its address asks for."""
    return {each.proto.label: each.proto.query_string for each in screen.app.get("page_link")}


class TestEmpty:
    """Nothing is answered yet, and nothing is locked."""

    def test_each_card_says_what_will_be_here_and_how_to_begin(self, visit):
        """Four questions with their first actions."""
        screen = visit(REASSESS)
        assert SAY["progress"][0] in screen.seen
        for question in ("goals", "skills", "roles", "openings"):
            assert SAY[f"question_{question}"] in screen.seen
            assert SAY[f"empty_{question}"] in screen.seen
        for question in ("goals", "skills", "roles"):
            assert links(screen)[SAY[f"begin_{question}"]].startswith("worksheet=")

    def test_nothing_is_said_to_be_apart(self, visit):
        """Without numbers there is no mismatch."""
        assert SAY["furthest"] not in visit(REASSESS).seen


class TestAnswers:
    """What answers a question, where it came from and when."""

    def test_a_run_answers_with_its_day_and_a_link(self, visit, values_run):
        """Two of four, in words."""
        screen = visit(REASSESS)
        assert SAY["progress"][2] in screen.seen
        assert "A goal serves 4 of your 5 values." in screen.seen
        assert "From “Values and role fit”, 3 days ago" in screen.seen
        assert links(screen)[SAY["see_run"]] == f"run={values_run.id}"
        assert links(screen)[SAY["again_goals"]] == "worksheet=values_fit"

    def test_the_biggest_mismatch_is_named_once(self, visit, values_run):
        """The value that no goal serves, with what it does not mean."""
        screen = visit(REASSESS)
        name = value_words().cards[FIVE[0]].name
        assert f"None of your goals serves {name} well yet" in screen.seen
        assert SAY["apart_more"] in screen.seen

    def test_with_nothing_far_apart_it_says_so(self, visit, stored, values_run):
        """An answer too."""
        workspace = stored()
        full = dict(workspace.runs.get(values_run.id).answers)
        full |= {f"match.goal_1.{card}": 3 for card in FIVE}
        full[f"evidence_a.{FIVE[0]}.match"] = 3
        run = workspace.runs.get(values_run.id)
        workspace.runs.replace(run.model_copy(update={"answers": full}))
        assert SAY["apart_none"] in visit(REASSESS).seen

    def test_openings_answer_the_fourth(self, visit, opening):
        """With the first to act on and its day."""
        screen = visit(REASSESS)
        assert "You have one opening noted: Service designer, Harbour Works." in screen.seen
        assert "Act on it by 29 November 2026." in screen.seen
        assert SAY["progress"][1] in screen.seen


class TestNorthStar:
    """One line to steer by, kept with the person's own facts."""

    def test_it_is_written_here_and_shown_on_today(self, visit, stored, opening):
        """In the person's words."""
        screen = visit(REASSESS).type("north_star", "Work that *teaches*")
        screen.press("star.save")
        assert SAY["star_saved"] in screen.seen
        assert stored().me.north_star == "Work that *teaches*"
        assert not screen.has("text_input", "north_star")

    def test_today_shows_it(self, visit, stored, today):
        """And nothing where there is none."""
        workspace = stored()
        workspace.check_ins.add(CheckIn(happened_on=today, mood=6))
        assert SAY["star"] not in visit().seen
        workspace.save_me(workspace.me.model_copy(update={"north_star": "Near home"}))
        screen = visit()
        assert SAY["star"] in screen.seen
        assert "Near home" in screen.seen

    def test_it_can_be_changed_and_taken_away(self, visit, stored):
        """An empty line is gone from Today; other facts stay."""
        workspace = stored()
        workspace.save_me(workspace.me.model_copy(update={"north_star": "Near home", "name": "Al"}))
        screen = visit(REASSESS).press("star.change").type("north_star", "")
        screen.press("star.save")
        assert SAY["star_gone"] in screen.seen
        assert (stored().me.north_star, stored().me.name) == ("", "Al")

    def test_it_can_be_left_as_it_is(self, visit, stored):
        """What was typed is let go."""
        workspace = stored()
        workspace.save_me(workspace.me.model_copy(update={"north_star": "Near home"}))
        screen = visit(REASSESS).press("star.change").type("north_star", "Far away")
        screen.press("star.leave")
        assert stored().me.north_star == "Near home"
        assert "Near home" in screen.seen
        assert not stored().drafts.all()

    def test_words_of_danger_are_noticed(self, visit, stored):
        """They are kept all the same."""
        screen = visit(REASSESS).type("north_star", "I want to die")
        assert screen.press("star.save").in_crisis
        assert stored().me.north_star == "I want to die"


class TestOneNextStep:
    """One step of 15 minutes, the person's pick (catalogue S1-33)."""

    def test_an_idea_goes_to_today(self, visit, stored, today):
        """It is due today."""
        screen = visit(REASSESS)
        idea = SAY["ideas_goals"][1]
        screen.choose("idea", idea).press("reassess.take")
        assert SAY["step_saved"] in screen.seen
        [step] = stored().steps.all()
        assert (step.text, step.due) == (idea, today)

    def test_ones_own_words_count_more(self, visit, stored):
        """Where both are there."""
        screen = visit(REASSESS).choose("idea", SAY["ideas_goals"][0])
        screen.type("own", "Call Ines").press("reassess.take")
        assert [each.text for each in stored().steps.all()] == ["Call Ines"]

    def test_nothing_is_no_step(self, visit, stored):
        """It asks for one."""
        assert SAY["step_none"] in visit(REASSESS).press("reassess.take").seen
        assert not stored().steps.all()

    def test_the_ideas_go_with_the_biggest_mismatch(self, visit, stored):
        """An idea that was chosen for another question is not kept chosen."""
        screen = visit(REASSESS).choose("idea", SAY["ideas_goals"][0])
        stored().skills.add(Skill(name="Excel", level=0, asked=4))
        screen = visit(REASSESS)
        assert list(screen.field("radio", "idea").options) == list(SAY["ideas_skills"])
        assert screen.field("radio", "idea").value is None

    def test_a_half_written_step_survives_a_reload(self, visit):
        """It is a draft."""
        visit(REASSESS).type("own", "Call Ines")
        assert visit(REASSESS).field("text_input", "own").value == "Call Ines"


class TestOpenings:
    """A short list that can be typed right there."""

    def test_one_line_is_enough(self, visit, stored):
        """The other questions come when it stands there."""
        screen = visit(REASSESS, part="ways")
        assert not screen.has("text_input", "heard_from")
        screen.type("role", "Service designer").press("opening.0.save")
        assert SAY["opening_saved"] in screen.seen
        assert [each.role for each in stored().openings.all()] == ["Service designer"]
        assert screen.field("text_input", "role").value == ""

    def test_all_of_it_is_kept(self, visit, stored, today):
        """Who, what, where, by when, next."""
        screen = visit(REASSESS, part="ways").type("role", "Lead").type("employer", "Acme")
        screen.type("heard_from", "Ines").type("next_move", "Call her")
        screen.field("date_input", "deadline").set_value(today + timedelta(days=3))
        screen.run().press("opening.0.save")
        [kept] = stored().openings.all()
        assert (kept.role, kept.employer, kept.heard_from) == ("Lead", "Acme", "Ines")
        assert (kept.deadline, kept.next_move) == (today + timedelta(days=3), "Call her")

    def test_nothing_is_no_opening(self, visit, stored):
        """It asks what is open."""
        assert SAY["opening_nothing"] in visit(REASSESS, part="ways").press("opening.0.save").seen
        assert not stored().openings.all()

    def test_the_list_tells_who_and_by_when(self, visit, opening):
        """And what to do next."""
        seen = visit(REASSESS, part="ways").seen
        assert "Ines · by 29 November 2026" in seen
        assert "Ask who leads the team" in seen

    def test_one_can_be_changed(self, visit, stored, opening):
        """On a page of its own, in its place."""
        screen = visit(REASSESS, part="ways").press(f"opening.change.{opening.id}")
        assert screen.field("text_input", "employer").value == "Harbour Works"
        screen.type("role", "Designer").press(f"opening:{opening.id}.0.save")
        [kept] = stored().openings.all()
        assert (kept.id, kept.role, kept.heard_from) == (opening.id, "Designer", "Ines")
        assert SAY["opening_saved"] in screen.seen
        assert SAY["openings"] in screen.seen

    def test_one_can_be_deleted_and_brought_back(self, visit, stored, opening):
        """With a question before, and an undo after."""
        screen = visit(REASSESS, part="ways").press(f"delete.{opening.id}")
        assert SAY["opening_sure"] in screen.seen
        screen.press(f"delete.yes.{opening.id}")
        assert not stored().openings.all()
        screen.press("undo.undo")
        assert stored().openings.get(opening.id).role == "Service designer"

    def test_two_windows_that_differ_are_asked_about(self, visit, stored, opening):
        """Neither version is lost before the person chooses."""
        screen = visit(REASSESS, opening=opening.id).type("role", "Mine")
        workspace = stored()
        theirs = workspace.openings.get(opening.id).model_copy(update={"role": "Theirs"})
        workspace.openings.replace(theirs)
        screen.press(f"opening:{opening.id}.0.save")
        assert "Mine" in screen.seen
        assert "Theirs" in screen.seen
        screen.press("conflict.mine")
        assert stored().openings.get(opening.id).role == "Mine"

    def test_an_old_address_is_met_kindly(self, visit):
        """An opening that is gone says so."""
        assert words("forms")["gone"] in visit(REASSESS, opening="gone").seen

    def test_words_of_danger_are_noticed(self, visit, stored):
        """Saving goes on."""
        screen = (
            visit(REASSESS, part="ways").type("role", "Lead").type("next_move", "I want to die")
        )
        assert screen.press("opening.0.save").in_crisis
        assert len(stored().openings.all()) == 1

    def test_a_persons_words_are_never_markup(self, visit, stored):
        """Also inside the sentences that answer."""
        stored().openings.add(Opening(role="[click](http://x.y) **now**"))
        told = [each.value for each in visit(REASSESS).app.markdown]
        [sentence] = [each for each in told if each.startswith("You have one opening")]
        assert "\\[click\\]" in sentence
        assert "\\*\\*now" in sentence


class TestWaysOn:
    """The board of what is open, each way with a next move."""

    @pytest.fixture
    def way(self, stored, today):
        """A way on that was put on the board."""
        return stored().choices.add(
            Choice(what="Stay and ask for *less* travel", next_move="Talk to Ben", by=today)
        )

    def board(self, visit, **query):
        """Open that part of the page."""
        return visit(REASSESS, part="ways", **query)

    def test_with_nothing_on_it_it_says_what_belongs_there(self, visit):
        """And asks for one line."""
        screen = self.board(visit)
        assert SAY["ways_empty"] in screen.seen
        assert not screen.has("text_input", "way_next")

    def test_one_is_put_there_with_its_move_and_day(self, visit, stored, today):
        """What is open, of which sort, what next."""
        screen = self.board(visit).type("what", "Stay where I am").pick("kind", "stay")
        field = [each for each in screen.app.text_input if each.key == "choice.0.next_move"]
        field[0].set_value("Talk to Ben")
        screen.field("date_input", "by").set_value(today + timedelta(days=3))
        screen.run().press("choice.0.save")
        [kept] = stored().choices.all()
        assert (kept.what, kept.kind, kept.next_move) == ("Stay where I am", "stay", "Talk to Ben")
        assert kept.by == today + timedelta(days=3)
        assert SAY["way_saved"] in screen.seen
        assert "Talk to Ben · by 23 November 2026" in screen.seen

    def test_without_a_word_nothing_is_kept(self, visit, stored):
        """It asks for one."""
        assert SAY["way_nothing"] in self.board(visit).press("choice.0.save").seen
        assert not stored().choices.all()

    def test_its_move_becomes_a_step(self, visit, stored, way, today):
        """For today, in the person's words."""
        screen = self.board(visit).press(f"choice.take.{way.id}")
        assert SAY["way_on_today"] in screen.seen
        [step] = stored().steps.all()
        assert (step.text, step.due) == ("Talk to Ben", today)

    def test_it_can_be_closed_and_opened_again(self, visit, stored, way, today):
        """Nothing is lost by closing."""
        screen = self.board(visit).press(f"choice.close.{way.id}")
        assert SAY["way_closed"] in screen.seen
        assert stored().choices.get(way.id).closed_on == today
        screen.press(f"choice.open.{way.id}")
        assert stored().choices.get(way.id).closed_on is None

    def test_it_can_be_changed(self, visit, stored, way):
        """In its place, on a page of its own."""
        screen = visit(REASSESS, choice=way.id).type("what", "Ask for two days at home")
        screen.press(f"choice:{way.id}.0.save")
        [kept] = stored().choices.all()
        assert (kept.id, kept.what) == (way.id, "Ask for two days at home")
        assert kept.next_move == "Talk to Ben"
        assert SAY["way_saved"] in screen.seen

    def test_it_can_be_deleted_and_brought_back(self, visit, stored, way):
        """With a question before, and an undo after."""
        screen = self.board(visit).press(f"delete.{way.id}").press(f"delete.yes.{way.id}")
        assert not stored().choices.all()
        screen.press("undo.undo")
        assert stored().choices.get(way.id).what == way.what

    def test_what_stands_elsewhere_is_a_way_on_too(self, visit, stored, opening, today):
        """With the way to it; openings have a list of their own below."""
        kept = stored().applications.add(Application(role="Lead", employer="Acme", sent_on=today))
        action = SkillAction(text="Read one chapter")
        skill = stored().skills.add(Skill(name="Excel", actions=(action,)))
        screen = self.board(visit)
        assert links(screen)["Lead, Acme"] == f"application={kept.id}"
        assert links(screen)["Excel"] == f"skill={skill.id}"
        assert "Read one chapter" in screen.seen
        assert screen.seen.count("Service designer, Harbour Works") == 1

    def test_a_half_noted_way_waits_on_today(self, visit):
        """And the page opens where it was left."""
        self.board(visit).type("what", "Stay wh")
        today_says = words("today")
        assert f"{today_says['go_on']}: {today_says['draft_choice']}" in links(visit())
        assert visit(REASSESS).field("text_input", "what").value == "Stay wh"

    def test_an_old_address_is_met_kindly(self, visit):
        """A way that is gone says so."""
        assert words("forms")["gone"] in visit(REASSESS, choice="gone").seen


class TestRightRoles:
    """What the last applications say about the roles that were tried."""

    def sent(self, stored, today, number, must_haves):
        """Applications that came to nothing."""
        for at in range(number):
            stored().applications.add(
                Application(
                    role=f"r{at}",
                    sent_on=today - timedelta(days=40),
                    outcome=Outcome.NO,
                    must_haves=must_haves,
                )
            )

    def test_below_five_it_is_too_early(self, visit, stored, today):
        """And says how many there are."""
        self.sent(stored, today, 4, 90)
        assert fill(SAY["aims_early"], count=4, enough=5) in visit(REASSESS).seen

    def test_close_matches_that_led_nowhere_leave_room(self, visit, stored, today):
        """With counts first, and the way to a wider search."""
        self.sent(stored, today, 5, 90)
        screen = visit(REASSESS)
        assert fill(SAY["told_aims_none"], count=5, of=5) in screen.seen
        assert fill(SAY["told_must_haves"], met=90) in screen.seen
        assert SAY["told_aim_close"] in screen.seen
        assert links(screen)[SAY["to_wider"]] == "worksheet=wider_search"
        assert SAY["progress"][1] in screen.seen

    def test_they_stand_beside_roles_held_side_by_side(self, visit, stored, today, values_run):
        """Each with where it came from."""
        self.sent(stored, today, 5, 30)
        seen = visit(REASSESS).seen
        assert SAY["told_aim_far"] in seen
        assert SAY["from_applications"] in seen
        assert "From “Values and role fit”, 3 days ago" in seen
