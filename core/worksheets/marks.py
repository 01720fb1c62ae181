"""Marks: what a run remembers of what was kept of it, each as one text."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple

from pydantic_core import to_json

from core.worksheets.keeper import Proposal

COLON = ":"
_PARTS = 4
_BESIDE, _SAYS = "|", "="


class Mark(NamedTuple):
    """In which version something was kept, and the id of the record that came of it.

    `record_id` is empty where a record that was there before was changed. `parts` tells by field
    what was said of the record then, each as a few characters; older marks have none.
    """

    digest: str
    record_id: str
    parts: Mapping[str, str] = MappingProxyType({})

    def says(self, field: str, value: object) -> bool:
        """Return whether this is what was said of a field when it was kept."""
        return self.parts.get(field) == _in_short(value)


NO_MARK = Mark("", "")
"""What stands for a mark where nothing was kept."""


def digest_of(proposal: Proposal) -> str:
    """Return what tells one version of a proposal from another, in twelve characters."""
    return _in_short(dict(sorted(told_of(proposal).items())), size=6)


def mark_of(proposal: Proposal, record_id: str, before: Mark | None = None) -> Mark:
    """Return the mark of a proposal that was kept; what was said before and not now stays."""
    parts = {name: _in_short(value) for name, value in told_of(proposal).items() if _is_name(name)}
    return Mark(digest_of(proposal), record_id, {**(before.parts if before else {}), **parts})


def told_of(proposal: Proposal) -> Mapping[str, object]:
    """Return what the answers say of a record, by its fields."""
    stamps = {"id", "rev", "created_at", "updated_at"}
    return proposal.told or proposal.record.model_dump(exclude_unset=True, exclude=stamps)


def marks_in(kept: Iterable[str]) -> dict[tuple[str, str], Mark]:
    """Return the marks of a run, by keep and key."""
    marks = {}
    for each in kept:
        if _is_mark(each):
            keep, _, rest = each.partition(COLON)
            key, digest, record_id = rest.rsplit(COLON, 2)
            whole, *parts = digest.split(_BESIDE)
            by_field = (each.partition(_SAYS) for each in parts)
            marks[keep, key] = Mark(whole, record_id, {name: said for name, _, said in by_field})
    return marks


def others_in(kept: Iterable[str]) -> tuple[str, ...]:
    """Return what else a run remembers, beside what was kept of it."""
    return tuple(each for each in kept if not _is_mark(each))


def as_text(where: tuple[str, str], mark: Mark) -> str:
    """Return a mark as a run remembers it."""
    parts = (f"{name}{_SAYS}{said}" for name, said in mark.parts.items())
    return COLON.join((*where, _BESIDE.join((mark.digest, *parts)), mark.record_id))


def _is_name(field: str) -> bool:
    return field.replace(".", "_").isidentifier()


def _in_short(value: object, size: int = 3) -> str:
    return blake2b(to_json(value), digest_size=size).hexdigest()


def _is_mark(text: str) -> bool:
    return len(text.split(COLON)) >= _PARTS
