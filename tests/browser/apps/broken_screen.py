"""The screen of `broken_app.py`."""

import logging

import streamlit as st

said = st.text_input("Say something", key="said")
if st.button("Stop here"):
    logging.getLogger("anything").error("it broke on %s", ValueError(said))
    said_of = {}
    try:
        st.text(said_of[said])
    except KeyError as error:
        raise ValueError("cannot use " + said) from error
