"""One native widget and nothing else, named in the address."""

import streamlit as st

WIDGETS = {
    "file_uploader": lambda: st.file_uploader("A file"),
}

st.title("Bare")
WIDGETS[st.query_params["widget"]]()
