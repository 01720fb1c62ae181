"""Readings: what was found in each record, kept from one save to the next."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from core.records import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Readings:
    """What functions found in the records that they read last; memory only, never a file.

    A record is frozen, and a collection hands out the same one until it is saved anew: so a
    finding holds for as long as that very record stands.
    """

    def __init__(self) -> None:
        self._found: dict[object, dict[str, tuple[Record, Any]]] = {}

    def of(self, read: Callable[[R], T], records: Iterable[R]) -> tuple[T, ...]:
        """Return what `read` returns for each record, read anew only where it is another one.

        Of what is not among these records nothing is remembered.
        """
        known = self._found.get(read, {})
        now: dict[str, tuple[Record, Any]] = {}
        for each in records:
            before = known.get(each.id)
            now[each.id] = before if before and before[0] is each else (each, read(each))
        self._found[read] = now
        return tuple(found for _, found in now.values())
