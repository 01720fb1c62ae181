"""The table of contents: every screen, in the parts of the menu, with its title."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from core.content.loader import words


def screens() -> dict[str, list[StreamlitPage]]:
    """Return every screen by the part of the menu that it stands in; those of no part come first.

    A hidden one is reached from another screen, or by its address.
    """
    say = words("frame")
    return {
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
            st.Page("feel/who_helps.py", title=say["who_helps"]),
            st.Page("feel/wins.py", title=say["wins"]),
            st.Page("feel/writing.py", title=say["writing"]),
            st.Page("progress.py", title=say["progress"]),
        ],
        say["section_reach_out"]: [
            st.Page("reach_out/people.py", title=say["people"]),
            st.Page("reach_out/talks.py", title=say["talks"]),
            st.Page("reach_out/calendar.py", title=say["calendar"]),
            st.Page("reach_out/person.py", title=say["person"], visibility="hidden"),
            st.Page("reach_out/people_import.py", title=say["people_import"], visibility="hidden"),
            st.Page("reach_out/talk.py", title=say["talk"], visibility="hidden"),
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


def recovery_screens() -> list[StreamlitPage]:
    """Return the screens that there are while the words cannot be opened."""
    say = words("frame")
    return [
        st.Page("recovery.py", title=say["recovery"], default=True),
        st.Page("support.py", title=say["support"]),
    ]
