"""The log of applications: noted in seconds, moved on, ended, and found again.

Days are days of the calendar. The usual wait after each stage is that of `cases.toml`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.applications import Application, Outcome
from core.cases import Case, Direction, Stage, StageReached
from core.names import plain, same_name
from core.records import LINE_LENGTH
from core.workspace import Workspace

_SEPARATORS = (
    re.compile(r"[,;\t]|\s(?:at|@)\s", re.IGNORECASE),
    re.compile(r"\s[-\u2013\u2014|]\s"),
)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")

DIRECTIONS = {
    Outcome.NO: Direction.THEY_SAID_NO,
    Outcome.SILENCE: Direction.SILENCE,
    Outcome.CANCELLED: Direction.CANCELLED,
    Outcome.WITHDREW: Direction.WITHDREW,
    Outcome.DECLINED: Direction.I_SAID_NO,
}
"""Which way the no of an outcome went; an offer that was accepted is none."""


class Which(StrEnum):
    """Which applications a list shows."""

    RUNNING = "running"
    QUIET = "quiet"
    ENDED = "ended"
    ARCHIVED = "archived"
    ALL = "all"


@dataclass(frozen=True)
class Wanted:
    """What a list is to show: which ones, from one source or any, and with which words in it."""

    which: Which = Which.RUNNING
    source: str = ""
    words: str = ""


def in_one_line(line: str) -> tuple[str, str]:
    """Return the role and the employer of one typed line: "nurse, ward", "nurse at the ward".

    The first comma or the first "at" parts the two, else a dash; without any of them the whole
    line is the role.
    """
    for separator in _SEPARATORS:
        role, *rest = separator.split(line, maxsplit=1)
        if rest and (role.strip() or rest[0].strip()):
            return role.strip()[:LINE_LENGTH], rest[0].strip()[:LINE_LENGTH]
    return line.strip()[:LINE_LENGTH], ""


def noted(line: str, source: str, today: date, now: datetime) -> Application:
    """Return the application that one line tells of, sent today."""
    role, employer = in_one_line(line)
    sent = StageReached(stage=Stage.APPLIED, on=today, noted_at=now)
    return Application(role=role, employer=employer, source=source, sent_on=today, stages=(sent,))


def stage_of(application: Application) -> Stage:
    """Return the stage noted last; whatever is in the log was applied for."""
    return application.stages[-1].stage if application.stages else Stage.APPLIED


def next_stage(application: Application) -> Stage | None:
    """Return the stage that usually comes next; None after an offer."""
    stages = list(Stage)
    place = stages.index(stage_of(application)) + 1
    return stages[place] if place < stages.index(Stage.ACCEPTED) else None


def moved_on(application: Application, stage: Stage, on: date, now: datetime) -> Application:
    """Return the application with one more stage; nothing is taken out of its history."""
    reached = StageReached(stage=stage, on=on, noted_at=now)
    return application.model_copy(update={"stages": (*application.stages, reached)})


def ended(application: Application, outcome: Outcome, on: date) -> Application:
    """Return the application with its outcome.

    Its history stays as it was noted: that there was an offer is told by the outcome alone, so
    that nothing is left of it where the outcome is taken back.
    """
    return application.model_copy(update={"outcome": outcome, "ended_on": on})


def reopened(application: Application) -> Application:
    """Return the application as one that is still running."""
    return application.model_copy(update={"outcome": None, "ended_on": None})


def last_sign(application: Application) -> date | None:
    """Return the last day on which something happened; None where no day is known."""
    days = [application.sent_on, *(each.on for each in application.stages)]
    return max((day for day in days if day), default=None)


def expected_by(application: Application, waits: Mapping[str, int]) -> date | None:
    """Return the day on which the usual wait is over; None where no day is known.

    `waits` is the usual wait in days after each stage, by the stage's id.
    """
    sign, wait = last_sign(application), waits.get(stage_of(application).value)
    return wait_over(sign, wait) if sign and wait is not None else None


def wait_over(sign: date, wait: int) -> date:
    """Return the last day of a wait of so many days; the last of the calendar is the latest."""
    return sign + min(timedelta(days=wait), date.max - sign)


def is_quiet(application: Application, waits: Mapping[str, int], today: date) -> bool:
    """Return whether it is running, in sight, and past the usual wait for word from them.

    After an offer it is the person who answers: that is no silence, however long it takes.
    """
    over = expected_by(application, waits)
    in_sight = application.is_running and application.archived_on is None
    return in_sight and not is_offer(application) and over is not None and over < today


def is_offer(application: Application) -> bool:
    """Return whether it is an offer that waits for the person's answer."""
    return application.is_running and stage_of(application) is Stage.OFFER


def newest_first(applications: Iterable[Application]) -> tuple[Application, ...]:
    """Return the applications, the one sent last first; those without a day come last.

    Those of one day stand in the order in which they came in, the last first.
    """
    latest = tuple(applications)[::-1]
    return tuple(sorted(latest, key=lambda each: each.sent_on or date.min, reverse=True))


def found(
    applications: Iterable[Application], wanted: Wanted, waits: Mapping[str, int], today: date
) -> tuple[Application, ...]:
    """Return the applications that a list is to show, in the order in which they come."""
    said = plain(wanted.words).split()
    return tuple(
        each
        for each in applications
        if _is_among(each, wanted.which, waits, today)
        and (not wanted.source or same_name(each.source, wanted.source))
        and _says_all(each, said)
    )


def sources(applications: Iterable[Application]) -> tuple[str, ...]:
    """Return every source once, the one used most first, as it was written last."""
    counted: dict[str, tuple[int, str]] = {}
    for each in applications:
        if each.source:
            count, _ = counted.get(plain(each.source), (0, ""))
            counted[plain(each.source)] = (count + 1, each.source)
    ranked = sorted(counted.values(), key=lambda pair: (-pair[0], plain(pair[1])))
    return tuple(source for _, source in ranked)


def link_key(link: str) -> str:
    """Return a link as it is compared: without scheme, "www.", fragment and closing slash."""
    return _SCHEME.sub("", plain(link)).partition("#")[0].rstrip("/")


def case_of(application: Application, today: date) -> Case:
    """Return the case that an application becomes; one that is still running is a silence."""
    outcome = application.outcome or Outcome.SILENCE
    return Case(
        direction=DIRECTIONS[outcome],
        happened_on=_case_day(application, today),
        employer=application.employer,
        role=application.role,
        stages=_stages_of(application),
    )


def _stages_of(application: Application) -> tuple[StageReached, ...]:
    """Return the history that a case begins with; who turned an offer down had one."""
    stages = application.stages or (StageReached(stage=Stage.APPLIED, on=application.sent_on),)
    offered = any(each.stage is Stage.OFFER for each in stages)
    if application.outcome is not Outcome.DECLINED or offered:
        return stages
    return *stages, StageReached(stage=Stage.OFFER, on=application.ended_on)


def make_case(workspace: Workspace, application: Application, today: date) -> Case:
    """Make an application a case, in one commit; one that it became before is returned as it is.

    Raises EditedElsewhereError where the application has changed meanwhile.
    """
    with workspace.one_commit():
        if case := case_from(workspace, workspace.applications.get(application.id)):
            return case
        case = workspace.cases.add(case_of(application, today))
        workspace.applications.replace(application.model_copy(update={"case_id": case.id}))
    return case


def case_from(workspace: Workspace, application: Application) -> Case | None:
    """Return the case that an application became, if it did and the case is still there."""
    return workspace.cases.find(application.case_id) if application.case_id else None


def application_behind(workspace: Workspace, case_id: str) -> Application | None:
    """Return the application that became this case, if there is one."""
    ours = (each for each in workspace.applications.all() if each.case_id == case_id)
    return next(ours, None) if case_id else None


def _case_day(application: Application, today: date) -> date:
    """Return the day of the no; a silence begins with the last sign, as its wait does."""
    silent = application.outcome in (None, Outcome.SILENCE)
    day = last_sign(application) if silent else application.ended_on
    return min(day or today, today)


def _is_among(
    application: Application, which: Which, waits: Mapping[str, int], today: date
) -> bool:
    if which is Which.ALL:
        return True
    if which is Which.ARCHIVED or application.archived_on:
        return which is Which.ARCHIVED and application.archived_on is not None
    if which is Which.QUIET:
        return is_quiet(application, waits, today)
    return application.is_running is (which is Which.RUNNING)


def _says_all(application: Application, said: list[str]) -> bool:
    told = (application.role, application.employer, application.source, application.note)
    return not said or all(word in plain(" ".join((*told, application.link))) for word in said)
