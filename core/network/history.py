"""The history with one person: contacts, letters and answers, talks, news, and what was given.

All that counts as a contact in `core.network.contacts` stands here, and what moves no clock: a
reaction, something given. A talk that was noted as a contact stands here once, as that contact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.cases import Case
from core.letters.letter import Letter, LetterState
from core.network.addressed import letters_to_people
from core.network.contacts import SPOKE_LAST
from core.network.talks import Talk
from core.network.touchpoints import Give, Touchpoint
from core.records import instant
from core.workspace import Workspace


class What(StrEnum):
    """What one line of the history tells of."""

    NOTED = "noted"
    WRITTEN = "written"
    ANSWERED = "answered"
    TALKED = "talked"
    NEWS = "news"
    GIVEN = "given"


@dataclass(frozen=True)
class Contact:
    """One line of the history: its day, what it tells of, and the record it was read from."""

    on: date
    what: What
    record: Touchpoint | Letter | Talk | Case | Give


def history(workspace: Workspace, person_id: str) -> tuple[Contact, ...]:
    """Return everything with one person, newest first.

    On one day an answer stands above the letter that it answers, else what was noted last.
    """
    found = [
        *_touches(workspace, person_id),
        *_letters(workspace, person_id),
        *_talks(workspace, person_id),
        *_news(workspace, person_id),
        *_gives(workspace, person_id),
    ]
    return tuple(sorted(found, key=_latest, reverse=True))


def _latest(contact: Contact) -> tuple[date, bool, float]:
    is_answer = contact.what is What.ANSWERED
    return contact.on, is_answer, instant(contact.record.created_at)


def _touches(workspace: Workspace, person_id: str) -> Iterator[Contact]:
    for each in workspace.touchpoints.all():
        if each.person_id == person_id:
            yield Contact(each.happened_on, What.NOTED, each)


def _letters(workspace: Workspace, person_id: str) -> Iterator[Contact]:
    for each in workspace.view(letters_to_people):
        if each.to_id != person_id or not each.is_out or each.sent_on is None:
            continue
        yield Contact(each.sent_on, What.WRITTEN, each)
        if each.state is LetterState.ANSWERED:
            yield Contact(each.replied_on or each.sent_on, What.ANSWERED, each)


def _talks(workspace: Workspace, person_id: str) -> Iterator[Contact]:
    noted = {each.talk_id for each in workspace.touchpoints.all() if each.talk_id}
    for each in workspace.talks.all():
        if each.person_id == person_id and each.held_on and each.id not in noted:
            yield Contact(each.held_on, What.TALKED, each)


def _news(workspace: Workspace, person_id: str) -> Iterator[Contact]:
    for each in workspace.cases.all():
        if each.contact_id == person_id and each.direction in SPOKE_LAST:
            yield Contact(each.happened_on, What.NEWS, each)


def _gives(workspace: Workspace, person_id: str) -> Iterator[Contact]:
    for each in workspace.gives.all():
        if each.person_id == person_id:
            yield Contact(each.happened_on, What.GIVEN, each)
