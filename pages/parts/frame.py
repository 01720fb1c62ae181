"""The frame around every screen: the way to support, what this window is, the scope line."""

import streamlit as st

from core.content.loader import support_words, words
from core.errors import AjarError
from pages.parts.session import current_workspace, leave_sample, looking_around
from pages.parts.support import show_crisis_card

SUPPORT = "support.py"


def open_page() -> None:
    """Draw what stands above every screen."""
    say = words("frame")
    show_crisis_card()
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        if looking_around():
            st.button(
                say["leave_sample"],
                icon=":material/door_open:",
                key="frame.leave_sample",
                on_click=leave_sample,
            )
        st.page_link(SUPPORT, label=say["support_link"], icon=":material/support:")
    if looking_around():
        st.caption(say["sample"])
    elif _is_read_only():
        st.warning(say["read_only"])
    _show_drafts_aside()


def close_page() -> None:
    """Draw what stands below every screen."""
    st.space("medium")
    st.caption(support_words().scope)


def _show_drafts_aside() -> None:
    """Tell once, until it was seen, that half-done forms could not be opened."""
    say = words("frame")
    try:
        drafts = current_workspace().drafts
    except AjarError:
        return
    if drafts.set_aside:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say["drafts_aside"], width="stretch")
            st.button(
                say["drafts_aside_seen"], key="frame.drafts_aside", on_click=drafts.acknowledge
            )


def _is_read_only() -> bool:
    try:
        return current_workspace().read_only
    except AjarError:
        return False
