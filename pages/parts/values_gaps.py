"""Gaps on screen: how much of each value is lived, and one small way to live more of it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from core.content.loader import fill, value_words, words
from core.records import LINE_LENGTH
from core.steps import Step
from core.values import Rated, rated, widest_gaps, with_room
from core.workspace import Workspace
from pages.parts.messages import STAYS
from pages.parts.plain_text import inert
from pages.parts.values import ordered

ON_LIST = f"{STAYS}values.on_list"


def show_gaps(workspace: Workspace, today: date) -> None:
    """Show how much of each value is lived, as sentences, a picture and a table."""
    say = words("values")
    every = rated(workspace.view(ordered))
    both = [each for each in every if each.gap is not None]
    st.header(say["gaps"])
    if not both:
        st.write(say["gaps_open"])
        return
    from pages.parts.result_charts import gaps_chart  # noqa: PLC0415 - altair is large

    told = _gaps_in_words(every)
    for each in told:
        st.write(each)
    heads = [say["column_value"], say["column_importance"], say["column_lived"]]
    rows = [(each.name, each.importance, each.lived) for each in both]
    st.altair_chart(gaps_chart(rows, heads), alt=told[0])
    with st.expander(say["table"]):
        columns = zip(*[(inert(name), *rest) for name, *rest in rows], strict=True)
        table = dict(zip(heads, map(list, columns), strict=True))
        st.table(table, border="horizontal", hide_index=True, alt=say["gaps"])
    _offer_small_way(workspace, every, today)


def _gaps_in_words(every: Sequence[Rated]) -> list[str]:
    say = words("values")
    widest = widest_gaps(every)
    told = [say["gap_even"]]
    if widest:
        first = widest[0]
        facts = {"importance": first.importance, "lived": first.lived}
        told = [fill(say["gap_widest"], value=inert(first.name), **facts)]
    if widest[1:]:
        told.append(fill(say["gap_next"], values=_names(widest[1:])))
    if room := with_room(every):
        told.append(fill(say["gap_room"], values=_names(room)))
    return told


def _names(every: Sequence[Rated]) -> str:
    return ", ".join(inert(each.name) for each in every)


def _offer_small_way(workspace: Workspace, every: Sequence[Rated], today: date) -> None:
    """Offer one small way to live the value whose gap is widest (evidence 14)."""
    say = words("values")
    widest = widest_gaps(every, 1)
    if not widest:
        return
    value = workspace.view(ordered)[widest[0].place - 1]
    way = value_words().about(value.card).live
    with st.container(border=True, key="values.small_way"):
        st.write(fill(say["small_way"], way=way))
        if st.session_state.get(ON_LIST) == value.id:
            st.success(say["on_list"])
        elif st.button(say["put_on_list"], key="values.take", disabled=workspace.read_only):
            why = fill(say["why"], value=value.name)[:LINE_LENGTH]
            workspace.steps.add(Step(text=way, why=why, due=today), form="values.take")
            st.session_state[ON_LIST] = value.id
            st.rerun()
