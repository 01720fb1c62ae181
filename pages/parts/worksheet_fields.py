"""The fields of a worksheet on screen, one way of asking for each kind."""

from collections.abc import Callable, Collection, Mapping
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
from core.worksheets.lists import groups_in, headings_of
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, ask_any_day, ask_long, legible
from pages.parts.timer import show_timer
from pages.parts.worksheet_form import act
from pages.parts.worksheet_sort import ask_sort
from pages.parts.worksheet_table import ask_table

SHORT = 28
"""Characters that a choice may have to stand side by side with others."""

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


def ask_degree(form: Form, place: str, label: str, most: int, ends: tuple[str, str]) -> None:
    """Ask for a number from 0 to `most`, both ends in words."""
    names = {0: f"0 · {ends[0]}", most: f"{most} · {ends[1]}"}
    st.pills(
        label,
        range(most + 1),
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
    ends = (field.low, field.high)
    if not field.rows:
        ask_degree(form, field.id, field.label, field.most, ends)
        _help(field)
        return
    st.write(field.label)
    _help(field)
    for row in answers.of(field.rows):
        ask_degree(form, address(field.id, row.key), inert(row.label), field.most, ends)


def _ask_pick(form: Form, answers: Answers, field: PickField) -> None:
    say = words("worksheet")
    st.write(field.label)
    st.caption(field.help or fill(say["up_to"], most=field.most))
    groups = groups_in(field)
    if groups:
        headings = headings_of(field.of[0])
        for group, choices in groups.items():
            _pills(form, address(field.id, group), headings[group], choices)
    else:
        _ask_some(form, answers, field)
    if answers.too_many(field.id):
        first = ", ".join(inert(each.label) for each in answers.chosen(field.id))
        st.warning(fill(say["too_many"], most=field.most, first=first))


def _ask_some(form: Form, answers: Answers, field: PickField) -> None:
    choices, place = dict(answers.choices(field)), answers.place(field)
    if all(len(label) <= SHORT for label in choices.values()):
        _pills(form, place, field.label, choices, hidden=True)
        return
    keep_offered(form, place, choices)
    st.multiselect(
        field.label,
        list(choices),
        format_func=lambda each: choices.get(each, each),
        key=form.key(place),
        placeholder=words("worksheet")["choose"],
        label_visibility="collapsed",
        persist_state=KEPT,
    )


def keep_offered(form: Form, place: str, choices: Collection[str]) -> None:
    """Let go of a choice that is offered no more, before its widget is drawn."""
    chosen = form[place]
    if isinstance(chosen, list) and not set(chosen) <= set(choices):
        form[place] = [each for each in chosen if each in choices]
    elif isinstance(chosen, str) and chosen not in choices:
        form[place] = None


def _pills(
    form: Form, place: str, label: str, choices: Mapping[str, str], *, hidden: bool = False
) -> None:
    keep_offered(form, place, choices)
    st.pills(
        label,
        list(choices),
        selection_mode="multi",
        format_func=lambda each: legible(inert(choices[each])),
        key=form.key(place),
        label_visibility="collapsed" if hidden else "visible",
        persist_state=KEPT,
        wrap=True,
    )


def _ask_one(form: Form, answers: Answers, field: OneField) -> None:
    choices, place = dict(answers.choices(field)), answers.place(field)
    keep_offered(form, place, choices)
    if all(len(label) <= SHORT for label in choices.values()):
        st.pills(
            field.label,
            list(choices),
            format_func=lambda each: legible(inert(choices[each])),
            help=field.help or None,
            key=form.key(place),
            persist_state=KEPT,
            wrap=True,
        )
        return
    st.radio(
        field.label,
        list(choices),
        index=None,
        format_func=lambda each: inert(choices[each]),
        help=field.help or None,
        key=form.key(place),
        persist_state=KEPT,
    )


def _ask_rank(form: Form, answers: Answers, field: RankField) -> None:
    say = words("worksheet")
    choices = dict(answers.of(field.of))
    st.write(field.label)
    st.caption(field.help or fill(say["rank"], most=field.most))
    _pills(form, field.id, field.label, choices, hidden=True)
    ranked = answers.chosen(field.id)
    for place, each in enumerate(ranked):
        with st.container(
            horizontal=True, vertical_alignment="center", key=act(form, "rank", each.key)
        ):
            st.text(f"{place + 1}. {each.label}", width="stretch")
            if place:
                st.button(
                    fill(say["up"], what=inert(each.label)),
                    icon=":material/arrow_upward:",
                    type="tertiary",
                    key=act(form, field.id, each.key, "up"),
                    on_click=_move_up,
                    args=(form, field.id, [row.key for row in ranked], place),
                )
    if len(choices) > field.most and len(form[field.id] or ()) > field.most:
        st.caption(fill(say["rank_most"], most=field.most))


def _ask_matrix(form: Form, answers: Answers, field: MatrixField) -> None:
    st.write(field.label)
    _help(field)
    across: tuple[Named, ...] = answers.of(field.across)
    for row in answers.of(field.rows):
        with st.container(key=act(form, field.id, row.key)):
            st.text(row.label)
            for column in across:
                place = address(field.id, row.key, column.key)
                ask_degree(form, place, inert(column.label), field.most, (field.low, field.high))


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


def _move_up(form: Form, field: str, ranked: list[str], place: int) -> None:
    ranked[place - 1], ranked[place] = ranked[place], ranked[place - 1]
    form[field] = ranked


_ASKS: Mapping[type[Any], Callable[[Form, Answers, Any], None]] = {
    LineField: _ask_line,
    TextField: _ask_text,
    SliderField: _ask_slider,
    PickField: _ask_pick,
    OneField: _ask_one,
    SortField: ask_sort,
    RankField: _ask_rank,
    TableField: ask_table,
    MatrixField: _ask_matrix,
    DateField: _ask_date,
    TimerField: _show_timer,
    IfThenField: _ask_if_then,
}
