"""The ways to people: their screens, and links to them."""

import streamlit as st

from core.people import Person
from pages.parts.plain_text import inert

PEOPLE = "reach_out/people.py"
PERSON = "reach_out/person.py"
PEOPLE_IMPORT = "reach_out/people_import.py"
TALKS = "reach_out/talks.py"
TALK = "reach_out/talk.py"
CALENDAR = "reach_out/calendar.py"


def link_to_person(person: Person, label: str = "", **query: str) -> None:
    """Show a link to one person, under their name unless it has a label of its own."""
    asked = {"person": person.id, **query}
    named = f"**{inert(person.name)}**"
    icon = ":material/person:"
    st.page_link(PERSON, label=label or named, icon=icon, query_params=asked)
