"""The living plan of a networking sprint: fourteen days, five notes, and how each stands by now.

The plan is the newest finished run of its worksheet (W8). How a note stands is read from letters,
contacts and talks and never asked a second time; only a day that is moved, a note that is let go
and the rest at the end are kept, beside the answers of the run.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from core.network.pace import last_day
from core.network.replies import Became
from core.network.sprint_records import SprintRecords, is_left_alone
from core.network.touchpoints import CameOf
from core.people import Person
from core.worksheets.answers import Answers, Plan, address
from core.worksheets.calculations.network_plan import LETTERS, RESTED, Note, begin_in, notes_in
from core.worksheets.desk import finished
from core.worksheets.person_rows import person_of
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace

SPRINT = "sprint"
"""The id of its worksheet."""

SLOTS, BEGIN_ON = "slots", "begin_on"
"""The answers in which a plan can be changed later on."""

_FIVE, _LETTERS, _GIVE, _NERVES = "five", "letters", "give", "nerves"


class Stands(StrEnum):
    """How one of the five stands, the furthest that the records tell of.

    It rests while the person does: put away, stopped, or after two unanswered notes (rule R28).
    """

    OPEN = "open"
    RESTS = "rests"
    LET_GO = "let_go"
    WRITTEN = "written"
    ANSWERED = "answered"
    TALKED = "talked"
    THANKED = "thanked"


class Doing(StrEnum):
    """The one thing of today, or that there is none."""

    THANK = "thank"
    WRITE = "write"
    ENOUGH = "enough"
    LATER = "later"
    NONE = "none"
    OVER = "over"


REACHED = frozenset({Stands.WRITTEN, Stands.ANSWERED, Stands.TALKED, Stands.THANKED})
"""How a note stands once the person was in touch."""


@dataclass(frozen=True)
class Contact:
    """One of the five: what is planned, who it is as far as they are kept, how it stands by now.

    `on` is the day from which it stands so; `draft` the id of a letter that is begun; `wrote_on`
    the day on which the person wrote to them, whatever came after it.
    """

    note: Note
    person: Person | None
    stands: Stands
    on: date | None = None
    owes_thanks: bool = False
    draft: str = ""
    wrote_on: date | None = None


@dataclass(frozen=True)
class Sprint:
    """Two weeks: where they begin, the five in the order of their days, a plan for nerves."""

    run_id: str
    begins: date
    contacts: tuple[Contact, ...]
    nerves: Plan
    came_of: Mapping[CameOf, int]
    rested_on: date | None = None

    @property
    def ends(self) -> date:
        """The last day: the fourteenth, or a later one on which a note still waits."""
        waiting = (each.note.on for each in self.contacts if each.stands is Stands.OPEN)
        return max((last_day(self.begins), *waiting))

    def count(self, *stands: Stands) -> int:
        """Return how many of the five stand so."""
        return sum(each.stands in stands for each in self.contacts)


@dataclass(frozen=True)
class Next:
    """The one thing of today, and whom it is about; for `LATER` who comes next."""

    doing: Doing
    contact: Contact | None = None


def sprint_now(workspace: Workspace, today: date) -> Sprint | None:
    """Return the two weeks as they stand today, of the newest run that has somebody in it."""
    for run in finished(workspace, SPRINT):
        answers = Answers(worksheets()[SPRINT], run.answers)
        if answers.named(_FIVE):
            return _of_run(workspace, run, answers, today)
    return None


def still_planned(workspace: Workspace, today: date) -> tuple[Contact, ...]:
    """Return those whose note still waits in a running sprint, the earliest day first."""
    sprint = workspace.view(sprint_now, today)
    if sprint is None or sprint.rested_on or today > sprint.ends:
        return ()
    return tuple(each for each in sprint.contacts if each.stands is Stands.OPEN)


def waiting_in_sprint(workspace: Workspace, today: date) -> frozenset[str]:
    """Return the ids of those whom a running sprint still has a day for."""
    waiting = workspace.view(still_planned, today)
    return frozenset(each.person.id for each in waiting if each.person)


def next_thing(sprint: Sprint, today: date) -> Next:
    """Return the one thing of today: thanks first, then one note, and after one note rest."""
    owed = next((each for each in sprint.contacts if each.owes_thanks), None)
    if today > sprint.ends:
        return Next(Doing.OVER)
    if owed:
        return Next(Doing.THANK, owed)
    waiting = next((each for each in sprint.contacts if each.stands is Stands.OPEN), None)
    if waiting is None:
        return Next(Doing.NONE)
    if any(each.wrote_on == today for each in sprint.contacts):
        return Next(Doing.ENOUGH, waiting)
    return Next(Doing.WRITE if waiting.note.on <= today else Doing.LATER, waiting)


def _of_run(workspace: Workspace, run: WorksheetRun, answers: Answers, today: date) -> Sprint:
    over = run.finished_on or today
    begins = begin_in(answers, BEGIN_ON, over)
    notes = notes_in(answers, begins, five=_FIVE, letters=_LETTERS, slots=SLOTS, give=_GIVE)
    people = [person_of(workspace, run, answers, each.key, each.name) for each in notes]
    records = SprintRecords.of(workspace, people)
    found = [
        (note, person, records.became(note, person, min(begins, over), today))
        for note, person in zip(notes, people, strict=True)
    ]
    contacts = tuple(_contact(records, *each) for each in found)
    return Sprint(
        run_id=run.id,
        begins=begins,
        contacts=tuple(_at_rest(workspace, each, today) for each in contacts),
        nerves=answers.plan(_NERVES),
        came_of=Counter(came for _, _, each in found for came in each.came_of),
        rested_on=answers.day(address(BEGIN_ON, RESTED)),
    )


def _contact(records: SprintRecords, note: Note, person: Person | None, found: Became) -> Contact:
    letters = records.letters_to(note, person)
    ours = (each for each in letters if each.kind in LETTERS and each.archived_at is None)
    drafts = (each.id for each in ours if not each.is_out)
    stands, on = _furthest(found, note)
    draft = next(drafts, "")
    return Contact(note, person, stands, on, found.owes_thanks, draft, found.wrote_on)


def _at_rest(workspace: Workspace, contact: Contact, today: date) -> Contact:
    """Return a contact as one that rests, where a note still waits and the person is left alone."""
    rests = contact.stands is Stands.OPEN and is_left_alone(workspace, contact.person, today)
    return replace(contact, stands=Stands.RESTS) if rests else contact


def _furthest(found: Became, note: Note) -> tuple[Stands, date | None]:
    days = {
        Stands.THANKED: found.thanked_on if not found.owes_thanks else None,
        Stands.TALKED: found.talked_on,
        Stands.ANSWERED: found.answered_on,
        Stands.WRITTEN: found.wrote_on,
        Stands.LET_GO: note.let_go_on,
    }
    return next(((stands, on) for stands, on in days.items() if on), (Stands.OPEN, None))
