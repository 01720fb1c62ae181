"""The shapes that every content file shares: strict, frozen, and keyed by id."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    model_validator,
)

from core.content.slots import slots_in

T = TypeVar("T")
K = TypeVar("K", bound=str)

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A text that a person reads; never empty."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""An id: it stays the same when its words change, because records hold it."""


def _not_empty(by_id: Mapping[K, T]) -> Mapping[K, T]:
    if not by_id:
        raise ValueError("needs at least one entry")
    return MappingProxyType(dict(by_id))


Table = Annotated[Mapping[K, T], AfterValidator(_not_empty)]
"""Read-only entries by id, in the order of the file."""


class Content(BaseModel):
    """A piece of a content file. An unknown field is a slip of the pen, so it is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Slotted(Content):
    """A file whose texts may hold `{slot}` places, but only those that it declares."""

    slots: tuple[Id, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _declares_its_slots(cls, raw: dict[str, Any]) -> dict[str, Any]:
        return declares_its_slots(raw)


def declares_its_slots(raw: dict[str, Any]) -> dict[str, Any]:
    """Return the raw file; raise ValueError where a text uses a slot that the file lacks."""
    for text in texts_of(raw):
        if loose := slots_in(text) - set(raw.get("slots", ())):
            raise ValueError(f"uses undeclared slots: {', '.join(sorted(loose))}")
    return raw


def has_words_for_all(by_id: Mapping[K, object], ids: Iterable[K]) -> None:
    """Raise ValueError naming the ids that have no entry."""
    if missing := [str(each) for each in ids if each not in by_id]:
        raise ValueError(f"has no words for {', '.join(missing)}")


def texts_of(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever TOML can hold
    """Yield every text inside nested tables and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts_of(each)
