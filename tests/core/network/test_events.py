"""Events: a small goal, and everybody who was met is known afterwards, once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.network.contacts import contacts_by_person
from core.network.events import (
    EventState,
    day_of,
    delete_event,
    heard_at,
    in_order,
    keep_event,
    known_as,
    state_of,
)
from core.network.talks import Event
from core.network.touchpoints import Channel
from core.people import Circle, Person, known_person

TODAY = date(2026, 11, 20)
NEW = Person(name="", how_known="met at Fair", circle=Circle.INTEREST)
DAYS = st.none() | st.dates(date(2024, 2, 1), date(2028, 3, 1))


@pytest.fixture
def event(workspace):
    """A fair of yesterday."""
    return workspace.events.add(Event(name="Fair", on=TODAY - timedelta(days=1)))


def done(event, *names):
    """The event as done today, with those who were met there."""
    return event.model_copy(update={"met": names, "done_on": TODAY})


class TestGoal:
    """Two people are enough."""

    def test_it_is_two_unless_the_person_says_otherwise(self):
        """From one to ten; none at all would be no goal."""
        assert Event(name="Fair").to_meet == 2
        for each in (0, 11):
            with pytest.raises(ValidationError):
                Event(name="Fair", to_meet=each)


class TestState:
    """Where an event stands."""

    @pytest.mark.parametrize(
        ("told", "state"),
        [
            ({}, EventState.OPEN),
            ({"on": TODAY}, EventState.AHEAD),
            ({"on": TODAY - timedelta(days=1)}, EventState.OVER),
            ({"on": TODAY + timedelta(days=9), "done_on": TODAY}, EventState.DONE),
        ],
    )
    def test_its_day_tells(self, told, state):
        """On its own day it is still to come."""
        assert state_of(Event(name="Fair", **told), TODAY) is state

    @given(st.lists(st.tuples(DAYS, DAYS), max_size=12))
    def test_every_event_stands_there_once_and_done_ones_last(self, days):
        """Whatever the days are, none is lost, and what is to be done comes first."""
        events = [
            Event(id=str(at), name="Fair", on=on, done_on=over)
            for at, (on, over) in enumerate(days)
        ]
        ordered = in_order(events, TODAY)
        assert sorted(each.id for each in ordered) == sorted(each.id for each in events)
        is_done = [each.done_on is not None for each in ordered]
        assert is_done == sorted(is_done)

    @given(DAYS, st.dates(date(2024, 2, 1), date(2028, 3, 1)))
    def test_people_were_never_met_after_it_was_noted(self, on, over):
        """A contact is never dated to a day that is still to come."""
        assert day_of(Event(name="Fair", on=on, done_on=over)) <= over


class TestMet:
    """Whom one met."""

    def test_nobody_is_added_twice(self, workspace):
        """Spaces and capitals do not make another person, nor does naming one twice."""
        ada = workspace.people.add(Person(name="Ada Cole"))
        found = known_as(workspace, ["ada  cole", "Ben", "BEN"], NEW)
        assert next(each.id for each in found) == ada.id
        assert [each.name for each in workspace.people.all()] == ["Ada Cole", "Ben"]
        assert workspace.people.get(ada.id).how_known == ""

    def test_each_of_them_is_a_contact_on_its_day(self, workspace, event):
        """Two who talked at an event were both there: both clocks run from it."""
        keep_event(workspace, done(event, "Ada", "Ben"), NEW)
        touches = workspace.touchpoints.all()
        assert {(each.channel, each.happened_on) for each in touches} == {
            (Channel.EVENT, date(2026, 11, 19))
        }
        contacts = contacts_by_person(workspace)
        assert {contacts[each.id].unanswered for each in workspace.people.all()} == {0}

    def test_saving_again_keeps_one_contact_each(self, workspace, event):
        """Who is named later joins, who is not named any more leaves the log, not the people."""
        kept = keep_event(workspace, done(event, "Ada", "Ben"), NEW)
        keep_event(workspace, kept.model_copy(update={"met": ("Ben", "Cleo")}), NEW)
        names = {each.id: each.name for each in workspace.people.all()}
        assert sorted(names.values()) == ["Ada", "Ben", "Cleo"]
        assert sorted(names[e.person_id] for e in workspace.touchpoints.all()) == ["Ben", "Cleo"]

    def test_a_note_in_the_log_stays(self, workspace, event):
        """What was written about somebody there is not written over."""
        kept = keep_event(workspace, done(event, "Ada"), NEW)
        [touch] = workspace.touchpoints.all()
        workspace.touchpoints.replace(touch.model_copy(update={"note": "Sails."}))
        keep_event(workspace, kept.model_copy(update={"heard": "A new team"}), NEW)
        assert [each.note for each in workspace.touchpoints.all()] == ["Sails."]

    def test_not_having_been_there_takes_the_contacts_back(self, workspace, event):
        """The names stay with the event for another time."""
        kept = keep_event(workspace, done(event, "Ada"), NEW)
        keep_event(workspace, kept.model_copy(update={"done_on": None}), NEW)
        assert not workspace.touchpoints.all()
        assert workspace.events.get(event.id).met == ("Ada",)

    def test_another_day_or_name_moves_what_the_log_says(self, workspace, event):
        """Where it says so still; a day that was put right there by hand stays."""
        kept = keep_event(workspace, done(event, "Ada", "Ben"), NEW)
        ada, ben = (known_person(workspace.people.all(), each) for each in ("Ada", "Ben"))
        before = {each.person_id: each for each in workspace.touchpoints.all()}
        by_hand = {"happened_on": TODAY - timedelta(days=5)}
        workspace.touchpoints.replace(before[ada.id].model_copy(update=by_hand))
        moved = {"on": TODAY - timedelta(days=2), "name": "Book fair"}
        keep_event(workspace, kept.model_copy(update=moved), NEW)
        told = {e.person_id: (e.happened_on, e.note) for e in workspace.touchpoints.all()}
        assert told[ada.id] == (by_hand["happened_on"], "Book fair")
        assert told[ben.id] == (moved["on"], "Book fair")

    @pytest.mark.parametrize(
        "by_hand", [{"note": "Sails."}, {"asked": "A name"}, {"gave": "Seeds"}]
    )
    @pytest.mark.parametrize("change", [{"done_on": None}, {"met": ()}])
    def test_no_word_of_the_log_goes_with_it(self, workspace, event, by_hand, change):
        """What somebody typed there stays; done again, it is still one contact."""
        kept = keep_event(workspace, done(event, "Ada"), NEW)
        [touch] = workspace.touchpoints.all()
        workspace.touchpoints.replace(touch.model_copy(update=by_hand))
        kept = keep_event(workspace, kept.model_copy(update=change), NEW)
        keep_event(workspace, done(kept, "Ada"), NEW)
        [touch] = workspace.touchpoints.all()
        assert touch.model_dump().items() >= by_hand.items()

    def test_what_was_deleted_in_the_log_does_not_come_back(self, workspace, event):
        """Saving the event adds only those who are named now."""
        kept = keep_event(workspace, done(event, "Ada"), NEW)
        workspace.delete(*workspace.touchpoints.all())
        kept = keep_event(workspace, kept.model_copy(update={"heard": "A new team"}), NEW)
        assert not workspace.touchpoints.all()
        keep_event(workspace, kept.model_copy(update={"met": ("Ada", "Ben")}), NEW)
        assert len(workspace.touchpoints.all()) == 1

    def test_somebody_renamed_is_not_added_again(self, workspace, event):
        """A card that was completed since is the same one, and its contact stays."""
        kept = keep_event(workspace, done(event, "Ada"), NEW)
        [ada] = workspace.people.all()
        workspace.people.replace(ada.model_copy(update={"name": "Ada Cole"}))
        keep_event(workspace, kept.model_copy(update={"heard": "A new team"}), NEW)
        assert [each.name for each in workspace.people.all()] == ["Ada Cole"]
        assert [each.person_id for each in workspace.touchpoints.all()] == [ada.id]

    def test_one_who_met_nobody_was_there_all_the_same(self, workspace, event):
        """Nothing is asked for, nothing is logged."""
        kept = keep_event(workspace, done(event), NEW)
        assert kept.done_on == TODAY
        assert not (workspace.people.all())
        assert not (workspace.touchpoints.all())

    def test_deleting_it_can_be_undone_with_its_contacts(self, workspace, event):
        """The people stay in between."""
        kept = keep_event(workspace, done(event, "Ada"), NEW)
        gone = delete_event(workspace, kept)
        assert not workspace.touchpoints.all()
        assert len(workspace.people.all()) == 1
        workspace.put_back(gone)
        assert len(workspace.touchpoints.all()) == 1


def test_what_was_heard_is_found_the_latest_first(workspace):
    """Where nothing was heard, there is nothing to tell."""
    told = ((9, "Libraries hire"), (2, "A move"), (4, ""), (1, "  "))
    for ago, heard in told:
        on = TODAY - timedelta(days=ago)
        workspace.events.add(Event(name="Fair", on=on, heard=heard))
    assert [each.heard for each in heard_at(workspace)] == ["A move", "Libraries hire"]
