"""What the sample life holds of the search and of other paths, as records."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from core.applications import Application, Experiment, Interview, Requested
from core.cases import Stage, StageReached
from core.choices import Choice
from core.content.sample_ahead import (
    SampleActivity,
    SampleAhead,
    SampleApplication,
    SampleChoice,
    SampleExperiment,
    SampleInterview,
    SampleLook,
    SamplePath,
    SampleRequest,
)
from core.decisions.look_backs import LookBack
from core.interviews import moment as moment_there
from core.paths import Activity, Path, SkillOnPath
from core.workspace import Workspace


def fill_ahead(
    workspace: Workspace, told: SampleAhead, cases: Mapping[str, str], moment: datetime
) -> None:
    """Add the search and the paths of the sample life, counted back from `moment`.

    `cases` are the ids of cases by their keys.
    """
    oldest = sorted(told.applications, key=lambda each: -each.sent_days_ago)
    sent = workspace.applications.add_all(_application(each, cases, moment) for each in oldest)
    by_key = {each.key: one for each, one in zip(oldest, sent, strict=True)}
    workspace.interviews.add_all(
        _interview(each, by_key[each.application], moment) for each in told.interviews
    )
    workspace.experiments.add_all(_experiment(each, moment) for each in told.experiments)
    workspace.paths.add_all(_path(each, moment) for each in told.paths)
    workspace.activities.add_all(_activity(each, moment) for each in told.activities)
    workspace.choices.add_all(_choice(each, moment) for each in told.choices)
    workspace.look_backs.add_all(_look(each, cases, moment) for each in told.look_backs)


def _application(
    told: SampleApplication, cases: Mapping[str, str], moment: datetime
) -> Application:
    reached = ((Stage.APPLIED, told.sent_days_ago), *told.reached)
    same = {"role", "employer", "source", "tailored", "contacted", "must_haves", "outcome"}
    return Application(
        **told.model_dump(include=same | {"note"}),
        sent_on=_ago(told.sent_days_ago, moment),
        stages=stages_reached(reached, moment),
        ended_on=_ago(told.ended_days_ago, moment),
        requested=_requested(told.requested, moment),
        facts=told.facts,
        case_id=cases.get(told.case, ""),
        created_at=moment - timedelta(days=told.sent_days_ago),
    )


def stages_reached(told: Iterable[tuple[Stage, int]], moment: datetime) -> tuple[StageReached, ...]:
    """Return stages that were reached so many days before `moment`, and noted then."""
    return tuple(
        StageReached(stage=stage, on=_ago(days, moment), noted_at=moment - timedelta(days=days))
        for stage, days in told
    )


def _requested(told: tuple[SampleRequest, ...], moment: datetime) -> tuple[Requested, ...]:
    return tuple(
        Requested(
            what=each.what,
            due=_in(each.due_in, moment),
            sent_on=_ago(each.sent_days_ago, moment),
        )
        for each in told
    )


def _interview(told: SampleInterview, application: Application, moment: datetime) -> Interview:
    day = moment.date() + timedelta(days=told.in_days)
    same = {"with_whom", "minutes", "place", "travel", "questions", "learned", "follow_up", "zone"}
    return Interview(
        **told.model_dump(include=same),
        application_id=application.id,
        case_id=application.case_id,
        employer=application.employer,
        at=moment_there(day, told.time, told.zone),
        send_ahead=_requested(told.send_ahead, moment),
        answer_by=_in(told.answer_in, moment),
        thanked_on=_ago(told.thanked_days_ago, moment),
    )


def _experiment(told: SampleExperiment, moment: datetime) -> Experiment:
    return Experiment(
        **told.model_dump(include={"tests", "change", "count", "learned"}),
        begun_on=moment.date() - timedelta(days=told.begun_days_ago),
        stop_on=_in(told.stop_in, moment),
        ended_on=_ago(told.ended_days_ago, moment),
        created_at=moment - timedelta(days=told.begun_days_ago),
    )


def _path(told: SamplePath, moment: datetime) -> Path:
    dated = {"days_ago", "checked_days_ago", "test_in", "test_done_days_ago", "skills"}
    return Path(
        **told.model_dump(exclude=dated),
        checked_on=_ago(told.checked_days_ago, moment),
        skills=tuple(SkillOnPath(skill=name, degree=to) for name, to in told.skills.items()),
        test_by=_in(told.test_in, moment),
        test_done_on=_ago(told.test_done_days_ago, moment),
        created_at=moment - timedelta(days=told.days_ago),
    )


def _activity(told: SampleActivity, moment: datetime) -> Activity:
    on = moment - timedelta(days=told.days_ago)
    same = told.model_dump(include={"what", "energy", "unpaid"})
    return Activity(**same, happened_on=on.date(), created_at=on)


def _choice(told: SampleChoice, moment: datetime) -> Choice:
    return Choice(
        **told.model_dump(include={"what", "kind", "next_move"}),
        by=_in(told.in_days, moment),
        created_at=moment - timedelta(days=told.days_ago),
    )


def _look(told: SampleLook, cases: Mapping[str, str], moment: datetime) -> LookBack:
    on = moment - timedelta(days=told.days_ago)
    return LookBack(
        **told.model_dump(exclude={"case", "days_ago"}),
        case_id=cases[told.case],
        happened_on=on.date(),
        created_at=on,
    )


def _ago(days: int | None, moment: datetime) -> date | None:
    return None if days is None else moment.date() - timedelta(days=days)


def _in(days: int | None, moment: datetime) -> date | None:
    return None if days is None else moment.date() + timedelta(days=days)
