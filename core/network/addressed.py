"""Letters to a name alone: whose they are, where exactly one person is called so."""

from collections.abc import Mapping

from core.letters.letter import Letter
from core.names import plain
from core.workspace import Workspace


def letters_to_people(workspace: Workspace) -> tuple[Letter, ...]:
    """Return every letter, one that went out to a name alone with the id of whose name it is.

    Where two people are called so, it stays nobody's. For `workspace.view`.
    """
    letters = workspace.letters.all()
    if all(each.to_id or not each.is_out for each in letters):
        return letters
    called: dict[str, list[str]] = {}
    for each in workspace.people.all():
        called.setdefault(plain(each.name), []).append(each.id)
    return tuple(_to_the_one(each, called) for each in letters)


def _to_the_one(letter: Letter, called: Mapping[str, list[str]]) -> Letter:
    ids = called.get(plain(letter.to_name), ())
    if letter.to_id or not letter.to_name.strip() or not letter.is_out or len(ids) != 1:
        return letter
    return letter.model_copy(update={"to_id": ids[0]})
