"""Today's one look back at a decision: offered when it is due, put off, or let be."""

from datetime import datetime

import streamlit as st

from core.content.loader import fill, words
from core.decisions.due_looks import DueLook, let_be, look_for_today, put_off
from core.views import this_minute
from core.workspace import Workspace
from pages.parts.decisions_ways import DECISIONS
from pages.parts.happenings import name_of
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert

PLACE = "look_back"
LET_BE = f"{STAYS}look_back.let_be"


def show_due_look(workspace: Workspace, now: datetime) -> None:
    """Offer the look back that is due, if there is one; at most one, and none on a heavy day."""
    show_done(PLACE)
    _offer_again(workspace)
    found = workspace.view(look_for_today, this_minute(now))
    if found:
        _show(workspace, found, now)


def _show(workspace: Workspace, found: DueLook, now: datetime) -> None:
    say, case = words("decisions"), found.case
    days = (now.date() - case.happened_on).days
    with st.container(border=True, key="look_back.due", gap="small"):
        st.caption(inert(name_of(case)))
        st.write(fill(say["due"], days=days))
        with st.container(horizontal=True, vertical_alignment="center"):
            icon, query = ":material/history:", {"look_back": case.id}
            st.page_link(DECISIONS, label=say["due_go"], icon=icon, query_params=query)
            closed = workspace.read_only
            key = f"look_back.later.{case.id}"
            if st.button(say["due_later"], type="tertiary", key=key, disabled=closed):
                put_off(workspace, case.id, now.date())
                done(PLACE, say["due_later_done"])
            key = f"look_back.let_be.{case.id}"
            if st.button(say["due_let_be"], type="tertiary", key=key, disabled=closed):
                st.session_state[LET_BE] = case.id
                let_be(workspace, case.id)
                done(PLACE, say["due_let_be_done"])


def _offer_again(workspace: Workspace) -> None:
    """Offer to undo letting a decision be, in this window."""
    case_id = st.session_state.get(LET_BE, "")
    if workspace.cases.find(case_id) is None:
        return
    say = words("decisions")
    if st.button(say["due_again"], type="tertiary", key="look_back.again"):
        del st.session_state[LET_BE]
        let_be(workspace, case_id, ever=False)
        done(PLACE, say["due_again_done"])
