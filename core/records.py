"""The shape that every record shares, and the scale that its numbers use."""

from datetime import date, datetime, time
from functools import cache
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo

Score = Annotated[int, Field(ge=0, le=10)]
"""A number from 0 (none at all) to 10 (as much as can be)."""

LINE_LENGTH = 200
TEXT_LENGTH = 20_000

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LINE_LENGTH)]
"""One line of a person's own words, at most 200 characters."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=TEXT_LENGTH)]
"""Several paragraphs of a person's own words, at most 20,000 characters."""


class Part(BaseModel):
    """A frozen piece of a record. Fields that a newer version wrote are kept as they are."""

    model_config = ConfigDict(
        frozen=True, extra="allow", hide_input_in_errors=True, validate_default=True
    )


class Record(Part):
    """What every stored record has; the workspace fills these fields, never a screen.

    `id` is a random hex string; references between records use it. `rev` counts
    the saves of this record, so that an edit can tell whether its base is still current.
    """

    called: ClassVar[str] = "record"
    """What a sentence calls a record of this kind."""

    inner: ClassVar[frozenset[str]] = frozenset()
    """Fields that only Ajar reads; a person is never asked about them."""

    id: str = ""
    rev: int = Field(default=0, ge=0)
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line and text of this record that is in the person's own words."""
        values = (getattr(self, name) for name in _limited(type(self)))
        return tuple(value for value in values if isinstance(value, str) and value)

    @property
    def listened_to(self) -> tuple[str, ...]:
        """What of this record is listened to for what asks for support: the person's own words."""
        return self.own_words


class Happening(Record):
    """A record that tells of something on a certain day, which need not be today."""

    happened_on: date

    def happened_by(self, now: datetime) -> datetime:
        """Return the latest moment at which this can have happened: a day is noted, no hour.

        That is the moment of saving, or the end of the day that it is dated back to. What is
        not saved yet counts as saved `now`, in whose time zone the day is meant.
        """
        saved = (self.created_at or now).astimezone(now.tzinfo)
        return min(saved, datetime.combine(self.happened_on, time.max, tzinfo=now.tzinfo))


@cache
def _limited(kind: type[Record]) -> tuple[str, ...]:
    """Return the names of the lines and texts of a kind of record."""
    return tuple(name for name, field in kind.model_fields.items() if longest(field))


def longest(field: FieldInfo) -> int | None:
    """Return how long a value of this field may be, or None where there is no limit."""
    limits = (getattr(each, "max_length", None) for each in field.metadata)
    return next((limit for limit in limits if limit is not None), None)


def instant(moment: datetime | None) -> float:
    """Return what to sort moments by, in whatever time zone they are told; 0 where none is."""
    return moment.timestamp() if moment else 0.0
