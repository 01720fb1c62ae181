"""Answers: what stands in the fields of a run, resolved to names, numbers and rows.

Each answer stands under an address: the id of its field, behind it the row and the column
where there are any, joined by dots. What an answer belongs to may be gone by now (a choice that
is picked no more): it is kept, and left out of all that is worked out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from core.worksheets.definition import Worksheet
from core.worksheets.ends import ends_of
from core.worksheets.fields import (
    Column,
    Condition,
    Field,
    IfThenField,
    LineField,
    MatrixField,
    OneField,
    PickField,
    RankField,
    SliderField,
    SortField,
    Sources,
    TableField,
    TextField,
    TimerField,
    field_of,
)
from core.worksheets.lists import groups_in, named_list
from core.worksheets.raw import day_in, is_nothing, keys_in, number_in

DOT = "."


class Named(NamedTuple):
    """Something that an answer names: its key in addresses, and its words."""

    key: str
    label: str


class Row(NamedTuple):
    """One row of a table: what it is about, and what stands in its columns, by their ids."""

    key: str
    label: str
    cells: Mapping[str, Any]


class Plan(NamedTuple):
    """If (cue), then I will (action)."""

    cue: str
    action: str


def address(*parts: str) -> str:
    """Return where an answer stands: field, row, column."""
    return DOT.join(parts)


@dataclass(frozen=True)
class Answers:
    """The answers of one run of one worksheet."""

    worksheet: Worksheet
    raw: Mapping[str, Any]

    def text(self, field: str) -> str:
        """Return a line or a text; "" while there is none."""
        value = self.raw.get(field)
        return value.strip() if isinstance(value, str) else ""

    def number(self, field: str) -> float | None:
        """Return a number or a score; None while there is none that its field allows."""
        asked = self.worksheet.fields.get(field.partition(DOT)[0])
        return number_in(self.raw.get(field), *ends_of(asked))

    def day(self, field: str) -> date | None:
        """Return a day; None while there is none."""
        return day_in(self.raw.get(field))

    def plan(self, field: str) -> Plan:
        """Return an if-then plan; both parts may be empty."""
        return Plan(self.text(address(field, "cue")), self.text(address(field, "action")))

    def scores(self, field: str) -> dict[Named, int]:
        """Return the score of each row of a slider that has one."""
        asked = self._field(field, SliderField)
        found = {each: self.number(address(field, each.key)) for each in self.of(asked.rows)}
        return {each: int(score) for each, score in found.items() if score is not None}

    def rows(self, field: str) -> tuple[Row, ...]:
        """Return the rows of a table; of one that the person fills, those that are named."""
        asked = self._field(field, TableField)
        return tuple(self._row(asked, each) for each in self.rows_of(asked) if each.label)

    def matrix(self, field: str) -> dict[tuple[Named, Named], int]:
        """Return the score of each pair of row and column that has one."""
        asked = self._field(field, MatrixField)
        pairs = [(row, across) for row in self.of(asked.rows) for across in self.of(asked.across)]
        found = {pair: self.number(address(field, pair[0].key, pair[1].key)) for pair in pairs}
        return {pair: int(score) for pair, score in found.items() if score is not None}

    def pile(self, field: str, pile: str) -> tuple[Named, ...]:
        """Return the cards of one pile of a sort, in the order of the cards."""
        asked = self._field(field, SortField)
        every = self.choices(asked)
        return tuple(each for each in every if self.raw.get(address(field, each.key)) == pile)

    def chosen(self, field: str) -> tuple[Named, ...]:
        """Return what was picked, ranked or chosen, at most as many as the field allows."""
        asked = self.worksheet.fields[field]
        offered = {each.key: each for each in self.choices(asked)}
        picked = dict.fromkeys(self._picked(asked))
        named = [offered[key] for key in picked if key in offered]
        most = asked.most if isinstance(asked, PickField | RankField) else 1
        return tuple(named[:most])

    def choices(self, asked: Field) -> tuple[Named, ...]:
        """Return what a field offers: its own choices, or what its sources name."""
        if isinstance(asked, PickField | OneField | SortField) and asked.choices:
            return tuple(Named(*each) for each in asked.choices.items())
        by = getattr(asked, "by", "")
        if by:
            return self._of_group(asked.sources, str(self.raw.get(by) or ""))
        return self.of(asked.sources)

    def place(self, asked: Field) -> str:
        """Return where the choice of a field stands: one that goes `by` another has several."""
        group = self.raw.get(getattr(asked, "by", ""))
        return address(asked.id, group) if isinstance(group, str) and group else asked.id

    def too_many(self, field: str) -> bool:
        """Return whether more was picked than counts."""
        asked = self._field(field, PickField)
        return len(set(self._picked(asked))) > int(asked.most)

    def of(self, sources: Sources) -> tuple[Named, ...]:
        """Return what sources name, each once."""
        return tuple({each.key: each for source in sources for each in self.named(source)}.values())

    def named(self, source: str) -> tuple[Named, ...]:
        """Return what one source names."""
        field_id = field_of(source)
        if not field_id:
            return tuple(Named(*each) for each in named_list(source).items())
        if pile := source.partition("=")[2]:
            return self.pile(field_id, pile)
        return self._named_by(self.worksheet.fields[field_id])

    def rows_of(self, asked: TableField) -> tuple[Named, ...]:
        """Return the rows of a table; those that the person adds may have no name yet."""
        if asked.rows:
            return self.of(asked.rows)
        if asked.labels:
            return tuple(Named(*each) for each in asked.labels.items())
        first = asked.columns[0].id
        return tuple(
            Named(slot, self.text(address(asked.id, slot, first)))
            for slot in keys_in(self.raw.get(asked.id))
        )

    def options(self, column: Column) -> dict[str, str]:
        """Return the choices of a column of a table, by key."""
        return dict(column.choices) or dict(self.of(column.of))

    def meets(self, when: Condition | None) -> bool:
        """Return whether a condition holds; none always does."""
        if when is None:
            return True
        if not when.among:
            return self.is_answered(self.worksheet.fields[when.field])
        found = self.raw.get(when.field)
        keys = found if isinstance(found, list | tuple) else [found]
        return any(each in when.among for each in keys)

    def is_answered(self, asked: Field) -> bool:
        """Return whether anything stands in a field."""
        if isinstance(asked, TimerField):
            return False
        return any(
            not is_nothing(value)
            for name, value in self.raw.items()
            if (name == asked.id or name.startswith(f"{asked.id}{DOT}"))
            and not (isinstance(asked, TableField) and asked.is_open and name == asked.id)
        )

    def steps(self) -> Iterator[str]:
        """Yield the ids of the steps that are asked, in their order."""
        for step in self.worksheet.steps:
            if self.meets(step.when):
                yield step.id

    def _picked(self, asked: Field) -> tuple[str, ...]:
        """Return the keys that are picked; those of a list in groups, group after group."""
        found = self.raw.get(self.place(asked)) or ()
        if isinstance(found, str):
            return (found,)
        groups = (keys_in(self.raw.get(address(asked.id, each))) for each in groups_in(asked))
        return (*keys_in(found), *(key for group in groups for key in group))

    def _named_by(self, asked: Field) -> tuple[Named, ...]:
        match asked:
            case LineField() | TextField():
                named = Named(asked.id, self.text(asked.id))
            case IfThenField():
                named = Named(asked.id, self.plan(asked.id).action)
            case TableField():
                return tuple(each for each in self.rows_of(asked) if each.label)
            case SliderField():
                return self.of(asked.rows)
            case SortField():
                return tuple(each for pile in asked.piles for each in self.pile(asked.id, pile))
            case _:
                return self.chosen(asked.id)
        return (named,) if named.label else ()

    def _row(self, asked: TableField, named: Named) -> Row:
        cells = {each.id: self._cell(asked.id, named.key, each) for each in asked.columns}
        return Row(named.key, named.label, cells)

    def _cell(self, field: str, row: str, column: Column) -> Any:  # noqa: ANN401 - as its kind
        place = address(field, row, column.id)
        value = self.raw.get(place)
        match column.kind:
            case "line":
                return self.text(place)
            case "date":
                return day_in(value)
            case "one":
                return value if value in list(self.options(column)) else None
            case "some":
                return tuple(each for each in keys_in(value) if each in self.options(column))
        number = number_in(value, *ends_of(column))
        return int(number) if column.kind == "score" and number is not None else number

    def _of_group(self, sources: Sources, group: str) -> tuple[Named, ...]:
        every = (each for source in sources for each in named_list(source, group).items())
        return tuple(Named(*each) for each in every)

    def _field(self, field: str, kind: type[Any]) -> Any:  # noqa: ANN401 - of the kind asked for
        asked = self.worksheet.fields[field]
        if not isinstance(asked, kind):
            raise TypeError(f"{field} is no {kind.__name__}")
        return asked
