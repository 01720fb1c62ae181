"""Drafts: what is half typed, kept until it is saved or let go.

They have a small file of their own, so that keeping one never rewrites ten years.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from types import MappingProxyType
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from core.storage.database import Database, open_database, open_memory
from core.storage.errors import (
    DamagedFileError,
    MissingFileError,
    NewerFileError,
    StorageError,
)
from core.storage.folder import Folder

BASE = "base"
BEGAN = frozenset({"rev", BASE})
"""Fields that say what a form began from: they go with what is typed, and are not it."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Draft(BaseModel):
    """The fields of one half-filled form, as plain JSON values, and when they last changed."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    form: str
    fields: dict[str, Any]
    changed_at: datetime


class Drafts:
    """One draft for each form; a form is named by a stable text such as `check_in`.

    Drafts never stand in the way of the words: where their file cannot be used it is set
    aside, they begin anew, and `set_aside` says so until it is acknowledged.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._now = now
        self._folder: Folder | None = None
        self.set_aside = False
        self._use(database)

    @classmethod
    def open(cls, folder: Folder, now: Callable[[], datetime]) -> Self:
        """Open the drafts of a folder, whatever their file holds. Raises nothing."""
        drafts = cls(open_memory(), now)
        drafts._folder = folder
        drafts._begin(folder)
        return drafts

    def all(self) -> tuple[Draft, ...]:
        """Every draft that can be read, the one changed last first."""
        drafts = _readable(self._documents().values())
        return tuple(sorted(drafts, key=lambda each: each.changed_at, reverse=True))

    def find(self, form: str) -> Draft | None:
        """The draft of a form, or None."""
        own = (each for each in self._documents().values() if each.get("form") == form)
        return max(_readable(own), key=lambda each: each.changed_at, default=None)

    def keep(
        self, form: str, fields: Mapping[str, Any], instead_of: Mapping[str, Any] = NOTHING
    ) -> Mapping[str, Any]:
        """Keep what is typed so far, and return it as it is stored.

        Two windows share the draft of a form: what one kept before (`instead_of`) makes way for
        what it holds now, and what another one typed stays. Writes, and waits for others who
        write, only on a change.
        """
        draft = Draft(form=form, fields=dict(fields), changed_at=self._now())
        document = draft.model_dump(mode="json")
        typed: dict[str, Any] = document["fields"]
        if self._joined(form, typed, instead_of) == self._stored(form):
            return typed
        with self._database.transaction():
            document["fields"] = self._joined(form, typed, instead_of)
            if doc_ids := self._doc_ids(form):
                self._table.update(document, doc_ids=doc_ids)
            else:
                self._table.insert(document)
        return typed

    def take_back(self, form: str, kept: Mapping[str, Any]) -> None:
        """Forget what one window kept; the draft goes with it unless another one typed there."""
        left = self._joined(form, {}, kept)
        if left.keys() - BEGAN:
            self.keep(form, {}, instead_of=kept)
        else:
            self.drop(form)

    def drop(self, form: str) -> None:
        """Forget the draft of a form, if there is one."""
        if not self._doc_ids(form):
            return
        with self._database.transaction():
            if doc_ids := self._doc_ids(form):
                self._table.remove(doc_ids=doc_ids)

    def acknowledge(self) -> None:
        """The person knows that drafts were set aside."""
        self.set_aside = False

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _use(self, database: Database) -> None:
        self._database = database
        self._table = database.table("drafts")

    def _begin(self, folder: Folder) -> None:
        for _ in range(2):
            with suppress(StorageError):
                self._use(open_database(folder.drafts, now=self._now, with_backups=False))
                return
            self.set_aside = True
            with suppress(StorageError):
                folder.set_drafts_aside()
        self._use(open_memory())

    def _stored(self, form: str) -> Mapping[str, Any]:
        draft = self.find(form)
        return draft.fields if draft else {}

    def _joined(
        self, form: str, typed: Mapping[str, Any], instead_of: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the draft with `typed` in the place of what stands there from before."""
        mine, there = instead_of.items(), self._stored(form).items()
        return {field: value for field, value in there if (field, value) not in mine} | dict(typed)

    def _documents(self) -> Mapping[str, Mapping[str, Any]]:
        try:
            return self._table.documents()
        except (DamagedFileError, NewerFileError, MissingFileError):
            if self._folder is None:
                raise
            self._begin(self._folder)
            return self._table.documents()

    def _doc_ids(self, form: str) -> list[int]:
        return [int(k) for k, each in self._documents().items() if each.get("form") == form]


def _readable(documents: Iterable[Mapping[str, Any]]) -> Iterator[Draft]:
    for document in documents:
        with suppress(ValidationError):
            yield Draft.model_validate(document)
