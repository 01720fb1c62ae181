"""The two weeks of a networking sprint on screen: one thing for today, then the five, then rest."""

from datetime import datetime

import streamlit as st

from core.content.loader import fill, words
from core.network.pace import DAYS
from core.network.sprint import (
    REACHED,
    SPRINT,
    Contact,
    Doing,
    Next,
    Sprint,
    next_thing,
    sprint_now,
)
from core.network.sprint_changes import rest
from core.worksheets.desk import runs_of
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.heavy_day import is_heavy
from pages.parts.messages import show_done
from pages.parts.plain_text import inert, show_text
from pages.parts.sprint_end import show_end, who_heard
from pages.parts.sprint_five import (
    PLACE,
    link_to_thank,
    link_to_write,
    offer_tomorrow,
    show_five,
)
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet


def show_sprint(workspace: Workspace, now: datetime) -> None:
    """Show the two weeks: what today asks for, how the five stand, and their end.

    `now` is in the time zone of the person. On a heavy day it is one line, with the rest folded;
    without a plan it says what one is, and leads to its worksheet.
    """
    if not is_heavy(workspace, now):
        _show(workspace, now)
        return
    say = words("sprint")
    st.write(say["heavy"])
    with st.expander(say["heavy_open"], key="sprint.heavy"):
        _show(workspace, now)


def _show(workspace: Workspace, now: datetime) -> None:
    say, today = words("sprint"), now.date()
    st.header(say["title"])
    show_done(PLACE)
    sprint = workspace.view(sprint_now, today)
    if sprint is None:
        st.write(say["none"])
        st.caption(say["none_more"])
        _link_to_plan(workspace, say["begin"])
        return
    thing = next_thing(sprint, today)
    if sprint.rested_on or thing.doing is Doing.OVER:
        show_end(workspace, sprint, today)
        _link_to_plan(workspace, say["another"])
        return
    _show_place(sprint, now)
    _show_today(workspace, sprint, thing, now)
    show_five(workspace, sprint, today)
    with st.container(horizontal=True, vertical_alignment="center"):
        query = {"run": sprint.run_id}
        icon = ":material/description:"
        st.page_link(WORKSHEET, label=say["to_sheet"], icon=icon, query_params=query)
        st.button(
            say["end_early"],
            icon=":material/bedtime:",
            type="tertiary",
            key="sprint.end",
            disabled=workspace.read_only,
            on_click=rest,
            args=(workspace, sprint.run_id, today),
        )


def _link_to_plan(workspace: Workspace, label: str) -> None:
    """Lead to the worksheet: to the run that is half done, else to a new one."""
    begun = [each for each in runs_of(workspace, SPRINT) if not each.is_finished]
    if begun:
        label, query = words("sprint")["resume"], {"run": begun[0].id}
        st.page_link(WORKSHEET, label=label, icon=":material/edit:", query_params=query)
    else:
        link_to_worksheet(SPRINT, label)


def _show_place(sprint: Sprint, now: datetime) -> None:
    """Tell where in the two weeks one is, and how many have heard so far, in words."""
    say, today = words("sprint"), now.date()
    day = (today - sprint.begins).days + 1
    where = fill(say["until"], date=in_words(sprint.ends))
    if day < 1:
        where = fill(say["begins"], date=in_words(sprint.begins))
    elif day <= DAYS:
        where = f"{fill(say['day_of'], day=day, days=DAYS)} {where}"
    heard = who_heard(sprint)
    st.caption(f"{where} {fill(say['so_far'], what=heard) if heard else say['so_far_none']}")


def _show_today(workspace: Workspace, sprint: Sprint, thing: Next, now: datetime) -> None:
    """Show the one thing of today, and what it takes; or that there is none."""
    say, contact = words("sprint"), thing.contact
    with st.container(border=True, key="sprint.today", gap="small"):
        if contact is None:
            st.write(say["do_none" if sprint.count(*REACHED) else "do_let_go"])
            return
        facts = {"name": inert(contact.note.name), "date": in_words(contact.note.on)}
        st.write(fill(say[f"do_{thing.doing}"], **facts))
        if thing.doing is Doing.WRITE:
            _show_prepared(sprint, contact)
            with st.container(horizontal=True, vertical_alignment="center"):
                link_to_write(contact)
                offer_tomorrow(workspace, sprint, contact, now.date())
        elif thing.doing is Doing.THANK:
            link_to_thank(contact)


def _show_prepared(sprint: Sprint, contact: Contact) -> None:
    """Show what was thought out for a note: the ask, the gift, the plan for nerves."""
    say = words("sprint")
    for label, text in ((say["ask"], contact.note.ask), (say["give"], contact.note.give)):
        if text:
            st.caption(label)
            show_text(text)
    cue, action = (each.rstrip(" .") for each in sprint.nerves)
    if cue and action:
        st.caption(fill(say["nerves"], cue=inert(cue), action=inert(action)))
