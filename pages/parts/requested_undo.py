"""One line of a list on a record: changed with one tap, or taken off with a way back."""

from typing import NoReturn

import streamlit as st

from core.applications import Application, Interview
from core.content.loader import words
from core.records import Part
from core.workspace import Workspace
from pages.parts.messages import STAYS, done, show_done

TAKEN = f"{STAYS}taken_off"
Holder = Application | Interview
"""What a list of things stands on."""


def put_list(workspace: Workspace, holder: Holder, field: str, parts: tuple[Part, ...]) -> None:
    """Save a list in the place of the one that stands on its record."""
    changed = holder.model_copy(update={field: parts})
    if isinstance(changed, Application):
        workspace.applications.replace(changed)
    else:
        workspace.interviews.replace(changed)


def take_off(workspace: Workspace, holder: Holder, field: str, place: int) -> NoReturn:
    """Take one line off a list; it can be put back while this screen is open."""
    parts = getattr(holder, field)
    st.session_state[f"{TAKEN}.{holder.id}.{field}"] = (place, parts[place])
    put_list(workspace, holder, field, (*parts[:place], *parts[place + 1 :]))
    done(f"{holder.id}.{field}", words("application")["taken_off"])


def offer_put_back(workspace: Workspace, holder: Holder, field: str) -> None:
    """Tell what was just done to a list, and offer to put back what was taken off it last."""
    show_done(f"{holder.id}.{field}")
    taken = st.session_state.get(f"{TAKEN}.{holder.id}.{field}")
    if taken and st.button(words("application")["put_back"], key=f"put_back.{holder.id}.{field}"):
        place, part = st.session_state.pop(f"{TAKEN}.{holder.id}.{field}")
        parts = getattr(holder, field)
        put_list(workspace, holder, field, (*parts[:place], part, *parts[place:]))
        st.rerun()
