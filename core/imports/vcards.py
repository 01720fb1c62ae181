"""Cards of an address book, as many in one file as there are: each becomes somebody, or not."""

from pydantic import ValidationError

from core.content.imports import as_compared
from core.content.people_imports import PeopleImportWords
from core.imports.application_rows import CELL_LENGTH
from core.imports.people_rows import PersonRead, PersonRemark, PersonTrouble
from core.imports.sheets import SheetError
from core.imports.vcard_lines import Card, Found, bare, cards_in, first, properties, split, texts
from core.people import Person
from core.records import LINE_LENGTH, TEXT_LENGTH

LARGEST_CARDS = 32_000_000
"""Bytes of a file of cards; most of them are photographs, which stay out."""

MOST_CARDS = 10_000

_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_FIRST = 2000
_BESIDE = " \u00b7 "


class TooManyCardsError(SheetError):
    """There is more in the file than is taken in at once."""

    def __init__(self) -> None:
        super().__init__(
            f"This file is larger than Ajar takes in at once: {LARGEST_CARDS // 1_000_000} MB and "
            f"{MOST_CARDS} cards. Nothing was changed. "
            "Please save it without photographs, or in parts."
        )


class NoCardsError(SheetError):
    """No card begins anywhere in the file."""

    def __init__(self) -> None:
        super().__init__("Ajar finds no card in this file. Nothing was changed.")


def is_cards(raw: bytes) -> bool:
    """Return whether a file begins as cards do."""
    return b"BEGIN:VCARD" in raw[:_FIRST].replace(b"\0", b"").upper()


def read_cards(raw: bytes, words: PeopleImportWords) -> tuple[PersonRead, ...]:
    """Return what each card of a file tells, counted from 1; raises a SheetError."""
    if len(raw) > LARGEST_CARDS:
        raise TooManyCardsError
    cards = list(cards_in(raw))
    if len(cards) > MOST_CARDS:
        raise TooManyCardsError
    if not cards:
        raise NoCardsError
    return tuple(_read(number, card, words) for number, card in enumerate(cards, start=1))


def _read(number: int, card: Card, words: PeopleImportWords) -> PersonRead:
    """Return what one card tells, or why it is left out."""
    if not card.ends:
        return _left_out(number, PersonTrouble.BROKEN)
    found = properties(card)
    kinds = {as_compared(each.text) for name in _KINDS for each in found.get(name, ())}
    if kinds & words.of_groups:
        return _left_out(number, PersonTrouble.GROUP)
    name = _name(found)
    if not name:
        return _left_out(number, PersonTrouble.NO_NAME)
    try:
        return _person(number, name, found, card.strays, words)
    except ValidationError:
        return _left_out(number, PersonTrouble.BROKEN)


def _left_out(number: int, trouble: PersonTrouble) -> PersonRead:
    return PersonRead(number, None, (PersonRemark(number, trouble),))


def _person(
    number: int,
    name: str,
    found: Found,
    strays: int,
    words: PeopleImportWords,
) -> PersonRead:
    address, *addresses = bare(found, "EMAIL") or [
        ", ".join(filter(None, first(found, "ADR", ";")))
    ]
    phone, *phones = bare(found, "TEL") or [""]
    link, *links = sorted(bare(found, "URL", "X-SOCIALPROFILE"), key=_is_no_profile) or [""]
    organisation = ", ".join(filter(None, first(found, "ORG", ";")))
    role = " ".join((*texts(found, "TITLE"), *texts(found, "ROLE"))[:1])
    every = (" ".join(name.split()), organisation, role, address, phone, link)
    lines = tuple(map(_one_line, every))
    long = [each for each in lines if len(each) > LINE_LENGTH]
    beside = _BESIDE.join(dict.fromkeys((*addresses, *phones, *links)))
    notes = "\n\n".join(filter(None, (*texts(found, "NOTE"), *long, beside)))
    listed = (part for each in found.get("CATEGORIES", ()) for part in split(each.text, ","))
    tags = (each[:LINE_LENGTH] for each in listed if as_compared(each) not in words.of_no_tags)
    troubles = {
        PersonTrouble.SHORTENED: bool(long),
        PersonTrouble.CUT: len(notes) > TEXT_LENGTH,
        PersonTrouble.STRAY: bool(strays),
    }
    name, organisation, role, address, phone, link = (each[:LINE_LENGTH] for each in lines)
    person = Person(
        name=name,
        organisation=organisation,
        role=role,
        address=address,
        phone=phone,
        link=link,
        notes=notes[:TEXT_LENGTH],
        tags=tuple(dict.fromkeys(filter(None, tags))),
    )
    cell = name[:CELL_LENGTH]
    remarks = (PersonRemark(number, each, cell=cell) for each, is_so in troubles.items() if is_so)
    return PersonRead(number, person, tuple(remarks))


def _name(found: Found) -> str:
    """Return the name: as it is written in full, else from its parts, else what stands for it."""
    whole = texts(found, "FN")
    if whole:
        return whole[0]
    family, given, more = (*first(found, "N", ";"), "", "", "")[:3]
    made = " ".join(f"{given} {more} {family}".split())
    return made or next(iter((*texts(found, "NICKNAME"), *first(found, "ORG", ";"))), "")


def _one_line(text: str) -> str:
    return " ".join(filter(None, map(str.strip, text.splitlines())))


def _is_no_profile(link: str) -> bool:
    return "linkedin." not in link.casefold()
