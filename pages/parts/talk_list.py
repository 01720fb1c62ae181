"""Talks about work on screen: those to come and those held, each with what came of it."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, words
from core.interviews import there
from core.letters.letter import Letter, LetterState
from core.network.talk_kit import State, asked_for, in_order, state_of, timed
from core.network.talk_log import delete_talk
from core.network.talks import Talk
from core.views import people_by_id
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.interview_times import own_now
from pages.parts.paging import first_few
from pages.parts.people_ways import TALK
from pages.parts.plain_text import inert, show_text
from pages.parts.talk import name_of
from pages.parts.undo import ask_delete, offer_delete

SEARCH = "move_on/search.py"


def show_talks(workspace: Workspace, now: datetime) -> None:
    """Show the talks to come, then those that were held, and the way to a new one."""
    say, mine = words("talks"), own_now(workspace, now)
    every = in_order(workspace.talks.all(), mine)
    if not (every or workspace.view(_asked, mine.date())):
        st.write(say["no_talks"])
    st.page_link(TALK, label=say["new_talk"], icon=":material/add:")
    _show_asked(workspace, mine)
    ahead = [each for each in every if each.held_on is None]
    held = [each for each in every if each.held_on]
    if ahead:
        st.header(say["ahead"])
    for each in first_few(ahead, key="talks.ahead", more=say["more"]):
        _show_talk(workspace, each, mine)
    if held:
        st.header(say["held"])
    for each in first_few(held, key="talks.held", more=say["more"]):
        _show_talk(workspace, each, mine)
    if workspace.interviews.all():
        st.page_link(SEARCH, label=say["to_interviews"], icon=":material/work:")


def _show_asked(workspace: Workspace, mine: datetime) -> None:
    """Show whom a letter asked for a talk that has no plan yet, with the way to one."""
    say = words("talks")
    asked = workspace.view(_asked, mine.date())
    if not asked:
        return
    st.header(say["asked"])
    people = workspace.view(people_by_id)
    for each in first_few(asked, key="talks.asked", more=say["more"]):
        person = people.get(each.to_id)
        if person is None or each.sent_on is None:
            continue
        with st.container(key=f"asked.{each.id}", gap="xsmall"):
            label, query = inert(person.name), {"person": person.id}
            query |= {"case": each.case_id} if each.case_id else {}
            st.page_link(TALK, label=label, icon=":material/forum:", query_params=query)
            answered = each.state is LetterState.ANSWERED
            told = say["asked_answered" if answered else "asked_waits"]
            st.caption(fill(told, date=in_words(each.sent_on)))


def _asked(workspace: Workspace, today: date) -> tuple[Letter, ...]:
    return asked_for(workspace.letters.all(), workspace.talks.all(), today)


def _show_talk(workspace: Workspace, talk: Talk, mine: datetime) -> None:
    say = words("talks")
    person = workspace.view(people_by_id).get(talk.person_id)
    with st.container(border=True, key=f"talk.{talk.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            label, query = inert(name_of(talk, person)), {"talk": talk.id}
            st.page_link(TALK, label=label, icon=":material/forum:", query_params=query)
            offer_delete(talk.id)
        st.caption(" · ".join(filter(None, (_when(talk, mine), inert(talk.topic)))))
        for line in talk.learned:
            show_text(line)
        if told := _came_of(talk):
            st.caption(told)
        ask_delete(talk.id, say["talk_sure"], lambda: delete_talk(workspace, talk))


def _when(talk: Talk, mine: datetime) -> str:
    say, state = words("talks"), state_of(talk, mine)
    if talk.held_on:
        return fill(say["held_on"], date=in_words(talk.held_on))
    told = there(timed(talk))
    if told is None:
        return say["no_day"]
    own = told.astimezone(mine.tzinfo)
    line = say["was_on" if state is State.OVER else "is_on"]
    return fill(line, date=in_words(own.date()), time=f"{own:%H:%M}")


def _came_of(talk: Talk) -> str:
    """Return in a few words what else a talk brought."""
    say = words("talks")
    found = []
    if talk.culture:
        found.append(say["brought_culture"])
    if talk.skills:
        found.append(fill(say["brought_skills"], skills=", ".join(map(inert, talk.skills))))
    if talk.who_else:
        found.append(fill(say["brought_names"], names=inert(talk.who_else)))
    return " · ".join(found)
