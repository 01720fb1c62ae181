"""Bringing people in on screen, two cards of one person made one, and everybody taken out."""

import pytest

from core.content.loader import words
from core.network.touchpoints import Touchpoint
from core.people import Person

SAY = words("people_import")
HERE = "reach_out/people_import.py"


@pytest.fixture
def twice(stored, today):
    """Keep somebody twice, once with a contact."""
    people = stored().people
    one = people.add(Person(name="Amara", organisation="Leeds trust", address="a@x.org"))
    other = people.add(Person(name="Amara Okafor", organisation="Leeds", address="A@x.org"))
    touch = stored().touchpoints.add(Touchpoint(person_id=other.id, happened_on=today))
    return one, other, touch


class TestDoubles:
    """Two cards that may be one person's."""

    def test_two_cards_become_one_and_two_again(self, visit, stored, twice):
        """One press, and one to undo: every record is what it was."""
        one, other, touch = twice
        screen = visit(HERE, part="doubles")
        assert SAY["why_address"] in screen.seen
        screen.press(f"people.merge.{one.id}.{other.id}.one")
        [kept] = stored().people.all()
        assert (kept.id, kept.name) == (one.id, "Amara Okafor")
        assert stored().touchpoints.get(touch.id).person_id == one.id
        assert SAY["made_one"] in screen.seen
        screen.press("people.undo")
        assert stored().people.find(one.id) == one
        assert stored().people.find(other.id) == other
        assert stored().touchpoints.all() == (touch,)

    def test_two_people_stay_two(self, visit, stored, twice):
        """It is asked once."""
        one, other, _ = twice
        screen = visit(HERE, part="doubles").press(f"people.merge.{one.id}.{other.id}.two")
        assert len(stored().people.all()) == 2
        assert SAY["doubles_none"] in screen.seen
        assert SAY["doubles_none"] in visit(HERE, part="doubles").seen
