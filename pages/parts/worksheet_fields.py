"""The fields of a worksheet on screen, one way of asking for each kind."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from core.content.if_then import if_then_words
from core.content.loader import fill, words
from core.if_then import if_then_hints
from core.records import LINE_LENGTH
from core.worksheets.answers import Answers, Named, address
from core.worksheets.fields import (
    DateField,
    Field,
    IfThenField,
    LineField,
    MatrixField,
    NumberField,
    OneField,
    PickField,
    RankField,
    SliderField,
    SortField,
    TableField,
    TextField,
    TimerField,
)
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, ask_any_day, ask_long, legible
from pages.parts.timer import show_timer
from pages.parts.worksheet_choices import ask_one, ask_pick, ask_rank
from pages.parts.worksheet_form import act
from pages.parts.worksheet_sort import ask_sort
from pages.parts.worksheet_table import ask_table

MANY = 7
CURRENCY = "currency"


def ask_field(workspace: Workspace, form: Form, answers: Answers, field: Field) -> None:
    """Ask one field; where an earlier answer is missing that it draws on, say which."""
    if field.sources and not isinstance(field, TableField) and _is_waiting(answers, field):
        st.caption(fill(words("worksheet")["waits"], question=inert(field.label)))
        return
    if isinstance(field, NumberField):
        _ask_number(form, field, workspace.me.currency)
        return
    _ASKS[type(field)](form, answers, field)


def ask_degree(form: Form, place: str, label: str, degrees: range, ends: tuple[str, str]) -> None:
    """Ask for one of some degrees, both ends in words."""
    least, most = degrees[0], degrees[-1]
    names = {least: f"{least} · {ends[0]}", most: f"{most} · {ends[1]}"}
    st.pills(
        label,
        degrees,
        format_func=lambda each: legible(names.get(each, str(each))),
        key=form.key(place),
        persist_state=KEPT,
        wrap=True,
    )


def _ask_line(form: Form, _: Answers, field: LineField) -> None:
    form.texts.add(field.id)
    st.text_input(
        field.label,
        max_chars=LINE_LENGTH,
        placeholder=field.example or None,
        help=field.help or None,
        key=form.key(field.id),
        persist_state=KEPT,
    )


def _ask_text(form: Form, _: Answers, field: TextField) -> None:
    ask_long(form, field.id, field.label, field.help)


def _ask_slider(form: Form, answers: Answers, field: SliderField) -> None:
    ends, degrees = (field.low, field.high), range(field.least, field.most + 1)
    if not field.rows:
        ask_degree(form, field.id, field.label, degrees, ends)
        _help(field)
        return
    st.write(field.label)
    _help(field)
    for row in answers.of(field.rows):
        ask_degree(form, address(field.id, row.key), inert(row.label), degrees, ends)


def _ask_matrix(form: Form, answers: Answers, field: MatrixField) -> None:
    st.write(field.label)
    _help(field)
    across: tuple[Named, ...] = answers.of(field.across)
    ends, degrees = (field.low, field.high), range(field.most + 1)
    for row in answers.of(field.rows):
        with st.container(key=act(form, field.id, row.key)):
            st.text(row.label)
            for column in across:
                place = address(field.id, row.key, column.key)
                ask_degree(form, place, inert(column.label), degrees, ends)


def _ask_date(form: Form, _: Answers, field: DateField) -> None:
    ask_any_day(form, field.id, field.label)
    _help(field)


def _ask_number(form: Form, field: NumberField, currency: str) -> None:
    unit = currency if field.unit == CURRENCY else field.unit
    st.number_input(
        f"{field.label} ({unit})" if unit else field.label,
        min_value=float(field.least),
        max_value=float(field.most),
        value=None,
        step=1.0 if field.whole or field.most > MANY else 0.5,
        format="%.0f" if field.whole else None,
        help=field.help or None,
        key=form.key(field.id),
        persist_state=KEPT,
    )


def _show_timer(form: Form, _: Answers, field: TimerField) -> None:
    st.caption(field.label)
    show_timer(f"{form.name}.{field.id}", (field.minutes,))


def _ask_if_then(form: Form, _: Answers, field: IfThenField) -> None:
    say = words("worksheet")
    st.write(field.label)
    _help(field)
    for part, example in (("cue", field.cue_example), ("action", field.action_example)):
        place = address(field.id, part)
        form.texts.add(place)
        st.text_input(
            say[f"if_then_{part}"],
            max_chars=LINE_LENGTH,
            placeholder=example or None,
            key=form.key(place),
            persist_state=KEPT,
        )
    cue, action = (form[address(field.id, part)] or "" for part in ("cue", "action"))
    if cue and action:
        for hint in if_then_hints(cue, action):
            st.caption(if_then_words().hints[hint])


def _help(field: Field) -> None:
    if field.help:
        st.caption(field.help)


def _is_waiting(answers: Answers, field: Field) -> bool:
    sources = (field.rows, field.across) if isinstance(field, MatrixField) else (field.sources,)
    if isinstance(field, PickField | OneField | SortField) and (field.choices or field.by):
        return bool(field.by) and not answers.choices(field)
    return any(not answers.of(each) for each in sources if each)


_ASKS: Mapping[type[Any], Callable[[Form, Answers, Any], None]] = {
    LineField: _ask_line,
    TextField: _ask_text,
    SliderField: _ask_slider,
    PickField: ask_pick,
    OneField: ask_one,
    SortField: ask_sort,
    RankField: ask_rank,
    TableField: ask_table,
    MatrixField: _ask_matrix,
    DateField: _ask_date,
    TimerField: _show_timer,
    IfThenField: _ask_if_then,
}
