"""People: whom to keep in touch with, three at a time, and then rest."""

import streamlit as st

from core.content.loader import words

say = words("frame")

st.title(say["people"])
