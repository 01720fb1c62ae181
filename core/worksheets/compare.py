"""Comparing two runs of one worksheet: what was rated anew, and what was said anew."""

from collections.abc import Iterator
from typing import NamedTuple

from core.worksheets.answers import Answers
from core.worksheets.fields import (
    Field,
    LineField,
    MatrixField,
    NumberField,
    OneField,
    PickField,
    RankField,
    SliderField,
    TableField,
    TextField,
)

Rated = dict[str, float]


class Change(NamedTuple):
    """One number of both runs: what it rates, and each of the two values."""

    what: str
    then: float
    now: float

    @property
    def by(self) -> float:
        """How much it went up; below 0 where it went down."""
        return self.now - self.then


class Wording(NamedTuple):
    """One answer in words, as it was and as it is; either may be empty."""

    what: str
    then: str
    now: str


def changes(then: Answers, now: Answers) -> tuple[Change, ...]:
    """Return every number that both runs have, in the order of the fields.

    Rows are the same where they are called the same, in whatever order they stand.
    """
    found = []
    for field in now.worksheet.fields.values():
        before, after = dict(_numbers(then, field)), dict(_numbers(now, field))
        found += [Change(each, before[each], after[each]) for each in after if each in before]
    return tuple(found)


def wordings(then: Answers, now: Answers) -> tuple[Wording, ...]:
    """Return every line, text and choice that differs between the runs."""
    kinds = (LineField, TextField, PickField, OneField, RankField)
    told = (
        Wording(field.label, in_words(then, field), in_words(now, field))
        for field in now.worksheet.fields.values()
        if isinstance(field, kinds)
    )
    return tuple(each for each in told if each.then != each.now)


def _numbers(answers: Answers, field: Field) -> Iterator[tuple[str, float]]:
    match field:
        case SliderField(rows=()) | NumberField():
            number = answers.number(field.id)
            if number is not None:
                yield field.label, number
        case SliderField():
            for named, score in answers.scores(field.id).items():
                yield f"{field.label} {named.label}", score
        case MatrixField():
            for (row, across), score in answers.matrix(field.id).items():
                yield f"{row.label} · {across.label}", score
        case TableField():
            yield from _cells(answers, field)


def _cells(answers: Answers, field: TableField) -> Iterator[tuple[str, float]]:
    """Yield the numbers of a table, with its own name where another one asks the same."""
    before = f"{field.label} " if _has_a_twin(answers, field) else ""
    for row in answers.rows(field.id):
        for column in field.columns:
            value = row.cells[column.id]
            if column.kind in ("number", "score") and value is not None:
                yield f"{before}{row.label} · {column.label}", float(value)


def _has_a_twin(answers: Answers, field: TableField) -> bool:
    asked = {each.label for each in field.columns}
    tables = (each for each in answers.worksheet.fields.values() if isinstance(each, TableField))
    others = (each for each in tables if each.id != field.id)
    return any(column.label in asked for other in others for column in other.columns)


def in_words(answers: Answers, field: Field) -> str:
    """Return what a line, a text or a choice says; "" where it says nothing, or is of numbers."""
    match field:
        case LineField() | TextField():
            return answers.text(field.id)
        case PickField() | OneField() | RankField():
            return ", ".join(each.label for each in answers.chosen(field.id))
    return ""
