"""Heavy exercises wait behind "open anyway" while the last days sound hard; nothing is locked."""

from datetime import datetime

import streamlit as st

from core.content.loader import fill, words
from core.support import Tier
from core.views import standing, this_minute
from core.workspace import Workspace
from pages.parts.messages import STAYS
from pages.parts.support import SUPPORT

STEADY = "feel/steady.py"


def passes_heavy(workspace: Workspace, now: datetime, what: str) -> bool:
    """Return whether a heavy exercise may be shown; while T2 holds, say so and offer it (safety).

    `what` names the exercise in the sentence. Once opened, it stays open until another screen is.
    """
    place = f"{STAYS}heavy.{what}"
    if st.session_state.get(place) or workspace.view(standing, this_minute(now)) < Tier.T2:
        return True
    say = words("heavy")
    with st.container(border=True, key="heavy"):
        st.header(say["title"])
        st.write(fill(say["lead"], what=what))
        st.write(say["kinder"])
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(STEADY, label=say["to_steady"], icon=":material/self_improvement:")
            st.page_link(SUPPORT, label=say["to_support"], icon=":material/support:")
            st.button(say["open"], type="tertiary", key="heavy.open", on_click=_open, args=(place,))
    return False


def _open(place: str) -> None:
    st.session_state[place] = True
