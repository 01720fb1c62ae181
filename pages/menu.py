"""The table of contents and the frame around every screen."""

import streamlit as st

st.title("Ajar")
