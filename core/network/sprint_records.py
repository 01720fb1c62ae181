"""What the records tell of the people of a networking sprint: letters, contacts and talks.

Nothing of it is asked a second time, by the two weeks or by the worksheet they come from.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from core.letters.letter import Letter
from core.names import same_name
from core.network.cadence import rests
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.replies import Became, became
from core.network.talks import Talk
from core.network.touchpoints import Touchpoint
from core.people import Person
from core.worksheets.answers import Answers
from core.worksheets.calculations.network_plan import Note
from core.worksheets.people_starts import LEFT_ALONE
from core.worksheets.person_rows import person_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


@dataclass(frozen=True)
class SprintRecords:
    """The letters, and the contacts and talks with some people, read in one pass."""

    letters: tuple[Letter, ...]
    touchpoints: tuple[Touchpoint, ...]
    talks: tuple[Talk, ...]

    @classmethod
    def of(cls, workspace: Workspace, people: Iterable[Person | None]) -> "SprintRecords":
        """Return the records of some people; None is somebody who is not kept."""
        ids = {each.id for each in people if each}
        return cls(
            workspace.letters.all(),
            tuple(each for each in workspace.touchpoints.all() if each.person_id in ids),
            tuple(each for each in workspace.talks.all() if each.person_id in ids),
        )

    def letters_to(self, note: Note, person: Person | None) -> Iterator[Letter]:
        """Yield the letters to somebody: by who they are, else by the name on the letter."""
        for each in self.letters:
            if each.to_id and person:
                if each.to_id == person.id:
                    yield each
            elif same_name(each.to_name, note.name):
                yield each

    def became(self, note: Note, person: Person | None, since: date, today: date) -> Became:
        """Return what became of it with somebody, from `since` to today."""
        known = person.id if person else None
        return became(
            self.letters_to(note, person),
            (each for each in self.touchpoints if each.person_id == known),
            (each for each in self.talks if each.person_id == known),
            since,
            today,
        )


def asked_no_more(  # noqa: PLR0913 - the run, its notes, and from when to when
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    notes: Sequence[Note],
    *,
    since: date,
    today: date,
) -> frozenset[str]:
    """Return the keys of the notes whose person was in touch since, or is left alone by now."""
    people = [person_of(workspace, run, answers, each.key, each.name) for each in notes]
    records = SprintRecords.of(workspace, people)

    def is_over(note: Note, person: Person | None) -> bool:
        found = records.became(note, person, since, today)
        in_touch = found.wrote_on or found.answered_on or found.talked_on
        return bool(in_touch) or is_left_alone(workspace, person, today)

    return frozenset(
        note.key for note, person in zip(notes, people, strict=True) if is_over(note, person)
    )


def is_left_alone(workspace: Workspace, person: Person | None, today: date) -> bool:
    """Return whether somebody is put away, stopped, or rests after two notes (rule R28)."""
    if person is None:
        return False
    known = workspace.view(contacts_by_person, today).get(person.id, NONE_YET)
    return rests(person, known) in LEFT_ALONE
