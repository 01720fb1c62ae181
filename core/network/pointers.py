"""Pointers: which records name a person by their id, wherever in a record that stands."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from core.people import Person
from core.records import Record
from core.workspace import Workspace

R = TypeVar("R", bound=Record)

_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
_OF_THEIR_OWN = frozenset({"id", "apart_from"})


def pointing_to(workspace: Workspace, person_id: str) -> Iterator[Record]:
    """Yield every record that names a person, that person's own card left out."""
    for home in workspace.collections:
        for each in home.all():
            if each.id != person_id and person_id in each.model_dump_json():
                yield each


def ids_in_use(workspace: Workspace) -> frozenset[str]:
    """Return the ids that stand in any record beside its own, for `workspace.view`.

    Who was said to be somebody else is not in use by that.
    """
    return frozenset(_ids_in_use(workspace))


def _ids_in_use(workspace: Workspace) -> Iterator[str]:
    for home in workspace.collections:
        for each in home.all():
            if isinstance(each, Person):
                yield from filter(None, (each.introduced_by,))
            else:
                yield from _ID.findall(each.model_dump_json(exclude=set(_OF_THEIR_OWN)))


def repointed(record: R, old: str, new: str) -> R:
    """Return a record in which one id stands wherever another one stood."""
    names = re.compile(rf"(?<![0-9A-Za-z]){re.escape(old)}(?![0-9A-Za-z])")
    dumped = {name: _with(value, names, new) for name, value in record.model_dump().items()}
    return type(record).model_validate(dumped)


def _with(value: Any, names: re.Pattern[str], new: str) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        return names.sub(new, value)
    if isinstance(value, dict):
        return {_with(key, names, new): _with(each, names, new) for key, each in value.items()}
    if isinstance(value, list | tuple):
        every = [_with(each, names, new) for each in value]
        is_of_texts = all(isinstance(each, str) for each in every)
        return list(dict.fromkeys(every)) if is_of_texts and every != list(value) else every
    return value
