"""Contacts: everything that passed between a person and one employer, in order."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.applications import Application, Interview
from core.cases import Case, Direction, Door, Stage, StageReached
from core.decisions.contacts import (
    Contact,
    Point,
    door_of,
    employers,
    in_order,
    last_word,
    sounds_heated,
)
from core.decisions.look_backs import LookBack
from core.feedback import Feedback
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState

DAY = date(2026, 3, 1)
contacts = st.lists(
    st.builds(Contact, st.sampled_from(Point), st.one_of(st.none(), st.dates())), max_size=8
)


def after(number):
    """The day so many days after the first."""
    return DAY + timedelta(days=number)


def no(employer="Acme", days=0, **told):
    """A no of an employer."""
    told = {"direction": Direction.THEY_SAID_NO} | told
    return Case(employer=employer, happened_on=after(days), **told)


def sent(case, days, kind=Kind.THANKS_AFTER_NO, **told):
    """A letter that went out."""
    told = {"state": LetterState.SENT, "sent_on": after(days)} | told
    return Letter(kind=kind, case_id=case.id, **told)


class TestOrder:
    """By day, on one day as things usually go, and what has no day last."""

    def test_one_day_is_in_the_order_of_things(self):
        """First the talk, then the no, then the thanks."""
        letter, told, talk = (
            Contact(each, DAY) for each in (Point.LETTER, Point.HAPPENED, Point.TALK)
        )
        undated = Contact(Point.APPLIED, None)
        later = Contact(Point.APPLIED, after(1))
        order = in_order([undated, later, letter, told, talk])
        assert order == (talk, told, letter, later, undated)

    @given(contacts)
    def test_nothing_is_lost_and_days_go_forward(self, every):
        """Whatever there is."""
        found = in_order(every)
        days = [each.on for each in found if each.on]
        assert days == sorted(days)
        assert len(found) == len(every)
        assert [each.on for each in found[len(days) :]] == [None] * (len(found) - len(days))


class TestTheDoor:
    """S3-24: the latest that the person told."""

    @pytest.mark.parametrize(
        ("doors", "found"),
        [
            ([], Door.UNKNOWN),
            ([Door.UNKNOWN], Door.UNKNOWN),
            ([Door.OPEN, Door.UNKNOWN], Door.OPEN),
            ([Door.OPEN, Door.CLOSED], Door.CLOSED),
        ],
    )
    def test_the_latest_known_counts(self, doors, found):
        """In the order in which things happened; "too early to tell" tells nothing."""
        cases = [no(days=at, door=door) for at, door in enumerate(doors)]
        assert door_of(cases[::-1]) is found


class TestOneEmployer:
    """Over all cases."""

    def test_two_cases_of_one_name_are_one_employer(self, workspace):
        """Spaces and capitals do not count; the name is shown as it was written last."""
        workspace.cases.add(no("acme  ltd"))
        workspace.cases.add(no("Acme Ltd", 9, door=Door.AJAR))
        workspace.cases.add(no("Birch", 3))
        workspace.cases.add(no(""))
        found = employers(workspace)
        assert [each.name for each in found] == ["Acme Ltd", "Birch"]
        assert [each.on for each in found[0].contacts] == [DAY, after(9)]
        assert found[0].door is Door.AJAR

    def test_every_sort_of_contact_is_there_in_order(self, workspace):
        """From the application to the last look back."""
        talked = StageReached(stage=Stage.FIRST_TALK, on=after(5))
        case = workspace.cases.add(
            no(days=10, stages=(StageReached(stage=Stage.APPLIED), talked), role="Lead")
        )
        letter = sent(case, 11, state=LetterState.ANSWERED, reply="Gladly", replied_on=after(13))
        workspace.letters.add(letter)
        workspace.letters.add(sent(case, 12, state=LetterState.DRAFT))
        workspace.feedback.add(Feedback(case_id=case.id, quote="Strong tests", heard_on=after(14)))
        workspace.look_backs.add(LookBack(case_id=case.id, happened_on=after(40), learned="Ask"))
        workspace.applications.add(Application(employer="ACME", role="Lead", sent_on=after(1)))
        at = datetime(2026, 3, 8, 10, tzinfo=UTC)
        workspace.interviews.add(Interview(case_id=case.id, with_whom="Ines", at=at))
        [acme] = employers(workspace)
        assert [(each.point, each.on) for each in acme.contacts] == [
            (Point.APPLIED, after(1)),
            (Point.STAGE, after(5)),
            (Point.TALK, after(7)),
            (Point.HAPPENED, after(10)),
            (Point.LETTER, after(11)),
            (Point.ANSWER, after(13)),
            (Point.FEEDBACK, after(14)),
            (Point.LOOK, after(40)),
            (Point.STAGE, None),
        ]

    @pytest.mark.parametrize(("sent_on", "points"), [(after(1), 1), (None, 2)])
    def test_an_application_is_told_once(self, workspace, sent_on, points):
        """Logged with its day, the stage of the case does not tell it again."""
        applied = StageReached(stage=Stage.APPLIED, on=after(1))
        case = workspace.cases.add(no(days=10, stages=(applied,)))
        workspace.applications.add(Application(case_id=case.id, sent_on=sent_on))
        [acme] = employers(workspace)
        told = [each for each in acme.contacts if each.point is not Point.HAPPENED]
        assert len(told) == points
        assert Point.APPLIED in {each.point for each in told}

    def test_what_belongs_to_another_stays_there(self, workspace):
        """Letters, feedback and applications of one employer are none of the other's."""
        workspace.cases.add(no("Acme"))
        birch = workspace.cases.add(no("Birch", 1))
        workspace.letters.add(sent(birch, 2))
        workspace.applications.add(Application(employer="Birch", role="Lead"))
        workspace.applications.add(Application(role="Lead"))
        by_name = {each.name: len(each.contacts) for each in employers(workspace)}
        assert by_name == {"Acme": 1, "Birch": 3}

    def test_a_talk_belongs_to_the_employer_of_its_application(self, workspace):
        """Also where the talk itself does not name it."""
        workspace.cases.add(no("Acme"))
        kept = workspace.applications.add(Application(employer="Acme", role="Lead"))
        workspace.interviews.add(Interview(application_id=kept.id))
        points = [each.point for each in employers(workspace)[0].contacts]
        assert Point.TALK in points


class TestLastWord:
    """When there was a word last between a person and the employer of a case."""

    def test_whatever_passed_counts_but_what_is_still_to_come(self, workspace):
        """A letter, an answer, feedback, a talk, in this order of days; a look back is none."""
        case = workspace.cases.add(no())
        today = after(60)
        assert last_word(workspace, case, today) == DAY
        letter = workspace.letters.add(sent(case, 5))
        assert last_word(workspace, case, today) == after(5)
        answer = {"state": LetterState.ANSWERED, "replied_on": after(9)}
        workspace.letters.replace(letter.model_copy(update=answer))
        assert last_word(workspace, case, today) == after(9)
        workspace.feedback.add(Feedback(case_id=case.id, quote="Calm", heard_on=after(20)))
        assert last_word(workspace, case, today) == after(20)
        at = datetime.combine(after(30), datetime.min.time(), tzinfo=UTC)
        workspace.interviews.add(Interview(case_id=case.id, at=at))
        workspace.interviews.add(Interview(case_id=case.id, at=at + timedelta(days=60)))
        workspace.look_backs.add(LookBack(case_id=case.id, happened_on=after(50), learned="x"))
        assert last_word(workspace, case, today) == after(30)

    @pytest.mark.parametrize(("employer", "days"), [("acme", 7), ("", 0), ("Birch", 0)])
    def test_another_case_of_the_same_employer_counts(self, workspace, employer, days):
        """By its name; without a name each case stands by itself."""
        case = workspace.cases.add(no("Acme" if employer else ""))
        workspace.cases.add(no(employer, 7))
        assert last_word(workspace, case, after(60)) == after(days)


class TestTone:
    """The letter check, read over what was sent."""

    @pytest.mark.parametrize(
        ("body", "heated"),
        [
            ("You never even answered me. This was unfair, and you wasted my time.", True),
            ("Dear Ines,\n\nThank you for the talk on Monday.\n\nKind regards,\nMaya", False),
        ],
    )
    def test_a_bitter_letter_is_told_apart(self, workspace, body, heated):
        """Without a word of blame."""
        kept = workspace.letters.add(sent(no(id="a"), 1, body=body, subject="Monday"))
        assert sounds_heated(workspace, kept.id) is heated
