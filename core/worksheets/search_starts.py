"""What is known already when a search audit begins: the last applications of the log."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from core.application_log import last_sign, newest_first, stage_of
from core.applications import Application, Outcome
from core.cases import Case, Stage
from core.records import LINE_LENGTH
from core.worksheets.answers import Answers, Row, address
from core.worksheets.fields import Field
from core.worksheets.raw import day_in
from core.workspace import Workspace

FIRST = 10
"""So many rows a first look begins with: more can be added, and the log's own page counts all."""

WAS = "was"
"""Beside the cells of a row that came from the log: what stood there when the run was begun."""

CELLS = ("role", "sent", "source", "stage", "must", "tailored", "contact")
"""What a row tells, in its two tables: the first four in one, the others in the other."""

OF_LOG_CELLS, OF_WAYS_CELLS = CELLS[:4], CELLS[4:]

_YES = {True: "yes", False: "no"}


class Was(NamedTuple):
    """How an application stood when a run was begun: its cells, its last sign, its outcome.

    `since` is the day of the last sign as it is stored, "" where none is known.
    """

    cells: tuple[Any, ...]
    since: str
    outcome: str

    @property
    def runs(self) -> bool:
        """Whether it had not ended."""
        return not self.outcome


def last_applications(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return a row for each of the newest applications, with what it was beside it."""
    answers: dict[str, Any] = {}
    for each in _newest(workspace):
        cells = cells_of(each)
        answers.setdefault(field.id, []).append(each.id)
        answers |= _row(field, each, OF_LOG_CELLS)
        sign = last_sign(each)
        was = [*cells, sign.isoformat() if sign else "", each.outcome or ""]
        answers[address(field.id, each.id, WAS)] = was
    return answers


def last_ways(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return how the person applied, for each of the newest applications."""
    rows = (_row(field, each, OF_WAYS_CELLS) for each in _newest(workspace))
    return {place: cell for row in rows for place, cell in row.items()}


def _newest(workspace: Workspace) -> tuple[Application, ...]:
    return newest_first(workspace.applications.all())[:FIRST]


def _row(field: Field, application: Application, names: Sequence[str]) -> dict[str, Any]:
    told = dict(zip(CELLS, cells_of(application), strict=True))
    places = {address(field.id, application.id, name): told[name] for name in names}
    return {place: cell for place, cell in places.items() if cell not in ("", None)}


def rows_in(answers: Answers, log: str, ways: str) -> tuple[Row, ...]:
    """Return the rows of the two tables of applications as one."""
    more = {row.key: row.cells for row in answers.rows(ways)}
    return tuple(
        Row(row.key, row.label, {**row.cells, **more.get(row.key, {})}) for row in answers.rows(log)
    )


def cells_of(application: Application) -> tuple[Any, ...]:
    """Return the cells of the row that an application has, in the order of `CELLS`."""
    line = ", ".join(filter(None, (application.role, application.employer)))
    offered = application.outcome in (Outcome.DECLINED, Outcome.ACCEPTED)
    stage = stage_of(application)
    if offered or stage is Stage.ACCEPTED:
        stage = Stage.OFFER
    if stage is Stage.SCREENED:
        stage = Stage.APPLIED
    must = application.must_haves
    return (
        line[:LINE_LENGTH],
        application.sent_on.isoformat() if application.sent_on else "",
        application.source,
        stage.value,
        None if must is None else float(must),
        _YES.get(application.tailored) if application.tailored is not None else None,
        _YES.get(application.contacted) if application.contacted is not None else None,
    )


def was_in(answers: Answers, field: str, row: str) -> Was | None:
    """Return how the application of a row stood when the run was begun; None for a new row."""
    stored = answers.raw.get(address(field, row, WAS))
    if not isinstance(stored, list) or len(stored) != len(CELLS) + 2:
        return None
    *cells, since, outcome = stored
    return Was(tuple(cells), since if day_in(since) else "", outcome)
