"""Whatever is done in whatever order, with failures and restarts in between: a dict agrees."""

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
)
from tinydb import where

from core.storage import files
from core.storage.database import open_database
from core.storage.errors import StorageError

WORDS = st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace").decode())
NAMES = st.sampled_from(["cases", "steps"])
FAULTS = st.sampled_from(["write", "fsync", "replace", "link"])


class Restless(RuleBasedStateMachine):
    """Two windows on one file, and a dict of dicts that says what both must see."""

    ids = Bundle("ids")

    @initialize()
    def begin(self):
        """Start on an empty folder."""
        self.hurry = patch.object(os, "fsync")
        self.hurry.start()
        self.folder = Path(tempfile.mkdtemp(prefix="ajar-model-"))
        self.moment = datetime(2026, 3, 2, tzinfo=UTC)
        self.model = {"cases": {}, "steps": {}}
        self.count = 0
        self.windows = [self.opened(), self.opened()]

    def opened(self):
        """One more window."""
        return open_database(self.folder / "ajar.json", now=lambda: self.moment)

    def new(self, words):
        """A record that nobody else has."""
        self.count += 1
        return {"id": f"record-{self.count}", "words": words}

    @rule(target=ids, window=st.integers(0, 1), name=NAMES, words=WORDS)
    def insert(self, window, name, words):
        """An insert gives a free number."""
        document = self.new(words)
        number = self.windows[window].table(name).insert(document)
        assert number not in {kept[0] for kept in self.model[name].values()}
        self.model[name][document["id"]] = (number, self.stored(window, name, number))
        return name, document["id"]

    def stored(self, window, name, number):
        """What the file made of a document."""
        return dict(self.windows[window].table(name).get(doc_id=number))

    @rule(window=st.integers(0, 1), which=ids, words=WORDS)
    def update(self, window, which, words):
        """An update reaches exactly the record it names."""
        name, record = which
        clean = "".join(each for each in words if each >= " " or each in "\n\t")
        if record in self.model[name] and clean == words:
            number, document = self.model[name][record]
            assert self.windows[window].table(name).update(
                {"words": words}, where("id") == record
            ) == [number]
            self.model[name][record] = (number, document | {"words": words})

    @rule(window=st.integers(0, 1), which=ids)
    def remove(self, window, which):
        """A removal says what it removed."""
        name, record = which
        kept = self.model[name].pop(record, None)
        gone = self.windows[window].table(name).remove(where("id") == record)
        assert gone == ([kept[0]] if kept else [])

    @rule(target=ids, window=st.integers(0, 1), words=st.lists(WORDS, min_size=1, max_size=3))
    def change_both_tables_at_once(self, window, words):
        """A transaction over both tables is kept as a whole."""
        database = self.windows[window]
        documents = [self.new(each) for each in words]
        with database.transaction():
            for name in self.model:
                numbers = database.table(name).insert_multiple(documents)
                for number, document in zip(numbers, documents, strict=True):
                    kept = (number, self.stored(window, name, number))
                    self.model[name][document["id"]] = kept
        return multiple(*(("cases", each["id"]) for each in documents))

    @rule(window=st.integers(0, 1), name=NAMES, words=WORDS)
    def change_the_mind(self, window, name, words):
        """A transaction that is broken off leaves nothing."""
        database = self.windows[window]

        def give_up():
            with database.transaction():
                database.table("cases").truncate()
                database.table(name).insert(self.new(words))
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            give_up()

    @rule(window=st.integers(0, 1), name=NAMES, call=FAULTS)
    def fail_to_save(self, window, name, call):
        """A save that fails is kept as a whole or not at all."""
        document, acknowledged = self.new("may be lost"), False
        refused = OSError(errno.EIO, "Input/output error")
        with patch.object(files.os, call, side_effect=refused), suppress(StorageError):
            acknowledged = self.windows[window].table(name).insert(document) > 0
        found = self.windows[window].table(name).search(where("id") == document["id"])
        assert found or not acknowledged
        for kept in found:
            self.model[name][document["id"]] = (kept.doc_id, document)

    @rule(window=st.integers(0, 1), hours=st.integers(0, 50))
    def start_again_later(self, window, hours):
        """A restart loses nothing, however much later."""
        self.moment += timedelta(hours=hours)
        self.windows[window].close()
        self.windows[window] = self.opened()

    @invariant()
    def both_windows_agree_with_the_model(self):
        """Both windows always see exactly what was acknowledged."""
        for database in getattr(self, "windows", []):
            for name, expected in self.model.items():
                found = {each["id"]: (each.doc_id, dict(each)) for each in database.table(name)}
                assert found == expected

    def teardown(self):
        """Leave nothing behind."""
        if hasattr(self, "hurry"):
            self.hurry.stop()
            shutil.rmtree(self.folder)


TestRestless = Restless.TestCase
TestRestless.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
