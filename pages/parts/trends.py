"""The watch list on screen: what is new in the field, and another look each month."""

from datetime import date

import streamlit as st

from core.content.loader import fill, skill_words, words
from core.trends import Trend, to_look_at, watch_list
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert
from pages.parts.skills import NEW, PART, SKILLS, link_to_worksheet
from pages.parts.undo import ask_delete, offer_delete

PLACE = "trends"
AT_MOST = 3


def show_trends(workspace: Workspace, today: date) -> None:
    """Show what is to be looked at again first, then the watch list."""
    say = words("skills")
    show_done(PLACE)
    trends = watch_list(workspace.trends.all())
    again = to_look_at(trends, today)
    if not trends:
        st.write(say["trends_empty"])
    if again:
        st.header(say["look_again"])
        st.caption(say["look_again_lead"])
        for each in first_few(again, key="trends.again", more=say["show_more"]):
            _show_one(workspace, each, today, again=True)
    rest = [each for each in trends if each not in again]
    if rest:
        st.header(say["watch_list"])
        for each in first_few(rest, key="trends", more=say["show_more"]):
            _show_one(workspace, each, today, again=False)
    with st.container(horizontal=True):
        link_to_worksheet("trend_scan", say["to_scan"])
        query = {"trend": NEW}
        st.page_link(SKILLS, label=say["add_trend"], icon=":material/add:", query_params=query)


def show_trend_review(workspace: Workspace, today: date) -> None:
    """Say on Today that the watch list asks for its monthly look; nothing while it does not."""
    say = words("skills")
    again = to_look_at(workspace.trends.all(), today)
    if not again:
        return
    with st.container(border=True, key="trends.review", gap="small"):
        st.write(say["review"])
        st.caption(", ".join(inert(each.name) for each in again[:AT_MOST]))
        query = {PART: PLACE}
        icon = ":material/visibility:"
        st.page_link(SKILLS, label=say["to_watch_list"], icon=icon, query_params=query)


def _show_one(workspace: Workspace, trend: Trend, today: date, *, again: bool) -> None:
    say = words("skills")
    with st.container(border=True, key=f"trend.{trend.id}", gap="small"):
        st.text(trend.name)
        if around := _around(trend, today):
            st.caption(" · ".join(around))
        if rated := _rated(trend):
            st.caption(" · ".join(rated))
        with st.container(horizontal=True, vertical_alignment="center"):
            if again:
                key = f"trend.looked.{trend.id}.{trend.rev}"
                if st.button(say["still_worth"], key=key, disabled=workspace.read_only):
                    workspace.trends.replace(trend.model_copy(update={"looked_on": today}))
                    done(PLACE, say["looked"])
            query = {"trend": trend.id}
            st.page_link(SKILLS, label=say["change"], icon=":material/edit:", query_params=query)
            offer_delete(trend.id)
        ask_delete(trend.id, say["sure_trend"], lambda: workspace.delete(trend))


def _around(trend: Trend, today: date) -> list[str]:
    say = words("skills")
    told = [inert(trend.source)] if trend.source else []
    told += [ago(trend.seen_on, today)] if trend.seen_on else []
    if trend.skill:
        told.append(fill(say["goes_with"], skill=inert(trend.skill)))
    return told


def _rated(trend: Trend) -> list[str]:
    say, degrees = words("skills"), skill_words().degrees
    told = []
    if trend.fits is not None:
        told.append(fill(say["fits_line"], degree=degrees[trend.fits]))
    if trend.pull is not None:
        told.append(fill(say["pull_line"], degree=degrees[trend.pull]))
    return told
