"""What `imports.toml` holds: names of columns and words for states in lists from elsewhere."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, cached_property
from typing import Annotated, Self, TypeVar

from pydantic import Field as Limited
from pydantic import model_validator

from core.applications import Outcome
from core.cases import Stage
from core.content.files import load
from core.content.shapes import Content, Id, Table, Words, has_words_for_all

T = TypeVar("T")

_BETWEEN = re.compile(r"[\W_]+")
_WRITTEN_OUT = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00df": "ss"})


class Field(StrEnum):
    """What a column can tell of an application."""

    ROLE = "role"
    EMPLOYER = "employer"
    SENT_ON = "sent_on"
    SOURCE = "source"
    STATUS = "status"
    ENDED_ON = "ended_on"
    TAILORED = "tailored"
    CONTACTED = "contacted"
    MUST_HAVES = "must_haves"
    LINK = "link"
    NOTE = "note"
    HISTORY = "history"
    REQUESTED = "requested"
    FACTS = "facts"
    ARCHIVED_ON = "archived_on"


class FieldWords(Content):
    """What a field is called on the screen and in a download, and elsewhere."""

    label: Words
    names: tuple[Words, ...]


class Meaning(Content):
    """What a word for a state stands for: a stage, an outcome, both, or neither.

    A row that was not `sent` is no application yet.
    """

    label: Words
    stage: Stage | None = None
    outcome: Outcome | None = None
    sent: bool = True
    names: tuple[Words, ...]


class ImportWords(Content):
    """Everything that is needed to read a list of applications from elsewhere."""

    yes: tuple[Words, ...]
    no: tuple[Words, ...]
    plain_notes: tuple[Words, ...]
    doubtful: tuple[Words, ...]
    totals: tuple[Words, ...]
    months: Annotated[tuple[tuple[Words, ...], ...], Limited(min_length=12, max_length=12)]
    fields: Table[Field, FieldWords]
    meanings: Table[Id, Meaning]

    @model_validator(mode="after")
    def _names_all(self) -> Self:
        has_words_for_all(self.fields, Field)
        return self

    @cached_property
    def field_names(self) -> Mapping[str, Field]:
        """The field of every known name of a column, as names are compared."""
        pairs = ((name, field) for field, each in self.fields.items() for name in _all(each))
        return _first(pairs)

    @cached_property
    def meaning_names(self) -> Mapping[str, str]:
        """The id of the meaning of every known word for a state, as words are compared."""
        pairs = ((name, id_) for id_, each in self.meanings.items() for name in _all(each))
        return _first(pairs)

    @cached_property
    def month_names(self) -> Mapping[str, int]:
        """The number, 1-12, of every known name of a month, as names are compared."""
        pairs = (
            (name, number) for number, names in enumerate(self.months, start=1) for name in names
        )
        return _first(pairs)

    @cached_property
    def of_100(self) -> frozenset[str]:
        """The names of a column of must-haves that say what its numbers are: those of 100."""
        return frozenset({as_compared(self.fields[Field.MUST_HAVES].label)})

    @cached_property
    def of_totals(self) -> frozenset[str]:
        """The words that begin the sum below a list, as words are compared."""
        return frozenset(map(as_compared, self.totals))

    @cached_property
    def answers(self) -> Mapping[str, bool]:
        """Yes and no by every word for them, as words are compared."""
        return _first([*((each, True) for each in self.yes), *((each, False) for each in self.no)])


def as_compared(name: str) -> str:
    """Return a name as it is compared: small letters without accents, with single spaces."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_WRITTEN_OUT))
    plain = "".join(each for each in folded if not unicodedata.combining(each))
    return _BETWEEN.sub(" ", plain).strip()


@cache
def import_words() -> ImportWords:
    """Return the names and words by which lists from elsewhere are read."""
    return load("imports.toml", ImportWords)


def _all(words: FieldWords | Meaning) -> tuple[str, ...]:
    return (words.label, *words.names)


def _first(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Return the pairs by name as compared; a name that stands twice keeps its first."""
    by_name: dict[str, T] = {}
    for name, each in pairs:
        by_name.setdefault(as_compared(name), each)
    return by_name
