"""The columns of a list from elsewhere: what each holds, and which of two numbers is the day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

import streamlit as st

from core.content.loader import fill, import_words, words
from core.imports.days import Order, read_day
from core.imports.sheets import Sheet
from pages.parts.days import in_words
from pages.parts.plain_text import inert
from pages.parts.questions import legible

LONG_EXAMPLE = 40

F = TypeVar("F", bound=StrEnum)


def ask_columns(
    sheet: Sheet,
    guessed: Sequence[F | None],
    labels: Mapping[F, str],
    needed: Iterable[F],
    stem: str,
) -> tuple[F | None, ...]:
    """Ask what each column is, as it was guessed; open where none of the needed was found."""
    say = words("columns")
    options: list[F | None] = [None, *labels]
    named: Mapping[F | None, str] = {None: say["leave"], **labels}
    matched = sum(each is not None for each in guessed)
    st.caption(fill(say["matched_line"], count=matched, columns=len(guessed)))
    with st.expander(say["matched"], expanded=not set(needed) & set(guessed)):
        fields = tuple(
            st.selectbox(
                _column(sheet, place),
                options,
                index=options.index(guessed[place]),
                format_func=lambda each: named[each],
                key=f"{stem}.column.{place}",
            )
            for place in range(len(sheet.columns))
        )
    left = [place for place, field in enumerate(fields) if not field and sheet.column(place)]
    if left:
        called = [sheet.columns[at] or fill(say["unnamed"], number=at + 1) for at in left]
        st.caption(fill(say["left"], columns=inert(", ".join(called))))
    return fields


def ask_order(orders: Sequence[Order], texts: Iterable[str], stem: str) -> Order:
    """Ask which of two numbers is the day, by the first text that can be two days; else guess."""
    months = import_words().month_names
    for text in texts if len(orders) > 1 else ():
        days = {order: read_day(text, order, months) for order in orders}
        told = {order: day for order, day in days.items() if day}
        if len(told) == len(orders) and len(set(told.values())) > 1:
            return _ask_which(text, told, stem)
    return orders[0]


def _ask_which(text: str, days: Mapping[Order, date], stem: str) -> Order:
    labels = {order: in_words(day) for order, day in days.items()}
    first = next(iter(labels))
    chosen = st.pills(
        fill(words("columns")["which_order"], example=inert(text)),
        list(labels),
        default=first,
        format_func=lambda each: legible(labels[each]),
        key=f"{stem}.order",
        required=True,
        wrap=True,
    )
    return chosen or first


def _column(sheet: Sheet, place: int) -> str:
    """Return what a column is called, with the first thing that stands in it."""
    say = words("columns")
    named = inert(sheet.columns[place]) or fill(say["unnamed"], number=place + 1)
    example = next(iter(sheet.column(place)), "")
    if not example:
        return named
    short = example if len(example) <= LONG_EXAMPLE else f"{example[:LONG_EXAMPLE]}..."
    return fill(say["example"], name=named, example=inert(short))
