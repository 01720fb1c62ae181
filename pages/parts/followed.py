"""Where a suggestion is followed, and the link to it: of the card on Today, and of a step."""

import streamlit as st

from core.content.loader import words
from core.decisions.suggested import LOOK, LOOK_BACK, NAME
from pages.parts.decisions_ways import DECISIONS, WAYS
from pages.parts.happenings import DEBRIEF

DONE_AT = {
    NAME: (DECISIONS, "decision"),
    LOOK: (WAYS["regret"].screen, "case"),
    LOOK_BACK: (DEBRIEF, "case"),
}
"""Where a suggestion is followed: the screen, and what its address asks for."""


def link_to_place(suggestion: str, case_id: str) -> None:
    """Link to where a suggestion is followed, for its case."""
    screen, name = DONE_AT[suggestion]
    label, query = words("today")[f"to_{suggestion}"], {name: case_id}
    st.page_link(screen, label=label, icon=":material/arrow_forward:", query_params=query)
