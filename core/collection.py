"""A collection: all records of one kind, validated once and shared as frozen objects."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import uuid4

from pydantic import ValidationError

from core.errors import EditedElsewhereError, NotFoundError
from core.records import Record
from core.storage.database import Database
from core.storage.values import storable

TWIN_WINDOW = timedelta(seconds=3)
"""How long the same payload from the same form counts as the same click."""

R = TypeVar("R", bound=Record)
Clock = Callable[[], datetime]
Documents = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class _Loaded(Generic[R]):
    """The records of one table as they stand in one snapshot of the database."""

    documents: Documents = field(default_factory=dict)
    known: Mapping[str, tuple[Mapping[str, Any], R]] = field(default_factory=dict)
    by_id: Mapping[str, R] = field(default_factory=dict)
    doc_ids: Mapping[str, int] = field(default_factory=dict)


class Collection(Generic[R]):
    """All records of one kind. Records are frozen, so what it hands out can be shared.

    A record is validated once, when its document is first seen or has changed; a
    document that does not validate is left in the file untouched and counted as `unreadable`.
    """

    def __init__(self, database: Database, kind: type[R], table: str, now: Clock) -> None:
        self.kind = kind
        self.name = table
        self._database = database
        self._table = database.table(table)
        self._now = now
        self._loaded: _Loaded[R] = _Loaded()
        self._recent: dict[str, tuple[object, datetime, R]] = {}

    def all(self) -> tuple[R, ...]:
        """Every record, in the order in which they came in."""
        return tuple(self._load().by_id.values())

    def find(self, record_id: str) -> R | None:
        """The record with this id, or None."""
        return self._load().by_id.get(record_id)

    def get(self, record_id: str) -> R:
        """The record with this id; raises NotFoundError."""
        record = self.find(record_id)
        if record is None:
            raise NotFoundError(self.kind.called)
        return record

    @property
    def unreadable(self) -> int:
        """How many documents of this table are not of a shape that this version knows."""
        loaded = self._load()
        return len(loaded.documents) - len(loaded.known)

    def add(self, record: R, *, form: str = "", payload: object = None) -> R:
        """Save a new record and return it as stored.

        The same payload from the same `form` within three seconds is a double click: the
        record of the first click is returned and nothing is written. The payload is the record,
        or what the form sent where the record itself holds the moment.
        """
        sent = record if payload is None else payload
        with self._database.transaction():
            if form and (twin := self._twin(sent, form)):
                return twin
            moment = self._now()
            [saved] = self.add_all([record])
            if form:
                self._recent[form] = (sent, moment, saved)
        return saved

    def add_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Save many new records in one commit and return them as stored, in their order."""
        moment = self._now()
        saved = tuple(
            self._as_stored(
                each,
                id=each.id or uuid4().hex,
                rev=1,
                created_at=each.created_at or moment,
                updated_at=moment,
            )
            for each in records
        )
        if saved:
            self._table.insert_multiple(each.model_dump(mode="json") for each in saved)
        return saved

    def replace(self, record: R) -> R:
        """Save a changed record over the one it was read from.

        Saving what is already stored writes nothing. Raises EditedElsewhereError, and
        writes nothing, where the stored record has changed since `record` was read.
        """
        [saved] = self.replace_all([record])
        return saved

    def replace_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Save many changed records in one commit, as `replace` does; one refused refuses all."""
        with self._database.transaction():
            doc_ids = self._load().doc_ids
            pairs = [(self.get(each.id), each) for each in records]
            saved = tuple(self._changed(*pair) for pair in pairs)
            for (stored, _), each in zip(pairs, saved, strict=True):
                if each is not stored:
                    self._table.update(each.model_dump(mode="json"), doc_ids=[doc_ids[each.id]])
        return saved

    def remove(self, record_id: str) -> R:
        """Delete one record and return it, so that it can be put back."""
        [record] = self.remove_all([record_id])
        return record

    def remove_all(self, record_ids: Iterable[str]) -> tuple[R, ...]:
        """Delete many records in one commit and return them; none where one is not there."""
        with self._database.transaction():
            doc_ids = self._load().doc_ids
            records = tuple(self.get(each) for each in record_ids)
            if records:
                self._table.remove(doc_ids=[doc_ids[each.id] for each in records])
        return records

    def put_back(self, *records: R) -> None:
        """Undo a removal: records return under their own ids, unless they are there already."""
        with self._database.transaction():
            here = self._load().by_id
            gone = {each.id: each for each in records if each.id not in here}
            if gone:
                self._table.insert_multiple(each.model_dump(mode="json") for each in gone.values())

    def _changed(self, stored: R, record: R) -> R:
        """Return what is to be stored over a record: the very same one where nothing differs."""
        if _same_words(stored, record):
            return stored
        if stored.rev != record.rev:
            raise EditedElsewhereError(self.kind.called, record, stored)
        return self._as_stored(record, rev=stored.rev + 1, updated_at=self._now())

    def _as_stored(self, record: R, **stamps: object) -> R:
        """Return a record as the file will give it back; nothing else may be written."""
        stamped = record.model_copy(update=stamps)
        return self.kind.model_validate(storable(stamped.model_dump(mode="json")))

    def _twin(self, sent: object, form: str) -> R | None:
        if form not in self._recent:
            return None
        payload, moment, saved = self._recent[form]
        if payload != sent:
            return None
        fresh = timedelta(0) <= self._now() - moment <= TWIN_WINDOW
        return saved if fresh and self.find(saved.id) else None

    def _load(self) -> _Loaded[R]:
        documents = self._table.documents()
        loaded = self._loaded
        if documents is loaded.documents:
            return loaded
        known = dict(self._read(documents, loaded.known))
        self._loaded = loaded = _Loaded(
            documents,
            known,
            {record.id: record for _, record in known.values()},
            {record.id: int(doc_id) for doc_id, (_, record) in known.items()},
        )
        return loaded

    def _read(
        self,
        documents: Documents,
        known: Mapping[str, tuple[Mapping[str, Any], R]],
    ) -> Iterator[tuple[str, tuple[Mapping[str, Any], R]]]:
        for doc_id, document in documents.items():
            before = known.get(doc_id)
            if before and (before[0] is document or before[0] == document):
                yield doc_id, (document, before[1])
                continue
            try:
                yield doc_id, (document, self.kind.model_validate(document))
            except ValidationError:
                continue


def _same_words(one: Record, other: Record) -> bool:
    stamps = {"rev", "created_at", "updated_at"}
    return one.model_dump(exclude=stamps) == other.model_dump(exclude=stamps)
