"""One small task: the one smallest next thing with people, with its reason, and then rest.

For somebody whom networking overwhelms, the list is one line long (needs 13). Sources: evidence 21
(thanks within a day), evidence 13 (a few people at a time are enough).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.network.cadence import Rests, last_contact, rests
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.suggested import Suggested, week_is_full
from core.network.this_week import for_this_week
from core.network.touchpoints import Touchpoint
from core.people import Person
from core.workspace import Workspace

RECALLED_DAYS = 14
"""Days after a contact for which thanks for it are still recalled."""

A_FEW = 5
"""With so many people there is enough to go on with; nobody more is asked for."""

THANKS = frozenset({Kind.THANKS_AFTER_TALK, Kind.THANKS_FOR_FEEDBACK})
"""Letters that are thanks."""


class Small(StrEnum):
    """What the one small thing is, the first that applies."""

    THANK = "thank"
    WRITE = "write"
    PLACE = "place"
    ADD = "add"
    REST = "rest"


@dataclass(frozen=True)
class Owed:
    """Thanks that are owed: to whom, and for which contact."""

    person: Person
    touchpoint: Touchpoint


@dataclass(frozen=True)
class SmallTask:
    """The one small thing. `person` is whom it is about, where it is about somebody.

    `owed` is set for thanks, `suggested` for somebody to write to. `week_is_full` tells that rest
    comes because enough was done this week.
    """

    what: Small
    person: Person | None = None
    owed: Owed | None = None
    suggested: Suggested | None = None
    week_is_full: bool = False


def one_small_task(workspace: Workspace, today: date) -> SmallTask:
    """Return the one smallest next thing: thank, write, place somebody, add somebody, or rest."""
    for owed in workspace.view(thanks_owed, today):
        return SmallTask(Small.THANK, owed.person, owed=owed)
    for each in workspace.view(for_this_week, today):
        return SmallTask(Small.WRITE, each.due.person, suggested=each)
    if workspace.view(week_is_full, today):
        return SmallTask(Small.REST, week_is_full=True)
    if somebody := _to_place(workspace, today):
        return SmallTask(Small.PLACE, somebody)
    few = sum(each.archived_on is None for each in workspace.people.all()) < A_FEW
    return SmallTask(Small.ADD if few else Small.REST)


def thanks_owed(workspace: Workspace, today: date) -> tuple[Owed, ...]:
    """Return who is owed thanks by today, one line for each person, the longest wait first.

    After two weeks, nobody is reminded; a letter of thanks counts, and so does what was noted.
    Thanks for a talk are recalled with that talk.
    """
    noted = (each for each in workspace.touchpoints.all() if each.owes_thanks)
    owing = (e for e in noted if _is_owed(e, today) and not workspace.talks.find(e.talk_id))
    by_day = sorted(owing, key=lambda each: (each.happened_on, each.id))
    if not by_day:
        return ()
    thanked = _thanked(workspace.letters.all())
    first: dict[str, Owed] = {}
    for each in by_day:
        person = workspace.people.find(each.person_id)
        if person is None or person.archived_on is not None:
            continue
        if thanked.get(person.id, date.min) < each.happened_on:
            first.setdefault(person.id, Owed(person, each))
    return tuple(first.values())


def _is_owed(touchpoint: Touchpoint, today: date) -> bool:
    if touchpoint.thanked_on is not None:
        return False
    return 0 <= (today - touchpoint.happened_on).days <= RECALLED_DAYS


def _thanked(letters: Iterable[Letter]) -> dict[str, date]:
    """Return the last day on which a letter of thanks went to each person."""
    days: dict[str, date] = {}
    for each in letters:
        if each.kind in THANKS and each.to_id and each.sent_on and each.is_out:
            days[each.to_id] = max(each.sent_on, days.get(each.to_id, date.min))
    return days


def _to_place(workspace: Workspace, today: date) -> Person | None:
    """Return somebody whose closeness is not yet said: whom the person was in touch with last.

    Who has a circle already was asked about, so those come first of whom nothing is said.
    """
    return max(_not_placed(workspace, today), key=lambda each: each[0], default=(None, None))[1]


def _not_placed(
    workspace: Workspace, today: date
) -> Iterator[tuple[tuple[bool, date, str], Person]]:
    contacts = workspace.view(contacts_by_person, today)
    for each in workspace.people.all():
        known = contacts.get(each.id, NONE_YET)
        if rests(each, known) is Rests.NOT_PLACED:
            last = last_contact(each, known, today) or date.min
            yield (each.circle is None, last, each.id), each
