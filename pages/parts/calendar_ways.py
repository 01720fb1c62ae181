"""From a line of the calendar to the screen where it is done."""

from collections.abc import Mapping

import streamlit as st

from core.network.dated_things import Dated, What
from core.network.sprint import SPRINT
from pages.parts.cards import REASSESS
from pages.parts.decisions_ways import WAYS
from pages.parts.happenings import CASE
from pages.parts.interview import APPLICATION, INTERVIEW
from pages.parts.letters import LETTER
from pages.parts.people_ways import PEOPLE, PERSON, TALK, TALKS
from pages.parts.plain_text import inert
from pages.parts.regret import PATHS
from pages.parts.sections import PART
from pages.parts.settled import TODAY
from pages.parts.skills import SKILLS

LONGEST = 44
"""So many characters fit into one row of a phone."""

HOMES: Mapping[What, tuple[str, str]] = {
    What.INTERVIEW: (INTERVIEW, "interview"),
    What.AHEAD: (INTERVIEW, "interview"),
    What.THANKS: (INTERVIEW, "interview"),
    What.ANSWER: (INTERVIEW, "interview"),
    What.REQUESTED: (APPLICATION, "application"),
    What.TALK: (TALK, "talk"),
    What.TALK_THANKS: (TALK, "talk"),
    What.EVENT: (TALKS, "event"),
    What.WATCH: (TALKS, "watch"),
    What.PERSON: (PERSON, "person"),
    What.NOTE: (PEOPLE, PART),
    What.PERSON_THANKS: (PERSON, "person"),
    What.FOLLOW_UP: (LETTER, "letter"),
    What.HOLD: (LETTER, "letter"),
    What.OFFER: (CASE, "case"),
    What.OPENING: (REASSESS, "opening"),
    What.CHOICE: (REASSESS, "choice"),
    What.TEST: (PATHS, ""),
    What.SKILL: (SKILLS, "skill"),
    What.STEP: (TODAY, ""),
}
"""The screen of each, and what its address calls the record."""


def link_to(each: Dated, label: str) -> None:
    """Show a line that leads to where its thing is done.

    A link takes one row and no more: of a longer line it shows the beginning, and all of it to
    whoever points at it.
    """
    screen, name = HOMES[each.what]
    query = {name: each.home_id or each.record_id} if name else None
    if each.what is What.NOTE:
        query = {PART: SPRINT}
    if each.what is What.OFFER and not each.home_id:
        screen, query = WAYS["review"].screen, {"run": each.record_id}
    row = _row(label)
    told = inert(label) if row != label else None
    st.page_link(screen, label=inert(row), query_params=query, help=told)


def _row(label: str) -> str:
    """Return the beginning of a line that fits into one row, up to the end of a word."""
    if len(label) <= LONGEST:
        return label
    cut = label[: LONGEST - 2]
    words, _, _ = cut.rpartition(" ")
    return f"{words if len(words) > LONGEST // 2 else cut} …"
