"""The log of one person: contacts are noted, thanked for and changed, and the clock follows.

Whom they named becomes people in the same commit (catalogue S3-48); nobody is there twice.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.letters.letter import Letter
from core.names import plain
from core.network.cadence import last_contact, next_on, rests
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.small_task import THANKS
from core.network.touchpoints import Touchpoint
from core.people import Person, known_person
from core.records import LINE_LENGTH
from core.workspace import Workspace

FORM = "touchpoint"

_BETWEEN_NAMES = re.compile(r"[,;\n]|\s(?:and|&)\s", re.IGNORECASE)


class Clock(StrEnum):
    """What a contact did to the clock of a person."""

    AGAIN = "again"
    GOES_ON = "goes_on"
    NOT_MOVED = "not_moved"
    RESTS = "rests"


@dataclass(frozen=True)
class Named:
    """Who was named: the names that are new here, and those who are known."""

    new: tuple[str, ...] = ()
    known: tuple[Person, ...] = ()


def names_in(line: str) -> tuple[str, ...]:
    """Return the names in a line: commas, semicolons, "and" or "&" stand between them.

    A name that is there twice counts once; spaces and capitals do not tell two apart.
    """
    first: dict[str, str] = {}
    for part in _BETWEEN_NAMES.split(line):
        name = " ".join(part.split())[:LINE_LENGTH].strip()
        first.setdefault(plain(name), name)
    return tuple(filter(None, first.values()))


def people_by_name(workspace: Workspace) -> Mapping[str, Person]:
    """Return everybody by their plain name, of two namesakes the first."""
    return {plain(each.name): each for each in reversed(workspace.people.all())}


def named_in(line: str, by_name: Mapping[str, Person], by: Person) -> Named:
    """Return who is named in a line, by somebody whose own name does not count.

    `by_name` is everybody as in `people_by_name`.
    """
    others = [each for each in names_in(line) if plain(each) != plain(by.name)]
    known = tuple(by_name[plain(each)] for each in others if plain(each) in by_name)
    return Named(tuple(each for each in others if plain(each) not in by_name), known)


def named_since(line: str, before: str) -> str:
    """Return the names of a line that did not stand in it before, as a line of their own.

    Who was named before is known by now, under another name perhaps, or was let go of.
    """
    known = {plain(each) for each in names_in(before)}
    return ", ".join(each for each in names_in(line) if plain(each) not in known)


def introduce(workspace: Workspace, line: str, by: Person, how_known: str) -> Named:
    """Save those who are named in a line as people whom somebody named, in one commit.

    Who is known already is only linked, unless somebody else named them first. `how_known` is
    noted for the new.
    """
    found = named_in(line, people_by_name(workspace), by)
    with workspace.one_commit():
        workspace.people.add_all(
            Person(name=each, how_known=how_known[:LINE_LENGTH], introduced_by=by.id)
            for each in found.new
        )
        workspace.people.replace_all(
            each.model_copy(update={"introduced_by": by.id})
            for each in found.known
            if not each.introduced_by and by.introduced_by != each.id
        )
    return found


def thanked(touchpoint: Touchpoint, on: date | None) -> Touchpoint:
    """Return the contact as thanked for on a day; with None the thanks are owed again."""
    return touchpoint.model_copy(update={"thanked_on": on})


def is_owed(touchpoint: Touchpoint, letters: Iterable[Letter] = ()) -> bool:
    """Return whether thanks are still owed for a contact: not noted, and no letter of thanks."""
    if not touchpoint.owes_thanks or touchpoint.thanked_on is not None:
        return False
    return not any(
        each.kind in THANKS
        and each.to_id == touchpoint.person_id
        and each.is_out
        and each.sent_on is not None
        and each.sent_on >= touchpoint.happened_on
        for each in letters
    )


def introducer(workspace: Workspace, name: str, person: Person) -> Person | None:
    """Return who introduced a person, by name: as kept, else known, else a new one.

    None without a name, or where it is their own.
    """
    kept = workspace.people.find(person.introduced_by)
    if not plain(name) or plain(name) == plain(person.name):
        return None
    if kept and plain(kept.name) == plain(name):
        return kept
    name = name.strip()[:LINE_LENGTH].strip()
    others = (each for each in workspace.people.all() if each.id != person.id)
    return known_person(others, name) or workspace.people.add(Person(name=name))


def clock_after(workspace: Workspace, touchpoint: Touchpoint, today: date) -> tuple[Clock, date]:
    """Return what a contact that was just saved did to the clock, with the day that matters.

    `AGAIN` and `GOES_ON` come with the next day: it runs from this contact, or from a later one.
    Else the day is that of the contact.
    """
    person = workspace.people.get(touchpoint.person_id)
    contacts = workspace.view(contacts_by_person, today).get(person.id, NONE_YET)
    if not touchpoint.is_real:
        return Clock.NOT_MOVED, touchpoint.happened_on
    upcoming = next_on(person, contacts, today)
    if rests(person, contacts) or upcoming is None:
        return Clock.RESTS, touchpoint.happened_on
    is_last = last_contact(person, contacts, today) == touchpoint.happened_on
    return (Clock.AGAIN if is_last else Clock.GOES_ON), upcoming
