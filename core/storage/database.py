"""The door to a workspace's tables: TinyDB, made safe for threads, processes and power cuts."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from pathlib import Path
from typing import cast

from tinydb import TinyDB

from core.storage import files
from core.storage.backups import Backups, Reason
from core.storage.codec import Tables, encode
from core.storage.folder import Folder
from core.storage.json_file import JsonFileStorage
from core.storage.memory import MemoryStorage
from core.storage.migrations import Formats
from core.storage.snapshot import META, Draft
from core.storage.table import SafeTable
from core.storage.transactions import TransactionalStorage


class Database(TinyDB):
    """All tables of one workspace. Stock TinyDB methods, and transactions around them."""

    table_class: type[SafeTable] = SafeTable

    def __init__(self, storage: TransactionalStorage, backups: Backups | None = None) -> None:
        super().__init__(storage=lambda: storage)
        self._kept = storage
        self._backups = backups

    def __repr__(self) -> str:
        """Name the file; TinyDB's own words would read all of it."""
        return f"<Database {self.path.name if self.path else 'in memory'}>"

    @property
    def path(self) -> Path | None:
        """The file, or None if the words are only in memory."""
        return self._kept.path

    @property
    def revision(self) -> int:
        """A number that changes whenever the visible content does, by us or by someone else."""
        return self._kept.revision

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved at present: reading and exporting still work."""
        return self._kept.read_only

    def transaction(self) -> AbstractContextManager[Draft]:
        """One step: nobody writes in between, one commit at the end, nothing at all if it fails.

        May be nested. No `st.*` call belongs inside: Streamlit ends scripts there.
        """
        return self._kept.transaction()

    def keep_backup(self, reason: Reason) -> None:
        """Keep the present version before a step that cannot simply be taken back.

        Raises BackupFailedError; call it first in the transaction that takes the step.
        """
        if self._backups is not None:
            with self.transaction():
                self._backups.keep(reason)

    def content(self) -> bytes:
        """The bytes of a file that holds everything as it stands now."""
        return encode(self._kept.current().as_file())

    def replace_content(self, tables: Tables) -> None:
        """Put these tables in the place of everything, in one commit after a kept copy."""
        with self.transaction():
            self.keep_backup(Reason.IMPORT)
            self._kept.write(tables)

    def table(self, name: str) -> SafeTable:  # type: ignore[override]
        """A table by name; it comes into being with its first document."""
        if name == META:
            raise ValueError("this table describes the file and is not for documents")
        return cast("SafeTable", super().table(name))

    def drop_table(self, name: str) -> None:
        """Remove a table with everything in it, in one step."""
        with self.transaction() as draft:
            if name in draft.tables:
                draft.put(name, None)

    def drop_tables(self) -> None:
        """Remove all tables with everything in them, in one step."""
        with self.transaction():
            for name in self.tables():
                self.drop_table(name)


def open_database(
    path: Path,
    *,
    now: Callable[[], datetime],
    app_version: str = "",
    with_backups: bool = True,
    formats: Formats | None = None,
) -> Database:
    """Open, check and if need be migrate a workspace file; a missing file is an empty workspace.

    Where copies of a missing file exist, it is a loss and no beginning: MissingFileError.
    Raises a child of StorageError and leaves every byte as it was when the file
    cannot be used.
    """
    path = files.real(path)
    with suppress(OSError):
        files.make_folder(path.parent)
    backups = Backups(path, now) if with_backups else None
    storage = JsonFileStorage(
        path,
        backups=backups,
        expected=with_backups and Folder(path, now).has_history(),
        formats=formats,
        app_version=app_version,
    )
    storage.migrate()
    return Database(storage, backups)


def open_memory() -> Database:
    """A workspace that lives as long as the process and touches no disk."""
    return Database(MemoryStorage())
