"""Telling what happened: only the first answer is needed, the rest can wait or change."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction, Door, Stage
from core.content.loader import words
from core.stories import Story

SAY = words("case")
CASE = "reflect/case.py"


def opened(screen, *parts):
    """Open these parts of the form, beside what is always asked."""
    [pills] = [each for each in screen.app.pills if each.key.startswith("parts.")]
    pills.set_value(list(parts))
    return screen.run()


def save(screen):
    """Press Save."""
    return screen.press("case.save.0")


def links(screen):
    """Where the screen leads."""
    return {each.label for each in screen.app.get("page_link")}


class TestWhatHangsOnIt:
    """A case leads to what helps with it."""

    def test_after_telling_there_is_a_way(self, visit):
        """The stops for this case, offered and not begun."""
        screen = save(visit(CASE).choose("direction", "they_said_no"))
        assert words("route")["from_case"] in links(screen)

    def test_its_story_stands_with_it(self, visit, stored, today):
        """Ready to copy; without one it can be found."""
        case = stored().cases.add(Case(direction=Direction.THEY_SAID_NO, happened_on=today))
        assert words("steady")["story_tell"] in links(visit(CASE, case=case.id))
        stored().stories.add(Story(ten_seconds="It was a no.", case_id=case.id))
        assert "It was a no." in [each.value for each in visit(CASE, case=case.id).app.code]


class TestTelling:
    """A new case."""

    @pytest.mark.parametrize("direction", list(Direction))
    def test_the_first_answer_is_enough(self, visit, stored, today, direction):
        """Any direction, and nothing else, is a case of today."""
        save(visit(CASE).choose("direction", direction.value))
        [case] = stored().cases.all()
        assert (case.direction, case.happened_on) == (direction, today)

    def test_before_the_first_answer_nothing_else_is_asked(self, visit):
        """One question stands alone."""
        screen = visit(CASE)
        assert len(screen.app.radio) == 1
        assert not screen.app.text_input
        assert not screen.app.pills

    def test_nothing_new_leads_to_the_check_in(self, visit):
        """That is no case."""
        screen = visit(CASE).choose("direction", "nothing_new")
        assert SAY["just_checking_in"] in screen.seen
        assert "case.save.0" not in [each.key for each in screen.app.button]

    @pytest.mark.parametrize(
        ("direction", "asked", "not_asked"),
        [
            ("they_said_no", {"stage", "told_by", "door", "goal"}, {"reasons_given"}),
            ("i_said_no", {"reasons_given", "reasons_true", "door"}, {"stage"}),
            ("silence", {"stage"}, {"told_by", "door", "reasons_given"}),
            ("withdrew", {"stage", "reasons_given"}, set()),
        ],
    )
    def test_only_what_matters_is_asked(self, visit, direction, asked, not_asked):
        """Each answer has its own questions."""
        screen = visit(CASE).choose("direction", direction)
        parts = {"silence": ("how", "people"), "they_said_no": ("how", "people", "later")}
        opened(screen, *parts.get(direction, ("how", "reasons", "people", "later")))
        assert all(screen.has("pills", name) for name in asked)
        assert not any(screen.has("pills", name) for name in not_asked)

    def test_all_of_it_is_kept(self, visit, stored, today):
        """A declined offer with every answer given."""
        screen = visit(CASE).choose("direction", "i_said_no")
        opened(screen, "how", "reasons", "people", "later")
        screen.type("employer", "Brightwater").type("role", "Owner").type("story", "A long day.")
        screen.pick("pulls", "pay", "people").pick("reasons_given", "location")
        screen.pick("reasons_true", "hours", "growth").type("protected", "evenings")
        screen.pick("told_by", "email").pick("door", "ajar").pick("goal", "apply_again")
        screen.type("contact_name", "Amara").type("contact_address", "a@b.example")
        screen.type("referrer_name", "Jonas").type("referrer_how_known", "old colleague")
        screen.field("date_input", "deadline").set_value(today + timedelta(days=3))
        save(screen.run())
        [case] = stored().cases.all()
        people = {each.id: each for each in stored().people.all()}
        assert (case.employer, case.role, case.story) == ("Brightwater", "Owner", "A long day.")
        assert case.pulls == ("pay", "people")
        assert (case.reasons_given, case.reasons_true) == (("location",), ("hours", "growth"))
        assert (case.protected, case.told_by, case.goal) == ("evenings", "email", "apply_again")
        assert (case.door, case.deadline) == (Door.AJAR, today + timedelta(days=3))
        assert case.stage is Stage.OFFER
        assert people[case.contact_id].address == "a@b.example"
        assert people[case.referrer_id].how_known == "old colleague"

    def test_back_dating_is_normal(self, visit, stored, today):
        """The day may be long past."""
        screen = visit(CASE).choose("direction", "silence")
        screen.field("date_input", "happened_on").set_value(today - timedelta(days=400))
        save(screen.run())
        assert stored().cases.all()[0].happened_on == today - timedelta(days=400)

    def test_a_day_to_come_gets_a_sentence_and_keeps_the_rest(self, visit, stored, today):
        """Nothing is saved, and nothing typed is lost."""
        screen = visit(CASE).choose("direction", "silence").type("employer", "Acme")
        screen.field("date_input", "happened_on").set_value(today + timedelta(days=1))
        screen.run()
        assert words("forms")["future"] in screen.seen
        assert screen.field("text_input", "employer").value == "Acme"
        assert not stored().cases.all()

    def test_the_way_on_is_to_feel_first(self, visit):
        """After saving, the check-in on this case is offered."""
        assert SAY["look_back"] in save(visit(CASE).choose("direction", "silence")).seen

    def test_words_of_danger_are_noticed_and_still_saved(self, visit, stored):
        """Saving is never blocked; the card opens."""
        screen = visit(CASE).choose("direction", "they_said_no")
        screen = save(screen.type("story", "I wish I was dead"))
        assert screen.in_crisis
        assert stored().cases.all()[0].story == "I wish I was dead"

    def test_the_rest_opens_part_by_part(self, visit):
        """What nobody asked for is not on the screen, and what is filled in stays open."""
        screen = visit(CASE).choose("direction", "i_said_no")
        assert not screen.has("pills", "reasons_given")
        opened(screen, "reasons").type("protected", "evenings")
        assert visit(CASE).field("text_input", "protected").value == "evenings"


class TestChanging:
    """An old case."""

    def told(self, stored, today, **more):
        """Save a case that can be changed."""
        return stored().cases.add(
            Case(
                direction=Direction.THEY_SAID_NO,
                happened_on=today - timedelta(days=5),
                employer="Acme",
                **more,
            )
        )

    def test_the_stage_history_only_grows(self, visit, stored, today):
        """A new stage is one more line; the earlier one stays, with its day."""
        case = self.told(stored, today, stages=({"stage": "applied", "on": today},))
        save(visit(CASE, case=case.id).pick("stage", "final"))
        stages = stored().cases.get(case.id).stages
        assert [each.stage for each in stages] == [Stage.APPLIED, Stage.FINAL]
        assert stages[0].on == today
        assert stages[1].noted_at is not None

    def test_a_stage_can_have_its_day(self, visit, stored, today):
        """When it was reached may be told, for the same stage too."""
        case = self.told(stored, today, stages=({"stage": "applied"},))
        screen = visit(CASE, case=case.id)
        screen.field("date_input", "stage_on").set_value(today - timedelta(days=40))
        save(screen.run())
        stages = stored().cases.get(case.id).stages
        assert stages[-1].on == today - timedelta(days=40)
        assert len(stages) == 2

    def test_what_was_told_stands_in_the_form(self, visit, stored, today):
        """The form opens with every answer, and saving it unchanged changes nothing."""
        case = self.told(stored, today, pulls=("pay",), door=Door.OPEN, goal="apply_again")
        screen = visit(CASE, case=case.id)
        assert screen.field("text_input", "employer").value == "Acme"
        assert screen.field("pills", "pulls").value == ["pay"]
        save(screen)
        assert stored().cases.get(case.id) == case

    def test_an_employer_can_be_taken_out_again(self, visit, stored, today):
        """Emptied fields are emptied in the record."""
        case = self.told(stored, today)
        save(visit(CASE, case=case.id).type("employer", ""))
        assert stored().cases.get(case.id).employer == ""

    def test_a_case_that_is_gone_says_so(self, visit):
        """An old link is met kindly."""
        assert words("forms")["gone"] in visit(CASE, case="no-such-case").seen


class TestTwoWindows:
    """The same case in two windows."""

    @pytest.fixture
    def both(self, visit, stored, today):
        """The case, and the first window, in which the other window's change is not yet seen."""
        case = stored().cases.add(
            Case(direction=Direction.SILENCE, happened_on=today, employer="Acme", story="first")
        )
        mine = visit(CASE, case=case.id).type("story", "mine").type("role", "Lead")
        theirs = stored()
        theirs.cases.replace(theirs.cases.get(case.id).model_copy(update={"story": "theirs"}))
        return case, save(mine)

    def test_nothing_is_overwritten_before_the_choice(self, both, stored):
        """Both versions are shown, and the stored one stands."""
        case, screen = both
        assert "mine" in screen.seen
        assert "theirs" in screen.seen
        assert stored().cases.get(case.id).story == "theirs"

    def test_someone_named_here_is_not_lost_by_the_question(self, visit, stored, today):
        """A person named in the version that was asked about is there when it is kept."""
        case = stored().cases.add(Case(direction=Direction.SILENCE, happened_on=today))
        mine = opened(visit(CASE, case=case.id), "people").type("contact_name", "Amara")
        theirs = stored()
        theirs.cases.replace(theirs.cases.get(case.id).model_copy(update={"story": "theirs"}))
        save(mine).press("conflict.mine")
        people = stored()
        assert people.people.get(people.cases.get(case.id).contact_id).name == "Amara"

    @pytest.mark.parametrize(
        ("way", "story", "role"),
        [("mine", "mine", "Lead"), ("theirs", "theirs", ""), ("both", "theirs\n\nmine", "Lead")],
    )
    def test_the_person_chooses(self, both, stored, way, story, role):
        """Mine, the other, or both texts one after the other."""
        case, screen = both
        screen.press(f"conflict.{way}")
        kept = stored().cases.get(case.id)
        assert (kept.story, kept.role, kept.employer) == (story, role, "Acme")
        assert words("conflict")["kept"] in screen.seen
