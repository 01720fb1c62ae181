"""Choosing the case that something belongs to, among those that are alive."""

import streamlit as st

from core.views import living
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.happenings import name_of


def ask_case(workspace: Workspace, form: Form, label: str, no_case: str) -> str:
    """Ask which case a form belongs to; "" for none. One at rest that was chosen stays."""
    cases = {each.id: name_of(each) for each in workspace.view(living)}
    chosen = workspace.cases.find(form["case_id"] or "")
    if chosen is None:
        form["case_id"] = ""
    else:
        cases[chosen.id] = name_of(chosen)
    return st.selectbox(
        label,
        ["", *cases],
        format_func=lambda each: cases.get(each, no_case),
        key=form.key("case_id"),
        persist_state="session",
    )
