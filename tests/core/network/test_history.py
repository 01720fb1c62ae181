"""The history with one person: all that was, newest first, and each thing once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.contacts import contacts_by_person
from core.network.history import What, history
from core.network.talks import Talk
from core.network.touchpoints import Channel, Give, GiveKind, Started, Touchpoint
from core.people import Person
from core.workspace import Workspace

DAY = date(2028, 2, 29)
NOW = datetime(2028, 3, 10, 12, tzinfo=UTC)


@pytest.fixture
def workspace():
    """A workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


@pytest.fixture
def ana(workspace):
    """The person whose history it is."""
    return workspace.people.add(Person(name="Ana"))


def told(workspace, person):
    """What stands in a history, with its days."""
    return [(each.what, each.on) for each in history(workspace, person.id)]


def test_nobody_has_a_history_before_the_first_contact(workspace, ana):
    """An empty one is no error, nor is that of somebody unknown."""
    assert history(workspace, ana.id) == ()
    assert history(workspace, "") == ()


def test_a_letter_to_their_name_alone_stands_there(workspace, ana):
    """It moves their clock, so it can be seen; of two who are called so, with neither."""
    sent = {"kind": Kind.STAY_IN_TOUCH, "state": LetterState.SENT, "sent_on": DAY}
    workspace.letters.add(Letter(to_name="ANA", **sent))
    assert told(workspace, ana) == [(What.WRITTEN, DAY)]
    workspace.people.add(Person(name="Ana"))
    assert told(workspace, ana) == []


def test_everything_with_them_stands_there(workspace, ana):
    """Contacts, reactions, letters and answers, talks, news and gives, the newest first."""
    touch = Touchpoint(person_id=ana.id, happened_on=DAY)
    like = Touchpoint(person_id=ana.id, happened_on=DAY - timedelta(1), channel=Channel.REACTION)
    letter = Letter(kind=Kind.STAY_IN_TOUCH, to_id=ana.id, state=LetterState.ANSWERED)
    replied = {"sent_on": DAY - timedelta(9), "replied_on": DAY - timedelta(2)}
    workspace.touchpoints.add_all([touch, like])
    workspace.letters.add(letter.model_copy(update=replied))
    workspace.talks.add(Talk(person_id=ana.id, held_on=DAY - timedelta(4)))
    workspace.gives.add(
        Give(kind=GiveKind.SHARED, what="A link", person_id=ana.id, happened_on=DAY - timedelta(5))
    )
    no = {"direction": Direction.THEY_SAID_NO, "happened_on": DAY - timedelta(20)}
    workspace.cases.add(Case(**no, contact_id=ana.id))
    assert told(workspace, ana) == [
        (What.NOTED, DAY),
        (What.NOTED, DAY - timedelta(1)),
        (What.ANSWERED, DAY - timedelta(2)),
        (What.TALKED, DAY - timedelta(4)),
        (What.GIVEN, DAY - timedelta(5)),
        (What.WRITTEN, DAY - timedelta(9)),
        (What.NEWS, DAY - timedelta(20)),
    ]


def test_nothing_of_others_stands_there(workspace, ana):
    """Neither what is another's, nor what is nobody's, nor what never went out."""
    other = workspace.people.add(Person(name="Ben"))
    workspace.touchpoints.add(Touchpoint(person_id=other.id, happened_on=DAY))
    workspace.gives.add(Give(kind=GiveKind.POSTED, what="A post", happened_on=DAY))
    workspace.letters.add(Letter(kind=Kind.STAY_IN_TOUCH, to_id=ana.id, state=LetterState.DRAFT))
    workspace.talks.add(Talk(person_id=ana.id, at=NOW))
    silence = Case(direction=Direction.SILENCE, happened_on=DAY, contact_id=ana.id)
    workspace.cases.add(silence)
    assert history(workspace, ana.id) == ()
    assert len(history(workspace, other.id)) == 1


def test_an_answer_of_the_same_day_stands_above_its_letter(workspace, ana):
    """Also where no day of the answer is known."""
    sent = {"to_id": ana.id, "state": LetterState.ANSWERED, "sent_on": DAY}
    workspace.letters.add(Letter(kind=Kind.STAY_IN_TOUCH, **sent))
    assert told(workspace, ana) == [(What.ANSWERED, DAY), (What.WRITTEN, DAY)]


def test_a_talk_that_was_noted_as_a_contact_stands_there_once(workspace, ana):
    """As that contact, which can be changed."""
    talk = workspace.talks.add(Talk(person_id=ana.id, held_on=DAY))
    touch = Touchpoint(person_id=ana.id, happened_on=DAY, channel=Channel.CALL, talk_id=talk.id)
    workspace.touchpoints.add(touch)
    assert told(workspace, ana) == [(What.NOTED, DAY)]


contacts = st.builds(
    dict,
    happened_on=st.dates(DAY - timedelta(30), DAY),
    channel=st.sampled_from(Channel),
    started=st.sampled_from(Started),
)


@settings(max_examples=40)
@given(st.lists(contacts, max_size=8))
def test_the_newest_comes_first_and_the_clock_agrees(many):
    """Whatever the order in which it was noted; the last real contact is the clock's."""
    workspace = Workspace.in_memory(lambda: NOW)
    ana = workspace.people.add(Person(name="Ana"))
    workspace.touchpoints.add_all(Touchpoint(person_id=ana.id, **each) for each in many)
    found = history(workspace, ana.id)
    days = [each.on for each in found]
    assert days == sorted(days, reverse=True)
    assert len(found) == len(many)
    real = [each.on for each in found if each.record.is_real]
    clock = contacts_by_person(workspace, DAY).get(ana.id)
    assert (clock.last_on if clock else None) == (real[0] if real else None)
