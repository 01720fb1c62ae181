"""Any table in a text file: its encoding and separator found out, its rows as they stand."""

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.errors import AjarError

LARGEST = 4_000_000
"""Bytes of a file that is taken in; ten thousand applications with notes have about 3 million."""

MOST_ROWS = 10_000
MOST_COLUMNS = 60
LONGEST_CELL = 100_000
SEPARATORS = (",", ";", "\t", "|")
LOOKED_AT = 50
"""Rows by which the separator is judged."""

TITLES = 10
"""Rows above the names of the columns that may hold something else, such as a title."""

_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NAMED = re.compile(r"\s*sep=([^\r\n])[^\n]*(?:\n|$)", re.IGNORECASE)
_MOSTLY = 0.3


class SheetError(AjarError):
    """A file that cannot be read as a table; nothing was changed."""


class TooLargeError(SheetError):
    """There is more in the file than is taken in at once."""

    def __init__(self) -> None:
        super().__init__(
            f"This file is larger than Ajar takes in at once: {LARGEST // 1_000_000} MB, "
            f"{MOST_ROWS} rows and {MOST_COLUMNS} columns. Nothing was changed. "
            "Please split it and bring the parts in one after another."
        )


class WorkbookError(SheetError):
    """The file is one of a spreadsheet program, not a text file."""

    def __init__(self) -> None:
        super().__init__(
            "This is a workbook of a spreadsheet program. Nothing was changed. Open it there, "
            "save the sheet as a CSV file, and choose that file here."
        )


class NoTextError(SheetError):
    """What is in the file is no text."""

    def __init__(self) -> None:
        super().__init__(
            "Ajar finds no text in this file. Nothing was changed. Please choose a CSV file."
        )


class NoRowsError(SheetError):
    """There is no row below the names of the columns."""

    def __init__(self) -> None:
        super().__init__(
            "There are no rows in this file. Nothing was changed. The first row names the "
            "columns, and each row below it is one application."
        )


class OpenQuoteError(SheetError):
    """A quotation mark opens a cell and nothing closes it; `row` is where it stands."""

    def __init__(self, row: int) -> None:
        super().__init__(
            f"A quotation mark opens in row {row} and is never closed, so Ajar cannot tell the "
            "rows apart. Nothing was changed. Please add or remove the mark there."
        )


@dataclass(frozen=True)
class Row:
    """One row: its number as a spreadsheet program counts it, and as many cells as columns.

    `spilled` says that it had more cells than there are columns; they stand in the last one.
    """

    number: int
    cells: tuple[str, ...]
    spilled: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table: the names of its columns, "" for one without, and the rows that hold something."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, place: int) -> tuple[str, ...]:
        """Return every cell of a column that holds something."""
        return tuple(each.cells[place] for each in self.rows if each.cells[place])


def read_sheet(raw: bytes, knows: Callable[[str], bool]) -> Sheet:
    """Return the table in a file; raises a SheetError.

    The names of the columns stand in the first of ten rows with two names that it `knows`, else
    in the first row.
    """
    if len(raw) > LARGEST:
        raise TooLargeError
    text = _text(raw)
    named = _NAMED.match(text)
    if named:
        text, separator = text[named.end() :], named[1]
    else:
        separator = max(SEPARATORS, key=lambda each: _fits(text, each))
    table = enumerate(_cells(text, separator), start=1)
    filled = [(number, cells) for number, cells in table if any(map(str.strip, cells))]
    if not filled:
        raise NoRowsError
    known = (place for place, (_, c) in enumerate(filled[:TITLES]) if sum(map(knows, c)) > 1)
    head = next(known, 0)
    return _sheet([each.strip() for each in filled[head][1]], filled[head + 1 :], separator)


def _sheet(names: list[str], rows: list[tuple[int, list[str]]], separator: str) -> Sheet:
    if not rows:
        raise NoRowsError
    widest = max(len(cells) for _, cells in rows)
    while len(names) > max(1, widest) and not names[-1]:
        names.pop()
    if len(rows) > MOST_ROWS or len(names) > MOST_COLUMNS:
        raise TooLargeError
    return Sheet(tuple(names), tuple(_row(*each, len(names), separator) for each in rows))


def _row(number: int, cells: list[str], width: int, separator: str) -> Row:
    """Return a row of this width: what it lacks is empty, what is too much joins the last cell."""
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    last = separator.join(cells[width - 1 :])
    kept = [*cells[: width - 1], last, *[""] * (width - len(cells))][:width]
    return Row(number, tuple(each.strip() for each in kept), spilled=len(cells) > width)


def _text(raw: bytes) -> str:
    """Return the text of a file; raises an error where it has none.

    A byte order mark decides, else UTF-8, else zeros in every other place (UTF-16), else the
    code page of Windows in western Europe, in which every file is some text.
    """
    if raw.startswith(_WORKBOOKS):
        raise WorkbookError
    encoding = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "")
    for each in (encoding,) if encoding else ("utf-8", _without_mark(raw), "cp1252", "latin-1"):
        try:
            text = raw.decode(each)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NoTextError


def _without_mark(raw: bytes) -> str:
    """Return which UTF-16 a file without a mark would be in: Latin letters have a zero byte."""
    even, odd = raw[0:2000:2].count(0), raw[1:2000:2].count(0)
    least = _MOSTLY * min(len(raw), 2000) / 2
    return "utf-16-le" if odd > max(even, least) else "utf-16-be" if even > least else "utf-8"


def _fits(text: str, separator: str) -> float:
    """Return how well a separator parts a text: in how many columns, over how many rows."""
    rows = [each for each in _begin(text, separator) if any(each)]
    if not rows or len(rows[0]) < 2:  # noqa: PLR2004 - one column is not parted at all
        return 0
    return sum(len(each) == len(rows[0]) for each in rows) / len(rows) * len(rows[0])


def _begin(text: str, separator: str) -> list[list[str]]:
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(row)
            if len(rows) == LOOKED_AT:
                break
    except csv.Error:
        return []
    return rows


def _cells(text: str, separator: str) -> Iterable[list[str]]:
    """Yield the cells of every row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    row = 0
    try:
        for row, cells in enumerate(reader, start=1):
            if any(len(each) > LONGEST_CELL for each in cells):
                raise OpenQuoteError(row)
            yield cells
    except csv.Error:
        raise OpenQuoteError(row + 1) from None
    if _left_open(text, separator):
        raise OpenQuoteError(row)


def _left_open(text: str, separator: str) -> bool:
    """Return whether the last cell of a text is opened by a quotation mark and never closed.

    What else is not strictly right, such as a quoted word at the start of a cell, is passed over.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        try:
            next(reader)
        except StopIteration:
            return False
        except csv.Error as error:
            if "end of data" in str(error):
                return True
