"""Messages beside the button: what was just done, told once in the run after it was done."""

from typing import NoReturn

import streamlit as st


def done(place: str, message: str) -> NoReturn:
    """Run the screen again, and tell there, at `place`, what was done."""
    st.session_state[f"done.{place}"] = message
    st.rerun()


def show_done(place: str) -> None:
    """Tell what was just done at this place, if anything was."""
    if message := st.session_state.pop(f"done.{place}", ""):
        st.success(message)
