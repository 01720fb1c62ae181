"""Answers in words: how one is told outside its own field."""

from datetime import date
from typing import Any

from core.content.loader import words
from core.worksheets.answers import DOT, Answers
from core.worksheets.definition import Result
from core.worksheets.fields import Choosing, RankField, TableField
from core.worksheets.lists import groups_in
from core.worksheets.outcomes import Cell, Said
from core.worksheets.results import sentence
from pages.parts.days import in_words
from pages.parts.plain_text import inert


def told(answers: Answers, place: str, value: object) -> str:
    """Return an answer as a person reads it; the place says what it is an answer to."""
    if isinstance(value, list):
        return ", ".join(told(answers, place, each) for each in value)
    return _names(answers, place).get(str(value)) or as_words(value)


def as_words(value: object) -> str:
    """Return a number, a day or a text as it is written; "" for nothing."""
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, float):
        return f"{value:g}" if value == int(value) else f"{value:.1f}"
    return "" if value is None else str(value)


def in_cell(value: Cell) -> str:
    """Return what stands in a cell of a table of results, safe for a label or a table."""
    return inert(as_words(value)) or words("worksheet")["nothing"]


def said_of(result: Result, said: Said) -> str:
    """Return a sentence of a result with its facts, safe to be read as Markdown."""
    return sentence(result, said, lambda fact: inert(as_words(fact)))


def _names(answers: Answers, place: str) -> dict[str, str]:
    """Return the words of the choices of the field, or of the column, that a place belongs to."""
    field_id, *inside = place.split(DOT)
    field: Any = answers.worksheet.fields.get(field_id)
    if isinstance(field, TableField) and inside:
        column = next((each for each in field.columns if each.id == inside[-1]), None)
        if column is None:
            return {}
        if column.kind == "score":
            return {name.removeprefix("d"): label for name, label in column.choices.items()}
        return answers.options(column) if column.kind in ("one", "some") else {}
    if not isinstance(field, Choosing | RankField):
        return {}
    grouped = {key: label for each in groups_in(field).values() for key, label in each.items()}
    piles = dict(getattr(field, "piles", {}))
    return grouped | dict(answers.choices(field)) | piles
