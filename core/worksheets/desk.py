"""The desk: beginning a run, keeping its answers as they come, and finishing it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from core.cases import Case
from core.decisions.way_back import asks_on_record
from core.decisions.worth import is_moment_to_sleep
from core.experiments import current
from core.records import instant
from core.worksheets.answers import Answers
from core.worksheets.definition import Step, Worksheet
from core.worksheets.marks import marks_in
from core.worksheets.outcomes import Around
from core.worksheets.raw import is_nothing, same
from core.worksheets.results import Found, results_of
from core.worksheets.run import WorksheetRun
from core.worksheets.starts import STARTS
from core.workspace import Workspace

END = "end"
"""Where a run stands that was walked through: behind its last step."""

OFTEN, OFTEN_DAYS = 3, 7


def begin(
    workspace: Workspace,
    worksheet: Worksheet,
    case: Case | None,
    today: date,
    given: Mapping[str, Any] | None = None,
) -> WorksheetRun:
    """Save a new run that starts from what is known, and from answers that are `given`."""
    answers: dict[str, Any] = {}
    for field in worksheet.fields.values():
        if field.start:
            answers |= STARTS[field.start](workspace, case, field)
    run = WorksheetRun(
        happened_on=today,
        worksheet=worksheet.id,
        version=worksheet.version,
        answers=answers | dict(given or {}),
        at=worksheet.steps[0].id,
        case_id=case.id if case else "",
    )
    return workspace.runs.add(run, form=f"worksheet.{worksheet.id}")


def runs_of(workspace: Workspace, worksheet_id: str = "") -> tuple[WorksheetRun, ...]:
    """Return the runs of a worksheet, or of all, the one changed last first."""
    runs = (each for each in workspace.runs.all() if worksheet_id in ("", each.worksheet))
    return tuple(sorted(runs, key=lambda each: instant(each.updated_at), reverse=True))


def half_done(workspace: Workspace, worksheet_id: str, case_id: str) -> WorksheetRun | None:
    """Return the run to go on with: not finished, and of this case."""
    runs = runs_of(workspace, worksheet_id)
    return next((e for e in runs if not e.is_finished and e.case_id == case_id), None)


def finished(workspace: Workspace, worksheet_id: str = "") -> tuple[WorksheetRun, ...]:
    """Return the finished runs of a worksheet, or of all, the one finished last first."""
    done = [each for each in runs_of(workspace, worksheet_id) if each.finished_on]
    return tuple(sorted(done, key=lambda each: each.finished_on or date.min, reverse=True))


def beside(
    runs: Iterable[WorksheetRun], run: WorksheetRun, worksheet: Worksheet
) -> tuple[WorksheetRun, ...]:
    """Return the other runs of a worksheet that this one can be held against.

    Where each case has runs of its own, those are of the same case; one without a case is about
    something of its own then, as an offer that is still open, and stands by itself.
    """
    others = (each for each in runs if each.id != run.id)
    return tuple(e for e in others if _is_of(e, worksheet, run.case_id))


def newest_for(workspace: Workspace, worksheet_id: str, case_id: str) -> WorksheetRun | None:
    """Return the run of a worksheet for a case that was finished last."""
    ended = finished(workspace, worksheet_id)
    return next((each for each in ended if each.case_id == case_id), None)


def newest_begun(workspace: Workspace, worksheet: Worksheet, case_id: str) -> WorksheetRun | None:
    """Return the run of a worksheet for a case that counts, those still open too.

    That is the one changed last. One that was opened and left as it was counts only where there
    is no other: what Ajar filled in by itself is no answer.
    """
    runs = [each for each in runs_of(workspace, worksheet.id) if each.case_id == case_id]
    begun = (each for each in runs if each.is_finished or is_begun(each, worksheet))
    return next(begun, next(iter(runs), None))


def is_done(run: WorksheetRun, answers: Answers, step: Step) -> bool:
    """Return whether a step holds an answer that the person gave, or left there on the way.

    What Ajar filled in by itself counts only once its step was seen.
    """
    left = run.is_finished or step.id in run.seen
    return any(answers.is_answered(each) for each in step.fields if left or not each.start)


def is_begun(run: WorksheetRun, worksheet: Worksheet) -> bool:
    """Return whether anything stands in a field of a run that does not start by itself."""
    answers = Answers(worksheet, run.answers)
    return any(answers.is_answered(e) for e in worksheet.fields.values() if not e.start)


def is_often(workspace: Workspace, worksheet: Worksheet, case_id: str, today: date) -> bool:
    """Return whether a worksheet was begun more than three times in seven days (safety).

    Where each case has runs of its own, those of one case are counted: four offers are no circle.
    """
    since = today - timedelta(days=OFTEN_DAYS)
    runs = (each for each in runs_of(workspace, worksheet.id) if each.happened_on > since)
    return sum(1 for each in runs if _is_of(each, worksheet, case_id)) > OFTEN


def _is_of(run: WorksheetRun, worksheet: Worksheet, case_id: str) -> bool:
    """Return whether a run stands for the same as those of a case."""
    return not worksheet.per_case or bool(case_id and run.case_id == case_id)


def write(  # noqa: PLR0913 - what is saved, and over what
    workspace: Workspace,
    run_id: str,
    base: Mapping[str, Any],
    answers: Mapping[str, Any],
    *,
    at: str = "",
    rows: Collection[str] = (),
) -> WorksheetRun:
    """Save the answers that were changed since `base`, and the step that is open, in one commit.

    What another window saved meanwhile stays; where both changed the same answer, this one
    counts and the other is kept beside it in `elsewhere`. `rows` are the addresses of lists of
    rows: rows that either added stay, rows that either took out go.
    """
    changed = {place: value for place, value in answers.items() if not same(value, base.get(place))}
    with workspace.one_commit():
        stored = workspace.runs.get(run_id)
        beside = dict(stored.elsewhere)
        for place, value in tuple(changed.items()):
            other = stored.answers.get(place)
            if place in rows:
                changed[place] = _joined(base.get(place) or [], other or [], value or [])
            elif not (is_nothing(other) or same(other, base.get(place)) or same(other, value)):
                beside[place] = [*beside.get(place, ()), other]
        merged = {**stored.answers, **changed}
        update = {
            "answers": {each: value for each, value in merged.items() if not is_nothing(value)},
            "elsewhere": beside,
            "at": at or stored.at,
            "seen": tuple(
                dict.fromkeys((*stored.seen, *([stored.at] if at and stored.at else [])))
            ),
        }
        return workspace.runs.replace(stored.model_copy(update=update))


def settle_elsewhere(workspace: Workspace, run_id: str, place: str, *, take: bool) -> WorksheetRun:
    """Take the last answer of the other window in place of this one's, or let it go."""
    with workspace.one_commit():
        stored = workspace.runs.get(run_id)
        others = stored.elsewhere.get(place, [])
        left = {**stored.elsewhere, place: others[:-1]}
        update: dict[str, Any] = {"elsewhere": {key: each for key, each in left.items() if each}}
        if take and others:
            update["answers"] = {**stored.answers, place: others[-1]}
        return workspace.runs.replace(stored.model_copy(update=update))


def _joined(base: list[str], theirs: list[str], mine: list[str]) -> list[str]:
    """Return my rows and those that another window added, without those that it took out."""
    kept = [each for each in mine if each in theirs or each not in base]
    return [*kept, *(each for each in theirs if each not in base and each not in kept)]


def finish(workspace: Workspace, run_id: str, today: date) -> WorksheetRun:
    """Note that a run was walked through; the day on which it first was stays."""
    with workspace.one_commit():
        stored = workspace.runs.get(run_id)
        update = {"finished_on": stored.finished_on or today, "at": END}
        return workspace.runs.replace(stored.model_copy(update=update))


def around(workspace: Workspace, run: WorksheetRun, worksheet: Worksheet, today: date) -> Around:
    """Return what the calculations of a run may know beside its answers."""
    runs = beside(finished(workspace, run.worksheet), run, worksheet)
    ours = [each for each in finished(workspace) if run.case_id and each.case_id == run.case_id]
    others = [each for each in ours if each.worksheet != run.worksheet]
    later = {each.id for each in others if _was_later(each, run)}
    case = workspace.cases.find(run.case_id)
    return Around(
        today,
        workspace.me.free_hours,
        earlier=tuple(each.answers for each in runs if _before(each, run)),
        others={e.worksheet: e.answers for e in reversed(others) if e.id not in later},
        since=frozenset(each.worksheet for each in others if each.id in later),
        seed=run.id,
        currency=workspace.me.currency,
        asks=asks_on_record(workspace.letters.all(), run.case_id),
        sleeps=is_moment_to_sleep(workspace.check_ins.all(), case, workspace.now()),
        trying=_trying(workspace, run, today),
    )


def _trying(workspace: Workspace, run: WorksheetRun, today: date) -> str:
    """Return what the change is about that runs on this day and did not come of this run."""
    running = current(workspace.experiments.all())
    ours = {mark.record_id for mark in marks_in(run.kept).values()}
    is_beside = running and running.id not in ours and running.begun_on <= today
    return running.tests.value if running and is_beside else ""


def _was_later(other: WorksheetRun, run: WorksheetRun) -> bool:
    """Return whether a finished run came after another one was over."""
    return run.finished_on is not None and (other.finished_on or date.min) > run.finished_on


def found_in(
    workspace: Workspace, run: WorksheetRun, worksheet: Worksheet, today: date
) -> tuple[Found, ...]:
    """Return the results of a run as it stands, counted from the day on which it was finished."""
    day = run.finished_on or today
    return results_of(Answers(worksheet, run.answers), around(workspace, run, worksheet, day))


def _before(one: WorksheetRun, other: WorksheetRun) -> bool:
    return _begun(one) < _begun(other)


def _begun(run: WorksheetRun) -> tuple[date, float]:
    begun: datetime | None = run.created_at
    return run.happened_on, instant(begun)
