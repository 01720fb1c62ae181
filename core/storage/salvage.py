"""What can still be read of a damaged file."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.storage.codec import Document, Table, Tables, excess, is_document_id
from core.storage.errors import UnstorableError
from core.storage.snapshot import META
from core.storage.values import Json, storable

_HEAD = re.compile(
    r'"(?P<table>[^"\\]{1,100})"\s*:\s*\{\s*(?="\d+"\s*:\s*\{)'
    r'|"(?P<number>0|[1-9]\d{0,17})"\s*:\s*(?=\{)'
)
_LONGEST_NUMBER = 19


@dataclass(frozen=True)
class Salvaged:
    """The tables that could be read. They are a copy; the damaged file stays as it is."""

    tables: Tables

    @property
    def counts(self) -> dict[str, int]:
        """How many documents each table still holds."""
        return {name: len(table) for name, table in self.tables.items() if name != META}


def salvage(raw: bytes) -> Salvaged:
    """Every whole document in these bytes. Never fails; at worst nothing is found."""
    if excess(raw):
        return Salvaged({})
    text = raw.decode("utf-8-sig", errors="replace")
    whole, _ = _value_at(text, 0)
    if isinstance(whole, dict):
        return Salvaged({name: _sound(table) for name, table in whole.items()})
    tables: Tables = {}
    for name, number, document in _pieces(text):
        tables.setdefault(name, {}).setdefault(number, document)
    return Salvaged(tables)


def _sound(table: Json) -> Table:
    if not isinstance(table, dict):
        return {}
    read = {number: _document(value) for number, value in table.items() if is_document_id(number)}
    return {number: document for number, document in read.items() if document is not None}


def _pieces(text: str) -> Iterator[tuple[str, str, Document]]:
    table, position = "", 0
    while head := _HEAD.search(text, position):
        position = head.end()
        if head["table"]:
            table = head["table"]
            continue
        value, position = _value_at(text, position)
        document = _document(value)
        if table and document is not None:
            yield table, head["number"], document


def _document(value: Json) -> Document | None:
    if not isinstance(value, dict):
        return None
    try:
        document: Document = storable(value)
    except UnstorableError:
        return None
    return document


def _value_at(text: str, position: int) -> tuple[Json, int]:
    try:
        return _DECODER.raw_decode(text, position)
    except (ValueError, RecursionError):
        return None, position + 1


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


_DECODER = json.JSONDecoder(parse_constant=lambda _: None, parse_int=_whole_number, strict=False)
