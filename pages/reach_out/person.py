"""One person: who they are, when they are due, every contact, what next."""

import streamlit as st

from core.content.loader import words

say = words("frame")

st.title(say["person"])
