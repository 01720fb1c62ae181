"""People on their way out: a CSV file that Ajar reads back, and cards for any address book.

No cell begins with what a program would take for a formula. The cards are vCard 3.0 (RFC 2426),
which phones and address books know best; lines are folded at 75 bytes.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum

from core.content.imports import ImportWords
from core.content.network import NetworkWords
from core.content.people_imports import OWN, PeopleImportWords
from core.content.steady import SteadyWords
from core.exports.applications import guarded
from core.network.contacts import NONE_YET, Contacts
from core.people import Person

FOLDED_AT = 75
"""Bytes of a line, its end left out, after which it goes on in the next (RFC 2426, 2.6)."""

_SIGNS = frozenset(',;|":*\n')
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "", ",": "\\,", ";": "\\;"})


class Labels:
    """How the download calls its columns, and what stands in their cells."""

    def __init__(
        self,
        people: PeopleImportWords,
        rows: ImportWords,
        network: NetworkWords,
        steady: SteadyWords,
    ) -> None:
        self.columns = [people.fields[each].label for each in OWN]
        self._yes = rows.yes[0]
        self._words: dict[str, str] = {
            **{each.value: label for each, label in network.circles.items()},
            **{each.value: label for each, label in network.closeness.items()},
            **{kind.value: each.label for kind, each in steady.helps.items()},
        }

    def cell(self, value: object) -> str:
        """Return what stands in a cell for a value of a card; "" for what is not said."""
        if isinstance(value, bool):
            return self._yes if value else ""
        if isinstance(value, tuple):
            return _listed([self.cell(each) for each in value])
        if isinstance(value, StrEnum):
            return self._words.get(value.value, value.value)
        if isinstance(value, date):
            return value.isoformat()
        return "" if value is None else str(value)


def with_last_contact(
    people: Iterable[Person], contacts: Mapping[str, Contacts]
) -> tuple[Person, ...]:
    """Return people with the last contact that was noted as the day they were last in touch.

    A list holds no log, so that day is what goes with them.
    """
    days = ((each, contacts.get(each.id, NONE_YET).last_on) for each in people)
    return tuple(
        each.model_copy(update={"last_before": max(on, each.last_before or on)}) if on else each
        for each, on in days
    )


def as_people_csv(people: Iterable[Person], labels: Labels) -> bytes:
    """Return a CSV file (UTF-8 with its mark, commas) with one row for each person."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(labels.columns)
    for each in people:
        writer.writerow([guarded(labels.cell(getattr(each, field))) for field in OWN])
    return out.getvalue().encode("utf-8-sig")


def as_vcards(people: Iterable[Person]) -> bytes:
    """Return one file of cards (vCard 3.0, UTF-8), one for each person.

    What Ajar alone has a use for, such as circles and days, stays out.
    """
    return b"".join(_folded(line) for each in people for line in _lines(each))


def _lines(person: Person) -> Iterator[str]:
    given, _, family = person.name.rpartition(" ")
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:{person.id}")
    yield f"FN:{_escaped(person.name)}"
    yield f"N:{_escaped(family)};{_escaped(given)};;;"
    for name, text in _told(person).items():
        if text:
            yield f"{name}:{text}"
    yield "END:VCARD"


def _told(person: Person) -> Mapping[str, str]:
    is_email = "@" in person.address
    return {
        "ORG": _escaped(person.organisation),
        "TITLE": _escaped(person.role),
        "EMAIL;TYPE=INTERNET": _escaped(person.address) if is_email else "",
        "ADR": "" if is_email or not person.address else f";;{_escaped(person.address)};;;;",
        "TEL": _escaped(person.phone),
        "URL": _escaped(person.link),
        "CATEGORIES": ",".join(map(_escaped, person.tags)),
        "NOTE": _escaped(person.notes),
    }


def _escaped(text: str) -> str:
    return "\n".join(text.splitlines()).translate(_ESCAPES)


def _folded(line: str) -> bytes:
    """Return a line of a card as bytes; no letter is cut in two where it goes on in the next."""
    pieces, piece, most = [], b"", FOLDED_AT
    for letter in line:
        raw = letter.encode()
        if len(piece) + len(raw) > most:
            pieces.append(piece)
            piece, most = b"", FOLDED_AT - 1
        piece += raw
    return b"\r\n ".join((*pieces, piece)) + b"\r\n"


def _listed(items: Iterable[str]) -> str:
    """Return a small list in one cell; its items are in quotes where one holds a sign."""
    every = tuple(items)
    if not any(_SIGNS & set(each) for each in every):
        return ", ".join(every)
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="").writerow(every)
    return out.getvalue()
