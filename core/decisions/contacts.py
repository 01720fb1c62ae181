"""Contacts: everything that passed between the person and one employer, in order.

Source: catalogue S2-35 (both skills, giving and taking a no, build a name) and S3-24.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.cases import Case, Door, Stage
from core.letters.checks import check
from core.letters.findings import is_heated
from core.letters.letter import Letter
from core.names import plain
from core.records import instant
from core.workspace import Workspace


class Point(StrEnum):
    """What sort of contact it was, in the order in which they come on one day."""

    APPLIED = "applied"
    STAGE = "stage"
    TALK = "talk"
    HAPPENED = "happened"
    LETTER = "letter"
    ANSWER = "answer"
    FEEDBACK = "feedback"
    LOOK = "look"


@dataclass(frozen=True)
class Contact:
    """One contact on a day, if that is known.

    `what` is an id: of a direction, a stage or a kind of letter. `text` is in the words of the
    person or the employer, `letter` what was sent.
    """

    point: Point
    on: date | None
    what: str = ""
    text: str = ""
    letter: Letter | None = None


@dataclass(frozen=True)
class Employer:
    """One employer: the name as it was written last, the door as it was left, every contact."""

    name: str
    door: Door
    contacts: tuple[Contact, ...]


def employers(workspace: Workspace) -> tuple[Employer, ...]:
    """Return the employers of all cases, the one of the latest case first.

    Spaces and capitals in a name do not count. What belongs to an employer without a case is
    told where it is kept.
    """
    by_name: dict[str, list[Case]] = {}
    for case in sorted(workspace.cases.all(), key=_newest, reverse=True):
        if case.employer:
            by_name.setdefault(plain(case.employer), []).append(case)
    return tuple(_employer(workspace, cases) for cases in by_name.values())


def last_word(workspace: Workspace, case: Case, today: date) -> date:
    """Return the day of the last word between the person and the employer of a case, up to today.

    Whatever passed between them counts, over all cases of that employer. A look back passes
    between nobody.
    """
    name = plain(case.employer)
    known = [each for each in workspace.cases.all() if name and plain(each.employer) == name]
    contacts = _employer(workspace, known or [case]).contacts
    words = (each.on for each in contacts if each.on and each.point is not Point.LOOK)
    return max((day for day in words if day <= today), default=case.happened_on)


def sounds_heated(workspace: Workspace, letter_id: str) -> bool:
    """Return whether the letter check would soften the tone of a letter; raises NotFoundError."""
    letter = workspace.letters.get(letter_id)
    return is_heated(check(letter.kind, letter.subject, letter.body))


def door_of(cases: list[Case]) -> Door:
    """Return the door that the latest case tells; unknown where none does (catalogue S3-24)."""
    latest = sorted(cases, key=_newest, reverse=True)
    return next((each.door for each in latest if each.door is not Door.UNKNOWN), Door.UNKNOWN)


def in_order(contacts: list[Contact]) -> tuple[Contact, ...]:
    """Return contacts by their day, on one day by their kind; those without a day last."""
    points = list(Point)
    return tuple(
        sorted(contacts, key=lambda e: (e.on is None, e.on or date.max, points.index(e.point)))
    )


def _employer(workspace: Workspace, cases: list[Case]) -> Employer:
    ours = {each.id for each in cases}
    name = cases[0].employer
    logged = {each.case_id for each in workspace.applications.all() if each.sent_on}
    told = [c for case in cases for c in _of_case(case, is_logged=case.id in logged)]
    told += _of_letters(workspace, ours)
    told += _of_search(workspace, ours, plain(name))
    told += _of_looks(workspace, ours)
    return Employer(name, door_of(cases), in_order(told))


def _of_case(case: Case, *, is_logged: bool) -> Iterator[Contact]:
    """Yield what a case tells; that the person applied is told by the application, once logged."""
    for each in case.stages:
        if not (is_logged and each.stage is Stage.APPLIED):
            yield Contact(Point.STAGE, each.on, each.stage)
    yield Contact(Point.HAPPENED, case.happened_on, case.direction, case.role)


def _of_letters(workspace: Workspace, ours: set[str]) -> Iterator[Contact]:
    for each in workspace.letters.all():
        if each.case_id in ours and each.is_out:
            yield Contact(Point.LETTER, each.sent_on, each.kind, letter=each)
            if each.reply or each.replied_on:
                yield Contact(Point.ANSWER, each.replied_on, text=each.reply)


def _of_search(workspace: Workspace, ours: set[str], name: str) -> Iterator[Contact]:
    """Yield applications and talks, by their case or by the name of the employer."""
    applied = [
        e for e in workspace.applications.all() if _is_ours(e.case_id, e.employer, ours, name)
    ]
    known = {each.id for each in applied}
    for application in applied:
        yield Contact(Point.APPLIED, application.sent_on, text=application.role)
    for talk in workspace.interviews.all():
        here = talk.application_id in known
        if here or _is_ours(talk.case_id, talk.employer, ours, name):
            yield Contact(Point.TALK, talk.at.date() if talk.at else None, text=talk.with_whom)


def _of_looks(workspace: Workspace, ours: set[str]) -> Iterator[Contact]:
    for feedback in workspace.feedback.all():
        if feedback.case_id in ours:
            yield Contact(Point.FEEDBACK, feedback.heard_on, text=feedback.quote)
    for look in workspace.look_backs.all():
        if look.case_id in ours:
            yield Contact(Point.LOOK, look.happened_on, text=look.learned)


def _is_ours(case_id: str, employer: str, ours: set[str], name: str) -> bool:
    return case_id in ours or bool(employer and plain(employer) == name)


def _newest(case: Case) -> tuple[date, float]:
    return case.happened_on, instant(case.created_at)
