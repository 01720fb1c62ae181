"""The list of people: found by any of their words, by circle, closeness, tag, or what they can do.

What is searched is one text for each person, made once for each revision (`listed_people`), so
that thousands are found while somebody types.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from core.names import plain
from core.people import Circle, Closeness, Help, Person
from core.workspace import Workspace

NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})


class Which(StrEnum):
    """Which people a list shows. Somebody of no circle or no closeness is not placed yet."""

    HERE = "here"
    UNPLACED = "unplaced"
    AWAY = "away"


class Can(StrEnum):
    """What somebody can do for a search (issue 6): each is said on their card."""

    INTRODUCE = "introduce"
    ADVISE = "advise"
    MADE_SHIFT = "made_shift"
    MAY_KNOW = "may_know"


@dataclass(frozen=True)
class Wanted:
    """What a list is to show; what is empty asks for nothing."""

    which: Which = Which.HERE
    words: str = ""
    circle: Circle | None = None
    closeness: Closeness | None = None
    can: Can | None = None
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person, with the words to search in, as they are compared."""

    person: Person
    text: str


def folded(text: str) -> str:
    """Return a text as it is searched: plain, and without accents, so that Zoe finds Zoë."""
    if text.isascii():
        return plain(text)
    apart = unicodedata.normalize("NFKD", text)
    return plain("".join(each for each in apart if not unicodedata.combining(each)))


def listed(
    people: Iterable[Person], noted: Mapping[str, Sequence[str]] = NOTHING
) -> tuple[Listed, ...]:
    """Return people by name, each with the words to search in.

    `noted` is what was noted of contacts with them, by their ids.
    """
    every = (
        Listed(each, folded("\n".join((*_words_of(each), *noted.get(each.id, ())))))
        for each in people
    )
    return tuple(sorted(every, key=lambda each: each.text))


def listed_people(workspace: Workspace) -> tuple[Listed, ...]:
    """Return everybody by name with the words to search in, for `workspace.view`."""
    noted: dict[str, list[str]] = {}
    for each in workspace.touchpoints.all():
        noted.setdefault(each.person_id, []).extend(each.own_words)
    return listed(workspace.people.all(), noted)


def found(among: Iterable[Listed], wanted: Wanted) -> tuple[Person, ...]:
    """Return the people that a list is to show, in the order in which they come.

    Each of the words must stand somewhere in what is noted about a person, in any order.
    """
    said = folded(wanted.words).split()
    tag = plain(wanted.tag)
    return tuple(
        each.person
        for each in among
        if all(word in each.text for word in said)
        and stands(each.person, wanted.which)
        and _fits(each.person, wanted)
        and (not tag or any(plain(own) == tag for own in each.person.tags))
    )


def stands(person: Person, which: Which) -> bool:
    """Return whether somebody belongs to a list; who is put away is in no other."""
    if which is Which.AWAY:
        return person.archived_on is not None
    if person.archived_on is not None:
        return False
    return which is Which.HERE or person.circle is None or person.closeness is None


def can(person: Person, what: Can) -> bool:
    """Return whether somebody can do this, by what is said on their card."""
    return _CAN[what](person)


def counts(people: Iterable[Person]) -> Mapping[Which, int]:
    """Return how many people each list has."""
    every = tuple(people)
    return {each: sum(stands(person, each) for person in every) for each in Which}


def tags(people: Iterable[Person]) -> tuple[str, ...]:
    """Return every tag once, the one used most first, as it was written first."""
    written: dict[str, str] = {}
    used: Counter[str] = Counter()
    for person in people:
        for tag in person.tags:
            written.setdefault(plain(tag), tag)
            used[plain(tag)] += 1
    ranked = sorted(used, key=lambda each: (-used[each], each))
    return tuple(written[each] for each in ranked)


def _words_of(person: Person) -> tuple[str, ...]:
    """Return every line and text of a person that a search reads, the name first."""
    lines = (person.name, person.how_known, person.organisation, person.role, person.address)
    more = (person.phone, person.link, person.cares_about, person.could_give, person.notes)
    return (*lines, *more, *person.tags, *person.knows, *person.may_know_of)


def _fits(person: Person, wanted: Wanted) -> bool:
    return (
        (wanted.circle is None or person.circle is wanted.circle)
        and (wanted.closeness is None or person.closeness is wanted.closeness)
        and (wanted.can is None or can(person, wanted.can))
    )


_CAN: Mapping[Can, Callable[[Person], bool]] = {
    Can.INTRODUCE: lambda person: Help.INTRODUCE in person.helps,
    Can.ADVISE: lambda person: Help.ADVISE in person.helps,
    Can.MADE_SHIFT: lambda person: person.made_shift,
    Can.MAY_KNOW: lambda person: bool(person.may_know_of),
}
