"""The talks of one application, the next one first."""

from datetime import datetime

import streamlit as st

from core.application_log import application_behind
from core.applications import Application, Interview
from core.content.loader import fill, words
from core.interviews import Standing, in_order, standing, talks_of, there
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.interview import APPLICATION, INTERVIEW
from pages.parts.interview_times import own_now
from pages.parts.plain_text import inert
from pages.parts.practice import delete_talks
from pages.parts.undo import ask_delete, offer_delete


def show_talks(workspace: Workspace, application: Application, now: datetime) -> None:
    """Show every talk of an application with the way to it, and the way to a new one."""
    say = words("application")
    talks = in_order(talks_of(workspace.interviews.all(), application.id), now)
    if not talks:
        st.caption(say["no_talks"])
    for each in talks:
        _show_talk(workspace, each, now)
    query = {"application": application.id}
    st.page_link(INTERVIEW, label=say["add_talk"], icon=":material/add:", query_params=query)


def link_to_talks(workspace: Workspace, case_id: str) -> None:
    """Show the way to the talks of the application that became a case; nothing without one."""
    if application := application_behind(workspace, case_id):
        label, query = words("application")["to_talks"], {"application": application.id}
        query |= {"part": "talks"}
        st.page_link(APPLICATION, label=label, icon=":material/forum:", query_params=query)


def _show_talk(workspace: Workspace, interview: Interview, now: datetime) -> None:
    say = words("application")
    with st.container(border=True, key=f"talk.{interview.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                INTERVIEW,
                label=_label(interview, own_now(workspace, now)),
                icon=":material/forum:",
                query_params={"interview": interview.id},
            )
            offer_delete(interview.id)
        if interview.with_whom:
            st.caption(fill(say["talk_with"], source=inert(interview.with_whom)))
        ask_delete(interview.id, say["talk_sure"], lambda: delete_talks(workspace, interview))


def _label(interview: Interview, now: datetime) -> str:
    say, told = words("application"), there(interview)
    if told is None:
        return say["talk_open"]
    mine = told.astimezone(now.tzinfo)
    line = say["talk_over" if standing(interview, now) is Standing.OVER else "talk_on"]
    return fill(line, date=in_words(mine.date()), time=f"{mine:%H:%M}")
