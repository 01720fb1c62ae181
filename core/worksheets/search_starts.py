"""What is known already when a search audit begins: the last applications of the log."""

from typing import Any, NamedTuple

from core.application_log import last_sign, newest_first, stage_of
from core.applications import Application, Outcome
from core.cases import Case, Stage
from core.records import LINE_LENGTH
from core.worksheets.answers import Answers, address
from core.worksheets.fields import Field
from core.worksheets.raw import day_in
from core.workspace import Workspace

FIRST = 10
"""So many rows a first look begins with: more can be added, and the log's own page counts all."""

WAS = "was"
"""Beside the cells of a row that came from the log: what stood there when the run was begun."""

CELLS = ("role", "sent", "must", "source", "tailored", "contact", "stage")

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
    for each in newest_first(workspace.applications.all())[:FIRST]:
        cells = cells_of(each)
        answers.setdefault(field.id, []).append(each.id)
        told = zip(CELLS, cells, strict=True)
        answers |= {address(field.id, each.id, name): cell for name, cell in told}
        sign = last_sign(each)
        was = [*cells, sign.isoformat() if sign else "", each.outcome or ""]
        answers[address(field.id, each.id, WAS)] = was
    return {place: value for place, value in answers.items() if value not in ("", None)}


def cells_of(application: Application) -> tuple[Any, ...]:
    """Return the cells of the row that an application has, in the order of `CELLS`."""
    line = ", ".join(filter(None, (application.role, application.employer)))
    offered = application.outcome in (Outcome.DECLINED, Outcome.ACCEPTED)
    stage = stage_of(application)
    if offered or stage is Stage.ACCEPTED:
        stage = Stage.OFFER
    must = application.must_haves
    return (
        line[:LINE_LENGTH],
        application.sent_on.isoformat() if application.sent_on else "",
        None if must is None else float(must),
        application.source,
        _YES.get(application.tailored) if application.tailored is not None else None,
        _YES.get(application.contacted) if application.contacted is not None else None,
        stage.value,
    )


def was_in(answers: Answers, field: str, row: str) -> Was | None:
    """Return how the application of a row stood when the run was begun; None for a new row."""
    stored = answers.raw.get(address(field, row, WAS))
    if not isinstance(stored, list) or len(stored) != len(CELLS) + 2:
        return None
    *cells, since, outcome = stored
    return Was(tuple(cells), since if day_in(since) else "", outcome)
