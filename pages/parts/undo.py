"""Deleting with a question first and an undo after."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from core.content.loader import words
from core.errors import NotFoundError
from core.records import Record
from core.workspace import Workspace
from pages.parts.messages import STAYS, done, show_done

ASKED = f"{STAYS}asked"
DELETED = f"{STAYS}deleted"


@dataclass
class _Deletion:
    """What was deleted. Made before the deletion: a run can be stopped right after it."""

    records: tuple[Record, ...] = ()


def offer_delete(record_id: str, label: str = "", icon: str = ":material/delete:") -> None:
    """Offer to delete a record; nothing is deleted before `ask_delete` was answered."""
    st.button(
        label or words("cases")["delete"],
        icon=icon,
        type="tertiary",
        key=f"delete.{record_id}",
        on_click=_ask,
        args=(record_id,),
    )


def ask_delete(record_id: str, question: str, delete: Callable[[], tuple[Record, ...]]) -> None:
    """Ask whether to delete the record, once that was offered and taken up; it can be undone."""
    say = words("cases")
    if st.session_state.get(ASKED) != record_id:
        return
    with st.container(border=True):
        st.write(question)
        st.caption(say["kept_in_backups"])
        with st.container(horizontal=True):
            if st.button(say["yes"], key=f"delete.yes.{record_id}"):
                deletion = st.session_state[DELETED] = _Deletion()
                deletion.records = delete()
                _leave()
                st.rerun()
            st.button(say["no"], type="primary", key=f"delete.no.{record_id}", on_click=_leave)


def show_undo(workspace: Workspace) -> None:
    """Offer to undo what was just deleted in this window."""
    say = words("cases")
    show_done("undo")
    deletion: _Deletion | None = st.session_state.get(DELETED)
    if deletion is None or not deletion.records:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.write(say["deleted"])
        if st.button(say["undo"], key="undo.undo"):
            try:
                workspace.put_back(deletion.records)
            except NotFoundError:
                deletion.records = ()
                raise
            deletion.records = ()
            done("undo", say["undone"])


def forget_undo(came_back: Callable[[Record], bool]) -> None:
    """Offer no undo any more where something of what was deleted came back in another way."""
    deletion: _Deletion | None = st.session_state.get(DELETED)
    if deletion and any(came_back(each) for each in deletion.records):
        deletion.records = ()


def _ask(record_id: str) -> None:
    st.session_state[ASKED] = record_id


def _leave() -> None:
    st.session_state.pop(ASKED, None)
