"""People who were named or met: who is known is found by name, the others become known."""

import re
from collections.abc import Iterable

from core.names import plain
from core.people import Person, known_person
from core.records import LINE_LENGTH
from core.workspace import Workspace

_BETWEEN = re.compile(r"[,;\n&]|\s(?:and|or)\s", re.IGNORECASE)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that stand in a line, each once: "Ada, Ben and Cleo" are three."""
    every = (" ".join(each.split())[:LINE_LENGTH].strip() for each in _BETWEEN.split(f"{text} "))
    return tuple({plain(each): each for each in reversed([*filter(None, every)])}.values())[::-1]


def known_as(workspace: Workspace, names: Iterable[str], new: Person) -> tuple[Person, ...]:
    """Return the people of these names, in their order; who is not known is added like `new`.

    Two of one name are one person: nobody is added twice (catalogue S3-48).
    """
    with workspace.one_commit():
        return tuple(_known(workspace, name, new) for name in names)


def _known(workspace: Workspace, name: str, new: Person) -> Person:
    known = known_person(workspace.people.all(), name)
    return known or workspace.people.add(new.model_copy(update={"name": name}))
