"""Wins beside a letter: what the person has done, to borrow from, each copied with one click."""

import streamlit as st

from core.content.loader import words
from core.letters.kinds import Kind
from core.wins import Win, wins_for_letter
from core.workspace import Workspace
from pages.parts.paging import first_few


def offer_wins(workspace: Workspace, kind: Kind) -> None:
    """Offer what the person has done, folded away, beside a letter in which it can stand."""
    wins = workspace.view(_for_letter, kind)
    if not wins:
        return
    say = words("steady")
    with st.expander(say["in_letter"], key="wins.in_letter"):
        st.caption(say["in_letter_lead"])
        for each in first_few(wins, key="wins.in_letter", more=say["wins_more"]):
            told = ", ".join(part for part in (each.what, each.proof) if part)
            st.code(told, language=None, wrap_lines=True)


def _for_letter(workspace: Workspace, kind: Kind) -> tuple[Win, ...]:
    return wins_for_letter(workspace.wins.all(), kind)
