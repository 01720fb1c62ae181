"""The calendar's address: an entry has a new number when it changed, and no other time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from core.applications import Application, Interview
from core.exports.calendar import Told, talk_file
from core.exports.calendar_entries import as_wanted, calendar_of
from core.network.talks import Event, Talk, Watch
from core.people import Closeness, Person
from core.steps import Step
from core.workspace import Workspace
from tests.clock import Clock

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Europe/London"))
LATER = NOW + timedelta(days=2)


@pytest.fixture
def clock():
    """A Tuesday noon in November."""
    return Clock(NOW)


@pytest.fixture
def home(clock):
    """Somebody to write to, a step, a talk of each kind and an event."""
    home = Workspace.in_memory(clock)
    person = home.people.add(Person(name="Amara", closeness=Closeness.WARM))
    home.talks.add(Talk(person_id=person.id, at=LATER, zone="Europe/London"))
    role = home.applications.add(Application(role="Analyst", employer="Harbour"))
    home.interviews.add(Interview(application_id=role.id, at=LATER, zone="Europe/London"))
    home.steps.add(Step(text="Call Mina", due=LATER.date()))
    home.events.add(Event(name="Fair", on=LATER.date()))
    return home


def told(home, clock):
    """What the address tells now: the number and the stamp of each entry, by its id."""
    file = calendar_of(home, clock().replace(minute=0))
    entries = Calendar.from_ical(file).walk("VEVENT")
    return {str(e["UID"]): (int(e["SEQUENCE"]), e["DTSTAMP"].dt) for e in entries}


def renumbered(before, after):
    """The ids whose number rose, none may fall."""
    assert all(after[each][0] >= number for each, (number, _) in before.items() if each in after)
    return [each for each in before if each in after and after[each][0] > before[each][0]]


def test_an_hour_changes_no_number(home, clock):
    """A program that asks each hour is told of no change where there is none."""
    before = told(home, clock)
    clock.forward(hours=3)
    after = told(home, clock)
    assert len(before) == 5
    assert renumbered(before, after) == []
    assert all(after[each][1] > before[each][1] for each in before)


def test_what_was_changed_has_a_higher_number_and_nothing_else_has(home, clock):
    """Its own number alone rises."""
    before = told(home, clock)
    clock.forward(minutes=5)
    [step] = home.steps.all()
    home.steps.replace(step.model_copy(update={"text": "Call Mina early"}))
    assert renumbered(before, told(home, clock)) == [f"step-{step.id}@ajar.invalid"]


def test_another_name_is_a_change_of_the_talk_with_them(home, clock):
    """It stands in the title, and so does an employer's."""
    before = told(home, clock)
    clock.forward(minutes=5)
    [person], [role] = home.people.all(), home.applications.all()
    home.people.replace(person.model_copy(update={"name": "Amara Obi"}))
    home.applications.replace(role.model_copy(update={"employer": "Pier"}))
    [talk], [interview] = home.talks.all(), home.interviews.all()
    risen = renumbered(before, told(home, clock))
    mine = {f"talk-{talk.id}", f"person-{person.id}", interview.id}
    assert {each.partition("@")[0] for each in risen} == mine


def test_with_or_without_names_is_a_change_of_all(home, clock):
    """Every title is another one."""
    before = told(home, clock)
    clock.forward(minutes=5)
    home.save_me(home.me.model_copy(update={"calendar_names": False}))
    assert len(renumbered(before, told(home, clock))) == len(before)


def test_what_a_day_moves_on_is_a_change(home, clock):
    """A look that was not taken moves to today; whatever stays on its day keeps its number."""
    watch = home.watches.add(Watch(employer="Pier"))
    before = told(home, clock)
    clock.forward(days=1)
    risen = {each.partition("@")[0] for each in renumbered(before, told(home, clock))}
    [person] = home.people.all()
    assert risen <= {f"watch-{watch.id}", f"person-{person.id}"}
    assert f"person-{person.id}" in risen


@pytest.mark.parametrize("names", [True, False])
def test_a_file_of_one_talk_tells_no_more_than_the_calendar(names):
    """It has the same id, so it would put names into a calendar that has none."""
    talk = Interview(id="ab", at=LATER, zone="Europe/London", place="Pier 4", travel=30)
    shown, said = as_wanted(talk, Told("Talk with Harbour", "Ask Ines", "Leave"), names=names)
    file = talk_file(shown, said, NOW)
    assert {each in file for each in (b"Harbour", b"Ines", b"Pier 4", b"Leave")} == {names}
    assert b"UID:ab@" in file
