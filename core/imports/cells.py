"""Cells that hold a small list of their own: one line for each thing, in cells again."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date

from core.applications import Fact, Requested
from core.records import LINE_LENGTH


def requested(text: str) -> tuple[Requested, ...]:
    """Return what was asked for, with the day it is due and the day it was sent, line by line."""
    return tuple(
        Requested(what=what, due=_iso(due), sent_on=_iso(sent))
        for what, due, sent in _triples(text, lambda _, due, sent: _is_iso(due) and _is_iso(sent))
    )


def facts(text: str) -> tuple[Fact, ...]:
    """Return facts with their source and why they matter, line by line."""
    triples = _triples(text, lambda *_: True)
    return tuple(Fact(what=what, source=source, why=why) for what, source, why in triples)


def _triples(text: str, fits: Callable[[str, str, str], bool]) -> Iterator[tuple[str, str, str]]:
    """Yield three cells of each line, or the whole line where it has no three that fit."""
    rows = lines(text)
    if not all(len(each) == 3 and fits(*each) for each in rows):  # noqa: PLR2004 - and two more
        rows = [[each, "", ""] for each in text.splitlines() if each.strip()]
    for what, one, other in rows:
        yield what[:LINE_LENGTH], one[:LINE_LENGTH], other[:LINE_LENGTH]


def lines(text: str) -> list[list[str]]:
    """Return the cells of each line of a text that is a small list itself."""
    return [each for each in csv.reader(io.StringIO(text, newline="")) if each]


def _iso(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _is_iso(text: str) -> bool:
    try:
        return text == "" or bool(date.fromisoformat(text))
    except ValueError:
        return False
