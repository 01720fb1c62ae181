"""How a list of people is read: guessed, shown, and changed where the guess is wrong."""

from datetime import date

import streamlit as st

from core.content.loader import (
    fill,
    import_words,
    network_words,
    people_import_words,
    steady_words,
    words,
)
from core.content.people_imports import PersonField
from core.imports.days import Order, read_day
from core.imports.people_rows import (
    DAYS,
    PeopleMatching,
    Vocabulary,
    guess_people_fields,
    people_orders,
)
from core.imports.sheets import Sheet
from pages.parts.days import in_words
from pages.parts.plain_text import inert
from pages.parts.questions import legible

LONG_EXAMPLE = 40
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
    fields = _ask_columns(sheet, stem)
    return PeopleMatching(fields, _ask_order(sheet, fields, stem, today))


def _ask_columns(sheet: Sheet, stem: str) -> tuple[PersonField | None, ...]:
    """Ask what each column is; open where no name was found."""
    say, known = words("people_import"), people_import_words()
    guessed = guess_people_fields(sheet, known)
    options: list[PersonField | None] = [None, *PersonField]
    labels = {None: say["leave_column"], **{e: known.fields[e].label for e in PersonField}}
    matched = sum(each is not None for each in guessed)
    st.caption(fill(say["matched_line"], count=matched, columns=len(guessed)))
    with st.expander(say["matched"], expanded=not NAMES & set(guessed)):
        fields = tuple(
            st.selectbox(
                _column(sheet, place),
                options,
                index=options.index(guessed[place]),
                format_func=lambda each: labels[each],
                key=f"{stem}.column.{place}",
            )
            for place in range(len(sheet.columns))
        )
    left = [place for place, field in enumerate(fields) if not field and sheet.column(place)]
    if left:
        named = [sheet.columns[at] or fill(say["column_unnamed"], number=at + 1) for at in left]
        st.caption(fill(say["columns_left"], columns=inert(", ".join(named))))
    return fields


def _column(sheet: Sheet, place: int) -> str:
    """Return what a column is called, with the first thing that stands in it."""
    say = words("people_import")
    named = inert(sheet.columns[place]) or fill(say["column_unnamed"], number=place + 1)
    example = next(iter(sheet.column(place)), "")
    if not example:
        return fill(say["column_named"], name=named)
    short = example if len(example) <= LONG_EXAMPLE else f"{example[:LONG_EXAMPLE]}..."
    return fill(say["column_example"], name=named, example=inert(short))


def _ask_order(
    sheet: Sheet, fields: tuple[PersonField | None, ...], stem: str, today: date
) -> Order:
    """Ask which of two numbers is the day, where no day of the columns tells."""
    months = import_words().month_names
    orders = people_orders(sheet, fields, import_words(), today)
    if len(orders) == 1:
        return orders[0]
    texts = (text for place in PeopleMatching(fields).places(*DAYS) for text in sheet.column(place))
    for text in texts:
        days = {order: read_day(text, order, months) for order in orders}
        if len(set(days.values())) > 1 and all(days.values()):
            break
    else:
        return orders[0]
    labels = {order: in_words(day) for order, day in days.items() if day}
    chosen = st.pills(
        fill(words("people_import")["which_order"], example=inert(text)),
        list(labels),
        default=next(iter(labels)),
        format_func=lambda each: legible(labels[each]),
        key=f"{stem}.order",
        required=True,
        wrap=True,
    )
    return chosen or orders[0]
