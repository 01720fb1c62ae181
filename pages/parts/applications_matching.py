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
from core.imports.sheets import Sheet
from pages.parts.columns import ask_columns, ask_order
from pages.parts.plain_text import inert

NAMES = {Field.ROLE, Field.EMPLOYER}
MOST_STATES = 12
"""Words for a state that are asked about; a column with more is hardly one of states."""


def ask_matching(sheet: Sheet, file_id: str, today: date) -> Matching:
    """Ask how a sheet is read, only where that is not plain; the rest can be changed."""
    stem = f"applications.import.{file_id}"
    known = import_words()
    labels = {each: known.fields[each].label for each in Field}
    fields = ask_columns(sheet, guess_fields(sheet, known), labels, NAMES, stem)
    texts = (text for place in Matching(fields).places(*DAYS) for text in sheet.column(place))
    order = ask_order(orders_in(sheet, fields, known, today), texts, stem)
    meanings = _ask_states(states_in(sheet, fields, known), stem)
    return Matching(fields, order, meanings)


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
