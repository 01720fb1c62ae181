"""Ways to a letter: its address, the links that lead there, and how it is named in a list."""

import streamlit as st

from core.content.letters import kind_words
from core.content.loader import fill, words
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.plain_text import inert

LETTER = "reach_out/letter.py"
LETTERS = "reach_out/letters.py"
FEEDBACK = "reach_out/feedback.py"


def address_of(kind: Kind, case_id: str = "", variant: str = "", to: str = "") -> str:
    """Return the address of a letter that is not yet kept: its kind, case, situation, person."""
    return f"{kind}.{case_id}.{variant}.{to}".rstrip(".")


def link_to_letter(address: str, label: str, icon: str = ":material/edit:") -> None:
    """Show a link to a letter: one that is kept, by its id, or a new one by its address."""
    st.page_link(LETTER, label=label, icon=icon, query_params={"letter": address})


def name_of(letter: Letter) -> str:
    """Return how a list names a letter: its kind, and whom it is for."""
    title = kind_words(letter.kind).title
    if not letter.to_name:
        return title
    return f"{title}, {fill(words('letters')['to'], name=inert(letter.to_name))}"


def title_at(workspace: Workspace, address: str) -> str:
    """Return what the letter of an address is called, kept or not; "" where there is none."""
    letter = workspace.letters.find(address)
    if letter:
        return name_of(letter)
    kind = address.partition(".")[0]
    return kind_words(Kind(kind)).title if kind in set(Kind) else ""


def state_of(letter: Letter) -> str:
    """Return where a letter stands, in words."""
    say = words("letters")
    day = letter.held_until.date() if letter.held_until else letter.sent_on
    return fill(say[f"state_{letter.state}"], date=in_words(day) if day else "")
