"""Tables to bytes and back: nothing is trusted before its size, syntax and shape are checked."""

import re
from pathlib import Path

import orjson

from core.storage.errors import DamagedFileError, UnstorableError
from core.storage.values import Json

Document = dict[str, Json]
Table = dict[str, Document]
Tables = dict[str, Table]

LARGEST_FILE = 256_000_000
"""Bytes; thirty times the ten years of words that Ajar is measured with."""

FREE_BRACKETS = 4_000_000
BYTES_PER_BRACKET = 8
"""Beyond the free ones, a smaller share of text than this is a memory bomb, not a workbook."""

_SMALLEST_BOMB = 3 * FREE_BRACKETS

_DOCUMENT_ID = re.compile(r"0|[1-9][0-9]{0,17}")
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)


def encode(tables: Tables) -> bytes:
    """The bytes of a file that holds these tables. Raises UnstorableError."""
    try:
        raw = orjson.dumps(tables)
    except TypeError:
        raise UnstorableError("", "a value that a file cannot hold") from None
    if excess(raw):
        raise UnstorableError("", "more than a file can hold")
    return raw


def decode(raw: bytes, path: Path) -> Tables:
    """The tables in the bytes of a file. Raises DamagedFileError."""
    if reason := excess(raw):
        raise DamagedFileError(path, reason)
    tables = _parse(raw, path)
    if reason := misshapen(tables):
        raise DamagedFileError(path, reason)
    return tables  # type: ignore[no-any-return]


def excess(raw: bytes) -> str:
    """Why these bytes are too much to parse, or nothing."""
    if len(raw) < _SMALLEST_BOMB:
        return ""
    if len(raw) > LARGEST_FILE:
        return "it is too large"
    allowed = max(FREE_BRACKETS, len(raw) // BYTES_PER_BRACKET)
    if _brackets(raw) > allowed and _brackets(_TEXT.sub(b"", raw)) > allowed:
        return "it is nested beyond reason"
    return ""


def misshapen(tables: Json) -> str:
    """What is wrong with the shape of parsed tables, or nothing."""
    if not isinstance(tables, dict):
        return "it holds no tables"
    for table in tables.values():
        if not isinstance(table, dict):
            return "a table is not a table"
        if not all(map(_DOCUMENT_ID.fullmatch, table)):
            return "a record has no proper number"
        if not all(type(document) is dict for document in table.values()):
            return "a record is not a record"
    return ""


def is_document_id(number: str) -> bool:
    """Whether a file may use this text as the number of a document."""
    return _DOCUMENT_ID.fullmatch(number) is not None


def _parse(raw: bytes, path: Path) -> Json:
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError as failure:
        raise DamagedFileError(path, "it breaks off or is garbled", _offset(raw, failure)) from None


def _offset(raw: bytes, failure: orjson.JSONDecodeError) -> int:
    try:
        text = raw.decode()
    except UnicodeDecodeError as undecodable:
        return undecodable.start
    return len(text[: failure.pos].encode())


def _brackets(raw: bytes) -> int:
    return raw.count(b"[") + raw.count(b"{")
