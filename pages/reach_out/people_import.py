"""Bringing people in and taking them out: looked at first; two cards of one person made one."""

import streamlit as st

from core.content.loader import fill, words
from core.network.doubles import doubles_in
from pages.parts.interview_times import own_now
from pages.parts.people_export import show_export
from pages.parts.people_import import show_people_import
from pages.parts.people_merge import show_doubles
from pages.parts.people_turned import show_turned
from pages.parts.people_ways import PEOPLE
from pages.parts.sections import PART, choose_section, come_to_section, keep_in_address
from pages.parts.session import app_mode, current_workspace

SECTIONS = ("bring", "doubles", "take")
SECTION = "people.import.section"

say = words("people_import")
workspace = current_workspace()
today = own_now(workspace, app_mode().now()).date()

st.title(words("frame")["people_import"])
st.page_link(PEOPLE, label=say["back"], icon=":material/arrow_back:")
count = sum(each.is_sure for each in workspace.view(doubles_in))
labels = {each: say[f"section_{each}"] for each in SECTIONS}
if count:
    labels["doubles"] = fill(say["section_doubles_count"], count=count)
come_to_section(SECTION, st.query_params.get(PART, ""), labels)
section = choose_section(SECTION, say["section"], labels)
keep_in_address(SECTION, section)
if section == "bring":
    show_turned(workspace)
    show_people_import(workspace, today)
elif section == "doubles":
    show_doubles(workspace)
else:
    show_export(workspace, today)
