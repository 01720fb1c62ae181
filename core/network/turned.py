"""A step over many records that can be turned back at once: what went, and what was changed.

What was changed again since keeps that; only what still stands as the step left it is turned back.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from core.collection import Collection
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

    A record that nothing changed since is again what it was, stamps included.
    """
    pairs = tuple(zip(turned.before, turned.after, strict=True))
    with workspace.one_commit():
        workspace.put_back(turned.gone)
        for home in workspace.collections:
            _turn_back(home, [pair for pair in pairs if type(pair[0]) is home.kind])


def _turn_back(home: Collection[Record], pairs: list[tuple[Record, Record]]) -> None:
    same = [before for before, after in pairs if home.find(after.id) == after]
    changed = [pair for pair in pairs if home.find(pair[1].id) not in (None, pair[1])]
    home.remove_all(each.id for each in same)
    home.put_back(*same)
    home.replace_all(_without(home.get(after.id), before, after) for before, after in changed)


def _without(now: Record, before: Record, after: Record) -> Record:
    """Return a record that was changed since, without what the step did to its other fields."""
    return now.model_copy(update=dict(_undone(now, before, after)))


def _undone(now: Record, before: Record, after: Record) -> Iterator[tuple[str, object]]:
    for name in set(type(now).model_fields) - _STAMPS:
        was, made = getattr(before, name), getattr(after, name)
        if was != made and getattr(now, name) == made:
            yield name, was
