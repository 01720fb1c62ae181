"""The one door to a person's records: typed collections over one database."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self, TypeVar, TypeVarTuple, Unpack

from core import VERSION
from core.applications import Application, Experiment, Interview
from core.cases import Case
from core.check_ins import CheckIn
from core.choices import Choice
from core.collection import Clock, Collection, Documents
from core.debriefs import Debrief
from core.decisions.look_backs import LookBack
from core.drafts import Drafts
from core.errors import NotFoundError
from core.feedback import Feedback
from core.letters.letter import Letter
from core.me import ME, Me
from core.network.talks import Event, Talk, Watch
from core.network.touchpoints import Give, Touchpoint
from core.openings import Opening
from core.paths import Activity
from core.paths import Path as WorkPath
from core.people import Person
from core.readings import Readings
from core.records import Record
from core.skills import Skill
from core.steps import Step
from core.storage.backups import Reason
from core.storage.codec import Tables
from core.storage.database import Database, open_database, open_memory
from core.storage.folder import Folder
from core.stories import Story
from core.trends import Trend
from core.values import Value
from core.waits import Wait
from core.walks import Walk
from core.wins import Win
from core.worksheets.run import WorksheetRun
from core.writing import Writing

WORDS_FILE = "ajar.json"
"""The name of the one file that holds a person's records."""

HANG_ON_CASES = frozenset({"steps", "walks", "waits", "look_backs"})
"""The collections whose records go with the case that they belong to."""

T = TypeVar("T")
Args = TypeVarTuple("Args")


class Workspace:
    """One person's records, on their disk or in memory."""

    def __init__(self, database: Database, drafts: Drafts, now: Clock) -> None:
        self.now = now
        self._database = database
        self.drafts = drafts
        self.cases = Collection(database, Case, "cases", now)
        self.check_ins = Collection(database, CheckIn, "check_ins", now)
        self.steps = Collection(database, Step, "steps", now)
        self.people = Collection(database, Person, "people", now)
        self.letters = Collection(database, Letter, "letters", now)
        self.feedback = Collection(database, Feedback, "feedback", now)
        self.debriefs = Collection(database, Debrief, "debriefs", now)
        self.runs = Collection(database, WorksheetRun, "runs", now)
        self.values = Collection(database, Value, "values", now)
        self.skills = Collection(database, Skill, "skills", now)
        self.trends = Collection(database, Trend, "trends", now)
        self.wins = Collection(database, Win, "wins", now)
        self.stories = Collection(database, Story, "stories", now)
        self.writings = Collection(database, Writing, "writings", now)
        self.waits = Collection(database, Wait, "waits", now)
        self.walks = Collection(database, Walk, "walks", now)
        self.openings = Collection(database, Opening, "openings", now)
        self.look_backs = Collection(database, LookBack, "look_backs", now)
        self.choices = Collection(database, Choice, "choices", now)
        self.paths = Collection(database, WorkPath, "paths", now)
        self.activities = Collection(database, Activity, "activities", now)
        self.applications = Collection(database, Application, "applications", now)
        self.interviews = Collection(database, Interview, "interviews", now)
        self.experiments = Collection(database, Experiment, "experiments", now)
        self.touchpoints = Collection(database, Touchpoint, "touchpoints", now)
        self.gives = Collection(database, Give, "gives", now)
        self.talks = Collection(database, Talk, "talks", now)
        self.events = Collection(database, Event, "events", now)
        self.watches = Collection(database, Watch, "watches", now)
        self._me = Collection(database, Me, "me", now)
        self._deleted: set[str] = set()
        self._views: tuple[int, dict[tuple[Any, ...], Any]] = (-1, {})
        self.readings = Readings()

    @classmethod
    def open(cls, folder: Path, now: Clock) -> Self:
        """Open the workspace in a folder; raises the errors of `core.storage.errors`.

        Only the main file decides: drafts that cannot be opened are set aside.
        """
        path = folder / WORDS_FILE
        database = open_database(path, now=now, app_version=VERSION)
        return cls(database, Drafts.open(Folder(path, now), now), now)

    @classmethod
    def in_memory(cls, now: Clock) -> Self:
        """A workspace that is gone when the program ends."""
        return cls(open_memory(), Drafts(open_memory(), now), now)

    @classmethod
    def of_tables(cls, tables: Tables, now: Clock) -> Self:
        """Return a workspace in memory that holds these tables, to look at before they are used."""
        workspace = cls.in_memory(now)
        workspace.replace_content(tables)
        return workspace

    def content(self) -> bytes:
        """Return the bytes of a file that holds every record as it stands now."""
        return self._database.content()

    def replace_content(self, tables: Tables) -> None:
        """Put these tables in the place of every record, in one commit after a safety copy."""
        self._database.replace_content(tables)

    def close(self) -> None:
        """Let go of the files."""
        self._database.close()
        self.drafts.close()

    @property
    def collections(self) -> tuple[Collection[Any], ...]:
        """Every kind of record, the person's own facts included."""
        return tuple(each for each in vars(self).values() if isinstance(each, Collection))

    @property
    def unknown(self) -> Documents:
        """The tables that this version has no collection for, by name, each with its documents."""
        known = {each.name for each in self.collections}
        names = sorted(self._database.tables() - known)
        return {name: self._database.table(name).documents() for name in names}

    def ids(self) -> frozenset[str]:
        """The ids of everything that is here, also of what this version cannot read."""
        tables = (self._database.table(name).documents() for name in self._database.tables())
        return frozenset(str(each.get("id")) for table in tables for each in table.values())

    @property
    def facts(self) -> Collection[Me]:
        """The collection that holds the person's own facts: one record, or none so far."""
        return self._me

    @property
    def path(self) -> Path | None:
        """The file that holds the words, or None where they are only in memory."""
        return self._database.path

    @property
    def revision(self) -> int:
        """Changes whenever anything that is saved changes, also by another window."""
        return self._database.revision

    @property
    def read_only(self) -> bool:
        """True where the disk lets us read but not save."""
        return self._database.read_only

    @contextmanager
    def one_commit(self) -> Iterator[None]:
        """Everything saved inside becomes one commit, or none of it does."""
        with self._database.transaction():
            yield

    def view(self, compute: Callable[["Workspace", Unpack[Args]], T], *args: *Args) -> T:
        """What `compute(workspace, *args)` returns, computed once for each revision."""
        revision = self.revision
        kept, views = self._views
        if kept != revision:
            views = {}
            self._views = (revision, views)
        key = (compute, *args)
        if key not in views:
            views[key] = compute(self, *args)
        return views[key]  # type: ignore[no-any-return]

    @property
    def me(self) -> Me:
        """The person's own facts; all empty until they are filled in."""
        return self._me.find(ME) or Me()

    def save_me(self, me: Me) -> Me:
        """Save the person's own facts; raises EditedElsewhereError as `replace` does."""
        with self._database.transaction():
            return self._me.replace(me) if self._me.find(ME) else self._me.add(me)

    def delete_case(self, case_id: str) -> tuple[Record, ...]:
        """Delete a case and what hangs on it in one commit; returns what `put_back` needs.

        Check-ins stay: how it felt belongs to the person, not to the employer. Like every
        deletion, this is preceded by a safety copy.
        """
        with self._database.transaction():
            self._database.keep_backup(Reason.REMOVAL)
            case = self.cases.remove(case_id)
            homes = [each for each in self.collections if each.name in HANG_ON_CASES]
            belonging = [(e, home) for home in homes for e in home.all() if e.case_id == case_id]
            deleted = (case, *(home.remove(each.id) for each, home in belonging))
        self._deleted.update(each.id for each in deleted)
        return deleted

    def delete(self, *records: Record) -> tuple[Record, ...]:
        """Delete records in one commit after a safety copy; returns what `put_back` needs.

        What came of them, such as a step, stays. Raises NotFoundError.
        """
        with self._database.transaction():
            self._database.keep_backup(Reason.REMOVAL)
            deleted: tuple[Record, ...] = tuple(
                gone
                for home in self.collections
                for gone in home.remove_all(e.id for e in records if type(e) is home.kind)
            )
        self._deleted.update(each.id for each in deleted)
        return deleted

    def bring_in(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Add many new records of one kind in one commit after a safety copy, as an import does."""
        new = tuple(records)
        [kind] = {type(each) for each in new}
        [home] = (each for each in self.collections if each.kind is kind)
        with self._database.transaction():
            self._database.keep_backup(Reason.IMPORT)
            added: tuple[Record, ...] = home.add_all(new)
        return added

    def put_back(self, records: tuple[Record, ...]) -> None:
        """Undo a deletion in one commit.

        Only what this workspace itself deleted since it was opened can return: going for
        good and erasing close it, and nothing may come back from another window's memory.
        Raises NotFoundError for anything else.
        """
        for record in records:
            if record.id not in self._deleted:
                raise NotFoundError(record.called)
        with self._database.transaction():
            for home in self.collections:
                home.put_back(*(each for each in records if type(each) is home.kind))
