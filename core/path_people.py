"""People who know a path: somebody who made the same move can say what it took (S0-32)."""

from core.names import same_name
from core.people import Help, Person, known_person
from core.workspace import Workspace


def who_knows(workspace: Workspace, path: str) -> tuple[Person, ...]:
    """Return the people who know a path, by its name."""
    return tuple(each for each in workspace.people.all() if each.has(path))


def call_anew(workspace: Workspace, before: str, after: str) -> None:
    """Let those who know a path know it by its new name."""
    with workspace.one_commit():
        for person in who_knows(workspace, before):
            knows = tuple(after if same_name(each, before) else each for each in person.knows)
            workspace.people.replace(person.model_copy(update={"knows": knows}))


def note_who_knows(workspace: Workspace, name: str, path: str) -> Person:
    """Save that somebody knows a path and can advise on it; one known by name is changed."""
    with workspace.one_commit():
        known = known_person(workspace.people.all(), name)
        person = known or workspace.people.add(Person(name=name))
        knows = [each for each in person.knows if not same_name(each, path)]
        helps = tuple(dict.fromkeys([*person.helps, Help.ADVISE]))
        update = {"knows": (*knows, path), "helps": helps}
        return workspace.people.replace(person.model_copy(update=update))
