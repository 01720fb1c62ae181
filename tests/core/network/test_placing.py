"""Placing: who is not on the map yet, whom one was in touch with last first."""

from datetime import timedelta

from core.network.placing import to_place
from core.network.touchpoints import Touchpoint
from core.people import Circle, Closeness, Person

PLACED = {"circle": Circle.WORK, "closeness": Closeness.WARM}


def test_who_was_in_touch_last_comes_first(workspace):
    """By a contact that was noted or a day from before; the others stay as they are stored."""
    today = workspace.now().date()
    names = ("Amara", "Ben", "Cleo", "Dara", "Eve")
    amara, ben, cleo, dara, eve = workspace.people.add_all(Person(name=each) for each in names)
    workspace.people.replace(cleo.model_copy(update={"last_before": today - timedelta(days=40)}))
    for person, days in ((eve, 3), (ben, 90), (dara, -5)):
        on = today - timedelta(days=days)
        workspace.touchpoints.add(Touchpoint(person_id=person.id, happened_on=on))
    found = [each.id for each in to_place(workspace, today)]
    assert found == [each.id for each in (eve, cleo, ben, amara, dara)]


def test_who_stands_on_the_map_or_is_put_away_is_not_asked_for(workspace):
    """One of the two places missing is enough to wait."""
    today = workspace.now().date()
    people = [
        Person(name="Placed", **PLACED),
        Person(name="Away", archived_on=today),
        Person(name="Circle", circle=Circle.WORK),
        Person(name="Close", closeness=Closeness.WARM),
    ]
    workspace.people.add_all(people)
    assert [each.name for each in to_place(workspace, today)] == ["Circle", "Close"]
