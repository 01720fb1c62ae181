"""Doubles: two cards that are likely one person's, and why they seem to be.

People are compared by what stands on their cards. Thousands are compared at once, so each is looked
up by keys and never held against everybody else.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from core.application_log import link_key
from core.content.imports import as_compared
from core.names import plain
from core.people import Person
from core.records import instant
from core.workspace import Workspace

MOST_ALIKE = 5
"""With how many earlier people of one key somebody is compared, the latest first."""

LEAST_DIGITS = 7
"""Digits of a number by which somebody can be known; fewer are an extension."""

PROFILES = "linkedin.com/in"
"""The site on which each person has one page, and one only."""

_PROFILE = re.compile(r"linkedin\.com/in/([^/?#\s]+)", re.IGNORECASE)
_COMPARED_DIGITS = 9
_DIGITS = re.compile(r"\d")
_AFTER_NAME = re.compile(r"\(.*?\)|[\"\u201c\u201e].*?[\"\u201d]")


class Why(StrEnum):
    """Why two seem to be one, the surest first."""

    LINK = "link"
    ADDRESS = "address"
    PHONE = "phone"
    NAME_AND_ORGANISATION = "name_and_organisation"
    NAME = "name"
    SHARED = "shared"
    NAME_ELSEWHERE = "name_elsewhere"


SURE = frozenset({Why.LINK, Why.ADDRESS, Why.PHONE, Why.NAME_AND_ORGANISATION, Why.NAME})
"""Reasons that are enough for a list to know somebody.

The same name elsewhere is not, nor what a family or colleagues of half the name share.
"""

_ORDER = {why: place for place, why in enumerate(Why)}

Key = tuple[int, str]


@dataclass(frozen=True)
class Double:
    """Two who are likely one, the one who came in first before the other."""

    one: Person
    other: Person
    why: Why

    @property
    def is_sure(self) -> bool:
        """Whether more speaks for it than what two people may well have in common."""
        return self.why in SURE

    def has(self, person: Person) -> bool:
        """Return whether somebody is one of the two."""
        return person.id in {self.one.id, self.other.id}


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands on a card, as it is compared; "" for what does not."""

    person: Person
    name: str
    place: str
    address: str
    phone: str
    link: str

    @property
    def keys(self) -> Iterator[Key]:
        both = f"{self.name}, {self.place}"
        told = (self.name, self.address, self.phone, self.link, both)
        yield from ((kind, value) for kind, value in enumerate(told) if value)


class Known:
    """People looked up by what makes two of them the same."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._by_key: dict[Key, list[_Told]] = {}
        for each in people:
            self.learn(each)

    def learn(self, person: Person) -> None:
        """Know one more person."""
        self._learn(_told(person))

    def like(self, person: Person) -> tuple[tuple[Person, Why], ...]:
        """Return the known people who may be this one, each with the surest reason, once."""
        return self._like(_told(person))

    def like_and_learn(self, person: Person) -> tuple[tuple[Person, Why], ...]:
        """Return who may be this one among those known so far, then know this one too."""
        told = _told(person)
        found = self._like(told)
        self._learn(told)
        return found

    def _learn(self, told: _Told) -> None:
        for key in told.keys:
            self._by_key.setdefault(key, []).append(told)

    def _like(self, told: _Told) -> tuple[tuple[Person, Why], ...]:
        found: dict[int, tuple[Person, Why]] = {}
        for key in told.keys:
            for each in self._by_key.get(key, ())[-MOST_ALIKE:]:
                if id(each) not in found and (why := _why(each, told)):
                    found[id(each)] = (each.person, why)
        return tuple(sorted(found.values(), key=lambda pair: _ORDER[pair[1]]))


def likely_doubles(people: Iterable[Person]) -> tuple[Double, ...]:
    """Return the pairs that are likely one person, the surest first, each pair once.

    Who was said to be somebody else is never held to be the same again.
    """
    known = Known()
    found = (
        Double(other, each, why)
        for each in people
        for other, why in known.like_and_learn(each)
        if not are_two(other, each)
    )
    return tuple(sorted(found, key=lambda double: _ORDER[double.why]))


def doubles_in(workspace: Workspace) -> tuple[Double, ...]:
    """Return the likely doubles of everybody who is here, for `workspace.view`."""
    people = workspace.people.all()
    return likely_doubles(sorted(people, key=lambda each: instant(each.created_at)))


def are_two(one: Person, other: Person) -> bool:
    """Return whether the person said that these are two people."""
    return other.id in one.apart_from or one.id in other.apart_from


def name_key(name: str) -> str:
    """Return a name as it is compared: its words in any order, without what stands after it.

    What follows a comma after two words is a title ("Amara Okafor, MBA"), else a first name
    ("Okafor, Amara"). What is in brackets or quotation marks is a nickname.
    """
    bare = _AFTER_NAME.sub(" ", unicodedata.normalize("NFKC", name))
    before, _, _ = bare.partition(",")
    told = as_compared(before if len(as_compared(before).split()) > 1 else bare)
    return " ".join(sorted(told.split())) or plain(name)


def phone_key(phone: str) -> str:
    """Return the last nine digits of a number; "" where it has fewer than seven."""
    digits = "".join(_DIGITS.findall(phone))
    return digits[-_COMPARED_DIGITS:] if len(digits) >= LEAST_DIGITS else ""


def _told(person: Person) -> _Told:
    return _Told(
        person,
        name_key(person.name),
        " ".join(sorted(as_compared(person.organisation).split())),
        plain(person.address).removeprefix("mailto:"),
        phone_key(person.phone),
        _link_key(person.link),
    )


def _link_key(link: str) -> str:
    """Return a link as it is compared; a profile is the same in each country and from anywhere."""
    profile = _PROFILE.search(link)
    return f"{PROFILES}/{plain(unquote(profile[1]))}" if profile else link_key(link)


def _why(one: _Told, other: _Told) -> Why | None:
    """Return the surest reason to hold two for one; None where something speaks against it.

    A profile is somebody's own. Any other page, an address or a number may be shared in a house or
    an office, so the one name is the other, in part or in initials. With one word in common it may
    be somebody else of the family, or the same one under a new name.
    """
    profiles = one.link.startswith(PROFILES) and other.link.startswith(PROFILES)
    if profiles:
        return Why.LINK if one.link == other.link else None
    if set(one.name.split()) & set(other.name.split()):
        for why, mine, theirs in (
            (Why.LINK, one.link, other.link),
            (Why.ADDRESS, one.address, other.address),
            (Why.PHONE, one.phone, other.phone),
        ):
            if mine and mine == theirs:
                return why if _may_be_one_name(one.name, other.name) else Why.SHARED
    return _why_by_name(one, other) if one.name == other.name else None


def _may_be_one_name(one: str, other: str) -> bool:
    """Return whether each word of the shorter name is in the longer one, or begins a word there."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    left = [each for each in longer if each not in shorter]
    initials = [each for each in shorter if each not in longer]
    return all(any(_begin_alike(each, word) for word in left) for each in initials)


def _begin_alike(one: str, other: str) -> bool:
    """Return whether one of two words is the initial of the other."""
    return one[0] == other[0] and min(len(one), len(other)) == 1


def _why_by_name(one: _Told, other: _Told) -> Why:
    if one.place and one.place == other.place:
        return Why.NAME_AND_ORGANISATION
    unlike = (one.address and other.address) or (one.phone and other.phone)
    return Why.NAME_ELSEWHERE if unlike or (one.place and other.place) else Why.NAME
