"""The least that a page can be: the floor under every figure."""

import streamlit as st

st.button("Again", key="again")
