"""Fields: every kind of question that a worksheet can ask, with its limits."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field as Limit
from pydantic import model_validator

from core.content.shapes import Content, Id, Table, Words
from core.worksheets.asked import LIST, Asked, Choosing, Condition, Source, Sources, field_of

__all__ = [
    "LIST",
    "Asked",
    "Choosing",
    "Column",
    "Condition",
    "DateField",
    "Field",
    "IfThenField",
    "LineField",
    "MatrixField",
    "NumberField",
    "OneField",
    "PickField",
    "Private",
    "RankField",
    "SliderField",
    "SortField",
    "Source",
    "Sources",
    "TableField",
    "TextField",
    "TimerField",
    "field_of",
    "privacy_of",
]  # fmt: skip


class Private(StrEnum):
    """What stays off a filled print unless the person ticks it, each by itself."""

    FEELINGS = "feelings"
    WRITING = "writing"


class LineField(Asked):
    """One line of at most 200 characters."""

    kind: Literal["line"]
    example: str = ""


class TextField(Asked):
    """A longer text; a print has this many `lines` to write on."""

    kind: Literal["text"]
    lines: Annotated[int, Limit(ge=2, le=30)] = 6


class SliderField(Asked):
    """A number from `least` to `most`, both ends in words; with `rows` one for each of them."""

    kind: Literal["slider"]
    low: Words
    high: Words
    least: Annotated[int, Limit(ge=-10, le=0)] = 0
    most: Annotated[int, Limit(ge=2, le=10)] = 10
    rows: Sources = ()
    print_rows: Annotated[int, Limit(ge=1, le=12)] = 3

    @property
    def sources(self) -> Sources:
        """Every source that this field draws on."""
        return self.rows


class PickField(Choosing):
    """Up to `most` of the choices, in the order in which they are picked."""

    kind: Literal["pick"]
    most: Annotated[int, Limit(ge=1, le=40)]
    print_rows: Annotated[int, Limit(ge=0, le=12)] = 0


class OneField(Choosing):
    """One of the choices."""

    kind: Literal["one"]


class SortField(Choosing):
    """Every choice goes into one of two to four piles."""

    kind: Literal["sort"]
    piles: Annotated[Table[Id, Words], Limit(min_length=2, max_length=4)]


class RankField(Asked):
    """Up to `most` of what the sources name, the most important first."""

    kind: Literal["rank"]
    of: Annotated[Sources, Limit(min_length=1)]
    most: Annotated[int, Limit(ge=1, le=12)] = 5

    @property
    def sources(self) -> Sources:
        """Every source that this field draws on."""
        return self.of


class Column(Content):
    """A column of a table: a line, a number, a day, a score, one or some choices.

    A score runs from `least` to `most`.

    A score may say each of its degrees in words: `choices` with ids `d0`, `d1` and so on.
    """

    id: Id
    label: Words
    kind: Literal["line", "number", "date", "score", "one", "some"]
    least: Annotated[int, Limit(ge=-10, le=0)] = 0
    most: Annotated[int, Limit(ge=1, le=1000)] = 10
    choices: dict[Id, Words] = Limit(default_factory=dict)
    of: Sources = ()
    unit: str = ""
    help: str = ""

    @model_validator(mode="after")
    def _has_choices(self) -> "Column":
        if self.kind in ("one", "some") and bool(self.choices) == bool(self.of):
            raise ValueError("needs either choices or of")
        degrees = {f"d{degree}" for degree in range(self.most + 1)}
        worded = self.kind == "score" and self.choices
        if worded and (self.least or set(self.choices) != degrees):
            raise ValueError(f"needs words for d0 to d{self.most}, or none")
        return self


class TableField(Asked):
    """A row for each of `rows`, or rows that the person adds, at most `most`.

    A row that the person adds begins with its first column, which is a line.
    """

    kind: Literal["table"]
    columns: Annotated[tuple[Column, ...], Limit(min_length=1, max_length=7)]
    rows: Sources = ()
    labels: dict[Id, Words] = Limit(default_factory=dict)
    most: Annotated[int, Limit(ge=1, le=40)] = 12
    print_rows: Annotated[int, Limit(ge=1, le=20)] = 4

    @model_validator(mode="after")
    def _is_a_table(self) -> "TableField":
        if self.rows and self.labels:
            raise ValueError("needs either rows or labels")
        if self.is_open and self.columns[0].kind != "line":
            raise ValueError("needs a line as its first column, to know its rows by")
        if len({each.id for each in self.columns}) != len(self.columns):
            raise ValueError("has two columns with one id")
        return self

    @property
    def is_open(self) -> bool:
        """Whether the person adds the rows."""
        return not (self.rows or self.labels)

    @property
    def sources(self) -> Sources:
        """Every source that this field draws on."""
        return (*self.rows, *(source for each in self.columns for source in each.of))


class MatrixField(Asked):
    """A score from 0 to `most` for each of `rows` with each of `across`."""

    kind: Literal["matrix"]
    rows: Annotated[Sources, Limit(min_length=1)]
    across: Annotated[Sources, Limit(min_length=1)]
    low: Words
    high: Words
    most: Annotated[int, Limit(ge=1, le=10)] = 3
    print_rows: Annotated[int, Limit(ge=1, le=12)] = 5
    print_columns: Annotated[int, Limit(ge=1, le=6)] = 3

    @property
    def sources(self) -> Sources:
        """Every source that this field draws on."""
        return (*self.rows, *self.across)


class DateField(Asked):
    """A day, past or to come."""

    kind: Literal["date"]


class NumberField(Asked):
    """A number from `least` to `most`; the unit `currency` is the person's own."""

    kind: Literal["number"]
    unit: str = ""
    least: float = 0
    most: float = 1_000_000_000
    whole: bool = False


class TimerField(Asked):
    """A quiet clock that nobody has to follow."""

    kind: Literal["timer"]
    minutes: Annotated[int, Limit(ge=1, le=30)]


class IfThenField(Asked):
    """If (a time, a place or a feeling), then I will (one action of at most 15 minutes)."""

    kind: Literal["if_then"]
    cue_example: str = ""
    action_example: str = ""


Field = Annotated[
    LineField
    | TextField
    | SliderField
    | PickField
    | OneField
    | SortField
    | RankField
    | TableField
    | MatrixField
    | DateField
    | NumberField
    | TimerField
    | IfThenField,
    Limit(discriminator="kind"),
]
"""A question of any kind."""


def privacy_of(field: Field) -> Private | None:
    """Return what kind of private a field is: a text is writing, all else tells of feelings."""
    if not field.private:
        return None
    return Private.WRITING if isinstance(field, LineField | TextField) else Private.FEELINGS
