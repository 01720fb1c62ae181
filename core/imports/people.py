"""People on their way in: what a file would bring, and what of that the person wants.

Somebody is known already by their page, their address or number, or their name (`core.network.
doubles`); the same name at another workplace is somebody else until the person says otherwise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.content.imports import as_compared
from core.content.people_imports import OWN, PeopleImportWords
from core.imports.people_rows import LEFT_OUT, PersonRead, PersonRemark
from core.imports.sheets import NoRowsError, Sheet, SheetError, read_sheet
from core.network.cadence import gap_days, rests
from core.network.contacts import NONE_YET
from core.network.doubles import SURE, Known, Why
from core.people import Circle, Person
from core.records import LINE_LENGTH

OF_THE_CLOCK = frozenset(
    {"closeness", "last_before", "every_days", "not_before", "stopped_on", "archived_on", "hires"}
)
"""Fields that a list never fills on a card that is here: they say when somebody is due.

The day since when they are known does so too, where a card is placed or of somebody who hires.
"""

FILLABLE = tuple(str(each) for each in OWN if each not in {*OF_THE_CLOCK, "name"})


class NobodyError(SheetError):
    """There is no row below the names of the columns."""

    def __init__(self) -> None:
        super().__init__(
            "There is nobody in this file. Nothing was changed. The first row names the columns, "
            "and each row below it is one person."
        )


def read_people_sheet(raw: bytes, words: PeopleImportWords) -> Sheet:
    """Return the table in a file of people; raises a SheetError."""
    try:
        return read_sheet(raw, lambda name: as_compared(name) in words.field_names)
    except NoRowsError:
        raise NobodyError from None


class Twins(StrEnum):
    """What becomes of those who are known already."""

    LEAVE = "leave"
    FILL = "fill"
    KEEP = "keep"


@dataclass(frozen=True)
class Incoming:
    """Somebody in a file, and who they are already: here (`known`), or higher up (`above`).

    `above` is a place in the file's people. `why` says how they were known again.
    """

    row: int
    person: Person
    known: Person | None = None
    above: int | None = None
    why: Why | None = None

    @property
    def is_new(self) -> bool:
        """Whether nobody like them is here or higher up in the file."""
        return self.why is None


@dataclass(frozen=True)
class PeoplePreview:
    """What a file would bring, in the order of the file, and what is odd about it."""

    every: tuple[Incoming, ...]
    remarks: tuple[PersonRemark, ...]

    @property
    def new(self) -> tuple[Incoming, ...]:
        """Those who are neither here nor higher up in the file."""
        return tuple(each for each in self.every if each.is_new)

    @property
    def twins(self) -> tuple[Incoming, ...]:
        """Those who are known already."""
        return tuple(each for each in self.every if not each.is_new)

    @property
    def with_clock(self) -> tuple[Incoming, ...]:
        """Those of the new who would have a day from the start, by what the file tells of them."""
        return tuple(each for each in self.new if rests(each.person, NONE_YET) is None)

    @property
    def left_out(self) -> tuple[PersonRemark, ...]:
        """The rows that bring nobody, and why."""
        return tuple(each for each in self.remarks if each.trouble in LEFT_OUT)

    @property
    def brought_in_part(self) -> tuple[PersonRemark, ...]:
        """The rows that are brought in without something that could not be read."""
        return tuple(each for each in self.remarks if each.trouble not in LEFT_OUT)


@dataclass(frozen=True)
class Wishes:
    """What the person wants of an import: what becomes of twins, one circle and tag for the new."""

    twins: Twins = Twins.LEAVE
    circle: Circle | None = None
    tag: str = ""


@dataclass(frozen=True)
class Plan:
    """What would be written: people who come in, and cards that are filled, as they would be."""

    new: tuple[Person, ...]
    filled: tuple[Person, ...]


def preview_people(reads: Iterable[PersonRead], here: Iterable[Person]) -> PeoplePreview:
    """Return what a file would bring; `here` is who is known already."""
    known, above = Known(here), Known()
    places: dict[int, int] = {}
    every: list[Incoming] = []
    remarks: list[PersonRemark] = []
    for read in reads:
        remarks += read.remarks
        if read.person is None:
            continue
        one = _recognised(read.row, read.person, known.like(read.person))
        others = above.like_and_learn(read.person)
        if one is None and (twin := _surest(others)):
            one = Incoming(read.row, read.person, above=places[id(twin[0])], why=twin[1])
        places[id(read.person)] = len(every)
        every.append(one or Incoming(read.row, read.person))
    return PeoplePreview(tuple(every), tuple(remarks))


def planned(looked_at: PeoplePreview, wishes: Wishes) -> Plan:
    """Return what an import would write, as the person wants it."""
    keeps, fills = wishes.twins is Twins.KEEP, wishes.twins is Twins.FILL
    new: dict[int, Person] = {}
    filled: dict[str, Person] = {}
    for place, each in enumerate(looked_at.every):
        if each.is_new or keeps:
            new[place] = each.person
        elif fills and each.known:
            known = filled.get(each.known.id, each.known)
            filled[known.id] = _filled(known, each.person)
        elif fills and each.above is not None:
            _fill_above(looked_at.every, each, new, filled)
    changed = {each.known.id: each.known for each in looked_at.every if each.known}
    return Plan(
        tuple(_placed(each, wishes) for each in new.values()),
        tuple(each for id_, each in filled.items() if each != changed[id_]),
    )


def _recognised(row: int, person: Person, alike: Sequence[tuple[Person, Why]]) -> Incoming | None:
    found = _surest(alike)
    return Incoming(row, person, known=found[0], why=found[1]) if found else None


def _surest(alike: Sequence[tuple[Person, Why]]) -> tuple[Person, Why] | None:
    return next((each for each in alike if each[1] in SURE), None)


def _fill_above(
    every: Sequence[Incoming], each: Incoming, new: dict[int, Person], filled: dict[str, Person]
) -> None:
    """Fill whoever stands higher up in the file, or the card that those filled themselves."""
    place = each.above if each.above is not None else -1
    twin = every[place]
    while not twin.is_new and twin.above is not None:
        place, twin = twin.above, every[twin.above]
    if twin.known:
        filled[twin.known.id] = _filled(filled.get(twin.known.id, twin.known), each.person)
    else:
        new[place] = _filled(new[place], each.person)


def _filled(card: Person, other: Person) -> Person:
    """Return a card whose empty fields hold what another one has; no clock is set by it."""
    runs = gap_days(card) is not None
    names = (name for name in FILLABLE if not (runs and name == "known_since"))
    empty = (name for name in names if not getattr(card, name) and getattr(other, name))
    return card.model_copy(update={name: getattr(other, name) for name in empty})


def _placed(person: Person, wishes: Wishes) -> Person:
    """Return somebody with the circle and the tag that all are put into."""
    tag = wishes.tag.strip()[:LINE_LENGTH]
    tags = person.tags if not tag or tag in person.tags else (*person.tags, tag)
    return person.model_copy(update={"circle": person.circle or wishes.circle, "tags": tags})
