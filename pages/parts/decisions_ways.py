"""Ways to work with a decision: looking at the offer again, untangling, and going back."""

from typing import NamedTuple

import streamlit as st

from core.cases import Case
from core.content.loader import words
from core.decisions.log import REGRET, WAY_BACK
from core.decisions.process import OFFER_REVIEW
from core.worksheets.shelf import worksheets
from pages.parts.worksheet_list import link_to_worksheet

DECISIONS = "reflect/decisions.py"
STEADY = "feel/steady.py"


class Way(NamedTuple):
    """One way on: its worksheet, the screen where its results live, and its sign."""

    worksheet: str
    screen: str
    icon: str


WAYS = {
    "review": Way(OFFER_REVIEW, "reflect/offer_review.py", ":material/balance:"),
    "regret": Way(REGRET, "reflect/regret.py", ":material/psychology:"),
    "back": Way(WAY_BACK, "reflect/reapproach.py", ":material/door_open:"),
}


def link_to_way(name: str, case_id: str = "") -> None:
    """Show a link to one of `WAYS`, for a case if there is one."""
    say = words("decisions")
    if WAYS[name].worksheet in worksheets():
        link_to_worksheet(WAYS[name].worksheet, say[f"way_{name}"], case_id)


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
