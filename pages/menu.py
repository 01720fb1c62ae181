"""The way in: opens the table of contents, and draws the frame around every screen."""

from pathlib import Path

import streamlit as st

from core.storage.errors import StorageError
from pages.parts.contents import recovery_screens, screens
from pages.parts.edge import show_broken_page
from pages.parts.frame import close_page, open_page
from pages.parts.messages import come_to
from pages.parts.session import current_workspace

WIDE = {"letter"}
"""Addresses of screens that show two columns side by side."""

DOOR = Path(__file__).parent / "parts" / "door.svg"
st.set_page_config(layout="centered", page_icon=DOOR)  # a Material icon here calls another host

try:
    current_workspace().revision  # noqa: B018 - looks at the file, which may have been damaged since
    screen = st.navigation(screens(), position="top")
except StorageError:
    screen = st.navigation(recovery_screens(), position="top")

if screen.url_path in WIDE:
    st.set_page_config(layout="wide")
come_to(screen.url_path)

open_page()
try:
    screen.run()
except Exception as error:  # noqa: BLE001 - the one edge; Streamlit's control flow is no Exception
    show_broken_page(error)
close_page()
