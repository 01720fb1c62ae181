"""Cases that began as a silence, and the answer that came all the same."""

from datetime import date

from core.application_log import DIRECTIONS, case_from, case_of
from core.applications import Application
from core.cases import Case, Direction
from core.workspace import Workspace


def is_told_by(case: Case, application: Application) -> bool:
    """Return whether a case says what came of its application: a no may come after a silence."""
    told = DIRECTIONS.get(application.outcome) if application.outcome else None
    return case.direction is not Direction.SILENCE or told in (None, Direction.SILENCE)


def bring_up_to_date(workspace: Workspace, application: Application, today: date) -> None:
    """Let the silence that an application was become what came of it, on request.

    What else the person told of the case stays. Raises EditedElsewhereError as `replace` does.
    """
    case = case_from(workspace, application)
    if case and not is_told_by(case, application):
        now = case_of(application, today)
        told = {name: getattr(now, name) for name in ("direction", "happened_on", "stages")}
        workspace.cases.replace(case.model_copy(update=told))
