"""The line to steer by: shown on Today, written and changed on Reassess (catalogue S1-32)."""

import streamlit as st

from core.content.loader import words
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import show_text
from pages.parts.questions import ask_line
from pages.parts.support import notice

FORM = "north_star"
OPEN = f"{STAYS}star.open"


def show_north_star(workspace: Workspace) -> None:
    """Show the line where there is one, and nothing otherwise."""
    if line := workspace.me.north_star:
        with st.container(key="north_star", gap="xsmall"):
            st.caption(words("reassess")["star"])
            show_text(line)


def ask_north_star(workspace: Workspace) -> None:
    """Show the line with a way to change it; where there is none yet, ask for it."""
    say = words("reassess")
    line = workspace.me.north_star
    form = Form(workspace, FORM, {"north_star": line})
    with st.container(border=True, key="reassess.star"):
        if line and not (form.resumed or st.session_state.get(OPEN)):
            show_north_star(workspace)
            if st.button(
                say["star_change"], icon=":material/edit:", type="tertiary", key="star.change"
            ):
                st.session_state[OPEN] = True
                st.rerun()
        else:
            _ask_line(workspace, form, line)
        show_done(FORM)


def _ask_line(workspace: Workspace, form: Form, line: str) -> None:
    say = words("reassess")
    st.caption(say["star_help"])
    typed = ask_line(form, "north_star", say["star_ask"]).strip()
    form.keep()
    with st.container(horizontal=True):
        closed = workspace.read_only
        save = st.button(say["star_save"], key=f"star.save.{form.round}", disabled=closed)
        leave = line and st.button(say["star_leave"], type="tertiary", key="star.leave")
    if not (save or leave):
        return
    notice(*form.written())
    if save and typed != line:
        workspace.save_me(workspace.me.model_copy(update={"north_star": typed}))
    form.finish()
    st.session_state.pop(OPEN, None)
    if leave or typed == line:
        st.rerun()
    done(FORM, say["star_saved" if typed else "star_gone"])


def _open() -> None:
    st.session_state[OPEN] = True
