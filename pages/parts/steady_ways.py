"""Where Steady and its screens are, and the way from one record to all of them."""

import streamlit as st

from core.content.loader import words

STEADY = "feel/steady.py"
SMALL_ACTIONS = "feel/small_actions.py"
WHO_HELPS = "feel/who_helps.py"
WINS = "feel/wins.py"


def link_back() -> None:
    """Link to Steady, where the other ways in are."""
    st.page_link(STEADY, label=words("steady")["back"], icon=":material/arrow_back:")


def offer_change(record: str, record_id: str) -> None:
    """Offer to change a record on the screen that shows it: its address names the record then."""
    st.button(
        words("steady")["change"],
        icon=":material/edit:",
        type="tertiary",
        key=f"{record}.change.{record_id}",
        on_click=st.query_params.from_dict,
        args=({record: record_id},),
    )
