"""What a window remembers for a moment: what was just done, and what stays with a screen.

A message is told once, beside the button, in the run after it was done. What stays with a
screen is forgotten as soon as the person goes on to another one.
"""

from typing import NoReturn

import streamlit as st

STAYS = "stays."
"""Session keys that begin with this are forgotten when another screen is opened."""

SCREEN = "screen"
ASKED = "screen.asked"


def done(place: str, message: str) -> NoReturn:
    """Run the screen again, and tell there, at `place`, what was done."""
    st.session_state[f"done.{place}"] = message
    st.rerun()


def show_done(place: str) -> None:
    """Tell what was just done at this place, if anything was."""
    if message := st.session_state.pop(f"done.{place}", ""):
        st.success(message)


def come_to(screen: str) -> None:
    """Forget what stayed with the screen before, if this is another one.

    A link from a screen to itself leaves the address in the browser as it was (Streamlit 1.67),
    and the next run would ask for the old one again: so the address is put right here.
    """
    asked = st.query_params.to_dict()
    before = st.session_state.get(ASKED)
    st.session_state[ASKED] = asked
    if st.session_state.get(SCREEN) == screen and before != asked:
        st.query_params.from_dict(asked)
    if st.session_state.get(SCREEN) != screen:
        st.session_state[SCREEN] = screen
        for key in [str(each) for each in st.session_state if str(each).startswith(STAYS)]:
            del st.session_state[key]
