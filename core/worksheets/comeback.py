"""Coming back: the plan that was made for a knock, on the day on which that knock is logged (W10).

A plan is read out of the run that it was written in, so that what is changed there counts.
"""

from dataclasses import dataclass
from datetime import date, datetime

from core.cases import Case
from core.records import instant
from core.setbacks import is_news, knocks_met
from core.worksheets.answers import Answers, Row
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace

SETBACK = "setback"
_SEEN = "seen"


@dataclass(frozen=True)
class Comeback:
    """A plan that comes back for a case. `knock` is empty where no plan was for this very knock.

    What was not written down is empty.
    """

    case: Case
    run_id: str
    planned_on: date
    knock: str = ""
    feeling: str = ""
    balanced: str = ""
    action: str = ""
    person: str = ""
    helped: str = ""
    cue: str = ""
    then: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that could help."""
        return not any((self.balanced, self.action, self.person, self.helped, self.then))


def comeback(workspace: Workspace, now: datetime, case_id: str = "") -> Comeback | None:
    """Return the plan for the knock that was logged last, or for that of one case; None for none.

    Among plans that were finished before the no was logged, the latest one for this very knock
    counts, else the latest of all. A plan that was put away for a case stays away.
    """
    cases = (each for each in workspace.cases.all() if case_id in ("", each.id))
    news = sorted(
        (each for each in cases if is_news(each, now)), key=lambda each: -instant(each.created_at)
    )
    found = (_for_case(workspace, each, now) for each in news)
    return next((each for each in found if each), None)


def put_away(workspace: Workspace, plan: Comeback) -> WorksheetRun:
    """Note that a plan need not come back for its case any more."""
    with workspace.one_commit():
        run = workspace.runs.get(plan.run_id)
        kept = tuple(dict.fromkeys((*run.kept, _mark(plan.case.id))))
        return workspace.runs.replace(run.model_copy(update={"kept": kept}))


def bring_back(workspace: Workspace, plan: Comeback) -> WorksheetRun:
    """Undo putting a plan away."""
    with workspace.one_commit():
        run = workspace.runs.get(plan.run_id)
        kept = tuple(each for each in run.kept if each != _mark(plan.case.id))
        return workspace.runs.replace(run.model_copy(update={"kept": kept}))


def _for_case(workspace: Workspace, case: Case, now: datetime) -> Comeback | None:
    plans = [
        plan
        for run in _finished_before(workspace, case, now)
        if not (plan := _plan_in(run, case)).is_empty
    ]
    best = next((each for each in plans if each.knock), next(iter(plans), None))
    if best is None or _mark(case.id) in workspace.runs.get(best.run_id).kept:
        return None
    return best


def _finished_before(workspace: Workspace, case: Case, now: datetime) -> list[WorksheetRun]:
    """Return the runs that were finished by the day on which a case was logged, the latest first.

    A run that belongs to the case itself, or was begun after it, is no plan for it.
    """
    logged = case.created_at
    if logged is None:
        return []
    day = logged.astimezone(now.tzinfo).date()
    runs = [
        each
        for each in workspace.runs.all()
        if each.worksheet == SETBACK
        and each.case_id != case.id
        and each.finished_on
        and each.finished_on <= day
        and instant(each.created_at) <= instant(logged)
    ]
    return sorted(
        runs, key=lambda each: (each.finished_on or day, instant(each.created_at)), reverse=True
    )


def _plan_in(run: WorksheetRun, case: Case) -> Comeback:
    answers = Answers(worksheets()[SETBACK], run.answers)
    row = _row_for(answers, case)
    cue, then = answers.plan("plan")
    told = {name: row.cells[name] for name in _CELLS} if row else {}
    return Comeback(
        case=case,
        run_id=run.id,
        planned_on=run.finished_on or run.happened_on,
        knock=row.label if row else "",
        helped=answers.text("helped"),
        cue=cue,
        then=then,
        **told,
    )


def _row_for(answers: Answers, case: Case) -> Row | None:
    """Return the plan for the knock that a case is; one with nothing written in it is none."""
    rows = {each.key: each for each in answers.rows("plans") if any(each.cells.values())}
    return next((rows[each.value] for each in knocks_met(case) if each.value in rows), None)


def _mark(case_id: str) -> str:
    return f"{_SEEN}:{case_id}"


_CELLS = ("feeling", "balanced", "action", "person")
