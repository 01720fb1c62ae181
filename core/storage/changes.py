"""What TinyDB's updaters are given instead of a copy of the whole table."""

from collections.abc import Iterator, MutableMapping
from typing import Any

import orjson

from core.storage.codec import Document, Table, is_document_id
from core.storage.errors import UnstorableError
from core.storage.values import private_copy, storable


class Changes(MutableMapping[int, Document]):
    """A table by document number that remembers only what was touched.

    Reading hands out a private copy; storing under a number that is taken is
    refused, so that no insert can ever overwrite.
    """

    def __init__(self, table: Table, newest: int) -> None:
        self.newest = newest
        self._table = table
        self._touched: dict[str, Any] = {}
        self._removed: set[str] = set()

    def __getitem__(self, number: int) -> Document:
        """Return a private copy that counts as touched."""
        key = self._present(number)
        if key not in self._touched:
            self._touched[key] = private_copy(self._table[key])
        document: Document = self._touched[key]
        return document

    def __setitem__(self, number: int, document: Document) -> None:
        """Add a document under a free number."""
        key = str(number)
        if not is_document_id(key):
            raise UnstorableError("doc_id", "a number that no record can have")
        if number in self:
            raise ValueError(f"Document with ID {number} already exists")
        self._touched[key] = document
        self._removed.discard(key)
        self.newest = max(self.newest, int(key))

    def __delitem__(self, number: int) -> None:
        """Remove a document."""
        key = self._present(number)
        self._touched.pop(key, None)
        self._removed.add(key)

    def __contains__(self, number: object) -> bool:
        """Tell whether the number is taken, without touching its document."""
        key = str(number)
        return key in self._touched or (key in self._table and key not in self._removed)

    def __iter__(self) -> Iterator[int]:
        """Walk over the numbers that are taken."""
        kept = (key for key in self._table if key not in self._removed)
        added = (key for key in self._touched if key not in self._table)
        yield from map(int, (*kept, *added))

    def __len__(self) -> int:
        """Count the documents."""
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove every document."""
        self._touched.clear()
        self._removed.update(self._table)

    def next_number(self) -> int:
        """A number that no document of this table has or had."""
        self.newest += 1
        return self.newest

    def applied(self) -> Table | None:
        """The next version of the table, or None if nothing differs from the last one.

        Documents that did not change stay the same objects.
        """
        changed = {
            key: clean
            for key, document in self._touched.items()
            if _differs(clean := storable(document), self._table.get(key))
        }
        gone = self._removed - self._touched.keys()
        if not changed and not gone & self._table.keys():
            return None
        table = self._table | changed
        for key in gone:
            table.pop(key, None)
        return table

    def _present(self, number: int) -> str:
        if number not in self:
            raise KeyError(number)
        return str(number)


def _differs(document: Document, before: Document | None) -> bool:
    # As bytes, because Python holds 1, 1.0 and True to be equal and the file does not.
    return before is None or orjson.dumps(document) != orjson.dumps(before)
