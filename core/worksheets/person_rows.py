"""Who a row of a networking sprint stands for, whatever they are called by now."""

from collections.abc import Mapping

from core.names import plain, same_name
from core.people import Person
from core.records import LINE_LENGTH
from core.worksheets.answers import Answers
from core.worksheets.marks import NO_MARK, marks_in
from core.worksheets.people_starts import was_in
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


def _by_name(workspace: Workspace) -> Mapping[str, Person]:
    """Return who goes by each name, the first of several."""
    return {plain(each.name): each for each in reversed(workspace.people.all())}
