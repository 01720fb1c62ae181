"""The first run: three lines on what this is and is not, then one question."""

import streamlit as st

from core.content.loader import words
from core.decisions.process import OFFER_REVIEW
from pages.parts.happenings import CASE, ask_what_happened, just_checking_in, still_to_choose
from pages.parts.session import look_around
from pages.parts.worksheet_list import WORKSHEET

CHECK_IN = "feel/check_in.py"


def show_welcome() -> None:
    """Ask what happened, and nothing else."""
    say = words("today")
    st.title(say["welcome"])
    for line in ("what_it_is", "what_it_does", "where_words_live"):
        st.write(say[line])
    answer = ask_what_happened(say["question"], key="welcome.direction")
    with st.container(horizontal=True):
        begun = st.button(say["begin"], type="primary", key="welcome.begin")
        st.button(say["look_around"], type="tertiary", key="welcome.look", on_click=look_around)
    if begun and answer is None:
        st.warning(say["choose_first"])
    elif begun and just_checking_in(answer):
        st.switch_page(CHECK_IN)
    elif begun and still_to_choose(answer):
        st.switch_page(WORKSHEET, query_params={"worksheet": OFFER_REVIEW})
    elif begun:
        st.switch_page(CASE, query_params={"direction": answer})
