"""The three of this week: a mix of close, weak and dormant ties, and then rest.

Who is suggested stays so all week, unless something is noted: whoever comes up later in the week
only takes a place that is free. Source: evidence 13: ties that are moderately weak, and those
seldom heard of, bring most news of work; a few at a time are enough.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain, groupby, islice

from core.network.addressed import letters_to_people
from core.network.cadence import Band, Due, due_people, last_contact
from core.network.contacts import NONE_YET, Contacts, contacts_by_person, contacts_in
from core.people import Closeness, Person
from core.workspace import Workspace

A_WEEK = 3
"""How many people a week are suggested, at most."""

DORMANT_DAYS = 365
"""From how long without a contact on a tie is dormant."""


class Tie(StrEnum):
    """What sort of tie somebody is."""

    CLOSE = "close"
    WEAK = "weak"
    DORMANT = "dormant"


@dataclass(frozen=True, slots=True)
class Suggested:
    """Somebody to write to this week, and the tie for which they were chosen."""

    due: Due
    tie: Tie


def tie_of(due: Due, today: date) -> Tie:
    """Return the sort of tie: dormant after a year without contact, else close or weak."""
    return _tie(due.person, due.since, today)


def week_of(today: date) -> date:
    """Return the Monday of the week of a day."""
    return today - timedelta(days=today.weekday())


def reached_out_to(contacts: Mapping[str, Contacts], today: date) -> frozenset[str]:
    """Return the ids of those whom the person wrote to or met this week, of their own accord."""
    monday = week_of(today)
    return frozenset(
        key for key, each in contacts.items() if each.began_on and each.began_on >= monday
    )


def suggested(due: Sequence[Due], reached: Collection[Tie], today: date) -> tuple[Suggested, ...]:
    """Return whom to write to this week: three less those reached, one of each tie first.

    `reached` holds the tie of everybody who was reached this week. Who is only due soon is not
    suggested. Who waits longest comes first; ties are broken by id.
    """
    monday, free = week_of(today), A_WEEK - len(reached)
    if free <= 0:
        return ()
    ready = ((_came_up(each, monday), each) for each in due if each.band is not Band.SOON)
    by_day = sorted(ready, key=lambda each: (*each[0], each[1].person.id))
    chosen: list[Suggested] = []
    for _, came in groupby(by_day, key=lambda each: max(each[0][0], monday)):
        if len(chosen) >= free:
            break
        pool = [each for _, each in came]
        covered = {*reached, *(each.tie for each in chosen)}
        chosen += _mixed(pool, covered, free - len(chosen), monday)
    return tuple(chosen)


def suggested_now(workspace: Workspace, today: date) -> tuple[Suggested, ...]:
    """Return whom to write to this week, of everybody who is known."""
    reached = workspace.view(reached_this_week, today)
    return suggested(workspace.view(due_people, today), reached, today)


def reached_this_week(workspace: Workspace, today: date) -> tuple[Tie, ...]:
    """Return the tie, as it was before this week, of everybody who was reached in it."""
    reached = reached_out_to(workspace.view(contacts_by_person, today), today)
    if not reached:
        return ()
    monday = week_of(today)
    before = contacts_in(
        (each for each in workspace.touchpoints.all() if each.person_id in reached),
        (each for each in workspace.view(letters_to_people) if each.to_id in reached),
        talks=(each for each in workspace.talks.all() if each.person_id in reached),
        cases=(each for each in workspace.cases.all() if each.contact_id in reached),
        until=monday - timedelta(days=1),
    )
    people = filter(None, map(workspace.people.find, sorted(reached)))
    return tuple(
        _tie(each, last_contact(each, before.get(each.id, NONE_YET), monday), monday)
        for each in people
    )


def week_is_full(workspace: Workspace, today: date) -> bool:
    """Return whether so many people were reached this week that rest is next."""
    return len(workspace.view(reached_this_week, today)) >= A_WEEK


def _mixed(
    pool: Sequence[Due], covered: Collection[Tie], free: int, monday: date
) -> Iterator[Suggested]:
    """Yield so many of a pool, those first who are the first of a tie that is not covered yet."""
    first: dict[Tie, Due] = {}
    for each in pool:
        first.setdefault(tie_of(each, monday), each)
        if len(first) == len(Tie):
            break
    chosen = [first[tie] for tie in Tie if tie in first and tie not in covered]
    taken = {each.person.id for each in chosen}
    rest = (each for each in pool if each.person.id not in taken)
    for each in islice(chain(chosen, rest), free):
        yield Suggested(each, tie_of(each, monday))


def _came_up(due: Due, monday: date) -> tuple[date, bool]:
    """Return the day on which somebody came up, with nothing to do with what day it is now.

    Where no contact is known, that is the start of the week, after those who wait since a day.
    """
    if due.since is not None:
        return due.on, False
    days = (due.person.not_before, due.person.snoozed_until, monday)
    return max(each for each in days if each), True


def _tie(person: Person, since: date | None, today: date) -> Tie:
    if since and (today - since).days >= DORMANT_DAYS:
        return Tie.DORMANT
    return Tie.CLOSE if person.closeness is Closeness.CLOSE else Tie.WEAK
