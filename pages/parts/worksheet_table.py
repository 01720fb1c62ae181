"""A table of a worksheet on screen: a small card for each row, as wide as a phone allows."""

from secrets import token_hex

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.content.loader import fill, words
from core.records import LINE_LENGTH
from core.worksheets.answers import Answers, Named, address
from core.worksheets.fields import Column, TableField
from core.worksheets.people_starts import was_in
from pages.parts.forms import Form
from pages.parts.plain_text import inert
from pages.parts.questions import ISO, KEPT, legible
from pages.parts.support import notice_thrown_away
from pages.parts.worksheet_form import FIRST_ROW, act

ABREAST = 2
"""How many short columns stand side by side on a wide screen."""


def ask_table(form: Form, answers: Answers, field: TableField) -> None:
    """Ask the rows of a table; rows of one that the person fills can be added and taken out."""
    say = words("worksheet")
    st.write(field.label)
    if field.help:
        st.caption(field.help)
    if not field.is_open:
        rows = answers.rows_of(field)
        if not rows:
            st.caption(fill(say["waits"], question=inert(field.label)))
        for row in rows:
            with st.container(border=True, key=act(form, field.id, row.key)):
                st.text(row.label)
                _ask_columns(form, answers, field, row, field.columns)
        return
    slots = _slots(form, field)
    for place, slot in enumerate(slots):
        with _room(form, answers, field, slot):
            _ask_columns(form, answers, field, Named(slot, ""), field.columns)
            if len(slots) > 1:
                st.button(
                    fill(say["row_remove"], place=place + 1),
                    icon=":material/close:",
                    type="tertiary",
                    key=act(form, field.id, slot, "remove"),
                    on_click=_remove,
                    args=(form, field, slot),
                )
    if len(slots) < field.most:
        st.button(
            say["row_add"],
            icon=":material/add:",
            key=act(form, field.id, "add"),
            on_click=_add,
            args=(form, field),
        )
    else:
        st.caption(fill(say["rows_most"], most=field.most))


def _room(form: Form, answers: Answers, field: TableField, slot: str) -> DeltaGenerator:
    """Return where a row is asked: one that came filled in from the records waits folded."""
    key, was = act(form, field.id, slot), was_in(answers, field.id, slot)
    if was and was[0]:
        return st.expander(inert(was[0]), key=key)
    return st.container(border=True, key=key)


def _ask_columns(
    form: Form, answers: Answers, field: TableField, row: Named, columns: tuple[Column, ...]
) -> None:
    lines = [each for each in columns if each.kind in ("number", "date")]
    for column in columns:
        if column not in lines:
            _ask_cell(form, answers, address(field.id, row.key, column.id), column)
    for start in range(0, len(lines), ABREAST):
        abreast = lines[start : start + ABREAST]
        for room, column in zip(st.columns(ABREAST), abreast, strict=False):
            with room:
                _ask_cell(form, answers, address(field.id, row.key, column.id), column)


def _ask_cell(form: Form, answers: Answers, place: str, column: Column) -> None:
    key = form.key(place)
    help_text = column.help or None
    match column.kind:
        case "line":
            form.texts.add(place)
            st.text_input(
                column.label, max_chars=LINE_LENGTH, help=help_text, key=key, persist_state=KEPT
            )
        case "date":
            st.date_input(
                column.label, value=None, format=ISO, help=help_text, key=key, persist_state=KEPT
            )
        case "number":
            label = f"{column.label} ({column.unit})" if column.unit else column.label
            st.number_input(
                label,
                min_value=0.0,
                max_value=float(column.most),
                value=None,
                step=1.0,
                format="%g",
                help=help_text,
                key=key,
                persist_state=KEPT,
            )
        case _:
            _ask_choice(form, answers, place, column)


def _ask_choice(form: Form, answers: Answers, place: str, column: Column) -> None:
    if column.kind == "score":
        choices: dict[object, str] = {
            degree: column.choices.get(f"d{degree}", str(degree))
            for degree in range(column.least, column.most + 1)
        }
    else:
        choices = dict(answers.options(column))
    st.pills(
        column.label,
        list(choices),
        selection_mode="multi" if column.kind == "some" else "single",
        format_func=lambda each: legible(inert(choices[each])),
        help=column.help or None,
        key=form.key(place),
        persist_state=KEPT,
        wrap=True,
    )


def _slots(form: Form, field: TableField) -> list[str]:
    return list(form[field.id] or [FIRST_ROW])


def _add(form: Form, field: TableField) -> None:
    """Add a row under a name that no row ever had: what was said of another one is not its own."""
    form[field.id] = [*_slots(form, field), f"r{token_hex(4)}"]


def _remove(form: Form, field: TableField, slot: str) -> None:
    form[field.id] = [each for each in _slots(form, field) if each != slot]
    cells = [address(field.id, slot, column.id) for column in field.columns]
    notice_thrown_away(*(form[each] for each in cells if isinstance(form[each], str)))
    for each in cells:
        form[each] = None
