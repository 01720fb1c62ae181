"""Noes that others met, with what such stories do not show, and one's own comeback (S1-31)."""

import streamlit as st

from core.content.loader import steady_words, words
from core.wins import Win
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.questions import ask_line
from pages.parts.support import notice

FORM = "comeback"


def show_others(workspace: Workspace) -> None:
    """Show what others met, folded, and ask for a comeback of the person's own."""
    others, say = steady_words().others, words("steady")
    form = Form(workspace, FORM, {"own": ""})
    with st.expander(others.title, expanded=form.resumed, key="others"):
        for each in others.stories:
            st.write(each)
        st.caption(others.note)
        own = ask_line(form, "own", say["comeback"], help_text=say["comeback_help"]).strip()
        form.keep()
        closed = workspace.read_only
        if st.button(say["comeback_save"], key=form.act("save"), disabled=closed):
            notice(*form.written())
            if own:
                workspace.wins.add(Win(what=own), form=FORM)
                form.finish()
                done(FORM, say["comeback_saved"])
            st.warning(say["comeback_needs"])
    show_done(FORM)
