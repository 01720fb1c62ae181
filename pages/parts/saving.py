"""Saving a short form, or leaving its record as it was."""

import streamlit as st

from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.support import notice


def ask_to_save(workspace: Workspace, form: Form, save: str, leave: str = "") -> bool:
    """Offer to save under one label and, where it has words, to leave under another.

    Returns whether to save now. What was written is looked at either way; leaving closes the form
    and shows its screen without it.
    """
    with st.container(horizontal=True):
        closed = workspace.read_only
        saved = st.button(save, type="primary", key=form.act("save"), disabled=closed)
        left = bool(leave) and st.button(leave, type="tertiary", key=form.act("leave"))
    if saved or left:
        notice(*form.written())
    if left:
        form.finish()
        st.query_params.clear()
        st.rerun()
    return saved
