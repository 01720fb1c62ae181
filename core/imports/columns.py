"""What the columns of a foreign list are, and what its words stand for: guessed, and changeable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.cases import Stage
from core.content.imports import Field, ImportWords, as_compared
from core.imports.days import Order, orders_of
from core.imports.sheets import Sheet

DAYS = (Field.SENT_ON, Field.ENDED_ON, Field.ARCHIVED_ON)
NOTHING = "nothing"
"""The meaning of a word that is brought in as if the cell were empty."""


@dataclass(frozen=True)
class Matching:
    """How a sheet is read: a field or None for each column, the order of days, and what each
    word for a state stands for (word as compared: id of a meaning).
    """

    fields: tuple[Field | None, ...]
    order: Order = Order.DAY_FIRST
    meanings: Mapping[str, str] = field(default_factory=dict)

    def places(self, *wanted: Field) -> tuple[int, ...]:
        """Return the places of the columns that hold one of these fields."""
        return tuple(place for place, each in enumerate(self.fields) if each in wanted)


@dataclass(frozen=True)
class State:
    """A word for a state in a sheet: as it is written first, how often, and what it may mean."""

    written: str
    count: int
    guess: str | None


def guess_fields(sheet: Sheet, words: ImportWords) -> tuple[Field | None, ...]:
    """Return what each column seems to hold, by its name; None where the name is not known.

    Only notes may have more than one column: of several that hold the same, the first with
    anything in it counts.
    """
    guessed: list[Field | None] = [None] * len(sheet.columns)
    full_first = sorted(range(len(sheet.columns)), key=lambda place: not sheet.column(place))
    for place in full_first:
        found = words.field_names.get(as_compared(sheet.columns[place]))
        if found is Field.NOTE or found not in guessed:
            guessed[place] = found
    return tuple(guessed)


def orders_in(
    sheet: Sheet, fields: tuple[Field | None, ...], words: ImportWords, today: date
) -> tuple[Order, ...]:
    """Return the orders in which all the days of a sheet can be meant, the likelier first."""
    places = Matching(fields).places(*DAYS)
    texts = (text for place in places for text in sheet.column(place))
    return orders_of(texts, words.month_names, today)


def states_in(
    sheet: Sheet, fields: tuple[Field | None, ...], words: ImportWords
) -> Mapping[str, State]:
    """Return every word for a state that a sheet uses, by the word as compared, most used first."""
    places = Matching(fields).places(Field.STATUS)
    states: dict[str, State] = {}
    for text in (text for place in places for text in sheet.column(place)):
        key = as_compared(text)
        known = states.get(key)
        if known:
            states[key] = State(known.written, known.count + 1, known.guess)
        else:
            states[key] = State(text, 1, meaning_of(text, words))
    return dict(sorted(states.items(), key=lambda pair: -pair[1].count))


def meaning_of(text: str, words: ImportWords) -> str | None:
    """Return the id of what a word for a state stands for; None where nobody knows.

    A known word counts, or else the known words that it holds: an end before a stage ("Rejected
    after interview"), and the longest of several stages. Two ends, a no to what follows ("No
    interview") and a word that turns another round are left to ask.
    """
    said = as_compared(text)
    if said in words.meaning_names:
        return words.meaning_names[said]
    held = _held(said, words)
    meanings = {name: words.meanings[id_] for name, id_ in held.items()}
    ends = {held[name] for name, each in meanings.items() if each.outcome}
    if not ends:
        return held[max(held, key=len)] if held else None
    [end, *others] = ends
    more_than_a_no = words.meanings[end].stage and len(held) > 1
    return None if others or more_than_a_no else end


def stage_in(text: str, words: ImportWords) -> Stage | None:
    """Return the stage that a word for an end names beside it: "Rejected after interview"."""
    held = _held(as_compared(text), words)
    told = (words.meanings[held[name]].stage for name in sorted(held, key=len, reverse=True))
    return next(filter(None, told), None)


def _held(said: str, words: ImportWords) -> Mapping[str, str]:
    """Return the known words that a text holds, those within longer ones left out, by meaning.

    There are none where one of them is denied.
    """
    found = {name: id_ for name, id_ in words.meaning_names.items() if _holds(said, name)}
    longest = {
        name: id_ for name, id_ in found.items() if not any(_is_within(name, o) for o in found)
    }
    rest = f" {said} "
    for name in longest:
        rest = rest.replace(f" {name} ", " | ")
    denied = "no" in longest and not said.endswith(" no")
    doubtful = denied or any(_holds(rest, each) for each in words.doubtful)
    return {} if doubtful else longest


def _holds(text: str, name: str) -> bool:
    return f" {name} " in f" {text} "


def _is_within(name: str, other: str) -> bool:
    return name != other and _holds(other, name)


def guess(sheet: Sheet, words: ImportWords, today: date) -> Matching:
    """Return how a sheet is read as long as nobody says otherwise."""
    fields = guess_fields(sheet, words)
    states = states_in(sheet, fields, words)
    return Matching(
        fields,
        orders_in(sheet, fields, words, today)[0],
        {key: each.guess or NOTHING for key, each in states.items()},
    )
