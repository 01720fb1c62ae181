"""Placing: who is not on the map yet, in the order in which it is easiest to say where they belong.

Source: catalogue S3-46 (the map of circles is filled one person at a time).
"""

from datetime import date

from core.network.cadence import last_contact
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.listing import Which, stands
from core.people import Person
from core.workspace import Workspace


def to_place(workspace: Workspace, today: date) -> tuple[Person, ...]:
    """Return who has no circle or no closeness yet, for `workspace.view`.

    Whom the person was in touch with last comes first, then the others as they are stored.
    """
    contacts = workspace.view(contacts_by_person, today)

    def last(person: Person) -> date:
        return last_contact(person, contacts.get(person.id, NONE_YET), today) or date.min

    waiting = (each for each in workspace.people.all() if stands(each, Which.UNPLACED))
    return tuple(sorted(waiting, key=last, reverse=True))
