"""The sample life as a workspace in memory: for looking around, screenshots and benches."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from core.cases import Case
from core.check_ins import CheckIn, Felt
from core.collection import Clock
from core.content.sample import (
    SampleCase,
    SampleCheckIn,
    SampleFeedback,
    SampleLetter,
    SampleLife,
    SampleOpening,
    SampleRun,
    SampleStep,
    SampleWin,
    SampleWriting,
    sample_life,
)
from core.content.sample_network import sample_network
from core.feedback import Feedback
from core.letters.letter import Letter, LetterState
from core.openings import Opening
from core.people import Person
from core.sample_ahead import fill_ahead, stages_reached
from core.sample_network import fill_network, fill_people
from core.steps import Step
from core.walks import Walk
from core.wins import Win
from core.worksheets.answers import Answers, address
from core.worksheets.desk import END
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from core.writing import Writing

SAME_WORDS = {"direction", "employer", "role", "told_by", "manner", "story", "pulls", "goal"} | {
    "reasons_given",
    "reasons_true",
    "protected",
    "door",
}
IN_DAYS = "in_days"


def sample_workspace(now: Clock) -> Workspace:
    """Return a workspace in memory that holds the sample life, as of `now`."""
    workspace = Workspace.in_memory(now)
    fill_with_sample(workspace, now())
    return workspace


def fill_with_sample(workspace: Workspace, moment: datetime) -> None:
    """Add the sample life to a workspace in one commit, counted back from `moment`."""
    life, network = sample_life(), sample_network()
    with workspace.one_commit():
        workspace.save_me(life.me)
        ids = fill_people(workspace, network, moment)
        for case in sorted(life.cases, key=lambda each: -each.days_ago):
            ids[case.key] = workspace.cases.add(_case(case, ids, moment)).id
        for check_in in life.check_ins:
            workspace.check_ins.add(_check_in(check_in, ids, moment))
        for step in life.steps:
            workspace.steps.add(_step(step, ids, moment))
        people = {each.id: each for each in workspace.people.all()}
        for letter in life.letters:
            workspace.letters.add(_letter(letter, ids, people[ids[letter.to]], moment))
        for feedback in life.feedback:
            workspace.feedback.add(_feedback(feedback, ids, moment))
        _fill_what_helps(workspace, life, ids, moment)
        fill_ahead(workspace, life.ahead, ids, moment)
        fill_network(workspace, network, ids, moment)
        for run in life.runs:
            _keep(workspace, workspace.runs.add(_run(run, ids, moment)), run, moment)


def _fill_what_helps(
    workspace: Workspace, life: SampleLife, ids: Mapping[str, str], moment: datetime
) -> None:
    for win in life.wins:
        workspace.wins.add(_win(win, ids, moment))
    for writing in life.writings:
        workspace.writings.add(_writing(writing, ids, moment))
    for opening in life.openings:
        workspace.openings.add(_opening(opening, moment))
    for walk in life.walks:
        workspace.walks.add(Walk(case_id=ids[walk.case], skipped=walk.skipped))


def _case(told: SampleCase, ids: Mapping[str, str], moment: datetime) -> Case:
    on = moment - timedelta(days=told.days_ago)
    return Case(
        **told.model_dump(include=SAME_WORDS),
        **_dated(told.days_ago, moment),
        stages=stages_reached(told.stages, moment),
        contact_id=ids.get(told.contact, ""),
        referrer_id=ids.get(told.referrer, ""),
        rested_at=on if told.at_rest else None,
    )


def _check_in(told: SampleCheckIn, ids: Mapping[str, str], moment: datetime) -> CheckIn:
    return CheckIn(
        **told.model_dump(include={"mood", "hope", "comes_back", "body", "note"}),
        **_dated(told.days_ago, moment),
        feelings=tuple(Felt(word=w, family=f, strength=s) for w, f, s in told.feelings),
        case_id=ids.get(told.case, ""),
    )


def _step(told: SampleStep, ids: Mapping[str, str], moment: datetime) -> Step:
    return Step(
        text=told.text,
        energy=told.energy,
        due=moment.date() + timedelta(days=told.due_in),
        created_at=moment - timedelta(days=told.days_ago),
        case_id=ids.get(told.case, ""),
    )


def _letter(told: SampleLetter, ids: Mapping[str, str], to: Person, moment: datetime) -> Letter:
    sent = moment - timedelta(days=told.sent_days_ago)
    replied = None if told.reply_days_ago is None else moment - timedelta(days=told.reply_days_ago)
    return Letter(
        **told.model_dump(include={"kind", "sent_by", "subject", "body", "reply", "reply_was"}),
        case_id=ids[told.case],
        to_id=to.id,
        to_name=to.name,
        to_address=to.address,
        facts={"core_line": told.core_line} if told.core_line else {},
        state=LetterState.ANSWERED if replied else LetterState.SENT,
        sent_on=sent.date(),
        replied_on=replied.date() if replied else None,
        created_at=sent,
    )


def _feedback(told: SampleFeedback, ids: Mapping[str, str], moment: datetime) -> Feedback:
    heard = moment - timedelta(days=told.heard_days_ago)
    return Feedback(
        **told.model_dump(include={"quote", "source", "fits", "in_my_control", "will_do"}),
        case_id=ids[told.case],
        heard_on=heard.date(),
        created_at=heard,
    )


def _win(told: SampleWin, ids: Mapping[str, str], moment: datetime) -> Win:
    on = moment - timedelta(days=told.days_ago)
    return Win(
        **told.model_dump(include={"what", "proof", "who_saw"}),
        on=on.date(),
        case_id=ids.get(told.case, ""),
        created_at=on,
    )


def _writing(told: SampleWriting, ids: Mapping[str, str], moment: datetime) -> Writing:
    return Writing(
        **told.model_dump(exclude={"days_ago", "case"}),
        **_dated(told.days_ago, moment),
        case_id=ids.get(told.case, ""),
    )


def _opening(told: SampleOpening, moment: datetime) -> Opening:
    ends = told.deadline_in
    return Opening(
        **told.model_dump(include={"role", "employer", "heard_from", "next_move"}),
        deadline=None if ends is None else moment.date() + timedelta(days=ends),
        created_at=moment - timedelta(days=told.days_ago),
    )


def _run(told: SampleRun, ids: Mapping[str, str], moment: datetime) -> WorksheetRun:
    over = told.finished_days_ago
    return WorksheetRun(
        **told.model_dump(include={"worksheet", "next_step"}),
        **_dated(told.begun_days_ago, moment),
        version=worksheets()[told.worksheet].version,
        answers=dict(_answers(told.answers, moment)),
        at=told.at if over is None else END,
        finished_on=None if over is None else (moment - timedelta(days=over)).date(),
        case_id=ids.get(told.case, ""),
    )


def _answers(told: Mapping[str, Any], moment: datetime) -> Iterator[tuple[str, Any]]:
    """Yield every answer under its address: tables go down to row and column."""
    for name, value in told.items():
        if isinstance(value, Mapping) and IN_DAYS in value:
            yield name, (moment + timedelta(days=value[IN_DAYS])).date().isoformat()
        elif isinstance(value, Mapping):
            yield from ((address(name, *place), each) for *place, each in _answers(value, moment))
        elif value and isinstance(value, list) and isinstance(value[0], Mapping):
            rows = {f"r{number}": row for number, row in enumerate(value, start=1)}
            yield name, list(rows)
            yield from ((address(name, *place), each) for *place, each in _answers(rows, moment))
        else:
            yield name, value


def _keep(workspace: Workspace, run: WorksheetRun, told: SampleRun, moment: datetime) -> None:
    """Make records of what the sample person kept, on the day on which they finished."""
    if told.kept:
        on = moment - timedelta(days=told.finished_days_ago or 0)
        answers = Answers(worksheets()[run.worksheet], run.answers)
        offers = offers_of(workspace, run, answers, on)
        chosen = {each.keep.id: each.proposals for each in offers if each.keep.id in told.kept}
        take_up(workspace, run, chosen)


def _dated(days_ago: int, moment: datetime) -> dict[str, Any]:
    on = moment - timedelta(days=days_ago)
    return {"happened_on": on.date(), "created_at": on}
