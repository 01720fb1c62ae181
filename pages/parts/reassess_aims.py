"""Aims on screen: what the last applications say about the roles that were tried (S1-12)."""

import streamlit as st

from core.content.loader import fill, words
from core.role_aims import ENOUGH, Aim, Aims
from core.worksheets.calculations.skills import plain
from core.workspace import Workspace
from pages.parts.worksheet_list import link_to_worksheet

WIDER = "wider_search"
SEARCH = "move_on/search.py"


def aims_in_words(found: Aims) -> tuple[str, ...]:
    """Return what the applications say: how many led to a talk, how close they were, what then."""
    say = words("reassess")
    if not found.talks.of:
        return (fill(say["told_aims_recent"], count=found.applications),)
    facts = {"count": found.applications, "of": found.talks.of, "talks": found.talks.yes}
    told = fill(say["told_aims" if found.talks.yes else "told_aims_none"], **facts)
    if found.must_haves is None:
        return (told, say["told_must_haves_early"])
    met = fill(say["told_must_haves"], met=plain(found.must_haves))
    return (told, met, say[f"told_aim_{found.aim}"])


def show_aims_early(workspace: Workspace) -> None:
    """Say how many applications are still missing, once there is one; nothing before."""
    count = len(workspace.applications.all())
    if 0 < count < ENOUGH:
        st.caption(fill(words("reassess")["aims_early"], count=count, enough=ENOUGH))


def link_from_aims(found: Aims) -> None:
    """Show the way to the record and, where close matches seldom led to a talk, to aim wider."""
    say = words("reassess")
    st.page_link(SEARCH, label=say["to_search"], icon=":material/query_stats:")
    if found.aim is Aim.CLOSE:
        link_to_worksheet(WIDER, say["to_wider"])
