"""Due looks: which decision asks for a look back today, and how one is put off or let be."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.cases import OWN_NO, Case
from core.decisions.look_backs import NOT_NOW, LookBack, mark_due
from core.feelings import strain_of_any
from core.records import instant
from core.routes import keep_walk
from core.support import Tier
from core.today import STEADY_STRAIN
from core.views import standing
from core.walks import Walk, walk_for
from core.workspace import Workspace


@dataclass(frozen=True)
class DueLook:
    """A look back that is due: at which decision, and which of `LOOK_BACK_DAYS` it answers."""

    case: Case
    mark: int

    @property
    def since(self) -> date:
        """The day from which on it is due."""
        return self.case.happened_on + timedelta(days=self.mark)


def look_for_today(workspace: Workspace, minute: datetime) -> DueLook | None:
    """Return the one look back to offer on Today; None on heavy days, and where none is due.

    A heavy day is one on which support stands (T2), or a feeling of the last day weighs 7 or
    more, whichever case it is about (safety).
    """
    if is_heavy(workspace, minute):
        return None
    return due_look(
        workspace.cases.all(), workspace.look_backs.all(), workspace.walks.all(), minute
    )


def is_heavy(workspace: Workspace, minute: datetime) -> bool:
    """Return whether today is no day to look back on."""
    if workspace.view(standing, minute) >= Tier.T2:
        return True
    return strain_of_any(workspace.check_ins.all(), minute) >= STEADY_STRAIN


def due_look(
    cases: Iterable[Case], looks: Collection[LookBack], walks: Collection[Walk], now: datetime
) -> DueLook | None:
    """Return the look back that has been due longest; None where none is.

    Nothing is asked about a case at rest, on the day on which it was told, before a day to which
    it was put off, or where the person lets the looks be.
    """
    due = [
        DueLook(case, mark)
        for case in cases
        if _may_be_asked(case, walk_for(walks, case), now)
        and (mark := mark_due(case.happened_on, _at(looks, case), now.date()))
    ]
    return min(due, key=lambda each: (each.since, instant(each.case.created_at)), default=None)


def put_off(workspace: Workspace, case_id: str, today: date) -> Walk:
    """Note that a look back is not for now; it is offered again in a few days."""
    return keep_walk(workspace, case_id, looks_from=today + NOT_NOW)


def let_be(workspace: Workspace, case_id: str, *, ever: bool = True) -> Walk:
    """Note that the looks back at a decision need not be offered; `ever` false takes it back."""
    return keep_walk(workspace, case_id, looks_let_be=ever, looks_from=None)


def _may_be_asked(case: Case, walk: Walk, now: datetime) -> bool:
    if case.direction not in OWN_NO or case.at_rest or walk.looks_let_be:
        return False
    today = now.date()
    told = case.created_at.astimezone(now.tzinfo).date() if case.created_at else None
    return told != today and (walk.looks_from is None or walk.looks_from <= today)


def _at(looks: Iterable[LookBack], case: Case) -> list[LookBack]:
    return [each for each in looks if each.case_id == case.id]
