"""What a networking sprint may keep: people, a step for each note, talks, what is next (W8)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from core.content.slots import fill
from core.names import plain, same_name
from core.network.cadence import last_contact
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.five import Ask, Quiet
from core.network.sprint_records import asked_no_more
from core.network.touchpoints import CameOf, Channel, Touchpoint
from core.people import Circle, Closeness, Help, Person
from core.records import LINE_LENGTH
from core.steps import Step
from core.worksheets.answers import Answers, Row
from core.worksheets.calculations.network_plan import LETTERS, begin_in, notes_in
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.marks import NO_MARK, marks_in
from core.worksheets.people_starts import can_do, was_in
from core.worksheets.person_rows import person_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

_ABOUT = {
    Quiet.WEEK: 3,
    Quiet.MONTH: 15,
    Quiet.QUARTER: 60,
    Quiet.HALF: 135,
    Quiet.YEAR: 270,
    Quiet.LONGER: 400,
}
"""About how many days ago each is: the day from which the clock of somebody new runs."""

_HELPS = {Ask.ADVISE: Help.ADVISE, Ask.INTRODUCE: Help.INTRODUCE}


def _people(  # noqa: PLR0913 - each is a question of the worksheet
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    people: str,
    marks: str,
    give: str,
) -> tuple[Proposal, ...]:
    """Propose each name once: who is known is brought up to date, and never there twice.

    Of a row that came from the records only what was changed in it counts: what was changed in
    the records meanwhile stays.
    """
    can = {row.key: row.cells["can"] for row in answers.rows(marks)}
    gifts = {row.key: row.cells["give"] for row in answers.rows(give)}
    found: dict[str, Proposal] = {}
    for row in answers.rows(people):
        name = row.label[:LINE_LENGTH]
        if plain(name) in found:
            continue
        known = person_of(workspace, run, answers, row.key, name)
        was = was_in(answers, people, row.key) if known else None
        if was and known and known.id != row.key and not same_name(was[0], name):
            was = None
        told = {
            **_placed(row, was),
            **_can(known, can.get(row.key, ()), was_in(answers, marks, row.key) if was else None),
            **_gift(known, gifts.get(row.key, "")),
        }
        since = _since(workspace, known, row.cells["quiet"], day_of(run, now))
        update = told | since
        person = (known or Person(name=name)).model_copy(update=update)
        if known is None or person != known:
            note = keep.says["known" if known else "new"]
            facts = told or {"name": plain(name)}
            found[plain(name)] = Proposal(plain(name), name, note, person, facts)
    return tuple(found.values())


def _placed(row: Row, was: Sequence[str] | None) -> dict[str, Any]:
    """Return circle and closeness as far as they are told, or were changed."""
    told: dict[str, Any] = {}
    for place, (name, kind) in enumerate((("circle", Circle), ("closeness", Closeness)), start=1):
        cell = row.cells[name]
        if cell and (was is None or cell not in was[place : place + 1]):
            told[name] = kind(cell)
    return told


def _can(known: Person | None, can: Sequence[str], was: Sequence[str] | None) -> dict[str, Any]:
    """Return what somebody could do: added to what is known, and taken away where it was shown."""
    marked = {Ask(each) for each in can}
    gone = {Ask(each) for each in was or () if each not in can}
    before = can_do(known) if known else frozenset()
    after = (before | marked) - gone
    if after == before:
        return {}
    helps = {*(known.helps if known else ())} - {_HELPS[each] for each in gone if each in _HELPS}
    helps |= {_HELPS[each] for each in marked if each in _HELPS}
    return {
        "helps": tuple(each for each in Help if each in helps),
        "made_shift": Ask.SHIFT in after,
    }


def _gift(known: Person | None, gift: str) -> dict[str, Any]:
    """Return what could be given, where nothing is noted so far: a line never replaces a text."""
    return {"could_give": gift} if gift and not (known and known.could_give) else {}


def _since(
    workspace: Workspace, known: Person | None, quiet: str | None, day: date
) -> dict[str, Any]:
    """Return about when the last contact was, where the records tell of none."""
    contacts = (
        workspace.view(contacts_by_person, day).get(known.id, NONE_YET) if known else NONE_YET
    )
    if not quiet or (known and last_contact(known, contacts, day)):
        return {}
    return {"last_before": day - timedelta(days=_ABOUT[Quiet(quiet)])}


def _days(  # noqa: PLR0913 - each is a question of the worksheet
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    five: str,
    letters: str,
    slots: str,
    begin_on: str,
) -> tuple[Proposal, ...]:
    """Propose a step for each note whose day is not over, on that day.

    One that stands on that day already, or is over, is not proposed again, and none to
    somebody who was in touch since, or is left alone by now.
    """
    begins, today = begin_in(answers, begin_on, day_of(run, now)), now.date()
    notes = notes_in(answers, begins, five=five, letters=letters, slots=slots)
    since = min(begins, day_of(run, now))
    over = asked_no_more(workspace, run, answers, notes, since=since, today=today)
    marks = {key: mark for (name, key), mark in marks_in(run.kept).items() if name == keep.id}
    proposals = []
    for note in notes:
        before = workspace.steps.find(marks.get(note.key, NO_MARK).record_id)
        stands = before is not None and (not before.is_open or before.due == note.on)
        if stands or note.let_go_on or note.on < today or note.key in over:
            continue
        text = fill(keep.says[note.letter], name=note.name)[:LINE_LENGTH]
        step = Step(text=text, why=keep.says["why"], due=note.on, case_id=run.case_id)
        proposals.append(Proposal(note.key, text, _when(keep, note.on, today), step))
    return tuple(proposals)


def _when(keep: Keep, day: date, today: date) -> str:
    days = (day - today).days
    said = ("today", "tomorrow")[days] if days <= 1 else "later"
    return fill(keep.says[said], days=days)


def _contacts(  # noqa: PLR0913 - each is a question of the worksheet
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    after: str,
) -> tuple[Proposal, ...]:
    """Propose each talk that took place for the log, and thanks for one that came of this run.

    It waits until the person is among those who are known; what stands in the log stays.
    """
    marks = marks_in(run.kept)
    proposals = []
    for row in _talked(answers, after, now.date()):
        person, day = person_of(workspace, run, answers, row.key, row.label), row.cells["talked"]
        if person is None:
            continue
        thanked = row.cells["thanked"]
        thanked = thanked if thanked and thanked >= day else None
        if _is_logged(workspace, person, day):
            ours = workspace.touchpoints.find(marks.get((keep.id, row.key), NO_MARK).record_id)
            if thanked and ours and ours.happened_on == day and ours.thanked_on is None:
                told = {"thanked_on": thanked}
                same = ours.model_copy(update=told)
                proposals.append(Proposal(row.key, person.name, keep.says["thanks"], same, told))
            continue
        touch = Touchpoint(
            happened_on=day,
            person_id=person.id,
            channel=Channel.CALL,
            came_of=(CameOf.LEARNED,) if row.cells["learned"] else (),
            note=row.cells["learned"],
            owes_thanks=True,
            thanked_on=thanked,
        )
        proposals.append(Proposal(row.key, person.name, keep.says["note"], touch))
    return tuple(proposals)


def _next(
    _: Workspace, run: WorksheetRun, answers: Answers, now: datetime, keep: Keep, *, after: str
) -> tuple[Proposal, ...]:
    """Propose what comes next after a talk, as a small step for today."""
    return tuple(
        Proposal(
            row.key,
            row.cells["next"],
            fill(keep.says["note"], name=row.label),
            Step(text=row.cells["next"][:LINE_LENGTH], due=now.date(), case_id=run.case_id),
            {"text": row.cells["next"]},
        )
        for row in _talked(answers, after, now.date())
        if row.cells["next"]
    )


def _talked(answers: Answers, after: str, today: date) -> Iterator[Row]:
    for row in answers.rows(after):
        if row.cells["talked"] and row.cells["talked"] <= today:
            yield row


def _is_logged(workspace: Workspace, person: Person, day: date) -> bool:
    """Return whether a contact with somebody on a day stands in the log, or a talk then."""
    touched = (each.happened_on for each in workspace.touchpoints.all() if _of(each, person))
    held = (each.held_on for each in workspace.talks.all() if each.person_id == person.id)
    return day in {*touched, *held}


def _of(touch: Touchpoint, person: Person) -> bool:
    return touch.person_id == person.id and touch.is_heard


PEOPLE = Keeper(_people, frozenset({"new", "known"}))
DAYS = Keeper(
    _days,
    frozenset({*(each.value for each in LETTERS), "today", "tomorrow", "later", "why"}),
)
CONTACTS = Keeper(_contacts, frozenset({"note", "thanks"}))
NEXT = Keeper(_next, frozenset({"note"}))
