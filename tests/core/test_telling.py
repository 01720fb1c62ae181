"""Telling what happened: answers become a case, and the people named become people."""

from datetime import date

import pytest

from core.cases import Case, Direction, Door, Stage
from core.errors import EditedElsewhereError, NotFoundError
from core.people import Person
from core.telling import AnswerError, answers_of, tell
from core.views import people_by_id


@pytest.fixture
def today(clock):
    """The day on which it is told."""
    return clock().date()


@pytest.fixture
def answers(today):
    """The answers of a form, empty but for the first one and what is given."""

    def filled(direction=Direction.THEY_SAID_NO, **given):
        return answers_of(None, {}, today) | {"direction": direction.value} | given

    return filled


def asked_again(workspace, case, today, **changed):
    """The answers of the form that is opened to change a case."""
    return answers_of(case, workspace.view(people_by_id), today) | changed


class TestTelling:
    """Only the first answer is needed, and nothing that was answered is lost."""

    def test_the_first_answer_is_enough(self, workspace, answers, today):
        """One answer makes a case of today."""
        case = tell(workspace, answers(Direction.SILENCE))
        assert (case.direction, case.happened_on) == (Direction.SILENCE, today)
        assert workspace.cases.all() == (case,)
        assert workspace.people.all() == ()

    def test_every_answer_is_kept(self, workspace, answers, today):
        """What was told stands in the form again when the case is opened."""
        given = answers(
            Direction.SECOND_THOUGHTS,
            employer="Acme",
            role="Lead",
            story="By the river.",
            happened_on=date(2025, 11, 2),
            told_by="email",
            pulls=["pay", "people"],
            reasons_given=["location"],
            reasons_true=["hours", "location"],
            reason_words="Too far.",
            protected="evenings",
            deadline=date(2025, 11, 5),
            door="ajar",
            goal="ally",
            contact_name="Ada",
            contact_how_known="interview",
            contact_address="ada@acme.example",
            referrer_name="Ben",
        )
        case = tell(workspace, given)
        again = asked_again(workspace, case, today)
        assert again == given | {"stage": "offer", "rev": 1}

    def test_a_question_that_was_not_asked_is_not_answered(self, workspace, answers):
        """An answer left over from another direction makes no part of this case."""
        case = tell(workspace, answers(Direction.SILENCE, told_by="email", protected="evenings"))
        assert (case.told_by, case.protected) == ("", "")

    @pytest.mark.parametrize("direction", [Direction.I_SAID_NO, Direction.SECOND_THOUGHTS])
    def test_my_no_begins_with_their_offer(self, workspace, answers, direction):
        """The stage that is plain from the answer is noted without a question."""
        assert tell(workspace, answers(direction)).stage is Stage.OFFER

    def test_a_door_that_was_let_go_of_is_unknown(self, workspace, answers):
        """Taking the choice back is no error."""
        assert tell(workspace, answers(door="")).door is Door.UNKNOWN

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("employer", "x" * 201),
            ("story", "x" * 20_001),
            ("contact_how_known", "x" * 201),
            ("referrer_address", "x" * 201),
        ],
    )
    def test_an_answer_too_long_is_named_and_nothing_is_saved(
        self, workspace, answers, field, value
    ):
        """The field is told, none of its words are, and no half of the answers is kept."""
        given = answers(contact_name="Ada", referrer_name="Ben") | {field: value}
        with pytest.raises(AnswerError) as refused:
            tell(workspace, given)
        assert refused.value.field == field
        assert "xxx" not in refused.value.sentence
        assert workspace.cases.all() == workspace.people.all() == ()


class TestDoubleClick:
    """A double click on save tells it once."""

    @pytest.mark.parametrize("direction", Direction)
    def test_two_clicks_are_one_case(self, workspace, clock, answers, direction):
        """Also where the case notes the moment at which a stage was told."""
        given = answers(direction, stage="task", contact_name="Ada", employer="Acme")
        first = tell(workspace, given)
        clock.forward(seconds=1)
        assert tell(workspace, given) == first
        assert len(workspace.cases.all()) == len(workspace.people.all()) == 1

    def test_four_seconds_later_it_is_another_case(self, workspace, clock, answers):
        """Two noes that look alike can both be told."""
        tell(workspace, answers())
        clock.forward(seconds=4)
        tell(workspace, answers())
        assert len(workspace.cases.all()) == 2

    def test_another_answer_is_another_case(self, workspace, answers):
        """One word more makes it another one."""
        tell(workspace, answers(employer="Acme"))
        tell(workspace, answers(employer="Acme Ltd"))
        assert len(workspace.cases.all()) == 2


class TestPeople:
    """Who is named becomes a person, and is known from then on."""

    def test_a_name_that_is_known_is_the_same_person(self, workspace, answers):
        """Capitals and blanks make nobody a second person."""
        ada = workspace.people.add(Person(name="Ada King"))
        case = tell(workspace, answers(contact_name=" ada king ", contact_address="a@x.example"))
        assert case.contact_id == ada.id
        (known,) = workspace.people.all()
        assert known.address == "a@x.example"

    def test_what_is_known_of_a_person_is_not_emptied(self, workspace, answers):
        """Naming somebody again without an address keeps the one that is there."""
        workspace.people.add(Person(name="Ada", how_known="school", address="a@x.example"))
        tell(workspace, answers(contact_name="Ada"))
        (known,) = workspace.people.all()
        assert (known.how_known, known.address) == ("school", "a@x.example")

    def test_a_known_person_can_not_be_made_unreadable(self, workspace, answers):
        """An answer too long about somebody who is known is refused like any other."""
        ada = workspace.people.add(Person(name="Ada"))
        with pytest.raises(AnswerError) as refused:
            tell(workspace, answers(contact_name="Ada", contact_how_known="x" * 201))
        assert refused.value.field == "contact_how_known"
        assert workspace.people.all() == (ada,)

    def test_one_person_can_be_both(self, workspace, answers):
        """Whoever told the news may have put in the word too."""
        case = tell(workspace, answers(contact_name="Ada", referrer_name="Ada"))
        assert case.contact_id == case.referrer_id
        assert len(workspace.people.all()) == 1

    def test_without_a_name_there_is_nobody(self, workspace, answers):
        """An address alone makes no person."""
        case = tell(workspace, answers(contact_address="a@x.example"))
        assert case.contact_id == ""
        assert workspace.people.all() == ()

    def test_a_person_taken_out_of_a_case_stays_known(self, workspace, answers, today):
        """The case no longer points at them; what is known of them is kept."""
        case = tell(workspace, answers(contact_name="Ada"))
        changed = tell(workspace, asked_again(workspace, case, today, contact_name=""), case.id)
        assert changed.contact_id == ""
        assert [each.name for each in workspace.people.all()] == ["Ada"]

    def test_a_person_who_is_gone_leaves_an_empty_field(self, workspace, answers, today):
        """A case opens although the person it names was deleted."""
        case = tell(workspace, answers(referrer_name="Ben"))
        workspace.people.remove(case.referrer_id)
        assert asked_again(workspace, case, today)["referrer_name"] == ""


class TestChanging:
    """What was told can be changed, and only what was asked is changed."""

    def test_a_changed_answer_is_saved_over_the_old_one(self, workspace, answers, today):
        """The case keeps its id and counts one revision more."""
        case = tell(workspace, answers(employer="Acme", story="Once."))
        changed = tell(workspace, asked_again(workspace, case, today, employer=""), case.id)
        assert (changed.id, changed.rev, changed.employer) == (case.id, 2, "")
        assert changed.story == "Once."
        assert workspace.cases.all() == (changed,)

    def test_saving_without_a_change_writes_nothing(self, workspace, answers, today):
        """Opening and saving is no edit."""
        case = tell(workspace, answers(Direction.I_SAID_NO, deadline=today, stage="offer"))
        before = workspace.revision
        assert tell(workspace, asked_again(workspace, case, today), case.id) == case
        assert workspace.revision == before

    def test_another_direction_keeps_what_it_does_not_ask(self, workspace, answers, today):
        """Changing one's mind and changing it back loses no answer."""
        case = tell(workspace, answers(Direction.I_SAID_NO, protected="evenings", told_by="email"))
        silent = tell(workspace, asked_again(workspace, case, today, direction="silence"), case.id)
        assert (silent.protected, silent.told_by) == ("evenings", "email")

    def test_a_stage_that_is_told_later_is_added(self, workspace, answers, today):
        """The history keeps the stage that was told first."""
        case = tell(workspace, answers(stage="applied"))
        changed = tell(workspace, asked_again(workspace, case, today, stage="final"), case.id)
        assert [each.stage for each in changed.stages] == [Stage.APPLIED, Stage.FINAL]
        emptied = tell(workspace, asked_again(workspace, changed, today, stage=None), case.id)
        assert emptied.stages == changed.stages

    def test_a_deadline_can_be_taken_out_again(self, workspace, answers, today):
        """An empty day is an answer."""
        case = tell(workspace, answers(Direction.I_SAID_NO, deadline=today))
        changed = tell(workspace, asked_again(workspace, case, today, deadline=None), case.id)
        assert changed.deadline is None

    def test_what_only_a_newer_version_knows_is_kept(self, workspace, answers, today):
        """Changing an answer here takes away nothing that was told there."""
        told = {"direction": "silence", "happened_on": "2026-03-01", "pet": "cat"}
        case = workspace.cases.add(Case.model_validate(told))
        changed = tell(workspace, asked_again(workspace, case, today, employer="Acme"), case.id)
        assert changed.model_dump()["pet"] == "cat"

    def test_an_edit_in_another_window_is_not_overwritten(self, workspace, answers, today):
        """The second of two windows is told, and whoever it named is kept for its version."""
        case = tell(workspace, answers())
        mine = asked_again(workspace, case, today, employer="Mine", contact_name="Ada")
        tell(workspace, asked_again(workspace, case, today, employer="Theirs"), case.id)
        with pytest.raises(EditedElsewhereError) as refused:
            tell(workspace, mine, case.id)
        assert (refused.value.mine.employer, refused.value.theirs.employer) == ("Mine", "Theirs")
        assert workspace.cases.get(case.id).employer == "Theirs"
        assert workspace.people.get(refused.value.mine.contact_id).name == "Ada"

    def test_a_case_that_is_gone_is_told(self, workspace, answers, today):
        """A change of what was deleted meanwhile brings back nothing by itself."""
        case = tell(workspace, answers())
        mine = asked_again(workspace, case, today, employer="Mine", contact_name="Ada")
        workspace.delete_case(case.id)
        with pytest.raises(NotFoundError):
            tell(workspace, mine, case.id)
        assert workspace.cases.all() == workspace.people.all() == ()
