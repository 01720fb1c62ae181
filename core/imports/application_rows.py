"""One row of a foreign list becomes an application, or it is said why not."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from core.applications import Application
from core.cases import Stage, StageReached
from core.content.imports import Field, ImportWords, Meaning, as_compared
from core.imports.cells import facts, lines, requested
from core.imports.columns import DAYS, NOTHING, Matching, stage_in
from core.imports.days import read_day
from core.imports.sheets import Row, Sheet
from core.records import LINE_LENGTH, TEXT_LENGTH

_GUARDED = re.compile(r"'+[=+\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|(?:/|of)\s*(\d+))?$")
_BARE = re.compile(r"\d+(?:[.,]\d+)?$")
WHOLE, MARKS = 100, 10
CELL_LENGTH = 40
LINES = (Field.ROLE, Field.EMPLOYER, Field.SOURCE, Field.LINK)


class Trouble(StrEnum):
    """What is odd about a row: the first three leave it out, the others bring it in without it."""

    NAMELESS = "nameless"
    TOTAL = "total"
    NOT_SENT = "not_sent"
    NO_DAY = "no_day"
    NO_NUMBER = "no_number"
    NO_ANSWER = "no_answer"
    NOT_ENDED = "not_ended"
    SHORTENED = "shortened"
    CUT = "cut"
    SPILLED = "spilled"


@dataclass(frozen=True)
class Remark:
    """A row that is odd: its number in the file, why, and the name of the column, if it is one.

    `cell` is what stands in a cell that could not be read, its first 40 characters.
    """

    row: int
    trouble: Trouble
    column: str = ""
    cell: str = ""


@dataclass(frozen=True)
class Reading:
    """What came of a row: an application, or None where it is left out, and what was odd."""

    row: int
    application: Application | None
    remarks: tuple[Remark, ...]


class RowReader:
    """Reads the rows of one sheet in one way, told by a matching."""

    def __init__(self, sheet: Sheet, matching: Matching, words: ImportWords) -> None:
        self._sheet = sheet
        self._matching = matching
        self._words = words
        self._remarks: list[Remark] = []
        self._whole = _whole_of(sheet, matching, words)

    def read(self, row: Row) -> Reading:
        """Return what a row tells. Formulas stay text, and long lines go on in the note."""
        self._remarks = [Remark(row.number, Trouble.SPILLED)] if row.spilled else []
        told, overlong = self._fields(row)
        meaning = self._meaning(row)
        if meaning and not meaning.sent:
            return self._left_out(row, Trouble.NOT_SENT)
        if not (told.get("role") or told.get("employer")):
            return self._left_out(row, Trouble.NAMELESS)
        if _is_total(told, self._words):
            return self._left_out(row, Trouble.TOTAL)
        told["note"] = self._note(row, overlong)
        told["stages"] = self._stages(row, told.get("sent_on"), meaning)
        told["outcome"] = meaning.outcome if meaning else None
        if told.get("ended_on") and not (told["outcome"] or self._matching.places(Field.HISTORY)):
            self._drop_end(row, told)
        return Reading(row.number, Application.model_validate(told), tuple(self._remarks))

    def _left_out(self, row: Row, trouble: Trouble) -> Reading:
        return Reading(row.number, None, (Remark(row.number, trouble),))

    def _fields(self, row: Row) -> tuple[dict[str, Any], list[str]]:
        """Return the fields that stand in a cell of their own, and the lines that are too long."""
        told: dict[str, Any] = {}
        overlong = []
        for place, text in self._cells(row, *LINES):
            name = str(self._matching.fields[place])
            told[name] = text[:LINE_LENGTH]
            if len(text) > LINE_LENGTH:
                overlong.append(text)
                self._remark(row, Trouble.SHORTENED, place)
        readers: dict[Field, tuple[Callable[[str], object], Trouble]] = {
            **dict.fromkeys(DAYS, (self._day, Trouble.NO_DAY)),
            Field.MUST_HAVES: (self._share, Trouble.NO_NUMBER),
            Field.TAILORED: (self._answer, Trouble.NO_ANSWER),
            Field.CONTACTED: (self._answer, Trouble.NO_ANSWER),
            Field.REQUESTED: (requested, Trouble.NO_ANSWER),
            Field.FACTS: (facts, Trouble.NO_ANSWER),
        }
        for place, text in self._cells(row, *readers):
            field = self._matching.fields[place] or Field.NOTE
            read, trouble = readers[field]
            told[str(field)] = value = read(text)
            if value is None:
                self._remark(row, trouble, place, text)
        return {name: value for name, value in told.items() if value is not None}, overlong

    def _cells(self, row: Row, *fields: Field) -> Iterator[tuple[int, str]]:
        """Yield the cells of these fields that hold something, without the guard of a formula."""
        for place in self._matching.places(*fields):
            if row.cells[place]:
                yield place, unguarded(row.cells[place])

    def _drop_end(self, row: Row, told: dict[str, Any]) -> None:
        """Leave out the last day of one that still runs: it is hardly the day on which it ended.

        A list that Ajar wrote itself, with its history, comes back as it was.
        """
        del told["ended_on"]
        for place, text in self._cells(row, Field.ENDED_ON):
            self._remark(row, Trouble.NOT_ENDED, place, text)

    def _remark(self, row: Row, trouble: Trouble, place: int, cell: str = "") -> None:
        name = self._sheet.columns[place]
        self._remarks.append(Remark(row.number, trouble, name, cell[:CELL_LENGTH]))

    def _meaning(self, row: Row) -> Meaning | None:
        said = [text for _, text in self._cells(row, Field.STATUS)]
        ids = [self._matching.meanings.get(as_compared(text), NOTHING) for text in said]
        found = [self._words.meanings[each] for each in ids if each != NOTHING]
        return found[0] if found else None

    def _note(self, row: Row, overlong: list[str]) -> str:
        """Return the notes of a row, each with the name of its column where that says more."""
        places = self._matching.places(Field.NOTE)
        told = []
        for place, text in self._cells(row, Field.NOTE):
            name = self._sheet.columns[place]
            is_plain = not name or as_compared(name) in self._words.plain_notes
            told.append(text if is_plain else f"{name}: {text}")
        note = "\n".join([*told, *overlong])
        if len(note) > TEXT_LENGTH:
            self._remark(row, Trouble.CUT, (*places, 0)[0])
        return note[:TEXT_LENGTH]

    def _stages(
        self, row: Row, sent_on: date | None, meaning: Meaning | None
    ) -> tuple[StageReached, ...]:
        """Return the history of a row: as it is told, else sent, and the stage where it stands."""
        if self._matching.places(Field.HISTORY):
            return tuple(
                each for _, text in self._cells(row, Field.HISTORY) for each in self._history(text)
            )
        sent = StageReached(stage=Stage.APPLIED, on=sent_on)
        stage = meaning.stage if meaning else None
        if meaning and meaning.outcome and not stage:
            named = (stage_in(text, self._words) for _, text in self._cells(row, Field.STATUS))
            stage = next(filter(None, named), None)
        return (sent,) if stage in (None, Stage.APPLIED) else (sent, StageReached(stage=stage))

    def _history(self, text: str) -> Iterator[StageReached]:
        for line in lines(text):
            stage = _stage(line[0], self._words)
            if stage:
                yield StageReached(stage=stage, on=self._day(line[1]) if line[1:] else None)

    def _day(self, text: str) -> date | None:
        return read_day(text, self._matching.order, self._words.month_names)

    def _share(self, text: str) -> int | None:
        """Return a number of 100: "80", "80%", "8/10" and "0.8" are the same; None for no such."""
        found = _NUMBER.match(text)
        if not found:
            return None
        whole = WHOLE if "%" in text else _number(found[2]) if found[2] else self._whole
        share = _number(found[1]) / whole * WHOLE if whole else -1
        return round(share) if 0 <= share <= WHOLE else None

    def _answer(self, text: str) -> bool | None:
        return self._words.answers.get(as_compared(text))


def unguarded(text: str) -> str:
    """Return a cell without the one mark that keeps programs from reading it as a formula."""
    return text[1:] if _GUARDED.match(text) else text


def _is_total(told: Mapping[str, Any], words: ImportWords) -> bool:
    """Return whether a row is the sum below a list: a word for it, at most a number, and no day."""
    names = [told.get(each) or "" for each in ("role", "employer")]
    rest = [each for each in names if as_compared(each) not in words.of_totals]
    is_bare = all(not each or _BARE.match(each) for each in rest)
    return len(rest) < len(names) and is_bare and not told.get("sent_on")


def _stage(text: str, words: ImportWords) -> Stage | None:
    if text in set(Stage):
        return Stage(text)
    id_ = words.meaning_names.get(as_compared(text), NOTHING)
    return words.meanings[id_].stage


def _whole_of(sheet: Sheet, matching: Matching, words: ImportWords) -> float | None:
    """Return what the bare numbers of a share are parts of: 100, 1, or None where nobody knows.

    Over the whole column: numbers up to 1 with a fraction among them are parts of 1, and others
    up to 10 may be stars or marks. A column by the name of our own download is of 100.
    """
    places = matching.places(Field.MUST_HAVES)
    if any(as_compared(sheet.columns[at]) in words.of_100 for at in places):
        return WHOLE
    cells = [found for at in places for each in sheet.column(at) if (found := _BARE.match(each))]
    numbers = [_number(each[0]) for each in cells]
    if not any(numbers) or max(numbers) > MARKS:
        return WHOLE
    has_parts = any(not each.is_integer() for each in numbers)
    return 1 if max(numbers) <= 1 and has_parts else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
