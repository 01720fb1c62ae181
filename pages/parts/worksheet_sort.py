"""Sorting cards on screen: one card at a time, three quiet buttons, or all of them as a list."""

import streamlit as st

from core.content.loader import fill, words
from core.worksheets.answers import Answers, Named, address
from core.worksheets.fields import SortField
from core.worksheets.lists import hints_of
from pages.parts.forms import Form
from pages.parts.messages import STAYS
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, legible
from pages.parts.worksheet_form import act


def ask_sort(form: Form, answers: Answers, field: SortField) -> None:
    """Ask for the pile of each card; a card can be seen again and put elsewhere."""
    say = words("worksheet")
    cards = answers.choices(field)
    hints = {key: text for source in field.of for key, text in hints_of(source).items()}
    st.write(field.label)
    if field.help:
        st.caption(field.help)
    whole = st.toggle(say["sort_list"], key=act(form, field.id, "list"))
    if whole:
        for each in cards:
            _ask_pile(form, field, each, hints.get(each.key, ""))
    else:
        _show_one(form, field, cards, hints)
    _show_piles(form, field, cards)


def _ask_pile(form: Form, field: SortField, card: Named, hint: str) -> None:
    st.pills(
        inert(card.label),
        list(field.piles),
        format_func=lambda each: legible(field.piles[each]),
        help=hint or None,
        key=form.key(address(field.id, card.key)),
        persist_state=KEPT,
        wrap=True,
    )


def _show_one(
    form: Form, field: SortField, cards: tuple[Named, ...], hints: dict[str, str]
) -> None:
    say = words("worksheet")
    place = _place_of(form, field, cards)
    if place >= len(cards):
        st.write(say["sort_done"])
        _offer_way(form, field, place - 1, say["sort_back"])
        return
    card = cards[place]
    with st.container(border=True, key=act(form, field.id, "card")):
        st.caption(fill(say["sort_place"], place=place + 1, places=len(cards)))
        st.header(inert(card.label))
        if hint := hints.get(card.key):
            st.write(hint)
        lies = form[address(field.id, card.key)]
        with st.container(horizontal=True):
            for pile, label in field.piles.items():
                st.button(
                    label,
                    type="primary" if pile == lies else "secondary",
                    key=act(form, field.id, pile),
                    on_click=_put,
                    args=(form, field, card.key, pile, place),
                )
        with st.container(horizontal=True):
            if place:
                _offer_way(form, field, place - 1, say["sort_back"])
            _offer_way(form, field, place + 1, say["sort_pass"], forward=True)


def _offer_way(form: Form, field: SortField, to: int, label: str, *, forward: bool = False) -> None:
    st.button(
        label,
        icon=":material/arrow_forward:" if forward else ":material/arrow_back:",
        type="tertiary",
        key=act(form, field.id, "on" if forward else "back"),
        on_click=_show,
        args=(form, field, to),
    )


def _show_piles(form: Form, field: SortField, cards: tuple[Named, ...]) -> None:
    counts = dict.fromkeys(field.piles, 0)
    for each in cards:
        pile = form[address(field.id, each.key)]
        if pile in counts:
            counts[pile] += 1
    told = (f"{label}: {counts[pile]}" for pile, label in field.piles.items())
    st.caption(" · ".join(told))


def _place_of(form: Form, field: SortField, cards: tuple[Named, ...]) -> int:
    """Return which card is shown: the one that was asked for, else the first without a pile."""
    asked: int | None = st.session_state.get(_key(form, field))
    if asked is not None:
        return asked
    lies = (form[address(field.id, each.key)] is not None for each in cards)
    return next((place for place, has_pile in enumerate(lies) if not has_pile), len(cards))


def _put(form: Form, field: SortField, card: str, pile: str, place: int) -> None:
    form[address(field.id, card)] = pile
    _show(form, field, place + 1)


def _show(form: Form, field: SortField, place: int) -> None:
    st.session_state[_key(form, field)] = place


def _key(form: Form, field: SortField) -> str:
    return f"{STAYS}{form.name}.{field.id}.card"
