"""Plain text: a person's own words on the screen exactly as typed, never read as Markdown."""

import re

import streamlit as st

from core.content.loader import words
from core.web_addresses import web_address

JOINER = "\u2060"
"""Word joiner: no width, no ink, no white space; keeps two characters from being read as one."""

CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
ARROWS_AND_DASHES = re.compile(r"(?<!\S)(<->|->|<-|--|>=|<=|~=)(?!\S)")
SHORTCODE_OR_ADDRESS = re.compile(r":(?=[\w+/:-])|(?<=www)(?=\.)|(?<=\S)(?=@)", re.IGNORECASE)
NO_LETTER = re.compile(r"[\W\d]")
MARKUP = re.compile(r"[\\`*_\[\]$~]|<(?=[A-Za-z/!?])|&(?=#?\w+;)")


def inert(text: str) -> str:
    """Return `text` for a Streamlit label (Markdown), where it shows as typed and does nothing.

    Runs of white space, line breaks included, show as one space, as in every label. Characters
    that steer the direction of the text around them, and other control characters, are removed.
    Only for labels: tables, inputs, select options and `show_text` read no Markdown.
    """
    line = " ".join(CONTROLS.sub("", text).split())
    line = ARROWS_AND_DASHES.sub(lambda found: found[0][0] + JOINER + found[0][1:], line)
    line = SHORTCODE_OR_ADDRESS.sub(lambda found: found[0] + JOINER, line)
    line = MARKUP.sub(r"\\\g<0>", line)
    return JOINER + line if NO_LETTER.match(line) else line


def show_text(text: str) -> None:
    """Show a person's own words as they were typed, line breaks and leading spaces included."""
    st.text(JOINER + CONTROLS.sub("", text) + JOINER)


def show_line(text: str) -> None:
    """Show a line of the person's own; one with a web address is to be copied, and to be opened.

    So nothing is put in between its characters: what is copied is what was typed.
    """
    address = web_address(text)
    if not address:
        st.caption(inert(text))
        return
    st.text(CONTROLS.sub("", text))
    st.link_button(words("forms")["open_address"], address, icon=":material/open_in_new:")
