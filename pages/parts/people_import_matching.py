"""How a list of people is read: guessed, shown, and changed where the guess is wrong."""

from datetime import date

from core.content.loader import import_words, network_words, people_import_words, steady_words
from core.content.people_imports import PersonField
from core.imports.people_rows import (
    DAYS,
    PeopleMatching,
    Vocabulary,
    guess_people_fields,
    people_orders,
)
from core.imports.sheets import Sheet
from pages.parts.columns import ask_columns, ask_order

NAMES = {PersonField.NAME, PersonField.FIRST_NAME, PersonField.LAST_NAME}


def vocabulary() -> Vocabulary:
    """Return the words by which lists of people are read."""
    network = network_words()
    helps = {kind: each.label for kind, each in steady_words().helps.items()}
    return Vocabulary(
        people_import_words(), import_words(), network.circles, network.closeness, helps
    )


def ask_people_matching(sheet: Sheet, stem: str, today: date) -> PeopleMatching:
    """Ask how a sheet is read, only where that is not plain; the rest can be changed."""
    known = people_import_words()
    labels = {each: known.fields[each].label for each in PersonField}
    fields = ask_columns(sheet, guess_people_fields(sheet, known), labels, NAMES, stem)
    texts = (text for place in PeopleMatching(fields).places(*DAYS) for text in sheet.column(place))
    orders = people_orders(sheet, fields, import_words(), today)
    return PeopleMatching(fields, ask_order(orders, texts, stem))
