"""People who came from a list: written in one commit, taken back in one step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.imports.people import FILLABLE, Plan
from core.network.pointers import ids_in_use
from core.network.turned import Turned
from core.people import Filled, Person
from core.records import LINE_LENGTH
from core.workspace import Workspace


@dataclass(frozen=True)
class PeopleImport:
    """One import as it stands now: its day, who is still as they came, and who has been used.

    `filled` are the cards whose filled fields can be emptied again, `file` the list's name.
    """

    id: str
    file: str
    on: date | None
    untouched: tuple[Person, ...]
    kept: tuple[Person, ...]
    filled: tuple[Person, ...]


def take_people_in(
    workspace: Workspace, plan: Plan, import_id: str, file: str = ""
) -> tuple[int, int]:
    """Write what was planned in one commit after a safety copy.

    Returns how many came in, and how many cards were filled. The same import writes once: a
    second click adds nothing. `file` is how the list is called, to know it again. Raises
    EditedElsewhereError where a card that is to be filled was changed meanwhile.
    """
    file = " ".join(file.split())[:LINE_LENGTH]
    with workspace.one_commit():
        known = any(import_id in _imports_of(each) for each in workspace.people.all())
        if known or not (plan.new or plan.filled):
            return 0, 0
        if plan.new:
            marks = {"import_id": import_id, "import_file": file}
            workspace.bring_in(each.model_copy(update=marks) for each in plan.new)
        else:
            _keep_safe(workspace)
        workspace.people.replace_all(
            _noted(each, workspace.people.get(each.id), import_id, file) for each in plan.filled
        )
    return len(plan.new), len(plan.filled)


def people_imports_in(workspace: Workspace) -> tuple[PeopleImport, ...]:
    """Return every import of which something is still here, the latest first.

    Whoever was changed since they came, or is named by another record, is kept when it is taken
    back; so is a card that was changed after it was filled.
    """
    people = workspace.people.all()
    if not any(each.import_id or each.filled for each in people):
        return ()
    used = workspace.view(ids_in_use)
    brought: dict[str, list[Person]] = {}
    filled: dict[str, list[Person]] = {}
    for each in people:
        if each.import_id:
            brought.setdefault(each.import_id, []).append(each)
        for note in _standing(each):
            filled.setdefault(note.import_id, []).append(each)
    found = [
        _as_it_stands(id_, brought.get(id_, []), filled.get(id_, []), used)
        for id_ in {**brought, **filled}
    ]
    here = [each for each in found if each.untouched or each.filled]
    return tuple(sorted(here, key=lambda each: each.on or date.min)[::-1])


def take_people_back(workspace: Workspace, import_id: str) -> Turned:
    """Undo an import in one commit; returns what turns that back. What was used since stays."""
    with workspace.one_commit():
        every = people_imports_in(workspace)
        one = next((each for each in every if each.id == import_id), None)
        if one is None:
            return Turned()
        gone = workspace.delete(*one.untouched)
        after = workspace.people.replace_all(_emptied(each, import_id) for each in one.filled)
    return Turned(gone, one.filled, after)


def _keep_safe(workspace: Workspace) -> None:
    """Keep a safety copy where nobody new comes in: deleting nothing keeps one."""
    workspace.delete()


def _as_it_stands(
    import_id: str, brought: list[Person], filled: list[Person], used: frozenset[str]
) -> PeopleImport:
    moments = [each.created_at for each in brought] or [each.updated_at for each in filled]
    untouched = tuple(each for each in brought if each.rev == 1 and each.id not in used)
    notes = (note for each in filled for note in each.filled if note.import_id == import_id)
    files = (*(each.import_file for each in brought), *(note.file for note in notes))
    return PeopleImport(
        import_id,
        next(filter(None, files), ""),
        min((each.date() for each in moments if each), default=None),
        untouched,
        tuple(each for each in brought if each.rev > 1 or each.id in used),
        tuple(filled),
    )


def _imports_of(person: Person) -> Iterator[str]:
    yield from (person.import_id, *(each.import_id for each in person.filled))


def _noted(card: Person, before: Person, import_id: str, file: str) -> Person:
    """Return a card that tells what an import filled on it."""
    fields = tuple(each for each in FILLABLE if getattr(card, each) != getattr(before, each))
    note = Filled(import_id=import_id, file=file, fields=fields, rev=before.rev + 1)
    return card.model_copy(update={"filled": (*_standing(card), note)})


def _standing(card: Person) -> tuple[Filled, ...]:
    """Return what lists filled last, as far as nothing else changed the card since."""
    count = len(card.filled)
    begin = next(
        (
            place + 1
            for place in reversed(range(count))
            if card.filled[place].rev != card.rev - (count - 1 - place)
        ),
        0,
    )
    return card.filled[begin:]


def _emptied(card: Person, import_id: str) -> Person:
    """Return a card without what one import filled; what others filled stands as it is."""
    standing = _standing(card)
    mine = {name for each in standing if each.import_id == import_id for name in each.fields}
    rest = [each for each in standing if each.import_id != import_id]
    first = card.rev + 2 - len(rest)
    noted = tuple(e.model_copy(update={"rev": first + at}) for at, e in enumerate(rest))
    empty = {name: type(card).model_fields[name].get_default() for name in mine}
    return card.model_copy(update={**empty, "filled": noted})
