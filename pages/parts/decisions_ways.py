"""Ways to work with a decision: looking at the offer again, untangling, and going back."""

from typing import NamedTuple

import streamlit as st

from core.cases import Case
from core.content.loader import words

DECISIONS = "reflect/decisions.py"
STEADY = "feel/steady.py"


class Way(NamedTuple):
    """One way on: the screen where its worksheet is begun and its results live, and its sign."""

    screen: str
    icon: str


WAYS = {
    "review": Way("reflect/offer_review.py", ":material/balance:"),
    "regret": Way("reflect/regret.py", ":material/psychology:"),
    "back": Way("reflect/reapproach.py", ":material/door_open:"),
}


def link_to_way(name: str, case_id: str = "") -> None:
    """Show a link to one of `WAYS`, for a case if there is one."""
    say, way = words("decisions"), WAYS[name]
    query = {"case": case_id} if case_id else None
    st.page_link(way.screen, label=say[f"way_{name}"], icon=way.icon, query_params=query)


def go_to(name: str, record_id: str, label: str, icon: str) -> None:
    """Offer another part of the page on decisions: what its address asks for, and of which record.

    A link from a page to itself would look as if one was already there.
    """
    key, asked = f"decisions.{name}.{record_id}", {name: record_id}
    st.button(
        label,
        icon=icon,
        type="tertiary",
        key=key,
        on_click=st.query_params.from_dict,
        args=(asked,),
    )


def link_to_regret(case: Case) -> None:
    """Show a link to untangling the doubt of a case."""
    link_to_way("regret", case.id)


def show_hub() -> None:
    """Show the three ways as calm cards, each with what it is for."""
    say = words("decisions")
    st.header(say["hub"])
    for name in WAYS:
        with st.container(border=True, key=f"decisions.way.{name}", gap="xsmall"):
            link_to_way(name)
            st.caption(say[f"hub_{name}"])
