"""A worksheet's way to paper: how long a print takes, the first time in a process and after it."""

import time
from collections.abc import Callable
from datetime import date
from typing import Any

from bench.first_times import measure
from core.exports.paper import Paper
from core.exports.worksheets.layout import Filler, Form, blank_leaf, filled_leaf
from core.exports.worksheets.leaf import Leaf
from core.exports.worksheets.pdf import pdf_file
from core.exports.worksheets.word import word_file
from core.worksheets.answers import Answers
from core.worksheets.definition import Worksheet
from core.worksheets.fields import (
    Column,
    Field,
    IfThenField,
    MatrixField,
    Private,
    SliderField,
    SortField,
    TableField,
)
from core.worksheets.outcomes import Around
from core.worksheets.results import results_of
from core.worksheets.shelf import worksheets

LIMIT = 1_000
"""What a print may take in milliseconds, the first one in a process too."""

DAY = date(2026, 3, 12)
SENTENCE = "I kept the rota calm through two hard winters, and people said so."
FORMS = {
    "A4": Form(Paper.A4),
    "Letter": Form(Paper.LETTER),
    "large": Form(Paper.A4, large=True),
}


def largest() -> Worksheet:
    """Return the worksheet whose blank print has the most to set."""
    form = FORMS["A4"]
    return max(worksheets().values(), key=lambda each: len(blank_leaf(each, form).all_text))


def answered(worksheet: Worksheet) -> Answers:
    """Return a worksheet with an answer in every field."""
    raw: dict[str, Any] = {}
    for field in worksheet.fields.values():
        raw |= _answer(field, Answers(worksheet, raw))
    return Answers(worksheet, raw)


def _answer(field: Field, so_far: Answers) -> dict[str, Any]:
    """Return what stands under the addresses of one field."""
    match field:
        case TableField():
            return _rows(field, so_far)
        case SortField():
            piles = list(field.piles)
            every = enumerate(so_far.choices(field))
            return {f"{field.id}.{each.key}": piles[place % len(piles)] for place, each in every}
        case MatrixField():
            rows, across = so_far.of(field.rows), so_far.of(field.across)
            return {f"{field.id}.{row.key}.{each.key}": 2 for row in rows for each in across}
        case SliderField() if field.rows:
            return {f"{field.id}.{each.key}": 7 for each in so_far.of(field.rows)}
        case IfThenField():
            return {f"{field.id}.cue": "it is nine", f"{field.id}.action": "open one advert"}
    picked = [each.key for each in so_far.choices(field)][:10]
    values: dict[str, object] = {
        "line": SENTENCE,
        "text": "\n".join([SENTENCE * 4] * 3),
        "date": DAY.isoformat(),
        "number": 3.0,
        "slider": 7,
        "pick": picked,
        "rank": picked,
        "one": picked[0] if picked else "",
    }
    return {field.id: values.get(field.kind)}


def _rows(field: TableField, so_far: Answers) -> dict[str, Any]:
    slots = [f"r{number}" for number in range(min(field.most, 8))]
    rows = slots if field.is_open else [each.key for each in so_far.rows_of(field)]
    pairs = [(row, column) for row in rows for column in field.columns]
    cells = {f"{field.id}.{row}.{column.id}": _cell(column) for row, column in pairs}
    return {field.id: slots, **cells} if field.is_open else cells


def _cell(column: Column) -> object:
    values = {"line": SENTENCE, "date": DAY.isoformat(), "score": min(column.most, 2)}
    if column.kind in ("one", "some"):
        keys = list(column.choices)[:1]
        return (keys or [""])[0] if column.kind == "one" else keys
    return values.get(column.kind, 3.0)


def leaf(what: str, form: str) -> Leaf:
    """Return the largest worksheet, blank or filled."""
    worksheet = largest()
    if what == "blank":
        return blank_leaf(worksheet, FORMS[form])
    answers = answered(worksheet)
    found = results_of(answers, Around(DAY, free_hours=10))
    filler = Filler(DAY, str, name="Amara", next_step=SENTENCE, shown=frozenset(Private))
    return filled_leaf(answers, found, filler, FORMS[form])


def word(one: Leaf) -> bytes:
    """Return a leaf for a word processor."""
    return word_file(one, DAY)


WAYS: dict[str, tuple[Callable[[Leaf], object], str, str]] = {
    f"{name} {what} {form}": (make, what, form)
    for name, make, forms in (("pdf", pdf_file, [*FORMS]), ("word", word, ["A4"]))
    for what in ("blank", "filled")
    for form in forms
}
"""Every way to paper: what makes it, of which sheet, in which form."""


def taken(way: str, numbers: range) -> list[float]:
    """Return the seconds that each print takes; no two sheets are alike."""
    make, what, form = WAYS[way]
    times = []
    for number in numbers:
        started = time.perf_counter()
        make(leaf(what, form).model_copy(update={"title": f"Worksheet {number}"}))
        times.append(time.perf_counter() - started)
    return times


if __name__ == "__main__":
    measure("bench.print", WAYS, taken, lambda _: LIMIT)
