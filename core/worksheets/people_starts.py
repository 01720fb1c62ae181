"""What is known already when a networking sprint begins: a few of the people, and five of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from core.cases import Case
from core.network.cadence import Rests, last_contact, rests
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.five import Ask, Candidate, Quiet, pick_five, tie_by
from core.network.suggested import DORMANT_DAYS, Tie
from core.people import Help, Person
from core.records import LINE_LENGTH
from core.worksheets.answers import Answers, address
from core.worksheets.fields import Field
from core.worksheets.raw import keys_in
from core.workspace import Workspace

FIRST = 8
"""So many people a map begins with: more can be added, and the others stay where they are."""

WAS = "was"
"""Beside the cells of a row that came from the records: what stood there when it was begun."""

_DAYS = {
    Quiet.WEEK: 7,
    Quiet.MONTH: 30,
    Quiet.QUARTER: 90,
    Quiet.HALF: 180,
    Quiet.YEAR: DORMANT_DAYS - 1,
}
"""Up to how many days ago each is."""

_SHARE = {Tie.CLOSE: 2, Tie.WEAK: 4, Tie.DORMANT: 2}
"""How many of each sort of tie the first eight are, as far as there are any."""

_HELPS = {Help.ADVISE: Ask.ADVISE, Help.INTRODUCE: Ask.INTRODUCE}

LEFT_ALONE = frozenset({Rests.PUT_AWAY, Rests.STOPPED, Rests.UNANSWERED})
"""Why somebody is left alone, and is in no two weeks meanwhile (rule R28)."""

Known = tuple[Person, Quiet | None]
"""Somebody who is known, and how long ago the last contact was."""


def sprint_people(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return a row for each of the first eight, under the id of the person."""
    answers: dict[str, Any] = {}
    for person, quiet in _first(workspace):
        answers.setdefault(field.id, []).append(person.id)
        cells = {
            "who": person.name,
            "circle": person.circle,
            "closeness": person.closeness,
            "quiet": quiet,
        }
        answers |= _row(field, person, cells)
        answers[address(field.id, person.id, WAS)] = [
            person.name,
            person.circle or "",
            person.closeness or "",
            quiet or "",
        ]
    return answers


def sprint_marks(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return what each of the first eight could do, as it is kept."""
    answers: dict[str, Any] = {}
    for person, _quiet in _first(workspace):
        can = [each.value for each in Ask if each in can_do(person)]
        answers |= _row(field, person, {"can": can})
        answers[address(field.id, person.id, WAS)] = can
    return answers


def sprint_five(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return five of the first eight, in the mix of close, looser and dormant ties."""
    picked = pick_five([_candidate(*each) for each in _first(workspace)])
    keys = [each.candidate.key for each in picked]
    return {field.id: keys} if keys else {}


def sprint_gives(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return what the person noted that they could give."""
    answers: dict[str, Any] = {}
    for person, _quiet in _first(workspace):
        first_line = " ".join(person.could_give.split())[:LINE_LENGTH]
        answers |= _row(field, person, {"give": first_line})
    return answers


def can_do(person: Person) -> frozenset[Ask]:
    """Return what somebody could be asked for, or has done, as it is kept."""
    found = {ask for help_, ask in _HELPS.items() if help_ in person.helps}
    return frozenset(found | ({Ask.SHIFT} if person.made_shift else set()))


def quiet_since(since: date | None, today: date) -> Quiet | None:
    """Return how long ago the last contact was; None where none is known."""
    if since is None:
        return None
    days = (today - since).days
    return next((each for each, most in _DAYS.items() if days <= most), Quiet.LONGER)


def was_in(answers: Answers, table: str, row: str) -> tuple[str, ...] | None:
    """Return what stood in a row when the run was begun; None for a row that was added."""
    stored = answers.raw.get(address(table, row, WAS))
    return None if stored is None else keys_in(stored)


def _first(workspace: Workspace) -> tuple[Known, ...]:
    return workspace.view(_of_each_tie, workspace.now().date())


def _of_each_tie(workspace: Workspace, today: date) -> tuple[Known, ...]:
    """Return the first eight: some of each sort of tie, those who could do most first.

    Who is put away, stopped or left alone after two notes is not among them.
    """
    contacts = workspace.view(contacts_by_person, today)
    known: dict[Tie, list[Known]] = {tie: [] for tie in Tie}
    for person in workspace.people.all():
        of_person = contacts.get(person.id, NONE_YET)
        if rests(person, of_person) in LEFT_ALONE:
            continue
        quiet = quiet_since(last_contact(person, of_person, today), today)
        known[tie_by(person.closeness, quiet)].append((person, quiet))
    for each in known.values():
        each.sort(key=_rank)
    chosen = [each for tie, share in _SHARE.items() for each in known[tie][:share]]
    others = (each for tie, share in _SHARE.items() for each in known[tie][share:])
    chosen += [each for each, _place in zip(others, range(FIRST - len(chosen)), strict=False)]
    return tuple(chosen)


def _rank(known: Known) -> tuple[bool, int, bool, bool]:
    """Return the place among ties of one sort: who has not just heard, could do most, is placed."""
    person, quiet = known
    lately = quiet is Quiet.WEEK
    return lately, -len(can_do(person)), person.closeness is None, person.circle is None


def _candidate(person: Person, quiet: Quiet | None) -> Candidate:
    tie = tie_by(person.closeness, quiet)
    lately = quiet is Quiet.WEEK
    return Candidate(person.id, tie, person.circle or "", can_do(person), lately=lately)


def _row(field: Field, person: Person, cells: Mapping[str, Any]) -> dict[str, Any]:
    return {address(field.id, person.id, name): cell for name, cell in cells.items() if cell}
