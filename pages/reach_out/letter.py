"""One letter: a few facts, the text that grows beside them, then wait or send."""

import streamlit as st

from core.content.letters import kind_words
from core.content.loader import words
from pages.parts.conflict import conflict_of, settle_conflict
from pages.parts.letter_desk import keeper, show_letter
from pages.parts.letter_form import letter_form
from pages.parts.letter_log import show_log, show_versions
from pages.parts.letter_start import letter_at
from pages.parts.letters import LETTERS
from pages.parts.messages import show_done
from pages.parts.session import app_mode, current_workspace
from pages.parts.wins_in_letters import offer_wins

say = words("letter")
workspace = current_workspace()
now = app_mode().now()
address = st.query_params.get("letter", "")
letter = letter_at(workspace, address)

if letter is None:
    st.title(words("letters")["title"])
    st.warning(say["not_found"])
    st.page_link(LETTERS, label=say["to_letters"], icon=":material/mail:")
else:
    case = workspace.cases.find(letter.case_id)
    form = letter_form(workspace, letter, address, case)
    with st.container(width=1120, key="letter.page"):
        st.title(kind_words(letter.kind).title)
        st.caption(kind_words(letter.kind).purpose)
        show_done("letter")
        if conflict_of(form):
            settle_conflict(workspace, workspace.letters, form)
        elif letter.is_out:
            show_log(workspace, form, letter, now, keeper(workspace, form, address))
            show_versions(letter)
        else:
            form.show_resumed()
            show_letter(workspace, form, letter, address, now)
            offer_wins(workspace, letter.kind)
            show_versions(letter)
        form.keep()
        st.page_link(LETTERS, label=say["to_letters"], icon=":material/mail:")
