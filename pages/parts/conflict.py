"""One record edited in two windows: both versions side by side, and the person chooses."""

from typing import TypeVar

import streamlit as st

from core.collection import Collection
from core.conflicts import both, differences, rebased
from core.content.loader import words
from core.errors import EditedElsewhereError
from core.records import Record
from pages.parts.forms import Form
from pages.parts.plain_text import show_text

CONFLICT = "conflict"
R = TypeVar("R", bound=Record)


def raise_conflict(form: Form, error: EditedElsewhereError) -> None:
    """Remember my version of the record, and show both in the next run."""
    st.session_state[CONFLICT] = (form.name, error)
    st.rerun()


def conflict_of(form: Form) -> EditedElsewhereError | None:
    """Return the open question which version to keep, if there is one for this form."""
    name, error = st.session_state.get(CONFLICT, ("", None))
    return error if name == form.name else None


def settle_conflict(collection: Collection[R], form: Form) -> None:
    """Show both versions and save the one that the person chooses; neither is lost before that."""
    error = conflict_of(form)
    if error is None:
        return
    say = words("conflict")
    mine, theirs = error.mine, collection.get(error.mine.id)
    st.warning(error.sentence)
    for name in differences(mine, theirs):
        st.caption(name.replace("_", " "))
        with st.container(horizontal=True):
            _show_version(say["mine"], getattr(mine, name))
            _show_version(say["theirs"], getattr(theirs, name))
    chosen = {
        "mine": rebased(mine, theirs),
        "theirs": theirs,
        "both": both(mine, theirs),
    }
    with st.container(horizontal=True):
        for way, record in chosen.items():
            if st.button(say[f"keep_{way}"], key=f"conflict.{way}"):
                collection.replace(record)
                form.finish()
                del st.session_state[CONFLICT]
                st.rerun()


def _show_version(label: str, value: object) -> None:
    with st.container(border=True):
        st.caption(label)
        listed = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
        show_text(listed or words("conflict")["empty"])
