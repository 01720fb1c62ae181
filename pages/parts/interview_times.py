"""Times of talks in words: on the clocks there, on the person's own, and when to set out."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st

from core.applications import Application, Interview
from core.content.loader import fill, words
from core.interviews import is_elsewhere, leave_at, there
from core.me import time_zones
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.plain_text import inert, show_line

NOWHERE = "Etc/UTC"


def own_zone(workspace: Workspace) -> str:
    """Return the name of the person's time zone, UTC where it is not known."""
    return _told_zone(workspace) or NOWHERE


def own_now(workspace: Workspace, now: datetime) -> datetime:
    """Return this moment in the person's time zone, else as the clock here has it."""
    zone = _told_zone(workspace)
    return now.astimezone(ZoneInfo(zone)) if zone else now


def _told_zone(workspace: Workspace) -> str:
    """Return the time zone that the person told, else that of their browser; "" without either."""
    told = (workspace.me.time_zone, st.context.timezone)
    return next((each for each in told if each in time_zones()), "")


def name_of(application: Application) -> str:
    """Return how a line names an application, as it was typed: its employer, else its role."""
    return application.employer or application.role or words("interview")["them"]


def moment_in_words(interview: Interview, own: tzinfo) -> list[str]:
    """Return when a talk is: on the clocks there, then on the person's own where these differ."""
    say, told = words("interview"), there(interview)
    if told is None:
        return [say["no_moment"]]
    if not is_elsewhere(interview, own):
        return [fill(say["moment"], **_facts(told))]
    mine = fill(say["for_you"], **_facts(told.astimezone(own)))
    zone = interview.zone.replace("_", " ")
    return [mine, fill(say["in_zone"], time=f"{told:%H:%M}", zone=zone)]


def leaving_in_words(interview: Interview, own: tzinfo) -> str:
    """Return when to set out, or be ready where there is no way to go; "" without a moment."""
    leave, at = leave_at(interview), interview.at
    if leave is None or at is None:
        return ""
    say, told = words("interview"), leave.astimezone(own)
    same_day = told.date() == at.astimezone(own).date()
    if interview.travel:
        return fill(say["leave" if same_day else "leave_day"], **_facts(told))
    return fill(say["ready" if same_day else "ready_day"], **_facts(told))


def reminder(interview: Interview, application: Application, own: tzinfo) -> str:
    """Return a talk as a text of a few lines, to copy."""
    title = fill(words("interview")["reminder_title"], employer=name_of(application))
    lines = (title, *moment_in_words(interview, own), details(interview, own))
    return "\n".join(filter(None, lines))


def details(interview: Interview, own: tzinfo) -> str:
    """Return when to set out, with whom and where the talk is, a line each."""
    say = words("interview")
    lines = (
        leaving_in_words(interview, own),
        f"{say['reminder_who']}: {interview.with_whom}" if interview.with_whom else "",
        f"{say['reminder_place']}: {interview.place}" if interview.place else "",
    )
    return "\n".join(filter(None, lines))


def show_moment(interview: Interview, own: tzinfo) -> None:
    """Show when and where a talk is, and when to set out."""
    first, *more = moment_in_words(interview, own)
    st.text(first)
    for line in more:
        st.caption(line)
    if interview.with_whom:
        st.caption(inert(interview.with_whom))
    if interview.place:
        show_line(interview.place)
    if leaving := leaving_in_words(interview, own):
        st.write(leaving)


def _facts(told: datetime) -> dict[str, str]:
    weekday = words("interview")["weekdays"][told.weekday()]
    return {"weekday": weekday, "date": in_words(told.date()), "time": f"{told:%H:%M}"}
