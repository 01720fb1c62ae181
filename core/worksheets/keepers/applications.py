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
from core.worksheets.marks import marks_in
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
    kept = {key: mark.record_id for (at, key), mark in marks_in(run.kept).items() if at == keep.id}
    proposals = []
    for row in rows_in(answers, log, ways):
        was = was_in(answers, log, row.key)
        line, day, *_ = _cells(row)
        by_id = known.find(row.key) or known.find(kept.get(row.key, ""))
        before = by_id or alike.get((plain(line), day))
        if was and not before:
            continue
        told = _told(row, was, before, now)
        if told:
            note = keep.says["changed" if before else "new"]
            record = (before or Application()).model_copy(update=told)
            proposals.append(Proposal(row.key, row.label, note, record, told))
    return tuple(proposals)


def _told(row: Row, was: Was | None, before: Application | None, now: datetime) -> dict[str, Any]:
    """Return what a row says of its application that the log does not say yet, by its fields."""
    told = dict(zip(CELLS, _cells(row), strict=True))
    if before:
        stands = dict(zip(CELLS, cells_of(before), strict=True))
        base = dict(zip(CELLS, was.cells, strict=True)) if was else None
        told = {each: cell for each, cell in told.items() if _counts(each, told, stands, base)}
    fields = {name: value for each, cell in told.items() for name, value in _fields(each, cell)}
    if stage := told.get("stage"):
        fields["stages"] = (*(before.stages if before else ()), *_stages(row, stage, before, now))
    return fields


def _counts(
    name: str,
    told: Mapping[str, Any],
    stands: Mapping[str, Any],
    base: Mapping[str, Any] | None,
) -> bool:
    """Return whether a cell changes what stands in the log.

    Of a row that came from the log it has to be changed here and not there meanwhile; any other
    row only fills what is open, or tells of a later stage.
    """
    if told[name] in _NOTHING or told[name] == stands[name]:
        return False
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


def _fields(name: str, cell: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as its kind
    """Yield the fields of an application that a cell tells; its stage is told apart."""
    if cell in _NOTHING:
        return
    match name:
        case "role":
            role, employer = in_one_line(cell)
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
