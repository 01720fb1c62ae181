"""What the worksheet on other paths may keep: paths, small tests, energy, and one gap."""

from datetime import datetime
from typing import Any, TypedDict, Unpack

from core.content.paths import RATINGS
from core.content.slots import fill
from core.energy import is_noted
from core.listed import digest_of
from core.names import plain, same_name
from core.paths import Activity, Path, Reach, Trial, known_path, with_degrees
from core.records import LINE_LENGTH
from core.skills import Skill
from core.steps import Step
from core.worksheets.answers import Answers, Row
from core.worksheets.calculations.energy import notes_in
from core.worksheets.calculations.paths import degrees_of, gaps_in
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.marks import NO_MARK, marks_in
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

ABOUT = {
    "tuesday": "tuesday",
    "demand": "demand",
    "source": "source",
    "checked": "checked_on",
    "cost": "cost",
    "worry": "worry",
}
"""Columns of the table on paths, and what a path calls them."""


class PathSources(TypedDict):
    """Where paths are told: their facts, how far skills carry, their tests and ratings."""

    about: str
    carries: str
    tests: str
    pull: str
    feasible: str
    proven: str


def _paths(
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    _: datetime,
    keep: Keep,
    **of: Unpack[PathSources],
) -> tuple[Proposal, ...]:
    """Propose each path once; one that this run made, or that is known by name, is changed.

    What is not told now, or told as it was when it was kept, stays as it is on the board by now.
    A path that was put away comes back.
    """
    marks = {key: mark for (at, key), mark in marks_in(run.kept).items() if at == keep.id}
    proposals: list[Proposal] = []
    for row in answers.rows(of["about"]):
        if any(same_name(row.label, each.text) for each in proposals):
            continue
        told = _told(answers, row, of)
        degrees = _degrees(answers, row, of["carries"])
        facts = {"name": row.label, **told, **{_skill(each): at for each, at in degrees.items()}}
        mark = marks.get(row.key, NO_MARK)
        ours = workspace.paths.find(mark.record_id)
        known = ours or known_path(workspace.paths.all(), row.label)
        since = mark if ours else NO_MARK
        fresh = {name for name, value in facts.items() if not since.says(name, value)}
        base = known or Path(name=row.label)
        news = {name: value for name, value in told.items() if name in fresh}
        if ours and "name" in fresh:
            news["name"] = row.label
        if news.get("test", base.test) != base.test:
            news["test_done_on"] = None
        told_now = {name: degree for name, degree in degrees.items() if _skill(name) in fresh}
        skills = with_degrees(base, told_now)
        news |= {"skills": skills, "run_id": run.id, "archived_on": None}
        path = base.model_copy(update=news)
        way = "new" if known is None else "away" if known.archived_on else "known"
        note = fill(keep.says[way])
        proposals.append(Proposal(row.key, row.label, note, path, facts))
    return tuple(proposals)


def _skill(name: str) -> str:
    """Return what a mark calls the degree of a skill; the name itself may hold anything."""
    return f"skill.{digest_of(plain(name))}"


def _told(answers: Answers, row: Row, of: PathSources) -> dict[str, Any]:
    """Return what the answers say of one path, by the fields of its record."""
    told: dict[str, Any] = {"reach": Reach(row.key)}
    told |= {name: row.cells[column] for column, name in ABOUT.items()}
    for test in answers.rows(of["tests"]):
        if test.key == row.key:
            kind = test.cells["kind"]
            told |= {"test": test.cells["test"], "test_by": test.cells["by"]}
            told["test_kind"] = Trial(kind) if kind else None
    for rating in RATINGS:
        scores = {named.key: score for named, score in answers.scores(of[rating]).items()}
        told[rating] = scores.get(row.key)
    return {name: value for name, value in told.items() if value not in (None, "")}


def _degrees(answers: Answers, row: Row, carries: str) -> dict[str, int]:
    found = degrees_of(answers, carries).items()
    return next((each for path, each in found if path.key == row.key), {})


def _tests(
    _: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    tests: str,
) -> tuple[Proposal, ...]:
    """Propose each small test as a step for its day; one whose day is over is due at once."""
    today = day_of(run, now)
    proposals = []
    for row in answers.rows(tests):
        if text := row.cells["test"]:
            why = fill(keep.says["why"], path=row.label)[:LINE_LENGTH]
            due = max(row.cells["by"] or today, today)
            step = Step(
                text=fill(keep.says["step"], test=text)[:LINE_LENGTH],
                why=why,
                due=due,
                case_id=run.case_id,
            )
            note = fill(keep.says["note"], path=row.label)
            proposals.append(Proposal(row.key, step.text, note, step))
    return tuple(proposals)


def _activities(  # noqa: PLR0913 - what every keeper is given
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    notes: str,
) -> tuple[Proposal, ...]:
    """Propose what gave or took energy; what stands in the log with the same energy is left out."""
    others = [each for each in workspace.activities.all() if each.run_id != run.id]
    proposals: list[Proposal] = []
    for each in notes_in(answers, notes):
        if is_noted(others, each) or any(same_name(each.what, p.text) for p in proposals):
            continue
        told: dict[str, Any] = {"what": each.what, "energy": each.energy, "unpaid": each.unpaid}
        activity = Activity(happened_on=day_of(run, now), run_id=run.id, **told)
        proposals.append(
            Proposal(plain(each.what), each.what, fill(keep.says["note"]), activity, told)
        )
    return tuple(proposals)


def _gap(  # noqa: PLR0913 - what every keeper is given
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    carries: str,
    pull: str,
) -> tuple[Proposal, ...]:
    """Propose the gap that matters most as a skill; one that is known already is left out."""
    known = [each.name for each in workspace.skills.all() if each.run_id != run.id]
    return tuple(
        Proposal(
            plain(name),
            name,
            fill(keep.says["note"]),
            Skill(name=name, noted_on=day_of(run, now), run_id=run.id),
            {"name": name},
        )
        for name in gaps_in(answers, carries, pull)
        if not any(same_name(name, each) for each in known)
    )


PATHS = Keeper(_paths, frozenset({"new", "known", "away"}))
PATH_TESTS = Keeper(_tests, frozenset({"step", "why", "note"}))
ACTIVITIES = Keeper(_activities, frozenset({"note"}))
PATH_GAP = Keeper(_gap, frozenset({"note"}))
