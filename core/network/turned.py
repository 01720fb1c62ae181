"""A step over many records that can be turned back at once: what went, and what was changed.

What was changed again since keeps that; only what still stands as the step left it is turned back.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from core.collection import Collection
from core.people import Person
from core.records import Record
from core.workspace import Workspace

_STAMPS = frozenset({"id", "rev", "created_at", "updated_at"})


@dataclass(frozen=True)
class Turned:
    """What a step did: the records that went, and those it changed, as before and as after."""

    gone: tuple[Record, ...] = ()
    before: tuple[Record, ...] = ()
    after: tuple[Record, ...] = ()


def turn_back(workspace: Workspace, turned: Turned) -> None:
    """Turn a step back in one commit; raises NotFoundError where what went was deleted for good.

    A record that nothing changed since says again what it said. Its `rev` goes on counting, so
    that a window that saw it between does not write over it.
    """
    pairs = tuple(zip(turned.before, turned.after, strict=True))
    with workspace.one_commit():
        workspace.put_back(turned.gone)
        for home in workspace.collections:
            _turn_back(home, [pair for pair in pairs if type(pair[0]) is home.kind])


def _turn_back(home: Collection[Record], pairs: list[tuple[Record, Record]]) -> None:
    here = [(home.find(after.id), before, after) for before, after in pairs if before != after]
    home.replace_all(
        _as_before(before, after) if now == after else _without(now, before, after)
        for now, before, after in here
        if now is not None
    )


def _as_before(before: Record, after: Record) -> Record:
    """Return a record as it was, to be saved over what a step left; its notes on lists go along."""
    update: dict[str, object] = {name: getattr(after, name) for name in _STAMPS}
    if isinstance(before, Person):
        more = after.rev + 1 - before.rev
        notes = (each.model_copy(update={"rev": each.rev + more}) for each in before.filled)
        update["filled"] = tuple(notes)
    return before.model_copy(update=update)


def _without(now: Record, before: Record, after: Record) -> Record:
    """Return a record that was changed since, without what the step did to its other fields."""
    return now.model_copy(update=dict(_undone(now, before, after)))


def _undone(now: Record, before: Record, after: Record) -> Iterator[tuple[str, object]]:
    for name in set(type(now).model_fields) - _STAMPS:
        was, made = getattr(before, name), getattr(after, name)
        if was != made and getattr(now, name) == made:
            yield name, was
