"""Choosing in a worksheet on screen: some of the choices, one of them, or an order of them."""

from collections.abc import Collection, Mapping

import streamlit as st

from core.content.loader import fill, words
from core.worksheets.answers import Answers, address
from core.worksheets.fields import OneField, PickField, RankField
from core.worksheets.lists import groups_in, headings_of
from pages.parts.forms import Form
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, legible
from pages.parts.worksheet_form import act

SHORT = 28
"""Characters that a choice may have to stand side by side with others."""


def ask_pick(form: Form, answers: Answers, field: PickField) -> None:
    """Ask for some of the choices, in groups where they have any."""
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
    _keep_offered(form, place, choices)
    form[place] = form[place][: field.most] if len(form[place]) > field.most else form[place]
    st.multiselect(
        field.label,
        list(choices),
        format_func=lambda each: choices.get(each, each),
        key=form.key(place),
        max_selections=field.most,
        placeholder=words("worksheet")["choose"],
        label_visibility="collapsed",
        persist_state=KEPT,
    )


def _keep_offered(
    form: Form, place: str, choices: Collection[str], *, several: bool = True
) -> None:
    """Let go of a choice that is offered no more, before its widget is drawn.

    A row of pills cannot hold nothing at all: an empty list stands for it.
    """
    chosen = form[place]
    if chosen is None and several:
        form[place] = []
    if isinstance(chosen, list) and not set(chosen) <= set(choices):
        form[place] = [each for each in chosen if each in choices]
    elif isinstance(chosen, str) and chosen not in choices:
        form[place] = None


def _pills(
    form: Form, place: str, label: str, choices: Mapping[str, str], *, hidden: bool = False
) -> None:
    _keep_offered(form, place, choices)
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


def ask_one(form: Form, answers: Answers, field: OneField) -> None:
    """Ask for one of the choices."""
    choices, place = dict(answers.choices(field)), answers.place(field)
    _keep_offered(form, place, choices, several=False)
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


def ask_rank(form: Form, answers: Answers, field: RankField) -> None:
    """Ask for an order: tapped one after the other, and moved up by hand."""
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


def _move_up(form: Form, field: str, ranked: list[str], place: int) -> None:
    ranked[place - 1], ranked[place] = ranked[place], ranked[place - 1]
    form[field] = ranked
