"""The one edge where errors are shown: a sentence for what we know, a calm page for the rest."""

import streamlit as st

from core.content.loader import words
from core.errors import AjarError
from pages.parts.log import log_failure


def show_broken_page(error: BaseException) -> None:
    """Show an AjarError as its sentence; anything else calmly, with its details in the log only."""
    if isinstance(error, AjarError):
        st.error(error.sentence, icon=":material/info:")
        return
    log_failure(error)
    say = words("frame")
    st.header(say["broken_title"])
    st.write(say["broken"])
    st.caption(say["broken_next"])
    st.button(say["again"], key="edge.again")
