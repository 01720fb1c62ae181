"""Dated things of the search: talks, what they asked for, letters, offers, steps, openings."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256

from core.applications import Application, Interview
from core.content.loader import case_words
from core.decisions.log import OFFER, open_offers
from core.decisions.reviews import deadline_of
from core.dues import Due, dues_of
from core.dues import What as DueWhat
from core.interviews import leave_at, over_at
from core.letters.kinds import DECLINES
from core.letters.letter import LetterState
from core.letters.reminders import follow_up_day, moment_of
from core.letters.views import known_on
from core.network.dated_things import Dated, What
from core.network.sprint_steps import steps_met, steps_planned
from core.workspace import Workspace

DUES: Mapping[DueWhat, What] = {
    DueWhat.REQUESTED: What.REQUESTED,
    DueWhat.AHEAD: What.AHEAD,
    DueWhat.THANKS: What.THANKS,
    DueWhat.ANSWER: What.ANSWER,
}
"""What of the search has a day of its own; talks stand there by their moment."""

PART_LENGTH = 16


def search_dates(workspace: Workspace, now: datetime) -> Iterator[Dated]:
    """Yield what has a day in the search, in no order; `now` is in the person's time zone."""
    yield from _applications(workspace, now)
    yield from _letters(workspace, now)
    yield from _offers(workspace)
    yield from _openings(workspace)
    yield from _steps(workspace, now.date())


def _applications(workspace: Workspace, now: datetime) -> Iterator[Dated]:
    letters = workspace.letters.all()
    talks: dict[str, list[Interview]] = {}
    for each in workspace.interviews.all():
        talks.setdefault(each.application_id, []).append(each)
    for application in workspace.applications.all():
        if application.archived_on is None:
            ours = talks.get(application.id, ())
            yield from (found for each in ours if (found := _talk(application, each, now)))
            if application.is_running:
                dues = dues_of(application, ours, letters, now)
                yield from (_due(each) for each in dues if each.what in DUES)


def _talk(application: Application, interview: Interview, now: datetime) -> Dated | None:
    """Return a talk with an employer; None where it has no moment, or will not take place."""
    ends = over_at(interview)
    if interview.at is None or ends is None or (ends > now and not application.is_running):
        return None
    return Dated(
        What.INTERVIEW,
        interview.id,
        interview.at.astimezone(now.tzinfo).date(),
        _name(application),
        more=interview.with_whom,
        at=interview.at,
        ends=ends,
        zone=interview.zone,
        place=interview.place,
        leave=leave_at(interview),
    )


def _due(due: Due) -> Dated:
    record, name = due.interview or due.application, _name(due.application)
    if due.asked is None:
        return Dated(DUES[due.what], record.id, due.on, name)
    asked = due.interview.send_ahead if due.interview else due.application.requested
    part = _part(record.id, [each.what for each in asked], due.place)
    return Dated(DUES[due.what], record.id, due.on, name, due.asked.what, part=part)


def _letters(workspace: Workspace, now: datetime) -> Iterator[Dated]:
    """Yield letters whose rest ends, and follow-ups to those that nobody answered (rule R28)."""
    letters, cases, waits = workspace.letters.all(), workspace.cases.all(), case_words().waits
    known = known_on(workspace, now.date())
    for each in letters:
        if each.archived_at:
            continue
        if each.state is LetterState.HELD and each.held_until:
            day = each.held_until.astimezone(now.tzinfo).date()
            yield Dated(What.HOLD, each.id, day, each.to_name)
        elif each.state is LetterState.SENT:
            moment = moment_of(each, letters, cases, (), now, known=known)
            if on := follow_up_day(each, moment, letters, waits):
                yield Dated(What.FOLLOW_UP, each.id, on, each.to_name)


def _offers(workspace: Workspace) -> Iterator[Dated]:
    """Yield until when offers want an answer: open ones, and a no that is not yet told."""
    for run in open_offers(workspace):
        case, on = workspace.cases.find(run.case_id), deadline_of(run)
        if on and not (case and case.at_rest):
            name = str(run.answers.get(OFFER) or "")
            yield Dated(What.OFFER, run.id, on, name, home_id=case.id if case else "")
    told = {
        each.case_id for each in workspace.letters.all() if each.kind in DECLINES and each.is_out
    }
    for case in workspace.cases.all():
        if case.deadline and not case.at_rest and case.id not in told:
            yield Dated(What.OFFER, case.id, case.deadline, case.employer, home_id=case.id)


def _openings(workspace: Workspace) -> Iterator[Dated]:
    for each in workspace.openings.all():
        if each.deadline:
            thing = ", ".join(filter(None, (each.role, each.employer)))
            yield Dated(What.OPENING, each.id, each.deadline, each.employer, thing)


def _steps(workspace: Workspace, today: date) -> Iterator[Dated]:
    """Yield steps, ways on, tests of paths and actions for skills that have a day.

    A step for a note of a sprint stands there as that note, and is gone once the note went out.
    """
    known = workspace.view(steps_met, today) | workspace.view(steps_planned, today)
    for step in workspace.steps.all():
        if step.is_open and step.due and step.id not in known:
            yield Dated(What.STEP, step.id, step.due, thing=step.text)
    for choice in workspace.choices.all():
        if choice.by and choice.closed_on is None:
            yield Dated(What.CHOICE, choice.id, choice.by, thing=choice.next_move or choice.what)
    for path in workspace.paths.all():
        if path.test_by and path.waits_for_test:
            yield Dated(What.TEST, path.id, path.test_by, path.name, path.test)
    for skill in workspace.skills.all():
        texts = [action.text for action in skill.actions]
        for place, action in enumerate(skill.actions):
            if action.by and action.text and action.done_on is None:
                part = _part(skill.id, texts, place)
                yield Dated(What.SKILL, skill.id, action.by, skill.name, action.text, part=part)


def _name(application: Application) -> str:
    return application.employer or application.role


def _part(record_id: str, texts: Sequence[str], place: int) -> str:
    """Return what tells one of several things in a record from the others, without its words.

    It stays while the text does, whatever is put in or taken out around it.
    """
    alike = texts[:place].count(texts[place])
    return sha256(f"{record_id}\n{alike}\n{texts[place]}".encode()).hexdigest()[:PART_LENGTH]
