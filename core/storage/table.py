"""A TinyDB table whose every change is one locked step and whose results are private."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tinydb.queries import QueryLike
from tinydb.table import Document, Table
from tinydb.utils import LRUCache

from core.storage.changes import Changes
from core.storage.transactions import TransactionalStorage
from core.storage.values import PLAIN, Json, private_copy

_NO_DOCUMENTS: Mapping[str, Mapping[str, Any]] = {}


class CopyDocument(Document):
    """A document that shares nothing with the storage it came from."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(value, doc_id)
        for key, each in value.items():
            if type(each) not in PLAIN:
                self[key] = private_copy(each)


class NoQueryCache(LRUCache[Any, Any]):
    """Remembers nothing: a remembered result would be shared, and stale after a foreign commit."""

    def get(self, key: object, default: Json = None) -> Json:  # noqa: ARG002
        """Nothing is remembered."""
        return default

    def set(self, key: object, value: Json) -> None:
        """Nothing is remembered."""


class SafeTable(Table):
    """Stock TinyDB methods over a storage that has transactions."""

    document_class = CopyDocument
    query_cache_class = NoQueryCache
    _storage: TransactionalStorage

    def __init__(self, storage: TransactionalStorage, name: str) -> None:
        super().__init__(storage, name, cache_size=0)
        self._changes: Changes | None = None

    def __repr__(self) -> str:
        """Name the table; TinyDB's own words would read all of it."""
        return f"<SafeTable {self.name}>"

    def documents(self) -> Mapping[str, Mapping[str, Any]]:
        """The documents of the newest version by number: shared, and only to be read.

        A table, and a document, that no commit of this process has changed stays the same
        object, so that readers may tell by identity whether they have seen it.
        """
        return self._storage.current().tables.get(self.name, _NO_DOCUMENTS)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a document and return its number."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add documents in one step and return their numbers."""
        return super().insert_multiple(map(_numbered, documents))

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match, or add this one, in one step."""
        with self._storage.transaction():
            return super().upsert(_numbered(document), cond)

    def _get_next_id(self) -> int:
        if self._changes is None:
            raise RuntimeError("numbers are given only inside a change")
        return self._changes.next_number()

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return self._storage.current().tables.get(self.name, {})  # type: ignore[return-value]

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._storage.transaction() as draft:
            if self._changes is not None:
                raise RuntimeError("a change of a table may not change the same table again")
            self._changes = Changes(draft.tables.get(self.name, {}), draft.newest(self.name))
            try:
                updater(self._changes)
                table = self._changes.applied()
                draft.use_numbers_up_to(self.name, self._changes.newest)
            finally:
                self._changes = None
            if table is not None:
                draft.put(self.name, table)


def _numbered(document: Mapping[str, Any]) -> Mapping[str, Any]:
    return CopyDocument(document, document.doc_id) if isinstance(document, Document) else document
