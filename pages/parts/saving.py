"""Saving a short form, or leaving its record as it was."""

from typing import Literal

import streamlit as st

from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.sections import PART
from pages.parts.support import notice


def ask_to_save(
    workspace: Workspace, form: Form, save: str, leave: str = "", *, part: str = ""
) -> bool:
    """Offer to save under one label and, where it has words, to leave under another.

    Returns whether to save now. What was written is looked at either way; leaving closes the form
    and shows its screen without it. `part` names the part of a screen that a small form stands in:
    its button is a quiet one, and leaving comes back there.
    """
    with st.container(horizontal=True):
        closed = workspace.read_only
        loud: Literal["primary", "secondary"] = "secondary" if part else "primary"
        saved = st.button(save, type=loud, key=form.act("save"), disabled=closed)
        left = bool(leave) and st.button(leave, type="tertiary", key=form.act("leave"))
    if saved or left:
        notice(*form.written())
    if left:
        form.finish()
        st.query_params.from_dict({PART: part} if part else {})
        st.rerun()
    return saved
