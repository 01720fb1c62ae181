"""A case as a card: what it is, and what can be done with it."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from core.cases import Case, Door
from core.content.loader import case_words, words
from core.workspace import Workspace
from pages.parts.happenings import CASE, DEBRIEF, day_of, name_of
from pages.parts.letters import LETTERS
from pages.parts.messages import done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert
from pages.parts.route_links import link_to_route
from pages.parts.undo import ask_delete, offer_delete

CHECK_IN = "feel/check_in.py"
AT_ONCE = 4


def show_cases(workspace: Workspace, cases: Sequence[Case], now: datetime, *, key: str) -> None:
    """Show the first few cases, and more of them on request."""
    more = words("cases")["show_more"]
    for case in first_few(cases, key=key, more=more, at_once=AT_ONCE):
        _show_case(workspace, case, now)


def _show_case(workspace: Workspace, case: Case, now: datetime) -> None:
    say = words("cases")
    with st.container(border=True, key=f"case.{case.id}"):
        st.caption(day_of(case, now.date()))
        st.header(inert(name_of(case)))
        if facts := _facts(case):
            st.caption(" · ".join(facts))
        with st.container(horizontal=True, vertical_alignment="center"):
            query = {"case": case.id}
            st.page_link(CASE, label=say["open"], icon=":material/edit:", query_params=query)
            st.page_link(
                CHECK_IN, label=say["check_in"], icon=":material/favorite:", query_params=query
            )
            st.page_link(LETTERS, label=say["letters"], icon=":material/mail:", query_params=query)
            st.page_link(
                DEBRIEF, label=say["debrief"], icon=":material/search:", query_params=query
            )
            link_to_route(case)
            _offer_rest(workspace, case, now)
            offer_delete(case.id)
        ask_delete(case.id, say["sure"], lambda: workspace.delete_case(case.id))


def _facts(case: Case) -> list[str]:
    say = words("cases")
    facts = [case_words().stages[case.stage].label] if case.stage else []
    if case.door is not Door.UNKNOWN:
        facts.append(f"{say['door']}: {case_words().doors[case.door]}")
    if case.protected:
        facts.append(f"{say['protected']}: {inert(case.protected)}")
    return facts


def _offer_rest(workspace: Workspace, case: Case, now: datetime) -> None:
    say = words("cases")
    label = say["wake"] if case.at_rest else say["rest"]
    icon = ":material/wb_sunny:" if case.at_rest else ":material/bedtime:"
    if st.button(label, icon=icon, type="tertiary", key=f"case.rest.{case.id}"):
        rested_at = None if case.at_rest else now
        workspace.cases.replace(case.model_copy(update={"rested_at": rested_at}))
        done("cases", say["woken"] if case.at_rest else say["rested"])
