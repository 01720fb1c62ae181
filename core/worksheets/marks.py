"""Marks: what a run remembers of what was kept of it, each as one text."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from pydantic_core import to_json

from core.worksheets.keeper import Proposal

COLON = ":"
_PARTS = 4


class Mark(NamedTuple):
    """In which version something was kept, and the id of the record that came of it.

    `record_id` is empty where a record that was there before was changed.
    """

    digest: str
    record_id: str


def digest_of(proposal: Proposal) -> str:
    """Return what tells one version of a proposal from another, in twelve characters."""
    return blake2b(to_json(dict(sorted(told_of(proposal).items()))), digest_size=6).hexdigest()


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
            marks[keep, key] = Mark(digest, record_id)
    return marks


def others_in(kept: Iterable[str]) -> tuple[str, ...]:
    """Return what else a run remembers, beside what was kept of it."""
    return tuple(each for each in kept if not _is_mark(each))


def as_text(where: tuple[str, str], mark: Mark) -> str:
    """Return a mark as a run remembers it."""
    return COLON.join((*where, *mark))


def _is_mark(text: str) -> bool:
    return len(text.split(COLON)) >= _PARTS
