"""How a list from elsewhere is read: guessed, shown, and changed where the guess is wrong."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from core.content.imports import Field
from core.content.loader import fill, import_words, words
from core.imports.columns import (
    DAYS,
    NOTHING,
    Matching,
    State,
    guess_fields,
    orders_in,
    states_in,
)
from core.imports.days import Order, read_day
from core.imports.sheets import Sheet
from pages.parts.days import in_words
from pages.parts.plain_text import inert
from pages.parts.questions import legible

LONG_EXAMPLE = 40
MOST_STATES = 12
"""Words for a state that are asked about; a column with more is hardly one of states."""


def ask_matching(sheet: Sheet, file_id: str, today: date) -> Matching:
    """Ask how a sheet is read, only where that is not plain; the rest can be changed."""
    stem = f"applications.import.{file_id}"
    fields = _ask_columns(sheet, stem)
    order = _ask_order(sheet, fields, stem, today)
    meanings = _ask_states(states_in(sheet, fields, import_words()), stem)
    return Matching(fields, order, meanings)


def _ask_columns(sheet: Sheet, stem: str) -> tuple[Field | None, ...]:
    """Ask what each column is; open where neither role nor employer was found."""
    say, known = words("applications"), import_words()
    guessed = guess_fields(sheet, known)
    options: list[Field | None] = [None, *Field]
    labels = {None: say["leave_column"], **{each: known.fields[each].label for each in Field}}
    matched = sum(each is not None for each in guessed)
    is_open = not {Field.ROLE, Field.EMPLOYER} & set(guessed)
    st.write(fill(say["matched_line"], count=matched, columns=len(guessed)))
    with st.expander(say["matched"], expanded=is_open):
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
    say = words("applications")
    named = inert(sheet.columns[place]) or fill(say["column_unnamed"], number=place + 1)
    example = next(iter(sheet.column(place)), "")
    if not example:
        return fill(say["column_named"], name=named)
    short = example if len(example) <= LONG_EXAMPLE else f"{example[:LONG_EXAMPLE]}..."
    return fill(say["column_example"], name=named, example=inert(short))


def _ask_order(sheet: Sheet, fields: tuple[Field | None, ...], stem: str, today: date) -> Order:
    """Ask which of two numbers is the day, where no day of the column tells."""
    say, known = words("applications"), import_words()
    orders = orders_in(sheet, fields, known, today)
    if len(orders) == 1:
        return orders[0]
    texts = [text for place in Matching(fields).places(*DAYS) for text in sheet.column(place)]
    readings = {
        text: [read_day(text, order, known.month_names) for order in orders] for text in texts
    }
    unlike = (each for each, days in readings.items() if all(days) and days[0] != days[1])
    example = next(unlike, None)
    if example is None:
        return orders[0]
    days = dict(zip(orders, readings[example], strict=True))
    labels = {order: in_words(day) for order, day in days.items() if day}
    chosen = st.pills(
        fill(say["which_order"], example=inert(example)),
        list(labels),
        default=next(iter(labels)),
        format_func=lambda each: legible(labels[each]),
        key=f"{stem}.order",
        required=True,
        wrap=True,
    )
    return chosen or orders[0]


def _ask_states(states: Mapping[str, State], stem: str) -> dict[str, str]:
    """Ask what the words for a state stand for: new ones at once, known ones on request."""
    say = words("applications")
    new = {key: each for key, each in states.items() if each.guess is None}
    known = {key: each for key, each in states.items() if each.guess is not None}
    meanings: dict[str, str] = {}
    if new:
        st.header(say["states"])
        st.caption(say["states_unknown"])
        meanings |= _ask_meanings(dict(list(new.items())[:MOST_STATES]), stem)
        if len(new) > MOST_STATES:
            st.caption(fill(say["states_more"], count=len(new) - MOST_STATES))
    if known:
        with st.expander(say["states_known"]):
            meanings |= _ask_meanings(known, stem)
    return meanings


def _ask_meanings(states: Mapping[str, State], stem: str) -> dict[str, str]:
    say, meanings = words("applications"), import_words().meanings
    ids = list(meanings)
    return {
        key: st.selectbox(
            fill(say["state_named"], name=inert(each.written), count=each.count),
            ids,
            index=ids.index(each.guess or NOTHING),
            format_func=lambda id_: meanings[id_].label,
            key=f"{stem}.state.{key}",
        )
        for key, each in states.items()
    }
