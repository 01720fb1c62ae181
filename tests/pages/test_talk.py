"""One talk about work on screen: a name is enough, prepared by tapping, held with one tap."""

from datetime import UTC, date, datetime, time

import pytest

from core.cases import Case, Direction
from core.content.loader import talk_words, words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.me import Me
from core.network.cadence import next_on
from core.network.contacts import contacts_by_person
from core.network.talk_kit import Question
from core.network.talk_log import keep_talk
from core.network.talks import Talk
from core.network.touchpoints import CameOf, Channel
from core.people import Closeness, Person
from core.skills import Skill
from core.stories import Story
from core.values import Value
from core.worksheets.run import WorksheetRun
from pages.parts.plain_text import inert
from tests.pages.test_reassess import links

SAY = words("talk")
TALK = "reach_out/talk.py"


@pytest.fixture(autouse=True)
def _in_london(stored):
    """The person told that they live in London."""
    stored().save_me(Me(time_zone="Europe/London"))


@pytest.fixture
def amara(stored):
    """Somebody warm, last seen long ago."""
    return stored().people.add(
        Person(name="Amara *Cole*", closeness=Closeness.WARM, last_before=date(2026, 1, 5))
    )


@pytest.fixture
def talk(stored, amara):
    """A talk with her that was over this morning."""
    at = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    return stored().talks.add(
        Talk(person_id=amara.id, topic="Data work", at=at, zone="Europe/London")
    )


def at_part(screen, talk, part):
    """The same screen at another part of it."""
    screen.app.session_state[f"talk.section.{talk.id}"] = part
    return screen.run()


class TestPlan:
    """When, and with whom."""

    def test_a_name_is_enough(self, visit, stored):
        """Nobody has to fill in a form to begin; the person is known from then on."""
        screen = visit(TALK).type("with_whom", "Ben Okafor")
        assert SAY["new_person"] in screen.seen
        screen.press(screen.field("button", "save").key)
        [kept], [person] = stored().talks.all(), stored().people.all()
        assert (kept.person_id, person.name) == (person.id, "Ben Okafor")

    def test_somebody_known_is_not_there_twice(self, visit, stored, amara):
        """Capitals and spaces do not make another person."""
        screen = visit(TALK).type("with_whom", "amara  *cole*")
        assert "Amara" in screen.seen
        screen.press(screen.field("button", "save").key)
        assert [each.id for each in stored().people.all()] == [amara.id]
        assert [each.person_id for each in stored().talks.all()] == [amara.id]

    def test_without_a_name_nothing_is_kept(self, visit, stored):
        """It is asked for beside the button."""
        screen = visit(TALK)
        screen.press(screen.field("button", "save").key)
        assert SAY["who_first"] in [each.value for each in screen.app.warning]
        assert not stored().talks.all()

    def test_it_begins_with_a_person_and_its_moment_has_a_zone(self, visit, stored, amara):
        """From the screen of a person, they need not be named again."""
        screen = visit(TALK, person=amara.id)
        screen.field("date_input", "day").set_value(date(2026, 11, 26))
        screen.field("time_input", "time").set_value(time(15, 0))
        screen.run().choose("zone", "Europe/Berlin")
        screen.press(screen.field("button", "save").key)
        [kept] = stored().talks.all()
        assert kept.person_id == amara.id
        assert kept.at == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)

    def test_half_a_moment_is_asked_for(self, visit, stored, amara):
        """A day without its time stays typed."""
        screen = visit(TALK, person=amara.id)
        screen.field("date_input", "day").set_value(date(2026, 11, 26))
        screen.run().press(screen.field("button", "save").key)
        assert SAY["both_or_none"] in [each.value for each in screen.app.warning]
        assert not stored().talks.all()

    def test_a_talk_that_comes_of_a_case_stays_with_it(self, visit, stored, amara):
        """The letter that asked for it was about a case: so is the talk, and the thanks for it."""
        case = stored().cases.add(
            Case(direction=Direction.SILENCE, employer="Pier", happened_on=date(2026, 11, 1))
        )
        told = {"state": LetterState.ANSWERED, "sent_on": date(2026, 11, 18)}
        stored().letters.add(
            Letter(kind=Kind.INFORMATIONAL_TALK, to_id=amara.id, case_id=case.id, **told)
        )
        assert case.id in links(visit("reach_out/talks.py"))[inert(amara.name)]
        screen = visit(TALK, person=amara.id, case=case.id)
        screen.press(screen.field("button", "save").key)
        [kept] = stored().talks.all()
        assert (kept.case_id, kept.person_id, kept.organisation) == (case.id, amara.id, "Pier")

    def test_a_talk_that_is_gone_says_so(self, visit):
        """An old link ends on a calm page."""
        assert words("forms")["gone"] in [w.value for w in visit(TALK, talk="nowhere").app.warning]


class TestPrepare:
    """One thing to find out, and a few questions."""

    def test_questions_are_chosen_ordered_and_taken_off(self, visit, stored, talk):
        """Each takes one tap, and one that went comes back."""
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare")
        first, second = talk_words().questions[Question.WORK].questions[:2]
        for question in (first, second):
            [button] = [each for each in screen.app.button if each.label == question]
            screen.press(button.key)
        assert stored().talks.get(talk.id).questions == (first, second)
        screen.press("talk.up.")
        assert stored().talks.get(talk.id).questions == (second, first)
        screen.press(next(b.key for b in screen.app.button if b.key.startswith("talk.off.")))
        assert stored().talks.get(talk.id).questions == (first,)
        screen.press("talk.put_back.")
        assert stored().talks.get(talk.id).questions == (first, second)

    def test_somebody_who_made_the_move_is_asked_the_six(self, visit, stored, talk, amara):
        """The questions open at those that only they can answer (S0-32)."""
        stored().people.replace(
            stored().people.get(amara.id).model_copy(update={"made_shift": True})
        )
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare")
        six = talk_words().questions[Question.MADE_MOVE].questions
        assert {*six} <= {each.label for each in screen.app.button}
        assert len(six) == 6

    def test_an_own_question_joins_them(self, visit, stored, talk):
        """What nobody thought of is asked too."""
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare")
        screen.type("own", "How do you rest?").press(screen.field("button", "add").key)
        assert stored().talks.get(talk.id).questions == ("How do you rest?",)

    def test_the_short_story_is_at_hand(self, visit, stored, talk):
        """What was written in the steady kit need not be found again."""
        stored().stories.add(Story(ten_seconds="Between jobs, by choice.", close_friend="Long."))
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare")
        assert "Between jobs, by choice." in [each.value for each in screen.app.code]

    def test_the_same_question_twice_stands_there_once(self, visit, stored, talk):
        """A file that was edited by hand or merged does not break the page."""
        update = {"questions": ("How?", "How?")}
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update=update))
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare")
        assert "1. How?" in screen.seen
        assert "2. How?" not in screen.seen

    def test_a_day_without_its_time_waits_while_the_goal_is_kept(self, visit, stored, talk):
        """Saving one part lets go of nothing that was typed in another."""
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update={"at": None}))
        screen = at_part(visit(TALK, talk=talk.id), talk, "plan")
        screen.field("date_input", "day").set_value(date(2026, 11, 25))
        at_part(screen.run(), talk, "prepare").type("goal", "Her first year")
        screen.press(screen.field("button", "save").key)
        kept = stored().talks.get(talk.id)
        assert (kept.goal, kept.at) == ("Her first year", None)
        at_part(screen, talk, "plan")
        assert screen.field("date_input", "day").value == date(2026, 11, 25)


class TestFrame:
    """The talk itself, minute by minute."""

    def test_the_minutes_and_the_reminder_stand_there(self, visit, stored, talk):
        """It says that this is not asking for a job, and shows the own questions."""
        update = {"questions": ("What is a usual day?",), "goal": "A first year"}
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update=update))
        screen = at_part(visit(TALK, talk=talk.id), talk, "talk")
        assert talk_words().not_a_job in screen.seen
        assert "Minute 11 to 13" in screen.seen
        assert "What is a usual day?" in screen.seen
        assert "A first year" in screen.seen


class TestAfter:
    """Held, thanked for, and what it taught."""

    def test_one_tap_restarts_the_clock(self, visit, stored, talk, amara):
        """A held talk is a contact; taking it back takes the contact back."""
        screen = visit(TALK, talk=talk.id).press("talk.held.")
        [touch] = stored().touchpoints.all()
        assert (touch.person_id, touch.talk_id, touch.channel) == (amara.id, talk.id, Channel.CALL)
        assert touch.happened_on == date(2026, 11, 20)
        assert "18 February 2027" in screen.seen
        workspace = stored()
        contacts = contacts_by_person(workspace)[amara.id]
        assert next_on(workspace.people.get(amara.id), contacts, date(2026, 11, 20)) == date(
            2027, 2, 18
        )
        screen.press("talk.unheld.")
        assert not stored().touchpoints.all()
        assert stored().talks.get(talk.id).held_on is None

    def test_what_it_taught_goes_where_it_is_of_use(self, visit, stored, talk, amara):
        """Learned lines go into the log, names among the people, skills onto the list."""
        screen = visit(TALK, talk=talk.id).press("talk.held.")
        screen.type("learned0", "They hire in spring.").type("skills", "SQL, listening")
        screen.type("who_else", "Ben and Cleo").press(screen.field("button", "save").key)
        [touch] = stored().touchpoints.all()
        assert (touch.note, touch.came_of) == ("They hire in spring.", (CameOf.LEARNED,))
        named = {each.name: each.introduced_by for each in stored().people.all()}
        assert named == {amara.name: "", "Ben": amara.id, "Cleo": amara.id}
        screen.press(f"talk.skill.{talk.id}.SQL")
        assert [each.name for each in stored().skills.all()] == ["SQL"]
        screen.press(f"talk.skill.{talk.id}.SQL.back")
        assert not stored().skills.all()

    def test_steps_are_copied_into_the_skills_plan_and_back(self, visit, stored, talk):
        """What it took somebody becomes ways to close a gap, and can be taken out again."""
        skill = stored().skills.add(Skill(name="Statistics"))
        update = {"held_on": date(2026, 11, 20), "steps": ("An evening course",)}
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update=update))
        screen = visit(TALK, talk=talk.id).press("talk.steps")
        assert [each.text for each in stored().skills.get(skill.id).actions] == [
            "An evening course"
        ]
        screen.press("talk.steps.back")
        assert stored().skills.get(skill.id).actions == ()

    def test_thanks_are_offered_as_a_letter_and_noted(self, visit, stored, talk, amara):
        """One line away, and never asked for twice."""
        screen = visit(TALK, talk=talk.id).press("talk.held.")
        assert f"thanks_after_talk..talk.{amara.id}" in links(screen)[SAY["write_thanks"]]
        screen.press("talk.thanks.out.")
        assert stored().talks.get(talk.id).thanked_on == date(2026, 11, 20)

    def test_a_talk_that_did_not_take_place_waits_without_a_day(self, visit, stored, talk):
        """It is nobody's fault, and nothing stands in the log."""
        screen = visit(TALK, talk=talk.id).press("talk.not_held.")
        assert SAY["not_held_done"] in screen.seen
        assert stored().talks.get(talk.id).at is None
        assert not stored().touchpoints.all()

    def test_its_moment_comes_back_after_a_slip(self, visit, stored, talk):
        """A wrong tap costs neither the day nor the time."""
        screen = visit(TALK, talk=talk.id).press("talk.not_held.").press("talk.moment_back.")
        assert stored().talks.get(talk.id).at == talk.at
        assert not any(each.key.startswith("talk.moment_back.") for each in screen.app.button)

    def test_who_was_named_is_added_once(self, visit, stored, talk, amara):
        """Another name given since, or a card that was deleted, does not come undone."""
        screen = visit(TALK, talk=talk.id).press("talk.held.").type("who_else", "Zed, Yan")
        screen.press(screen.field("button", "save").key)
        workspace = stored()
        _, zed, yan = workspace.people.all()
        workspace.people.replace(zed.model_copy(update={"name": "Zed Smith"}))
        workspace.delete(yan)
        screen.type("learned0", "They hire.").type("who_else", "Zed, Yan, Cleo")
        screen.press(screen.field("button", "save").key)
        named = [each.name for each in stored().people.all()]
        assert named == [amara.name, "Zed Smith", "Cleo"]
        assert "your people: Cleo" in screen.seen

    def test_a_skill_that_stands_there_twice_is_offered_once(self, visit, stored, talk):
        """Spaces and capitals do not make another skill."""
        update = {"held_on": date(2026, 11, 20), "skills": ("SQL", "SQL", "sql")}
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update=update))
        screen = visit(TALK, talk=talk.id)
        assert [e.key for e in screen.app.button if e.key.startswith("talk.skill.")] == [
            f"talk.skill.{talk.id}.SQL"
        ]

    def test_work_that_no_advert_names_becomes_an_opening(self, visit, stored, talk):
        """What was heard in passing does not get lost (S0-18)."""
        screen = visit(TALK, talk=talk.id).press("talk.held.")
        screen.type("role", "Analyst").press(f"talk_opening:{talk.id}.0.add")
        [opening] = stored().openings.all()
        assert (opening.role, opening.heard_from) == ("Analyst", "Amara *Cole*")

    def test_a_deleted_talk_comes_back_with_its_contact(self, visit, stored, talk):
        """Both go in one step, and one button brings both back."""
        screen = visit(TALK, talk=talk.id).press("talk.held.")
        at_part(screen, talk, "plan").press(f"delete.{talk.id}").press(f"delete.yes.{talk.id}")
        assert (stored().talks.all(), stored().touchpoints.all()) == ((), ())
        screen.press("undo.undo")
        assert len(stored().talks.all()) == len(stored().touchpoints.all()) == 1


class TestSigns:
    """How people are there is evidence where it is weighed (S0-19)."""

    @pytest.fixture
    def told(self, stored, talk):
        """She told how people are at two places."""
        update = {
            "held_on": date(2026, 11, 20),
            "culture": "They *listen*.",
            "organisation": "Pier",
        }
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update=update))

    @pytest.mark.usefixtures("told")
    def test_it_stands_beside_the_fit_of_roles(self, visit, stored):
        """It says from whom it is, and cannot be changed there."""
        stored().values.add(Value(name="Kindness", rank=1))
        screen = visit("move_on/values.py", part="fit")
        assert "They *listen*." in screen.seen
        assert any("From a talk with Amara" in each for each in links(screen))

    @pytest.mark.usefixtures("told")
    @pytest.mark.parametrize(("employer", "seen"), [("pier", True), ("Harbour", False)])
    def test_it_is_at_hand_where_the_gut_is_asked(self, visit, stored, employer, seen):
        """The review of an offer shows what was told of that employer alone."""
        case = stored().cases.add(
            Case(direction=Direction.I_SAID_NO, employer=employer, happened_on=date(2026, 11, 1))
        )
        told = {"case_id": case.id, "at": "gut", "happened_on": case.happened_on}
        run = stored().runs.add(WorksheetRun(worksheet="offer_review", **told))
        screen = visit("worksheet.py", run=run.id)
        assert ("They *listen*." in screen.seen) is seen


class TestTwoWindows:
    """Nothing that was typed is lost."""

    @pytest.mark.parametrize(("way", "goal"), [("mine", "My question"), ("theirs", "Theirs")])
    def test_the_person_chooses_which_version_to_keep(self, visit, stored, talk, way, goal):
        """Both stand side by side before anything is written over."""
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare").type("goal", "My question")
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update={"goal": "Theirs"}))
        screen.press(screen.field("button", "save").key)
        assert words("conflict")["field_talk_goal"] in screen.seen
        assert stored().talks.get(talk.id).goal == "Theirs"
        screen.press(f"conflict.{way}.")
        assert stored().talks.get(talk.id).goal == goal

    def test_what_is_tapped_meanwhile_is_no_other_version(self, visit, stored, talk):
        """Questions are chosen beside the form, also in another window."""
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare").type("goal", "Mine")
        update = {"questions": ("How?",)}
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update=update))
        screen.press(screen.field("button", "save").key)
        kept = stored().talks.get(talk.id)
        assert (kept.goal, kept.questions) == ("Mine", ("How?",))

    def test_own_taps_are_no_other_version(self, visit, stored, talk):
        """What was typed before stays typed over "we talked" and "not after all"."""
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare").type("goal", "Her first year")
        at_part(screen, talk, "after").press("talk.held.").type("learned0", "They hire.")
        screen.press("talk.unheld.")
        assert stored().talks.get(talk.id).goal == ""
        screen.press("talk.held.").press(screen.field("button", "save").key)
        kept = stored().talks.get(talk.id)
        assert (kept.goal, kept.learned) == ("Her first year", ("They hire.",))
        assert kept.held_on == date(2026, 11, 20)

    def test_a_tap_does_not_hide_another_version(self, visit, stored, talk):
        """What the other window wrote is still asked about after the tap."""
        screen = at_part(visit(TALK, talk=talk.id), talk, "prepare").type("goal", "Mine")
        stored().talks.replace(stored().talks.get(talk.id).model_copy(update={"goal": "Theirs"}))
        at_part(screen, talk, "after").press("talk.held.")
        screen.press(screen.field("button", "save").key)
        assert words("conflict")["field_talk_goal"] in screen.seen

    def test_the_version_that_is_kept_reaches_the_log_and_the_people(self, visit, stored, talk):
        """The clock follows the talk, and whom they named is known."""
        screen = visit(TALK, talk=talk.id).press("talk.held.").type("who_else", "Ben")
        workspace = stored()
        update = {"held_on": date(2026, 11, 19)}
        keep_talk(workspace, workspace.talks.get(talk.id).model_copy(update=update))
        screen.press(screen.field("button", "save").key).press("conflict.mine.")
        assert [each.happened_on for each in stored().touchpoints.all()] == [date(2026, 11, 20)]
        assert [each.name for each in stored().people.all()][1:] == ["Ben"]

    def test_a_plan_that_was_left_half_done_waits_on_today(self, visit, amara):
        """With the person whom it was begun with."""
        visit(TALK, person=amara.id).type("topic", "Her first year")
        label = f"{words('today')['go_on']}: {words('today')['draft_talk']}"
        assert amara.id in links(visit())[label]
        again = visit(TALK, talk=amara.id)
        assert again.field("text_input", "topic").value == "Her first year"
