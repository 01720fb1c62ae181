"""The table of contents and the frame around every screen."""

from pathlib import Path

import streamlit as st

from core.content.loader import words
from core.storage.errors import StorageError
from pages.parts.edge import show_broken_page
from pages.parts.frame import close_page, open_page
from pages.parts.messages import come_to
from pages.parts.session import current_workspace

say = words("frame")

SCREENS = {
    "": [
        st.Page("today.py", title=say["today"], default=True),
        st.Page("reflect/cases.py", title=say["cases"]),
        st.Page("feel/check_in.py", title=say["check_in"]),
        st.Page("reach_out/letters.py", title=say["letters"]),
        st.Page("worksheets.py", title=say["worksheets"]),
        st.Page("worksheet.py", title=say["worksheet"], visibility="hidden"),
        st.Page("route.py", title=say["route"], visibility="hidden"),
        st.Page("reflect/case.py", title=say["case"], visibility="hidden"),
        st.Page("reflect/debrief.py", title=say["debrief"], visibility="hidden"),
        st.Page("reach_out/letter.py", title=say["letter"], visibility="hidden"),
        st.Page("reach_out/feedback.py", title=say["feedback"], visibility="hidden"),
    ],
    say["section_feel"]: [
        st.Page("feel/steady.py", title=say["steady"]),
        st.Page("feel/small_actions.py", title=say["small_actions"]),
        st.Page("feel/people.py", title=say["people"]),
        st.Page("feel/wins.py", title=say["wins"]),
        st.Page("feel/writing.py", title=say["writing"]),
        st.Page("progress.py", title=say["progress"]),
    ],
    say["section_decide"]: [
        st.Page("reflect/decisions.py", title=say["decisions"]),
        st.Page("reflect/offer_review.py", title=say["offer_review"]),
        st.Page("reflect/regret.py", title=say["regret"]),
        st.Page("reflect/reapproach.py", title=say["reapproach"]),
    ],
    say["section_move_on"]: [
        st.Page("move_on/reassess.py", title=say["reassess"]),
        st.Page("move_on/values.py", title=say["values"]),
        st.Page("move_on/skills.py", title=say["skills"]),
        st.Page("move_on/paths.py", title=say["paths"]),
        st.Page("move_on/search.py", title=say["search"]),
        st.Page("move_on/application.py", title=say["application"], visibility="hidden"),
        st.Page("move_on/interview.py", title=say["interview"], visibility="hidden"),
    ],
    say["section_more"]: [
        st.Page("my_words.py", title=say["my_words"]),
        st.Page("support.py", title=say["support"]),
    ],
}
RECOVERY = [
    st.Page("recovery.py", title=say["recovery"], default=True),
    st.Page("support.py", title=say["support"]),
]

WIDE = {"letter"}
"""Addresses of screens that show two columns side by side."""

DOOR = Path(__file__).parent / "parts" / "door.svg"
st.set_page_config(layout="centered", page_icon=DOOR)  # a Material icon here calls another host

try:
    current_workspace().revision  # noqa: B018 - looks at the file, which may have been damaged since
    screen = st.navigation(SCREENS, position="top")
except StorageError:
    screen = st.navigation(RECOVERY, position="top")

if screen.url_path in WIDE:
    st.set_page_config(layout="wide")
come_to(screen.url_path)

open_page()
try:
    screen.run()
except Exception as error:  # noqa: BLE001 - the one edge; Streamlit's control flow is no Exception
    show_broken_page(error)
close_page()
