"""Drafts: what is half typed, kept until it is saved or let go."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from core.storage.database import Database

DRAFTS_FILE = "drafts.json"
"""Drafts have a small file of their own, so that keeping one never rewrites ten years."""


class Draft(BaseModel):
    """The fields of one half-filled form, as plain JSON values, and when they last changed."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    form: str
    fields: dict[str, Any]
    changed_at: datetime


class Drafts:
    """One draft for each form; a form is named by a stable text such as `check_in`."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._table = database.table("drafts")
        self._now = now

    def all(self) -> tuple[Draft, ...]:
        """Every draft that can be read, the one changed last first."""
        drafts = _readable(self._table.documents().values())
        return tuple(sorted(drafts, key=lambda each: each.changed_at, reverse=True))

    def find(self, form: str) -> Draft | None:
        """The draft of a form, or None."""
        return next((each for each in self.all() if each.form == form), None)

    def keep(self, form: str, fields: Mapping[str, Any]) -> None:
        """Keep what is typed so far; writes only where it changed."""
        draft = Draft(form=form, fields=dict(fields), changed_at=self._now())
        with self._database.transaction():
            doc_ids = self._doc_ids(form)
            stored = self.find(form)
            document = draft.model_dump(mode="json")
            if stored and stored.model_dump(mode="json")["fields"] == document["fields"]:
                return
            if doc_ids:
                self._table.update(document, doc_ids=doc_ids)
            else:
                self._table.insert(document)

    def drop(self, form: str) -> None:
        """Forget the draft of a form, if there is one."""
        with self._database.transaction():
            if doc_ids := self._doc_ids(form):
                self._table.remove(doc_ids=doc_ids)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _doc_ids(self, form: str) -> list[int]:
        return [int(k) for k, each in self._table.documents().items() if each.get("form") == form]


def _readable(documents: Iterable[Mapping[str, Any]]) -> Iterator[Draft]:
    for document in documents:
        with suppress(ValidationError):
            yield Draft.model_validate(document)
