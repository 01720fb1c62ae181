"""Applications on their way out: one CSV file that spreadsheet programs open and Ajar reads back.

No cell begins with what a program would take for a formula: such a cell gets an apostrophe in
front, and reading it back takes one away.
"""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date

from core.applications import Application
from core.cases import Stage
from core.content.imports import Field, ImportWords

_FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def as_csv(applications: Iterable[Application], words: ImportWords) -> bytes:
    """Return a CSV file (UTF-8 with its mark, commas) with one row for each application."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([words.fields[field].label for field in Field])
    for each in applications:
        cells = _cells(each, words)
        writer.writerow([guarded(cells[field]) for field in Field])
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """Return a cell that no program reads as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _cells(application: Application, words: ImportWords) -> dict[Field, str]:
    return {
        Field.ROLE: application.role,
        Field.EMPLOYER: application.employer,
        Field.SENT_ON: _day(application.sent_on),
        Field.SOURCE: application.source,
        Field.STATUS: _status(application, words),
        Field.ENDED_ON: _day(application.ended_on),
        Field.TAILORED: _answer(words, yes=application.tailored),
        Field.CONTACTED: _answer(words, yes=application.contacted),
        Field.MUST_HAVES: "" if application.must_haves is None else str(application.must_haves),
        Field.LINK: application.link,
        Field.NOTE: application.note,
        Field.HISTORY: _lines((each.stage.value, _day(each.on)) for each in application.stages),
        Field.REQUESTED: _lines(
            (each.what, _day(each.due), _day(each.sent_on)) for each in application.requested
        ),
        Field.FACTS: _lines((each.what, each.source, each.why) for each in application.facts),
        Field.ARCHIVED_ON: _day(application.archived_on),
    }


def _status(application: Application, words: ImportWords) -> str:
    """Return in words how it ended, or where it stands; "" where no word says just that."""
    stage = application.stages[-1].stage if application.stages else Stage.APPLIED
    for each in words.meanings.values():
        ends_so = application.outcome is not None and each.outcome is application.outcome
        stands_so = application.outcome is each.outcome is None and each.stage is stage
        if ends_so or stands_so:
            return each.label
    return ""


def _answer(words: ImportWords, *, yes: bool | None) -> str:
    return "" if yes is None else (words.yes if yes else words.no)[0]


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as lines of their own inside one cell, their parts set apart by commas."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().rstrip("\n")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
