"""Bringing people in: a list from elsewhere, looked at before anything is written."""

import streamlit as st

from core.content.loader import words

say = words("frame")

st.title(say["people_import"])
