"""Every kind of label that Streamlit reads as Markdown, for each text of a list."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from pages.parts.plain_text import inert, show_text

TEXTS = json.loads(Path(os.environ["LABEL_TEXTS"]).read_text(encoding="utf-8"))


def expander(label: str, _: str) -> None:
    """Show an expander with something in it."""
    with st.expander(label):
        st.text("inside")


def popover(label: str, _: str) -> None:
    """Show a popover with something in it."""
    with st.popover(label):
        st.text("inside")


def tab(label: str, _: str) -> None:
    """Show one tab."""
    st.tabs([label])


LABELS: dict[str, Callable[[str, str], object]] = {
    "caption": lambda label, _: st.caption(label),
    "markdown": lambda label, _: st.markdown(label),
    "heading": lambda label, _: st.subheader(label, anchor=False),
    "info": lambda label, _: st.info(label),
    "button": lambda label, key: st.button(label, key=key),
    "link_button": lambda label, _: st.link_button(label, "https://example.invalid"),
    "page_link": lambda label, _: st.page_link(here, label=label),
    "checkbox": lambda label, key: st.checkbox(label, key=key),
    "toggle": lambda label, key: st.toggle(label, key=key),
    "radio": lambda label, key: st.radio(label, [label], key=key),
    "pills": lambda label, key: st.pills(label, [label], key=key),
    "text_input": lambda label, key: st.text_input(label, key=key),
    "text_area": lambda label, key: st.text_area(label, key=key),
    "selectbox": lambda label, key: st.selectbox(label, ["one"], key=key),
    "metric": lambda label, _: st.metric(label, label),
    "expander": expander,
    "popover": popover,
    "tab": tab,
}


def labels() -> None:
    """Show the texts in each kind of label that the address asks for."""
    kinds = st.query_params.get("kinds", ",".join(LABELS)).split(",")
    for kind in kinds:
        for number, text in enumerate(TEXTS):
            with st.container(key=f"{kind}-{number}"):
                LABELS[kind](inert(text), f"{kind}_{number}")
    for number, text in enumerate(TEXTS):
        with st.container(key=f"text-{number}"):
            show_text(text)
    st.text("All shown")


here = st.Page(labels, title="Labels", default=True)
st.navigation([here], position="hidden").run()
