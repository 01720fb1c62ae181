"""Beginning at the top: a new step of the same screen is read from its heading on."""

from pathlib import Path

import streamlit as st

from pages.parts.editor import editor_available

_top = st.components.v2.component(
    "ajar_to_top", js=Path(__file__).with_name("to_top.js").read_text(encoding="utf-8")
)


def begin_at_top(place: str) -> None:
    """Scroll to the top when `place` is another one than in the run before."""
    if editor_available():
        _top(key="to_top", data={"place": place})
