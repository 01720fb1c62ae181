"""What the search audit may keep: applications in the log, and one change to try."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Unpack

from core.application_log import in_one_line
from core.applications import Application, Experiment, Tests
from core.cases import Stage, StageReached
from core.experiments import current
from core.names import plain
from core.records import LINE_LENGTH
from core.worksheets.answers import Answers, Row
from core.worksheets.calculations.search_heads import Plan, last_day, planned_count
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.marks import NO_MARK, Mark, marks_in
from core.worksheets.run import WorksheetRun
from core.worksheets.search_starts import CELLS, Was, cells_of, rows_in, was_in
from core.workspace import Workspace

_YES = {"yes": True, "no": False}
_NOTHING = ("", None)


def _applications(  # noqa: PLR0913 - what every keeper is given
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    log: str,
    ways: str,
) -> tuple[Proposal, ...]:
    """Propose each row that the log does not have yet, and each that says something else.

    An application is known by its id, or by role, employer and day. It is changed only where
    the person changed the row since the run was begun, and where nobody changed the log
    meanwhile: then the log counts. Nothing is taken out of it.
    """
    known = workspace.applications
    alike = {(plain(cells_of(each)[0]), cells_of(each)[1]): each for each in known.all()}
    marks = {key: mark for (at, key), mark in marks_in(run.kept).items() if at == keep.id}
    proposals = []
    for row in rows_in(answers, log, ways):
        was = was_in(answers, log, row.key)
        line, day, *_ = _cells(row)
        mark = marks.get(row.key, NO_MARK)
        by_id = known.find(row.key) or known.find(mark.record_id)
        before = by_id or alike.get((plain(line), day))
        if was and not before:
            continue
        told = _told(row, was, before, mark, now)
        if told:
            note = keep.says["changed" if before else "new"]
            record = (before or Application()).model_copy(update=told)
            proposals.append(Proposal(row.key, row.label, note, record, told))
    return tuple(proposals)


def _told(
    row: Row, was: Was | None, before: Application | None, mark: Mark, now: datetime
) -> dict[str, Any]:
    """Return what a row says of its application that the log does not say yet, by its fields.

    What stands in the log as this run put it there may be corrected by it.
    """
    told = dict(zip(CELLS, _cells(row), strict=True))
    if before:
        stands = dict(zip(CELLS, cells_of(before), strict=True))
        base = dict(zip(CELLS, was.cells, strict=True)) if was else None
        told = {
            each: cell
            for each, cell in told.items()
            if _counts(each, told, stands, base, ours=_is_ours(before, mark, each, cell))
        }
    fields = _all_fields(told, before)
    if stage := told.get("stage"):
        fields["stages"] = (*(before.stages if before else ()), *_stages(row, stage, before, now))
    return fields


def _counts(
    name: str,
    told: Mapping[str, Any],
    stands: Mapping[str, Any],
    base: Mapping[str, Any] | None,
    *,
    ours: bool,
) -> bool:
    """Return whether a cell changes what stands in the log.

    What stands there as this run put it may be corrected. Of a row that came from the log a cell
    has to be changed here and not there meanwhile; any other row only fills what is open, or
    tells of a later stage.
    """
    if told[name] in _NOTHING or told[name] == stands[name]:
        return False
    if ours and name != "stage":
        return True
    if base is not None:
        return bool(told[name] != base[name] and stands[name] == base[name])
    if name == "stage":
        stages = list(Stage)
        return stages.index(told[name]) > stages.index(stands[name])
    return bool(stands[name] in _NOTHING)


def _cells(row: Row) -> tuple[Any, ...]:
    """Return the cells of a row as `cells_of` returns those of an application."""
    sent = row.cells["sent"]
    cells = {**row.cells, "role": row.label, "sent": sent.isoformat() if sent else ""}
    return tuple(cells[each] for each in CELLS)


def _is_ours(before: Application, mark: Mark, name: str, cell: Any) -> bool:  # noqa: ANN401 - as its kind
    """Return whether the fields of a cell stand in the log as this run put them there."""
    fields = [field for field, _ in _fields(name, cell, before)]
    return bool(fields) and all(mark.says(each, getattr(before, each)) for each in fields)


def _all_fields(told: Mapping[str, Any], before: Application | None) -> dict[str, Any]:
    return dict(pair for each, cell in told.items() for pair in _fields(each, cell, before))


def _fields(
    name: str,
    cell: Any,  # noqa: ANN401 - as its kind
    before: Application | None,
) -> Iterator[tuple[str, Any]]:
    """Yield the fields of an application that a cell tells; its stage is told apart."""
    if cell in _NOTHING:
        return
    match name:
        case "role":
            role, employer = _role_and_employer(cell, before)
            yield from (("role", role), ("employer", employer))
        case "sent":
            yield "sent_on", date.fromisoformat(cell)
        case "must":
            yield "must_haves", min(100, max(0, round(cell)))
        case "source":
            yield "source", cell[:LINE_LENGTH]
        case "tailored":
            yield "tailored", _YES[cell]
        case "contact":
            yield "contacted", _YES[cell]


def _role_and_employer(line: str, before: Application | None) -> tuple[str, str]:
    """Return both as a line tells them; where it still ends in the employer, that one stays."""
    if before and before.employer and line.endswith(f", {before.employer}"):
        return line.removesuffix(f", {before.employer}").strip(), before.employer
    return in_one_line(line)


def _stages(
    row: Row, stage: str, before: Application | None, now: datetime
) -> Iterator[StageReached]:
    """Yield the lines that go to the end of a history: a new one begins with being sent."""
    if not before:
        yield StageReached(stage=Stage.APPLIED, on=row.cells["sent"], noted_at=now)
    if before or stage != Stage.APPLIED:
        yield StageReached(stage=Stage(stage), noted_at=now)


def _experiment(
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    **of: Unpack[Plan],
) -> tuple[Proposal, ...]:
    """Propose the one change as an experiment; nothing while another one runs."""
    ours = {mark.record_id for mark in marks_in(run.kept).values()}
    running = current(workspace.experiments.all())
    chosen = answers.chosen(of["change"])
    if not chosen or (running and running.id not in ours):
        return ()
    told: dict[str, Any] = {
        "tests": Tests(chosen[0].key),
        "change": answers.text(of["how"])[:LINE_LENGTH],
        "count": planned_count(answers, of["count"]),
        "stop_on": last_day(answers, of["stop_on"], day_of(run, now)),
    }
    text = answers.text(of["how"]) or chosen[0].label
    new = Experiment(**told, begun_on=day_of(run, now))
    return (Proposal(chosen[0].key, text, keep.says["new"], new, told),)


APPLICATIONS = Keeper(_applications, frozenset({"new", "changed"}))
EXPERIMENT = Keeper(_experiment, frozenset({"new"}))
