"""My words: where they are, everything out and back in, what is to be gone, and a few facts."""

import streamlit as st

from core.content.loader import words
from pages.parts.erasing import show_erase, show_forget
from pages.parts.keeping import show_download, show_restore, show_versions, show_where
from pages.parts.me_form import ask_facts
from pages.parts.messages import show_done
from pages.parts.sections import choose_section
from pages.parts.session import current_workspace, looking_around, own_folder

say = words("my_words")
workspace = current_workspace()
sections = ("keep", "facts") if looking_around() else ("keep", "facts", "copies", "gone")

st.title(say["title"])
st.caption(say["lead"])
show_done("my_words")
labels = {each: say[f"section_{each}"] for each in sections}
section = choose_section("my_words.section", say["section"], labels)
if section == "keep":
    show_where(workspace)
    show_download(workspace)
    if not looking_around():
        show_restore(workspace)
elif section == "facts":
    ask_facts(workspace)
elif section == "copies":
    show_versions(own_folder())
else:
    show_forget(workspace, own_folder())
    show_erase(own_folder())
