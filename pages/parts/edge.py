"""The one edge where errors are shown: a sentence for what we know, a calm page for the rest."""

import streamlit as st

from core.content.loader import words
from core.errors import AjarError
from pages.parts.forms import typed_here
from pages.parts.log import log_failure

TYPED_FILE = "ajar-not-saved.txt"


def show_broken_page(error: BaseException) -> None:
    """Show an AjarError as its sentence; anything else calmly, with its details in the log only."""
    if isinstance(error, AjarError):
        st.error(error.sentence, icon=":material/info:")
        _offer_what_is_typed()
        return
    log_failure(error)
    say = words("frame")
    st.header(say["broken_title"])
    st.write(say["broken"])
    st.caption(say["broken_next"])
    st.button(say["again"], key="edge.again")
    _offer_what_is_typed()


def _offer_what_is_typed() -> None:
    """Offer the text of the form in this window as a file, for as long as it cannot be saved."""
    if typed := typed_here():
        st.download_button(
            words("frame")["take_typed"],
            typed,
            file_name=TYPED_FILE,
            mime="text/plain",
            icon=":material/download:",
            on_click="ignore",
            key="edge.typed",
        )
