"""Calendar: what has a day, for the calendar that a person uses."""

import streamlit as st

from core.content.loader import words

say = words("frame")

st.title(say["calendar"])
