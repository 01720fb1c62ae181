"""Talks and events: asking about work, small goals for events, companies to watch."""

import streamlit as st

from core.content.loader import words

say = words("frame")

st.title(say["talks"])
