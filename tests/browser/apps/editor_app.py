"""A small app around the editor, for the browser tests: two pages, a store, slow and late runs."""

import json
import os
import time
from pathlib import Path

import streamlit as st

from pages.parts.editor import Mark, ask_long_text, newest_text

STORE = Path(os.environ["EDITOR_STORE"])
KEY = "body"
NOTE = "Say it in your own words."


def marked(text: str) -> list[Mark]:
    """Mark every "honestly" and "never"."""
    kinds = {"honestly": "tip", "never": "care"}
    return [
        Mark(start, start + len(word), kind, NOTE)
        for word, kind in kinds.items()
        for start in range(len(text))
        if text.startswith(word, start)
    ]


def add_closing() -> None:
    """Add to what is in the field at this moment."""
    st.session_state[KEY] = newest_text(KEY) + "\nKind regards"


def letter() -> None:
    """Write a letter; what is returned is stored."""
    stored = json.loads(STORE.read_text()) if STORE.exists() else ""
    if "seed" in st.query_params:
        st.session_state.setdefault(KEY, stored)
    st.title("Letter")
    if st.button("Replace"):
        st.session_state[KEY] = "Put here on purpose."
    st.button("Add a closing", on_click=add_closing)
    time.sleep(float(st.query_params.get("late", 0)))
    most = int(st.query_params["most"]) if "most" in st.query_params else None
    body = ask_long_text(
        "Letter body",
        key=KEY,
        value=stored,
        max_chars=most,
        help_text="Write as you would speak.",
        marks=marked,
    )
    STORE.write_text(json.dumps(body))
    time.sleep(float(st.query_params.get("slow", 0)))
    st.text(f"Python has {len(body)} characters")
    if "native" in st.query_params:
        st.text_area("Its sibling", "An ordinary Streamlit field.", key="sibling")


def away() -> None:
    """Show what the session still has."""
    st.title("Away")
    st.text(f"Session has {st.session_state.get(KEY)!r}")


st.navigation(
    [st.Page(letter, title="Letter", default=True), st.Page(away, title="Away")], position="top"
).run()
