"""Where Steady is, and the way from one of its parts to another."""

import streamlit as st

STEADY = "feel/steady.py"


def go_to_part(part: str) -> None:
    """Let the address name a part of Steady; the next run shows it."""
    st.query_params.from_dict({"part": part})
