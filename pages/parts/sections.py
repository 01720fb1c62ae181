"""Parts of a page, of which one is shown at a time."""

from collections.abc import Mapping

import streamlit as st

from pages.parts.messages import STAYS
from pages.parts.questions import KEPT, legible

PART = "part"


def choose_section(key: str, label: str, sections: Mapping[str, str], begin: str = "") -> str:
    """Ask which part of a page to show (id: words); return its id.

    A page opens at `begin`, or at its first part where there is none such, and stays where the
    person went.
    """
    st.session_state.setdefault(key, begin if begin in sections else next(iter(sections)))
    return st.segmented_control(
        label,
        list(sections),
        required=True,
        format_func=lambda each: legible(sections[each]),
        key=key,
        label_visibility="collapsed",
        persist_state=KEPT,
    )


def come_to_section(key: str, named: str, sections: Mapping[str, str]) -> None:
    """Show the part that an address names, once: after that the person goes where they like."""
    came = f"{STAYS}{key}.came"
    if named in sections and st.session_state.get(came) != named:
        st.session_state[key] = named
    st.session_state[came] = named


def keep_in_address(key: str, section: str) -> None:
    """Put the part that is shown into the address, so that a reload comes back to it."""
    st.query_params[PART] = section
    st.session_state[f"{STAYS}{key}.came"] = section
