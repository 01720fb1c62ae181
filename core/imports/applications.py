"""A list of applications on its way in: looked at first, written in one commit, taken back in one.

Two applications are the same where role, employer and day are, or where the address of the advert
is; but one address with another role is a page that lists many adverts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.application_log import link_key
from core.applications import Application
from core.content.imports import ImportWords
from core.imports.application_rows import Reading, Remark, RowReader, Trouble
from core.imports.columns import Matching
from core.imports.sheets import Sheet
from core.names import plain
from core.records import Record
from core.workspace import Workspace

LEFT_OUT = frozenset({Trouble.NAMELESS, Trouble.TOTAL, Trouble.NOT_SENT})

Same = tuple[str, str, date | None]


@dataclass(frozen=True)
class Preview:
    """What a sheet would bring: new applications, those that are here or above already, remarks.

    `order` holds every application in the order of the file, so that keeping the duplicates
    keeps the order too.
    """

    every: tuple[Application, ...]
    twins: frozenset[int]
    """Places in `every` of the duplicates."""

    twin_rows: tuple[int, ...]
    remarks: tuple[Remark, ...]

    @property
    def new(self) -> tuple[Application, ...]:
        """The applications that are neither here nor higher up in the file."""
        return tuple(each for place, each in enumerate(self.every) if place not in self.twins)

    @property
    def left_out(self) -> tuple[Remark, ...]:
        """The rows that bring no application, and why."""
        return tuple(each for each in self.remarks if each.trouble in LEFT_OUT)

    @property
    def brought_in_part(self) -> tuple[Remark, ...]:
        """The rows that are brought in without something that could not be read."""
        return tuple(each for each in self.remarks if each.trouble not in LEFT_OUT)


@dataclass(frozen=True)
class Import:
    """One import as it stands now: its day, what is still as it came, and what has been used."""

    id: str
    on: date | None
    untouched: tuple[Application, ...]
    kept: tuple[Application, ...]


class _Known:
    """The applications that are known so far, by what makes two of them the same."""

    def __init__(self, applications: Iterable[Application]) -> None:
        self._same: set[Same] = set()
        self._links: dict[str, list[Application]] = {}
        for each in applications:
            self.learn(each)

    def learn(self, application: Application) -> None:
        """Know one more application."""
        self._same.add(_same(application))
        if application.link:
            self._links.setdefault(link_key(application.link), []).append(application)

    def has(self, application: Application) -> bool:
        """Return whether this one is the same as one that is known."""
        if _same(application) in self._same:
            return True
        alike = self._links.get(link_key(application.link), ()) if application.link else ()
        return not all(_is_another(application, each) for each in alike)


def preview(
    sheet: Sheet, matching: Matching, words: ImportWords, here: Iterable[Application]
) -> Preview:
    """Return what a sheet would bring, read in one way; `here` is what is in the log already."""
    known, reader = _Known(here), RowReader(sheet, matching, words)
    readings = [reader.read(row) for row in sheet.rows]
    brought = [(each.row, each.application) for each in readings if each.application]
    twins: dict[int, int] = {}
    for place, (row, application) in enumerate(brought):
        if known.has(application):
            twins[place] = row
        known.learn(application)
    return Preview(
        tuple(application for _, application in brought),
        frozenset(twins),
        tuple(twins.values()),
        _remarks(readings),
    )


def take_in(
    workspace: Workspace, looked_at: Preview, import_id: str, *, with_twins: bool = False
) -> int:
    """Write what was looked at in one commit after a safety copy; return how many came in.

    The same import writes once: a second click adds nothing.
    """
    chosen = looked_at.every if with_twins else looked_at.new
    with workspace.one_commit():
        if not chosen or any(each.import_id == import_id for each in workspace.applications.all()):
            return 0
        marked = (each.model_copy(update={"import_id": import_id}) for each in chosen)
        return len(workspace.bring_in(marked))


def imports_in(workspace: Workspace) -> tuple[Import, ...]:
    """Return every import of which something is still here, the latest first.

    What was changed since it came, became a case, or has talks, is kept when it is taken back.
    """
    used = {each.application_id for each in workspace.interviews.all()}
    by_import: dict[str, list[Application]] = {}
    for each in workspace.applications.all():
        if each.import_id:
            by_import.setdefault(each.import_id, []).append(each)
    found = [
        Import(
            id_,
            min((each.created_at.date() for each in every if each.created_at), default=None),
            tuple(each for each in every if each.rev == 1 and each.id not in used),
            tuple(each for each in every if each.rev > 1 or each.id in used),
        )
        for id_, every in by_import.items()
    ]
    return tuple(reversed([each for each in found if each.untouched]))


def take_back(workspace: Workspace, import_id: str) -> tuple[Record, ...]:
    """Undo an import in one commit; returns what `put_back` needs. What was used since stays."""
    with workspace.one_commit():
        one = next((each for each in imports_in(workspace) if each.id == import_id), None)
        return workspace.delete(*one.untouched) if one else ()


def _same(application: Application) -> Same:
    return plain(application.role), plain(application.employer), application.sent_on


def _is_another(one: Application, other: Application) -> bool:
    """Return whether two with one address are two all the same: each has a role of its own."""
    roles = {plain(one.role), plain(other.role)}
    return len(roles) > 1 and all(roles)


def _remarks(readings: Iterable[Reading]) -> tuple[Remark, ...]:
    return tuple(remark for each in readings for remark in each.remarks)
