"""The story to tell, in three lengths, each to be copied with one click (catalogue S1-19)."""

import streamlit as st

from core.content.loader import words
from core.stories import Story, story_for
from core.workspace import Workspace
from pages.parts.undo import ask_delete, offer_delete
from pages.parts.worksheet_list import link_to_worksheet

WORKSHEET = "story_to_tell"


def show_story(workspace: Workspace, case_id: str = "") -> None:
    """Show how the person tells what happened, or offer to find the words."""
    say = words("steady")
    st.header(say["story"])
    story = workspace.view(_story_for, case_id)
    if story is None:
        st.write(say["story_lead"])
        link_to_worksheet(WORKSHEET, say["story_tell"], case_id)
        return
    for version, text in story.versions.items():
        st.caption(say[f"story_{version}"])
        st.code(text, language=None, wrap_lines=True)
    with st.container(horizontal=True, vertical_alignment="center"):
        link_to_worksheet(WORKSHEET, say["story_again"], case_id)
        offer_delete(story.id)
    ask_delete(story.id, say["story_sure"], lambda: workspace.delete(story))


def _story_for(workspace: Workspace, case_id: str) -> Story | None:
    return story_for(workspace.stories.all(), case_id)
