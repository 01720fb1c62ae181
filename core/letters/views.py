"""What letter screens ask of a workspace on every run, computed once for each revision."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from core.content.loader import case_words
from core.decisions.weighed import weighing
from core.letters.fitting import WEIGH_FIRST, Fit, fitting
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.letters.reminders import Known, Reminder, moment_of, reminders
from core.letters.timing import Moment
from core.network.contacts import contacts_by_person
from core.records import instant
from core.workspace import Workspace

Shelves = tuple[tuple[Letter, ...], tuple[Letter, ...]]


def fits_of(workspace: Workspace, case_id: str, today: date) -> tuple[Fit, ...]:
    """Return the kinds that fit a case today, the best first; without a case what always may.

    Where going back was weighed already, nobody is asked to weigh it first.
    """
    case = workspace.cases.find(case_id)
    heard = any(each.case_id == case_id for each in workspace.feedback.all())
    letters, waits = workspace.letters.all(), case_words().waits
    fits = fitting(case, letters, waits, today, has_feedback=heard)
    if weighing(workspace, case_id, today) is None:
        return fits
    return tuple(replace(each, note="") if each.note == WEIGH_FIRST else each for each in fits)


def kept_letters(workspace: Workspace) -> Shelves:
    """Return the letters at hand and those put away, the one changed last first."""
    every = sorted(workspace.letters.all(), key=lambda each: -instant(each.updated_at))
    at_hand = tuple(each for each in every if each.archived_at is None)
    return at_hand, tuple(each for each in every if each.archived_at is not None)


def begun(workspace: Workspace, case_id: str) -> Mapping[Kind, Letter]:
    """Return the letters of a case that are not yet sent, of each kind the one changed last."""
    at_hand, _ = kept_letters(workspace)
    ours = (each for each in reversed(at_hand) if case_id and each.case_id == case_id)
    return {each.kind: each for each in ours if not each.is_out}


def letter_reminders(workspace: Workspace, minute: datetime) -> tuple[Reminder, ...]:
    """Return what Today recalls of letters, as of this minute."""
    letters, cases = workspace.letters.all(), workspace.cases.all()
    return reminders(letters, cases, case_words().waits, minute, known_on(workspace, minute.date()))


def moment_for(workspace: Workspace, letter: Letter, now: datetime) -> Moment:
    """Return what the time of a letter depends on."""
    letters, cases = workspace.letters.all(), workspace.cases.all()
    return moment_of(
        letter,
        letters,
        cases,
        workspace.check_ins.all(),
        now,
        waits=workspace.waits.all(),
        known=known_on(workspace, now.date()),
    )


def known_on(workspace: Workspace, today: date) -> Known:
    """Return what is known of people beside the letters to them, as of a day."""
    hires = frozenset(each.id for each in workspace.people.all() if each.hires)
    return Known(workspace.view(contacts_by_person, today), hires)
