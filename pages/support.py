"""Support: people to talk to, by country, and what helps right now."""

import streamlit as st

from core.content.loader import support_words, words
from pages.parts.session import app_mode
from pages.parts.support import (
    ask_country,
    show_anywhere,
    show_friend_texts,
    show_lines,
    show_not_safe_button,
)

say = words("support")
today = app_mode().now().date()

st.title(say["title"])
st.write(say["lead"])
show_not_safe_button()
country = ask_country(key="support.country")
if country:
    show_lines(country, today)
show_anywhere(today)

st.header(say["right_now"])
for each in support_words().right_now:
    st.write(f"- {each}")
st.header(say["friend"])
st.caption(say["friend_help"])
show_friend_texts()
