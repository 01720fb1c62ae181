"""Steady on screen: a few ways in, each of them small, for a day that is heavy."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn
from core.content.loader import if_then_words, steady_words, step_words, words
from core.letters.kinds import Kind
from core.people import Help, Person
from core.steps import Energy, Step
from core.stories import Story
from core.wins import Win
from core.worksheets.run import WorksheetRun
from core.writing import Way, Writing

SAY = words("steady")
STEADY = "feel/steady.py"
ACTIONS = "feel/small_actions.py"
PEOPLE = "feel/who_helps.py"
WINS = "feel/wins.py"


def check(today, after, run_id):
    """A finished thought check in which a feeling of 8 became `after`."""
    answers = {"feelings": ["sad"], "strength_before.sad": 8, "strength_after.sad": after}
    return WorksheetRun(
        id=run_id,
        worksheet="thought_check",
        happened_on=today,
        finished_on=today,
        answers=answers,
    )


@pytest.fixture
def low_day(stored, today):
    """A mood of 2 today."""
    return stored().check_ins.add(CheckIn(happened_on=today, mood=2))


class TestWaysIn:
    """A short list of cards, and no form."""

    def test_it_is_calm(self, visit):
        """Nothing to fill in, and nothing that counts."""
        screen = visit(STEADY)
        assert SAY["lead"] in screen.seen
        assert SAY["way_thought_line"] in screen.seen
        assert SAY["practice_empty"] in screen.seen
        for kind in ("text_input", "text_area", "radio", "pills"):
            assert not screen.app.get(kind)

    def test_a_card_says_what_is_there(self, visit, stored):
        """In a few words; a person who is good for nothing yet is not counted."""
        workspace = stored()
        workspace.wins.add(Win(what="I shipped it"))
        workspace.people.add(Person(name="Ann", helps=(Help.LISTEN,)))
        workspace.people.add(Person(name="Ben", helps=(Help.ADVISE,)))
        workspace.people.add(Person(name="The recruiter"))
        seen = visit(STEADY).seen
        assert "1\u00a0kept" in seen
        assert "2\u00a0people" in seen

    def test_the_last_result_stands_on_its_card(self, visit, stored, today):
        """One sentence of it."""
        stored().runs.add(check(today, 5, "one"))
        assert "weighs less now" in visit(STEADY).seen

    def test_one_left_half_done_is_offered_first(self, visit, stored, today):
        """And says so."""
        stored().runs.add(check(today, 5, "one"))
        stored().runs.add(WorksheetRun(worksheet="thought_check", happened_on=today))
        assert SAY["half_done"] in visit(STEADY).seen

    def test_a_worksheet_whose_file_is_gone_breaks_nothing(self, visit, stored, today, monkeypatch):
        """What was done with it still stands in the list."""
        stored().runs.add(check(today, 5, "one"))
        monkeypatch.setattr("pages.parts.steady.worksheets", dict)
        assert steady_words().practice["thought_check"] in visit(STEADY).seen

    def test_two_checks_without_a_shift_suggest_something_else(self, visit, stored, today):
        """The stop rule, with a way on; one is not enough."""
        stored().runs.add(check(today, 8, "one"))
        assert SAY["stop"] not in visit(STEADY).seen
        stored().runs.add(check(today, 8, "two"))
        assert SAY["stop"] in visit(STEADY).seen


class TestPractice:
    """Days and words, no score."""

    def test_what_was_done_stands_there_with_its_day(self, visit, stored, today):
        """The latest first."""
        workspace = stored()
        workspace.steps.add(Step(text="Walk", done_on=today - timedelta(days=1)))
        workspace.runs.add(check(today, 5, "one"))
        seen = visit(STEADY).seen
        names = steady_words().practice
        assert f"today · {names['thought_check']}" in seen
        assert f"yesterday · {names['small_action']} · Walk" in seen
        assert SAY["practice_empty"] not in seen

    def test_change_is_told_in_words_from_two_on(self, visit, stored, today):
        """In so many of so many."""
        stored().runs.add(check(today, 5, "one"))
        assert "thought checks the feeling" not in visit(STEADY).seen
        stored().runs.add(check(today, 9, "two"))
        assert "In 1 of 2 thought checks it felt lighter after." in visit(STEADY).seen

    def test_no_change_is_told_kindly(self, visit, stored, today):
        """None of two is no reproach."""
        for _ in range(2):
            writing = Writing(happened_on=today, way=Way.DIARY, mood_before=4, mood_after=4)
            stored().writings.add(writing)
        assert "It is fine to leave writing alone." in visit(STEADY).seen


class TestSmallActions:
    """One that fits the energy, with its plan, before and after."""

    def open_on(self, visit, energy="low"):
        """Open the small actions for this much energy."""
        return visit(ACTIONS).pick("energy", energy)

    def test_one_of_the_ideas_goes_on_the_list(self, visit, stored, today):
        """With its plan, and with how it was before."""
        screen = self.open_on(visit)
        screen.choose("idea", "glass_of_water").type("cue", "I am in the kitchen")
        screen.pick("mood", 3).press("small_action:new.0.take")
        [step] = stored().steps.all()
        idea = next(each for each in step_words().steps if each.id == "glass_of_water")
        assert (step.text, step.minutes, step.energy) == (idea.text, idea.minutes, Energy.LOW)
        assert (step.cue, step.mood_before, step.due) == ("I am in the kitchen", 3, today)
        assert SAY["action_kept"] in screen.seen
        assert idea.text in screen.seen
        assert "If I am in the kitchen" in screen.seen

    def test_ones_own_goes_before_an_idea(self, visit, stored):
        """What was typed is what was meant; 15 minutes at most."""
        screen = self.open_on(visit, "some").choose("idea", "walk_the_block")
        screen.type("own", "Sit in the garden").press("small_action:new.0.take")
        assert [(each.text, each.minutes) for each in stored().steps.all()] == [
            ("Sit in the garden", 15)
        ]

    def test_nothing_chosen_is_not_kept(self, visit, stored):
        """It asks for one."""
        assert SAY["no_action"] in self.open_on(visit).press("small_action:new.0.take").seen
        assert not stored().steps.all()

    def test_a_vague_moment_gets_a_hint_and_no_lock(self, visit, stored):
        """Gently, and it can be kept as it is."""
        screen = self.open_on(visit).type("own", "Sit in the garden").type("cue", "soon")
        assert if_then_words().hints["vague_cue"] in screen.seen
        screen.press("small_action:new.0.take")
        assert stored().steps.all()[0].cue == "soon"

    def test_two_things_in_one_get_a_hint(self, visit):
        """Only in one's own words."""
        screen = self.open_on(visit).type("own", "Get up and then call Ann")
        screen.type("cue", "after lunch")
        assert if_then_words().hints["two_actions"] in screen.seen

    def test_another_energy_forgets_the_idea(self, visit, stored):
        """What is out of sight is not taken."""
        screen = self.open_on(visit).choose("idea", "glass_of_water").pick("energy", "more")
        assert SAY["no_action"] in screen.press("small_action:new.0.take").seen

    def test_what_is_half_typed_is_there_again(self, visit):
        """Also in another window, and Today offers to go on."""
        self.open_on(visit).type("own", "Sit in the garden")
        again = visit(ACTIONS)
        assert again.field("text_input", "own").value == "Sit in the garden"
        assert words("forms")["resumed"] in again.seen

    def test_after_the_tick_it_asks_how_it_is_now(self, visit, stored):
        """Where it was told before; the answer stays with the step."""
        step = stored().steps.add(Step(text="Walk", mood_before=2))
        screen = visit(ACTIONS).press(f"today.done.{step.id}")
        assert SAY["mood_after"] in [each.label for each in screen.app.pills]
        screen.pick("mood", 5).press(f"small_action.mood:{step.id}.0.keep")
        assert stored().steps.get(step.id).mood_after == 5
        assert SAY["mood_kept"] in screen.seen
        assert SAY["mood_after"] not in [each.label for each in screen.app.pills]

    def test_the_question_can_be_left(self, visit, stored, today):
        """Without an answer, and it does not come back in this window."""
        step = stored().steps.add(Step(text="Walk", mood_before=2, done_on=today))
        screen = visit(ACTIONS).press(f"small_action.mood:{step.id}.0.skip")
        assert SAY["mood_after"] not in [each.label for each in screen.app.pills]
        assert stored().steps.get(step.id).mood_after is None

    def test_the_week_shows_only_what_was_done(self, visit, stored, today):
        """By day."""
        assert SAY["week_empty"] in visit(ACTIONS).seen
        stored().steps.add(Step(text="Walk", done_on=today - timedelta(days=3)))
        stored().steps.add(Step(text="Long ago", done_on=today - timedelta(days=9)))
        seen = visit(ACTIONS).seen
        assert "Walk" in seen
        assert "Long ago" not in seen


class TestPeople:
    """Who listens, who knows the way, and what to say."""

    def test_a_name_is_added_in_one_line(self, visit, stored):
        """With what they are good for."""
        screen = visit(PEOPLE).type("name", "Ann").pick("helps", "listen")
        screen.press("person:new.0.save")
        [person] = stored().people.all()
        assert (person.name, person.helps) == ("Ann", (Help.LISTEN,))
        assert SAY["person_saved"] in screen.seen
        assert screen.field("text_input", "name").value == ""

    def test_without_a_name_nobody_is_added(self, visit, stored):
        """It asks for one."""
        assert SAY["person_needs_name"] in visit(PEOPLE).press("person:new.0.save").seen
        assert not stored().people.all()

    @pytest.mark.parametrize("need", Help)
    def test_what_would_help_finds_who_and_what_to_say(self, visit, stored, need):
        """And where nobody is named for it, a kind question instead."""
        stored().people.add(Person(name="Ann *B*", helps=(Help.LISTEN,)))
        screen = visit(PEOPLE).pick("need", need)
        kind = steady_words().helps[need]
        assert kind.message in [each.value for each in screen.app.code]
        assert ("You could ask" in screen.seen) is (need is Help.LISTEN)
        assert (kind.gap in [each.value for each in screen.app.markdown]) is (
            need is not Help.LISTEN
        )

    def test_a_gap_is_named_with_one_question(self, visit, stored):
        """Not four; and none while nobody is named at all."""
        assert "Nobody yet to" not in visit(PEOPLE).seen
        stored().people.add(Person(name="Ann", helps=(Help.LISTEN,)))
        seen = visit(PEOPLE).seen
        assert seen.count("Nobody yet to") == 1
        assert steady_words().helps[Help.ADVISE].gap in seen

    def test_somebody_can_be_changed(self, visit, stored):
        """What else is known of them stays."""
        person = stored().people.add(Person(name="Ann", address="a@b.example"))
        screen = visit(PEOPLE, person=person.id).type("how_known", "from school")
        screen.pick("helps", "distract").press(f"person:{person.id}.0.save")
        changed = stored().people.get(person.id)
        assert (changed.how_known, changed.helps) == ("from school", (Help.DISTRACT,))
        assert changed.address == "a@b.example"

    def test_the_contact_of_a_case_is_not_among_them(self, visit, stored, today):
        """Neither in the list nor in the count, until they are good for something."""
        workspace = stored()
        boss = workspace.people.add(Person(name="The recruiter"))
        workspace.people.add(Person(name="Ann", helps=(Help.LISTEN,)))
        workspace.cases.add(
            Case(direction=Direction.THEY_SAID_NO, happened_on=today, contact_id=boss.id)
        )
        assert "The recruiter" not in visit(PEOPLE).seen
        assert "1\u00a0person" in visit(STEADY).seen
        stored().people.replace(boss.model_copy(update={"helps": (Help.ADVISE,)}))
        assert "The recruiter" in visit(PEOPLE).seen
        assert "2\u00a0people" in visit(STEADY).seen

    def test_two_windows_show_both_versions(self, visit, stored):
        """What they are good for is told in words."""
        person = stored().people.add(Person(name="Ann", helps=(Help.LISTEN,)))
        screen = visit(PEOPLE, person=person.id).pick("helps", "listen", "introduce")
        stored().people.replace(person.model_copy(update={"helps": (Help.DISTRACT,)}))
        screen.press(f"person:{person.id}.0.save")
        assert "Listen, Introduce" in screen.seen
        assert "Distract" in screen.seen

    def test_somebody_can_be_deleted_and_brought_back(self, visit, stored):
        """Asked first."""
        person = stored().people.add(Person(name="Ann"))
        screen = visit(PEOPLE).press(f"delete.{person.id}")
        assert SAY["person_sure"] in screen.seen
        screen.press(f"delete.yes.{person.id}")
        assert not stored().people.all()
        screen.press("undo.undo")
        assert stored().people.all() == (person,)

    def test_somebody_who_is_gone_says_so(self, visit):
        """An old address is met kindly."""
        assert words("forms")["gone"] in visit(PEOPLE, person="gone").seen

    def test_the_story_is_there_to_copy(self, visit, stored):
        """In the versions that there are."""
        assert SAY["story_lead"] in visit(PEOPLE).seen
        stored().stories.add(Story(ten_seconds="It *ended*.", close_friend="All of it."))
        screen = visit(PEOPLE)
        assert [each.value for each in screen.app.code] == ["It *ended*.", "All of it."]
        assert SAY["story_thirty_seconds"] not in screen.seen


class TestWins:
    """What the person has done."""

    def test_one_line_is_enough(self, visit, stored):
        """The rest can stay empty."""
        screen = visit(WINS)
        assert SAY["wins_empty"] in screen.seen
        screen.type("what", "I shipped it").press("win:new.0.save")
        [win] = stored().wins.all()
        assert (win.what, win.proof, win.who_saw, win.on) == ("I shipped it", "", "", None)
        assert SAY["win_saved"] in screen.seen
        assert "I shipped it" in screen.seen

    def test_proof_who_saw_it_and_when(self, visit, stored, today):
        """All of it is shown again."""
        screen = visit(WINS).type("what", "I shipped it")
        screen.type("proof", "the release").type("who_saw", "Ann")
        screen.field("date_input", "on").set_value(today)
        screen.run().press("win:new.0.save")
        [win] = stored().wins.all()
        assert (win.proof, win.who_saw, win.on) == ("the release", "Ann", today)
        assert "the release · Seen by Ann · today" in screen.seen

    def test_nothing_and_a_day_to_come_are_not_kept(self, visit, stored, today):
        """It says what is missing."""
        screen = visit(WINS).press("win:new.0.save")
        assert SAY["win_needs_what"] in screen.seen
        screen.type("what", "I shipped it")
        screen.field("date_input", "on").set_value(today + timedelta(days=1))
        assert words("forms")["future"] in screen.run().press("win:new.0.save").seen
        assert not stored().wins.all()

    def test_one_can_be_changed(self, visit, stored):
        """In its place, and the way leads back to all of them."""
        win = stored().wins.add(Win(what="I shipped it", who_saw="Ann"))
        screen = visit(WINS).press(f"win.change.{win.id}").type("what", "We shipped it")
        screen.press(f"win:{win.id}.0.save")
        changed = stored().wins.get(win.id)
        assert (changed.what, changed.who_saw, changed.rev) == ("We shipped it", "Ann", 2)
        assert SAY["win_add"] in screen.seen

    def test_it_can_be_left_as_it_was(self, visit, stored):
        """Nothing is saved, and no draft stays."""
        win = stored().wins.add(Win(what="I shipped it"))
        visit(WINS, win=win.id).type("what", "We").press(f"win:{win.id}.0.leave")
        assert stored().wins.all() == (win,)
        assert not stored().drafts.all()

    def test_two_windows_show_both_versions(self, visit, stored):
        """Neither is lost."""
        win = stored().wins.add(Win(what="I shipped it"))
        screen = visit(WINS, win=win.id).type("what", "Mine")
        stored().wins.replace(win.model_copy(update={"what": "Theirs"}))
        screen.press(f"win:{win.id}.0.save")
        assert "Mine" in screen.seen
        assert "Theirs" in screen.seen
        screen.press("conflict.mine.2")
        assert stored().wins.get(win.id).what == "Mine"

    def test_one_can_be_deleted_and_brought_back(self, visit, stored):
        """Asked first."""
        win = stored().wins.add(Win(what="I shipped it"))
        screen = visit(WINS).press(f"delete.{win.id}")
        screen.press(f"delete.yes.{win.id}")
        assert not stored().wins.all()
        screen.press("undo.undo")
        assert stored().wins.all() == (win,)

    def test_words_of_danger_are_noticed(self, visit, stored):
        """Here too, and saving goes on."""
        screen = visit(WINS).type("what", "I want to die")
        assert screen.press("win:new.0.save").in_crisis
        assert len(stored().wins.all()) == 1


class TestAnOffer:
    """S3-38: being chosen says something good, whatever became of it."""

    @pytest.fixture
    def case(self, stored, today):
        """An offer that was declined."""
        return stored().cases.add(
            Case(
                direction=Direction.I_SAID_NO,
                happened_on=today,
                employer="Acme",
                role="editor",
                stages=(StageReached(stage=Stage.OFFER, on=today - timedelta(days=3)),),
            )
        )

    def test_one_click_keeps_it_and_the_words_can_be_changed(self, visit, stored, case):
        """It opens at once, to be put in their own words."""
        screen = visit(WINS).press(f"wins.take.{case.id}")
        [win] = stored().wins.all()
        assert (win.what, win.case_id) == ("Acme chose me and offered me the job.", case.id)
        assert win.on == case.stages[0].on
        assert SAY["offer_taken"] in screen.seen
        assert screen.field("text_input", "what").value == win.what
        screen.type("what", "They wanted me").press(f"win:{win.id}.0.save")
        assert stored().wins.get(win.id).what == "They wanted me"

    def test_it_is_offered_once(self, visit, stored, case):
        """A win that tells of it is enough."""
        stored().wins.add(Win(what="They chose me", case_id=case.id))
        assert SAY["offer_lead"] not in visit(WINS).seen


class TestBesideALetter:
    """What was done is at hand where it can stand."""

    @pytest.mark.parametrize(("kind", "shown"), [(Kind.REAPPLY, True), (Kind.DECLINE, False)])
    def test_it_can_be_copied_with_its_proof(self, folder, stored, kind, shown):
        """As it was written, and only beside letters that may tell of it."""

        def beside(kind):
            from pages.parts.session import current_workspace  # noqa: PLC0415 - a script by itself
            from pages.parts.wins_in_letters import offer_wins  # noqa: PLC0415 - a script by itself

            offer_wins(current_workspace(), kind)

        stored().wins.add(Win(what="I *shipped* it", proof="the release"))
        app = AppTest.from_function(beside, args=(kind,), default_timeout=20).run()
        assert not app.exception
        told = [each.value for each in app.code]
        assert told == (["I *shipped* it, the release"] if shown else [])


class TestALowDay:
    """Wins come unasked only then."""

    def test_they_are_shown_on_a_low_day(self, visit, stored, low_day):
        """As they were written."""
        stored().wins.add(Win(what="I shipped it", who_saw="Ann"))
        seen = visit(STEADY).seen
        assert SAY["low_day"] in seen
        assert "I shipped it" in seen
        assert "Seen by Ann" in seen

    def test_not_on_any_other_day(self, visit, stored, today):
        """A mood of 4 is no low day."""
        stored().check_ins.add(CheckIn(happened_on=today, mood=4))
        stored().wins.add(Win(what="I shipped it"))
        assert SAY["low_day"] not in visit(STEADY).seen

    def test_nothing_is_shown_where_nothing_is_kept(self, visit, low_day):
        """No empty card on a low day."""
        assert SAY["low_day"] not in visit(STEADY).seen


@pytest.mark.parametrize(("path", "field"), [(ACTIONS, "own"), (PEOPLE, "name"), (WINS, "what")])
def test_today_knows_what_was_left_half_done(visit, stored, today, path, field):
    """Whatever was begun here can be gone on with from there."""
    stored().check_ins.add(CheckIn(happened_on=today, mood=6))
    screen = visit(path)
    if path == ACTIONS:
        screen.pick("energy", "low")
    screen.type(field, "Ann")
    assert words("today")["half_done"] in visit().seen


class TestOthersMetNoes:
    """S1-31: stories show what is possible, not what is likely; one's own counts more."""

    def test_what_such_stories_do_not_show_is_said(self, visit):
        """Beside the stories, never without."""
        others = steady_words().others
        seen = visit(WINS).seen
        assert all(story in seen for story in others.stories)
        assert others.note in seen

    def test_ones_own_is_kept_with_what_was_done(self, visit, stored):
        """So that it comes up on a low day."""
        screen = visit(WINS).type("own", "Turned down twice, and then the *third* clinic said yes")
        screen.press("comeback.0.save")
        assert SAY["comeback_saved"] in screen.seen
        [win] = stored().wins.all()
        assert win.what == "Turned down twice, and then the *third* clinic said yes"

    def test_without_a_line_nothing_is_kept(self, visit, stored):
        """It asks for one."""
        assert SAY["comeback_needs"] in visit(WINS).press("comeback.0.save").seen
        assert not stored().wins.all()
