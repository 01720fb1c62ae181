"""Who a row of a networking sprint stands for, whatever they are called by now."""

from collections.abc import Mapping

from core.names import plain, same_name
from core.people import Person
from core.records import LINE_LENGTH
from core.worksheets.answers import DOT, Answers, address
from core.worksheets.marks import NO_MARK, as_text, marks_in, others_in
from core.worksheets.people_starts import WAS, was_in
from core.worksheets.raw import keys_in
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

PEOPLE = "people"
"""The table of the worksheet in which people stand, and the keep that adds them."""


def person_of(
    workspace: Workspace, run: WorksheetRun, answers: Answers, row: str, name: str
) -> Person | None:
    """Return who a row stands for, or None where nobody is known by it.

    The id decides as long as the name in the row is the one that it came with, or that of the
    card: whoever is renamed or merged stays the same. A name that was typed is who was kept from
    this row, else who goes by that name.
    """
    by_id = workspace.people.find(row)
    was = was_in(answers, PEOPLE, row) or ("",)
    if by_id and (same_name(by_id.name, name) or same_name(was[0], name)):
        return by_id
    called = plain(name[:LINE_LENGTH])
    mark = marks_in(run.kept).get((PEOPLE, called), NO_MARK)
    return workspace.people.find(mark.record_id) or workspace.view(_by_name).get(called)


def has_rows_of_both(run: WorksheetRun, one: str, other: str) -> bool:
    """Return whether a run says something else of each of two people, by their ids."""
    return any(
        answer != answers.get(twin, answer)
        for answers in (run.answers, run.elsewhere)
        for place, answer in answers.items()
        if (twin := DOT.join(other if part == one else part for part in place.split(DOT))) != place
    )


def with_both_rows(run: WorksheetRun, gone: str, kept: str) -> WorksheetRun:
    """Return a run that has a row for each of two who are one by now, with every word of both.

    Both rows stand for the one who is kept: `person_of` finds them by what the run remembers.
    """
    marks = {
        where: mark._replace(record_id=kept) if mark.record_id == gone else mark
        for where, mark in marks_in(run.kept).items()
    }
    for name in keys_in(run.answers.get(address(PEOPLE, gone, WAS)))[:1]:
        where = (PEOPLE, plain(name))
        marks[where] = marks.get(where, NO_MARK)._replace(record_id=kept)
    remembered = (*others_in(run.kept), *(as_text(*each) for each in marks.items()))
    return run.model_copy(update={"kept": remembered})


def _by_name(workspace: Workspace) -> Mapping[str, Person]:
    """Return who goes by each name, the first of several."""
    return {plain(each.name): each for each in reversed(workspace.people.all())}
