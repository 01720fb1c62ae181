"""One informational talk: prepared, held, thanked for, and what it taught."""

import streamlit as st

from core.content.loader import words

say = words("frame")

st.title(say["talk"])
