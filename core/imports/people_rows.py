"""One row of a list of people becomes a card, or it is said why not."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from core.content.imports import ImportWords, as_compared
from core.content.people_imports import PARTS_OF_NAME, PeopleImportWords, PersonField
from core.imports.application_rows import CELL_LENGTH, unguarded
from core.imports.days import Order, orders_of, read_day
from core.imports.sheets import Row, Sheet
from core.people import Circle, Closeness, Help, Person
from core.records import LINE_LENGTH, TEXT_LENGTH

F = PersonField
LINES = (F.ORGANISATION, F.ROLE, F.ADDRESS, F.PHONE, F.LINK, F.HOW_KNOWN)
TEXTS = (F.CARES_ABOUT, F.COULD_GIVE, F.NOTES)
LISTS = (F.KNOWS, F.MAY_KNOW_OF, F.TAGS)
DAYS = (F.KNOWN_SINCE, F.LAST_BEFORE, F.NOT_BEFORE, F.STOPPED_ON, F.ARCHIVED_ON)
PAST = (F.KNOWN_SINCE, F.LAST_BEFORE)
ANSWERS = (F.MADE_SHIFT, F.HIRES)
SHORTEST, LONGEST = 7, 1095

_BETWEEN = re.compile(r"[,;|\r\n]|:::")
_STAR = re.compile(r"^\*\s*")
_SEVERAL = frozenset({F.NOTES, F.TAGS})

T = TypeVar("T", bound=StrEnum)


class PersonTrouble(StrEnum):
    """What is odd about a row or a card: the first three leave it out, the others bring it in."""

    NO_NAME = "no_name"
    GROUP = "group"
    BROKEN = "broken"
    NO_DAY = "no_day"
    AHEAD = "ahead"
    NO_WORD = "no_word"
    NO_NUMBER = "no_number"
    SHORTENED = "shortened"
    CUT = "cut"
    SPILLED = "spilled"
    STRAY = "stray"


LEFT_OUT = frozenset({PersonTrouble.NO_NAME, PersonTrouble.GROUP, PersonTrouble.BROKEN})


@dataclass(frozen=True)
class PersonRemark:
    """A row or card that is odd: its number, why, the name of its column, and what stood there."""

    row: int
    trouble: PersonTrouble
    column: str = ""
    cell: str = ""


@dataclass(frozen=True)
class PersonRead:
    """What came of a row or a card: somebody, or None where it is left out; and what was odd."""

    row: int
    person: Person | None
    remarks: tuple[PersonRemark, ...] = ()


@dataclass(frozen=True)
class PeopleMatching:
    """How a sheet of people is read: a field or None for each column, and the order of days."""

    fields: tuple[PersonField | None, ...]
    order: Order = Order.DAY_FIRST

    def places(self, *wanted: PersonField) -> tuple[int, ...]:
        """Return the places of the columns that hold one of these fields."""
        return tuple(place for place, each in enumerate(self.fields) if each in wanted)


@dataclass(frozen=True)
class Vocabulary:
    """The words by which rows are read: of columns, of days and answers, and of ours by id."""

    people: PeopleImportWords
    rows: ImportWords
    circles: Mapping[Circle, str]
    closeness: Mapping[Closeness, str]
    helps: Mapping[Help, str]


def guess_people_fields(sheet: Sheet, words: PeopleImportWords) -> tuple[PersonField | None, ...]:
    """Return what each column seems to hold, by its name; None where the name is not known.

    Only notes and tags may have more than one column: of several that hold the same, the first
    with anything in it counts.
    """
    guessed: list[PersonField | None] = [None] * len(sheet.columns)
    full_first = sorted(range(len(sheet.columns)), key=lambda place: not sheet.column(place))
    for place in full_first:
        found = words.field_names.get(as_compared(sheet.columns[place]))
        if found in _SEVERAL or found not in guessed:
            guessed[place] = found
    return tuple(guessed)


def people_orders(
    sheet: Sheet, fields: tuple[PersonField | None, ...], words: ImportWords, today: date
) -> tuple[Order, ...]:
    """Return the orders in which all the days of a sheet can be meant, the likelier first."""
    places = PeopleMatching(fields).places(*DAYS)
    texts = (text for place in places for text in sheet.column(place))
    return orders_of(texts, words.month_names, today)


class PersonReader:
    """Reads the rows of one sheet in one way, told by a matching; nothing after `today` was."""

    def __init__(
        self, sheet: Sheet, matching: PeopleMatching, words: Vocabulary, today: date
    ) -> None:
        self._sheet = sheet
        self._matching = matching
        self._words = words
        self._today = today
        self._remarks: list[PersonRemark] = []
        days = dict.fromkeys(DAYS, self._day)
        answers = dict.fromkeys(ANSWERS, self._answer)
        self._readers: Mapping[PersonField, tuple[Callable[[str], object], PersonTrouble]] = {
            **{each: (read, PersonTrouble.NO_DAY) for each, read in days.items()},
            **{each: (read, PersonTrouble.NO_WORD) for each, read in answers.items()},
            F.CIRCLE: (lambda text: _one_of(text, words.circles), PersonTrouble.NO_WORD),
            F.CLOSENESS: (lambda text: _one_of(text, words.closeness), PersonTrouble.NO_WORD),
            F.HELPS: (lambda text: _some_of(text, words.helps), PersonTrouble.NO_WORD),
            F.EVERY_DAYS: (_number, PersonTrouble.NO_NUMBER),
        }

    def read(self, row: Row) -> PersonRead:
        """Return what a row tells. Formulas stay text, and long lines go on in the notes."""
        number = row.number
        self._remarks = [PersonRemark(number, PersonTrouble.SPILLED)] if row.spilled else []
        name = self._name(row)
        if not name:
            return PersonRead(number, None, (PersonRemark(number, PersonTrouble.NO_NAME),))
        told: dict[str, Any] = {"name": name[:LINE_LENGTH]}
        long = [name] if len(name) > LINE_LENGTH else []
        for place, text in self._cells(row, *LINES):
            field = str(self._matching.fields[place])
            if told.setdefault(field, text[:LINE_LENGTH]) != text:
                long.append(text)
        if long:
            short = PersonRemark(number, PersonTrouble.SHORTENED, cell=_short(long[0]))
            self._remarks.append(short)
        self._read_values(row, told)
        told |= self._lists(row) | self._texts(row, long)
        return PersonRead(number, Person.model_validate(told), tuple(self._remarks))

    def _name(self, row: Row) -> str:
        whole = next((text for _, text in self._cells(row, F.NAME)), "")
        parts = (next((t for _, t in self._cells(row, each)), "") for each in PARTS_OF_NAME)
        return " ".join((whole or " ".join(filter(None, parts))).splitlines())

    def _cells(self, row: Row, *fields: PersonField) -> Iterator[tuple[int, str]]:
        """Yield the cells of these fields that hold something, without the guard of a formula."""
        for place in self._matching.places(*fields):
            if row.cells[place]:
                yield place, unguarded(row.cells[place])

    def _read_values(self, row: Row, told: dict[str, Any]) -> None:
        for place, text in self._cells(row, *self._readers):
            field = self._matching.fields[place] or F.NOTES
            read, trouble = self._readers[field]
            value = read(text)
            if field in PAST and isinstance(value, date) and value > self._today:
                value, trouble = None, PersonTrouble.AHEAD
            if value is None:
                self._remark(row, trouble, place, text)
            else:
                told[str(field)] = value

    def _lists(self, row: Row) -> dict[str, tuple[str, ...]]:
        lists: dict[str, tuple[str, ...]] = {}
        nothing = self._words.people.of_no_tags
        for place, text in self._cells(row, *LISTS):
            field = str(self._matching.fields[place])
            said = (each for each in parted(text) if as_compared(each) not in nothing)
            lists[field] = tuple(dict.fromkeys((*lists.get(field, ()), *said)))
        return lists

    def _texts(self, row: Row, long: list[str]) -> dict[str, str]:
        texts: dict[str, str] = {}
        for place, text in self._cells(row, *TEXTS):
            field = str(self._matching.fields[place])
            texts[field] = f"{texts[field]}\n\n{text}" if field in texts else text
        if long:
            texts["notes"] = "\n\n".join(filter(None, (texts.get("notes"), *long)))
        for field, text in texts.items():
            if len(text) > TEXT_LENGTH:
                texts[field] = text[:TEXT_LENGTH]
                self._remarks.append(PersonRemark(row.number, PersonTrouble.CUT))
        return texts

    def _day(self, text: str) -> date | None:
        return read_day(text, self._matching.order, self._words.rows.month_names)

    def _answer(self, text: str) -> bool | None:
        return self._words.rows.answers.get(as_compared(text))

    def _remark(self, row: Row, trouble: PersonTrouble, place: int, cell: str) -> None:
        name = self._sheet.columns[place]
        self._remarks.append(PersonRemark(row.number, trouble, name, _short(cell)))


def parted(text: str) -> tuple[str, ...]:
    """Return the parts of a cell that is a small list: cells in quotes, or parted by signs.

    One that begins in quotes and goes on in another way is parted by signs, quotes left out.
    """
    if text.startswith('"'):
        with suppress(csv.Error):
            quoted = (each.strip() for each in next(csv.reader([text])))
            return tuple(each[:LINE_LENGTH] for each in quoted if each)
        text = text.replace('"', "")
    bare = (_STAR.sub("", each.strip()) for each in _BETWEEN.split(text))
    return tuple(each[:LINE_LENGTH] for each in bare if each)


def _one_of(text: str, labels: Mapping[T, str]) -> T | None:
    said = as_compared(text)
    return next((id_ for id_, label in labels.items() if said in {as_compared(label), id_}), None)


def _some_of(text: str, labels: Mapping[T, str]) -> tuple[T, ...] | None:
    found = tuple(_one_of(each, labels) for each in parted(text))
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else None


def _number(text: str) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() else 0
    return number if SHORTEST <= number <= LONGEST else None


def _short(cell: str) -> str:
    return cell[:CELL_LENGTH]
