"""Deleting somebody: what goes along in the same commit, and what keeps their name."""

from dataclasses import dataclass

from core.people import Person
from core.records import Record
from core.workspace import Workspace


@dataclass(frozen=True)
class Named:
    """What else names somebody. The first three are numbers of what would go along.

    `letters` keep the name as it was written, `cases` and `introduced` (people whom they
    introduced) go on without it.
    """

    contacts: int
    talks: int
    gives: int
    letters: int
    cases: int
    introduced: int

    @property
    def goes_along(self) -> int:
        """How many records would be deleted with them."""
        return self.contacts + self.talks + self.gives


def named(workspace: Workspace, person_id: str) -> Named:
    """Return what else names somebody."""
    return Named(
        contacts=sum(each.person_id == person_id for each in workspace.touchpoints.all()),
        talks=sum(each.person_id == person_id for each in workspace.talks.all()),
        gives=sum(each.person_id == person_id for each in workspace.gives.all()),
        letters=sum(each.to_id == person_id for each in workspace.letters.all()),
        cases=sum(
            person_id in {each.contact_id, each.referrer_id} for each in workspace.cases.all()
        ),
        introduced=sum(each.introduced_by == person_id for each in workspace.people.all()),
    )


def delete_person(workspace: Workspace, person: Person) -> tuple[Record, ...]:
    """Delete somebody with their contacts, talks and gives; returns what `put_back` needs.

    One commit after a safety copy.
    """
    homes = (workspace.touchpoints, workspace.talks, workspace.gives)
    along = (each for home in homes for each in home.all() if each.person_id == person.id)
    return workspace.delete(person, *along)
