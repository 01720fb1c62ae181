"""Calendar: what has a day, for the calendar that a person uses."""

import streamlit as st

from core.content.loader import words
from core.network.dated import wanted
from pages.parts.calendar import ask_what, dated_now, offer_all, offer_one, show_coming
from pages.parts.calendar_feed import show_feed
from pages.parts.session import app_mode, current_workspace

say = words("calendar")
workspace, now = current_workspace(), app_mode().now()

st.title(words("frame")["calendar"])
st.caption(say["lead"])

found = wanted(dated_now(workspace, now), workspace.me.calendar_without)
show_coming(found, workspace, now)

st.header(say["take"])
ask_what(workspace)
offer_all(workspace, found, now)
offer_one(workspace, found, now)
show_feed(workspace)
