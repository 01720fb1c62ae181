"""Looking back on screen: four quiet parts, kept while typing, with more than one explanation."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.content.debrief import debrief_words
from core.content.loader import words
from core.debriefs import About, Debrief

SAY = words("debrief")
DEBRIEF = "reflect/debrief.py"


@pytest.fixture
def case(stored, today):
    """A no after a final round, five days ago."""
    return stored().cases.add(
        Case(
            direction=Direction.THEY_SAID_NO,
            happened_on=today - timedelta(days=5),
            employer="Acme",
            stages=(StageReached(stage=Stage.FINAL),),
        )
    )


@pytest.fixture
def looked(stored, case, today):
    """A look back that was kept before."""
    return stored().debriefs.add(
        Debrief(
            happened_on=today,
            case_id=case.id,
            stage=Stage.TASK,
            went_well=("I asked", "I listened"),
            change=("Sleep more",),
            explanations={"fit": 6, "skill": 2},
            sorted_as={"fit": About.LUCK},
            learning="Ask earlier",
            tell_personal="all of it",
            tell_work="the outcome",
        )
    )


def go_on(screen, parts=1):
    """Go on to a later part."""
    for _ in range(parts):
        screen.press("debrief.next")
    return screen


def likely(screen, name, number):
    """Say how likely an explanation is."""
    picked = screen.field("pills", "picked").value
    screen.pick("picked", *dict.fromkeys([*picked, name]))
    return screen.pick(f"likely.{name}", number)


def save(screen):
    """Keep the look back."""
    return screen.press("debrief.save.0")


class TestWhatToLookBackOn:
    """Without a case, the screen offers those there are."""

    def test_with_nothing_told_it_says_what_will_be_here(self, visit):
        """And offers to tell the first thing."""
        assert SAY["choose_empty"] in visit(DEBRIEF).seen

    def test_every_look_back_is_there(self, visit, looked):
        """Also without a case in the address."""
        screen = visit(DEBRIEF)
        assert SAY["choose"] in screen.seen
        assert "Ask earlier" in screen.seen

    def test_an_old_address_is_met_kindly(self, visit):
        """A case that is gone says so."""
        assert words("forms")["gone"] in visit(DEBRIEF, case="gone").seen


class TestFourParts:
    """What went well, what to change, what else, what to take along."""

    def test_all_of_it_is_kept(self, visit, stored, case, today):
        """A look back with every answer, whichever part it was given in."""
        screen = visit(DEBRIEF, case=case.id)
        assert screen.field("pills", "stage").value == "final"
        screen.type("well_0", "I asked").type("well_1", "I listened").type("well_2", "I slept")
        go_on(screen).type("change_0", "Shorter answers").type("change_1", "Water")
        go_on(screen)
        likely(screen, "fit", 8)
        likely(screen, "skill", 4)
        screen.pick("about.fit", "luck")
        go_on(screen).type("learning", "Ask earlier")
        screen.type("tell_personal", "all of it").type("tell_work", "the outcome")
        save(screen)
        [kept] = stored().debriefs.all()
        assert (kept.case_id, kept.stage, kept.happened_on) == (case.id, Stage.FINAL, today)
        assert kept.went_well == ("I asked", "I listened", "I slept")
        assert kept.change == ("Shorter answers", "Water")
        assert kept.explanations == {"fit": 8, "skill": 4}
        assert kept.sorted_as == {"fit": About.LUCK}
        assert (kept.learning, kept.tell_personal) == ("Ask earlier", "all of it")
        assert kept.tell_work == "the outcome"

    def test_two_good_things_come_first(self, visit, case):
        """Before them, what to change waits; it can be had without them."""
        screen = go_on(visit(DEBRIEF, case=case.id).type("well_0", "I asked"))
        assert SAY["change_waits"] in screen.seen
        assert not screen.has("text_input", "change_0")
        screen.press("debrief.skip")
        assert screen.has("text_input", "change_0")

    def test_two_good_things_open_what_to_change(self, visit, case):
        """No button is needed then."""
        screen = visit(DEBRIEF, case=case.id).type("well_0", "I asked").type("well_1", "I came")
        assert go_on(screen).has("text_input", "change_0")

    def test_back_loses_nothing(self, visit, case):
        """What was typed in a part stands there again."""
        screen = go_on(visit(DEBRIEF, case=case.id).type("well_0", "I asked"), 3)
        for _ in range(3):
            screen.press("debrief.back")
        assert screen.field("text_input", "well_0").value == "I asked"

    def test_what_is_typed_survives_another_window(self, visit, stored, case):
        """It is a draft at once, and Today offers to go on."""
        visit(DEBRIEF, case=case.id).type("well_0", "I asked")
        again = visit(DEBRIEF, case=case.id)
        assert again.field("text_input", "well_0").value == "I asked"
        assert words("forms")["resumed"] in again.seen
        assert not stored().debriefs.all()
        [draft] = stored().drafts.all()
        assert visit(DEBRIEF, debrief=draft.form.partition(":")[2]).has("text_input", "well_0")

    def test_nothing_at_all_is_not_kept(self, visit, stored, case):
        """An empty page asks for one line."""
        assert SAY["nothing_yet"] in save(visit(DEBRIEF, case=case.id)).seen
        assert not stored().debriefs.all()


class TestExplanations:
    """Likelihoods that the person sets, never ours."""

    def test_one_explanation_is_too_early_to_tell(self, visit, case):
        """No picture, and it says why."""
        screen = likely(go_on(visit(DEBRIEF, case=case.id), 2), "skill", 9)
        assert debrief_words().readings["early"] in screen.seen
        assert not screen.app.get("vega_lite_chart")

    def test_a_picked_explanation_counts_halfway_until_more_is_said(self, visit, stored, case):
        """Picking alone is enough."""
        screen = go_on(visit(DEBRIEF, case=case.id), 2).pick("picked", "fit", "luck")
        assert "you put 0 on yourself" in screen.seen
        save(screen)
        assert stored().debriefs.all()[0].explanations == {"fit": 5, "luck": 5}

    def test_what_is_picked_no_more_counts_no_more(self, visit, stored, looked):
        """Its number goes with it."""
        save(go_on(visit(DEBRIEF, debrief=looked.id), 2).pick("picked", "skill"))
        assert stored().debriefs.get(looked.id).explanations == {"skill": 2}

    def test_two_make_a_picture_with_its_sentence_and_table(self, visit, case):
        """Ten parts, one sentence, and the numbers beside it."""
        screen = go_on(visit(DEBRIEF, case=case.id), 2)
        likely(screen, "skill", 2)
        likely(screen, "fit", 8)
        assert "Of ten parts, you put 2 on yourself." in screen.seen
        [chart] = screen.app.get("vega_lite_chart")
        assert "Of ten parts" in chart.proto.alt
        table = screen.app.dataframe[0].value
        assert list(table[SAY["column_parts"]]) == [8, 2]

    def test_the_usual_sorting_is_picked_already_and_not_kept(self, visit, stored, case):
        """Only what the person sorts in another way is theirs."""
        screen = go_on(visit(DEBRIEF, case=case.id), 2).pick("picked", "fit", "luck")
        assert screen.field("pills", "about.fit").value == "match"
        save(screen.pick("about.luck", "match"))
        assert stored().debriefs.all()[0].sorted_as == {"luck": About.MATCH}

    def test_the_persons_sorting_changes_the_picture(self, visit, case):
        """What they say it is about counts."""
        screen = go_on(visit(DEBRIEF, case=case.id), 2)
        likely(screen, "skill", 5)
        likely(screen, "fit", 5).pick("about.skill", "match")
        assert "you put 0 on yourself" in screen.seen


class TestCare:
    """Feelings first, and nothing overheard."""

    def test_heavy_fresh_news_gets_a_gentle_note_and_no_lock(self, visit, stored, today):
        """S1-3: the page stays open."""
        workspace = stored()
        case = workspace.cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        felt = Felt(word="sad", family="sad", strength=9)
        workspace.check_ins.add(CheckIn(feelings=(felt,), happened_on=today, case_id=case.id))
        screen = visit(DEBRIEF, case=case.id)
        assert SAY["fresh"] in screen.seen
        assert screen.has("text_input", "well_0")

    @pytest.mark.parametrize("field", ["well_0", "learning"])
    def test_words_of_danger_are_noticed_in_every_part(self, visit, stored, case, field):
        """Also in a part that is not on the screen any more; saving goes on."""
        screen = visit(DEBRIEF, case=case.id)
        if field == "learning":
            go_on(screen, 3).type(field, "I want to die")
        else:
            go_on(screen.type(field, "I want to die"), 3)
        assert save(screen).in_crisis
        assert len(stored().debriefs.all()) == 1

    def test_it_ends_quietly_with_one_small_step(self, visit, stored, case):
        """A breath, and a step if wanted."""
        screen = save(visit(DEBRIEF, case=case.id).type("well_0", "I asked"))
        assert SAY["settle"] in screen.seen
        screen.pick("energy", "low")
        screen.app.text_input(key="debrief.small.own").set_value("Walk round the block")
        screen.run().press("debrief.take")
        [step] = stored().steps.all()
        assert (step.text, step.case_id) == ("Walk round the block", case.id)


class TestChanging:
    """A look back can be read, changed, deleted and brought back."""

    def test_it_opens_as_it_was_kept(self, visit, stored, looked):
        """Saving it unchanged changes nothing."""
        screen = visit(DEBRIEF, debrief=looked.id)
        assert screen.field("text_input", "well_1").value == "I listened"
        assert screen.field("pills", "stage").value == "task"
        save(screen)
        assert stored().debriefs.get(looked.id) == looked

    def test_a_change_is_kept_in_its_place(self, visit, stored, looked):
        """The same record, one line different."""
        save(go_on(visit(DEBRIEF, debrief=looked.id), 3).type("learning", "Ask first"))
        [kept] = stored().debriefs.all()
        assert (kept.id, kept.learning) == (looked.id, "Ask first")
        assert kept.explanations == looked.explanations

    def test_deleting_asks_first_and_can_be_undone(self, visit, stored, case, looked):
        """On the screen of its case."""
        screen = visit(DEBRIEF, case=case.id).press(f"delete.{looked.id}")
        assert SAY["sure"] in screen.seen
        screen.press(f"delete.yes.{looked.id}")
        assert not stored().debriefs.all()
        screen.press("undo.undo")
        assert stored().debriefs.get(looked.id) == looked

    @pytest.mark.parametrize(("way", "learning"), [("mine", "mine"), ("theirs", "theirs")])
    def test_two_windows_ask_which_to_keep(self, visit, stored, looked, way, learning):
        """Nothing is overwritten before the choice, and every field can be told."""
        mine = go_on(visit(DEBRIEF, debrief=looked.id), 2)
        likely(mine, "luck", 3).pick("about.luck", "me")
        go_on(mine).type("learning", "mine")
        other = stored()
        changed = {"learning": "theirs", "stage": Stage.FINAL}
        other.debriefs.replace(other.debriefs.get(looked.id).model_copy(update=changed))
        screen = save(mine)
        assert "theirs" in screen.seen
        assert stored().debriefs.get(looked.id).learning == "theirs"
        screen.press(f"conflict.{way}")
        assert stored().debriefs.get(looked.id).learning == learning
