"""One native widget and nothing else, named in the address."""

import streamlit as st


def _page() -> None:
    st.title("Bare")


def _menu() -> None:
    first, second = (st.Page(_page, title=each, url_path=each) for each in ("first", "second"))
    st.navigation({"": [first], "Part": [second]}, position="top")


WIDGETS = {
    "file_uploader": lambda: st.file_uploader("A file"),
    "navigation in parts": _menu,
}

_page()
WIDGETS[st.query_params["widget"]]()
