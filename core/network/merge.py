"""Merging: two cards of one person become one, and no word and no contact is lost."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from core.errors import AjarError, EditedElsewhereError
from core.names import plain
from core.network.pointers import pointing_to, repointed
from core.network.turned import Turned
from core.people import Person
from core.records import LINE_LENGTH, TEXT_LENGTH, Record, instant, longest
from core.worksheets.person_rows import has_rows_of_both, with_both_rows
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

PICKED = ("circle", "closeness", "every_days")
"""What can only be one of the two, beside their lines."""

_TEXTS = tuple(n for n, each in Person.model_fields.items() if longest(each) == TEXT_LENGTH)
_OF_THE_KEPT = frozenset(
    {"id", "rev", "created_at", "updated_at", "import_id", "import_file", "filled"}
)
_PARAGRAPH = "\n\n"
_BESIDE = " \u00b7 "


class TooMuchError(AjarError):
    """Two cards hold more in one text than one card can."""

    def __init__(self) -> None:
        super().__init__(
            "These two cards have more notes than one card can hold. Nothing was changed. "
            "Please shorten one of them first."
        )


def differing(one: Person, other: Person) -> tuple[str, ...]:
    """Return the fields of which only one can stand and in which both hold something else.

    Capitals and spaces make no difference.
    """
    lines = (name for name, f in Person.model_fields.items() if longest(f) == LINE_LENGTH)
    values = ((name, getattr(one, name), getattr(other, name)) for name in (*lines, *PICKED))
    return tuple(
        name
        for name, mine, theirs in values
        if mine and theirs and plain(str(mine)) != plain(str(theirs))
    )


def proposed(one: Person, other: Person) -> Mapping[str, str]:
    """Return whose value is proposed for each field in which two differ, by id.

    That is the fuller name, and of all else what was written last.
    """
    newer = max((one, other), key=lambda each: instant(each.updated_at))
    fuller = max((one, other), key=lambda each: (len(each.name.split()), len(each.name)))
    return {name: (fuller if name == "name" else newer).id for name in differing(one, other)}


def merged(kept: Person, gone: Person, chosen: Mapping[str, str] | None = None) -> Person:
    """Return one card of two, under the id of the one that is kept; raises TooMuchError.

    `chosen` says by id whose value stands where both have one; else it is as `proposed`. A line
    that gives way goes on in the notes; texts follow one another, lists are joined. Whoever is
    put away on one card only is here; whoever is not to be reminded of on one is not at all.
    """
    whose = {**proposed(kept, gone), **(chosen or {})}
    fields = {**(gone.model_extra or {}), **kept.model_dump()}
    aside = []
    for name in set(Person.model_fields) - _OF_THE_KEPT:
        join = _follow if name in _TEXTS else _joined
        fields[name] = join(getattr(kept, name), getattr(gone, name))
    for name, id_ in whose.items():
        mine, theirs = getattr(kept, name), getattr(gone, name)
        stands, gives_way = (theirs, mine) if id_ == gone.id else (mine, theirs)
        fields[name] = stands
        if isinstance(gives_way, str) and name not in PICKED and not _says(stands, gives_way):
            aside.append(gives_way)
    if not (kept.archived_on and gone.archived_on):
        fields["archived_on"] = None
    days = filter(None, (kept.known_since, gone.known_since))
    fields["known_since"] = min(days, default=None)
    read = max((kept, gone), key=lambda each: each.boundary_on or date.min)
    fields["boundary"] = read.boundary
    others = (each.introduced_by for each in (kept, gone))
    fields["introduced_by"] = next((e for e in others if e not in {"", kept.id, gone.id}), "")
    fields["notes"] = _follow(fields["notes"], _BESIDE.join(aside))
    if any(len(fields[name]) > TEXT_LENGTH for name in _TEXTS):
        raise TooMuchError
    return _beside_itself(repointed(Person.model_validate(fields), gone.id, kept.id))


def merge(
    workspace: Workspace, kept: Person, gone: Person, chosen: Mapping[str, str] | None = None
) -> Turned:
    """Make one card of two in one commit after a safety copy; returns what turns it back.

    Everything that named the one that went names the one that stays; a worksheet with a row for
    each keeps both rows. Raises NotFoundError, EditedElsewhereError where one of them was changed
    meanwhile, and TooMuchError.
    """
    card = merged(kept, gone, chosen)
    with workspace.one_commit():
        stored = workspace.people.get(gone.id)
        if stored.rev != gone.rev:
            raise EditedElsewhereError(gone.called, gone, stored)
        others = [each for each in pointing_to(workspace, gone.id) if each.id != kept.id]
        before = (workspace.people.get(kept.id), *others)
        deleted = workspace.delete(gone)
        after: dict[str, Record] = {kept.id: workspace.people.replace(card)}
        for home in workspace.collections:
            here = (each for each in others if type(each) is home.kind)
            moved = home.replace_all(_moved(each, gone.id, kept.id) for each in here)
            after |= {each.id: each for each in moved}
    return Turned(deleted, before, tuple(after[each.id] for each in before))


def keep_apart(workspace: Workspace, one: Person, other: Person) -> Person:
    """Remember that these are two people; noted on the first, and asked no more."""
    known = workspace.people.get(one.id)
    apart = tuple(dict.fromkeys((*known.apart_from, other.id)))
    return workspace.people.replace(known.model_copy(update={"apart_from": apart}))


def _moved(record: Record, gone: str, kept: str) -> Record:
    """Return a record that names the one who stays; of a worksheet with both, each row stays."""
    if isinstance(record, WorksheetRun) and has_rows_of_both(record, gone, kept):
        return with_both_rows(record, gone, kept)
    return repointed(record, gone, kept)


def _beside_itself(card: Person) -> Person:
    """Return a card that does not say of somebody that they are not themselves."""
    apart = tuple(each for each in card.apart_from if each != card.id)
    return card.model_copy(update={"apart_from": apart})


def _joined(mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """Return what stands where nobody is asked: both where that can be, else the later, or mine."""
    if isinstance(mine, bool):
        return mine or theirs
    if isinstance(mine, tuple):
        return tuple(dict.fromkeys((*mine, *theirs)))
    if isinstance(mine, date) and isinstance(theirs, date):
        return max(mine, theirs)
    return mine or theirs


def _follow(one: str, other: str) -> str:
    """Return two texts one after the other; one alone where it has each paragraph of the other."""
    parts, others = one.split(_PARAGRAPH), other.split(_PARAGRAPH)
    if not other or set(others) <= set(parts):
        return one
    return other if set(parts) <= set(others) or not one else f"{one}{_PARAGRAPH}{other}"


def _says(line: str, other: str) -> bool:
    """Return whether a line has every word of another one."""
    return set(other.casefold().split()) <= set(line.casefold().split())
