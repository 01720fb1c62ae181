"""Many applications changed in a table: what was typed in each cell becomes records, all or none.

A cell is named by its column; a day is told as YYYY-MM-DD, a stage and an outcome by their ids,
yes and no as "yes" and "no", and an empty cell as "" or None.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from core.application_log import ended, moved_on, reopened, stage_of
from core.applications import Application, Outcome
from core.cases import Stage
from core.workspace import Workspace

Cells = Mapping[str, Any]
Change = tuple[Any, Any]
"""What was in a cell, and what was typed there."""


class Column(StrEnum):
    """The columns of the table, in their order."""

    ROLE = "role"
    EMPLOYER = "employer"
    SENT_ON = "sent_on"
    SOURCE = "source"
    STAGE = "stage"
    OUTCOME = "outcome"
    TAILORED = "tailored"
    CONTACTED = "contacted"
    MUST_HAVES = "must_haves"
    LINK = "link"
    NOTE = "note"


LINES = (Column.ROLE, Column.EMPLOYER, Column.SOURCE, Column.LINK, Column.NOTE)
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
"""Days beyond these are slips of the fingers."""

ANSWERS = {"yes": True, "no": False}
_SAID = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True)
class Slip:
    """A cell that cannot be kept as it was typed.

    Without a column it is the row, which has no name any more. `meanwhile` is what another
    window put there, where that is why.
    """

    application: Application
    column: Column | None = None
    meanwhile: Any = None


def cells_of(application: Application) -> dict[str, Any]:
    """Return the cells of one row."""
    sent = application.sent_on
    return {
        **{each: getattr(application, each) for each in LINES},
        Column.SENT_ON: sent.isoformat() if sent else None,
        Column.STAGE: stage_of(application).value,
        Column.OUTCOME: application.outcome.value if application.outcome else "",
        Column.TAILORED: _SAID[application.tailored],
        Column.CONTACTED: _SAID[application.contacted],
        Column.MUST_HAVES: application.must_haves,
    }


def changed(
    application: Application, cells: Cells, today: date, now: datetime
) -> Application | Slip:
    """Return an application with these cells as typed, or the first slip in them.

    Another stage is one more line in its history, reached today; an outcome ends it today, unless
    it had ended already: then it is the outcome that was wrong, and not the day.
    """
    told: dict[str, Any] = {
        **{each: cells[each] or "" for each in LINES if each in cells},
        **{
            each: ANSWERS.get(cells[each])
            for each in (Column.TAILORED, Column.CONTACTED)
            if each in cells
        },
        **{each: cells[each] for each in (Column.SENT_ON, Column.MUST_HAVES) if each in cells},
    }
    told[Column.SENT_ON] = told.get(Column.SENT_ON, application.sent_on) or None
    try:
        after = Application.model_validate({**application.model_dump(), **told})
    except ValidationError as error:
        return Slip(application, Column(str(error.errors()[0]["loc"][0])))
    if Column.SENT_ON in cells and after.sent_on and not FIRST_DAY <= after.sent_on <= LAST_DAY:
        return Slip(application, Column.SENT_ON)
    if not (after.role or after.employer):
        return Slip(application)
    for column, kinds in ((Column.STAGE, Stage), (Column.OUTCOME, Outcome)):
        if cells.get(column) and cells[column] not in set(kinds):
            return Slip(application, column)
    return _ended(_moved(after, cells, today, now), cells, today)


def changes_in(
    application: Application, typed: Cells, before: Mapping[str, Change] | None = None
) -> dict[str, Change]:
    """Return the cells that differ from what was there: (what was there, what was typed).

    `before` holds the changes that were there already; what they began from counts.
    """
    was = {**cells_of(application), **{name: each[0] for name, each in (before or {}).items()}}
    return {
        name: (was[name], cell) for name, cell in typed.items() if (cell or "") != (was[name] or "")
    }


def save_changes(
    workspace: Workspace,
    changes: Mapping[str, Mapping[str, Change]],
    today: date,
    now: datetime,
) -> tuple[Slip, ...]:
    """Save the changed cells of many applications, by id, in one commit; return the slips, if any.

    With a slip nothing is saved. A cell that another window changed meanwhile is one of them.
    What was deleted meanwhile is passed over.
    """
    with workspace.one_commit():
        here = {id_: workspace.applications.find(id_) for id_ in changes}
        slips: list[Slip] = []
        after: list[Application] = []
        for application in filter(None, here.values()):
            of_row = changes[application.id]
            slips += _meanwhile(application, of_row)
            done = changed(
                application, {name: each[1] for name, each in of_row.items()}, today, now
            )
            if isinstance(done, Slip):
                slips.append(done)
            else:
                after.append(done)
        if not slips:
            workspace.applications.replace_all(after)
    return tuple(slips)


def _meanwhile(application: Application, changes: Mapping[str, Change]) -> list[Slip]:
    cells = cells_of(application)
    return [
        Slip(application, Column(name), cells[name])
        for name, (was, typed) in changes.items()
        if (cells[name] or "") not in {was or "", typed or ""}
    ]


def _moved(application: Application, cells: Cells, today: date, now: datetime) -> Application:
    stage = cells.get(Column.STAGE)
    if not stage or stage == stage_of(application).value:
        return application
    return moved_on(application, Stage(stage), today, now)


def _ended(application: Application, cells: Cells, today: date) -> Application:
    if Column.OUTCOME not in cells:
        return application
    outcome = cells[Column.OUTCOME]
    if outcome == (application.outcome.value if application.outcome else ""):
        return application
    if not outcome:
        return reopened(application)
    return ended(application, Outcome(outcome), application.ended_on or today)
