"""What has a day: told day by day, chosen from, and taken along as a calendar file."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

import streamlit as st

from core.content.loader import calendar_words, fill, words
from core.exports.calendar_entries import file_of, title_of
from core.exports.file_names import file_name
from core.network.dated import dated, to_come
from core.network.dated_things import Dated
from core.views import this_minute
from core.workspace import Workspace
from pages.parts.calendar_feed import CALENDAR_TYPE
from pages.parts.calendar_ways import link_to
from pages.parts.days import in_words
from pages.parts.interview_times import own_now
from pages.parts.paging import first_few
from pages.parts.questions import legible

WEEKS = timedelta(weeks=4)
DAYS_AT_ONCE = 5
RECORD = "record"
"""What the address calls the record that it is about, such as a talk."""


def dated_now(workspace: Workspace, now: datetime) -> tuple[Dated, ...]:
    """Return everything that has a day, as of this minute."""
    return workspace.view(dated, this_minute(own_now(workspace, now)))


def show_coming(found: Sequence[Dated], workspace: Workspace, now: datetime) -> None:
    """Show what has a day in the next four weeks, a few days at once."""
    say, mine = words("calendar"), own_now(workspace, now)
    st.header(say["ahead"])
    near = [each for each in to_come(found, mine) if each.on <= mine.date() + WEEKS]
    if not near:
        st.write(say["nothing"])
        return
    days = [(on, list(each)) for on, each in groupby(near, key=lambda each: each.on)]
    for on, each in first_few(days, key="calendar", more=say["more"], at_once=DAYS_AT_ONCE):
        with st.container(key=f"calendar.day.{on}", gap="xsmall"):
            st.caption(_day(on, mine.date()))
            for one in each:
                link_to(one, _line(one, mine))


def ask_what(workspace: Workspace) -> None:
    """Ask what goes into the calendar, and whether with names; what is changed is kept at once.

    The questions begin anew whenever what is kept changes, also from another window. A sort that
    only a newer version knows stays as it is.
    """
    say, me = words("calendar"), workspace.me
    sorts = calendar_words().sorts
    chosen = st.pills(
        say["sorts"],
        list(sorts),
        selection_mode="multi",
        default=[each for each in sorts if each not in me.calendar_without],
        format_func=lambda each: legible(sorts[each]),
        key=f"calendar.sorts.{me.rev}",
        disabled=workspace.read_only,
        wrap=True,
    )
    names = st.toggle(
        say["names"],
        value=me.calendar_names,
        key=f"calendar.names.{me.rev}",
        help=say["names_help"],
        disabled=workspace.read_only,
    )
    out = {each.value for each in sorts if each not in chosen}
    unknown = {each for each in me.calendar_without if each not in sorts}
    if workspace.read_only or (out | unknown, names) == (
        set(me.calendar_without),
        me.calendar_names,
    ):
        return
    told = {"calendar_without": tuple(sorted(out | unknown)), "calendar_names": names}
    workspace.save_me(me.model_copy(update=told))
    st.rerun()


def offer_all(workspace: Workspace, found: Sequence[Dated], now: datetime) -> None:
    """Offer all of it as one calendar file."""
    say, names = words("calendar"), workspace.me.calendar_names
    st.download_button(
        say["download"],
        lambda: file_of(found, now, names=names),
        file_name=file_name(words("frame")["calendar"], now.date(), "ics"),
        mime=CALENDAR_TYPE,
        type="primary",
        icon=":material/calendar_add_on:",
        on_click="ignore",
        disabled=not found,
        key="calendar.all",
    )
    st.caption(say["download_more"])


def offer_one(workspace: Workspace, found: Sequence[Dated], now: datetime) -> None:
    """Offer one thing to come as a calendar file of its own.

    An address that names a record (`RECORD`) begins with that one.
    """
    say, names, mine = words("calendar"), workspace.me.calendar_names, own_now(workspace, now)
    ahead = {each.key: each for each in to_come(found, mine)}
    if not ahead:
        return
    asked = st.query_params.get(RECORD, "")
    named = [each.record_id for each in ahead.values()]
    with st.expander(say["one"], icon=":material/event:", expanded=asked in named):
        key = st.selectbox(
            say["choose"],
            list(ahead),
            index=named.index(asked) if asked in named else 0,
            format_func=lambda each: _named(ahead[each]),
            key=f"calendar.one.{asked}",
        )
        one = ahead.get(key) or next(iter(ahead.values()))
        title = title_of(one, names=names)
        st.download_button(
            say["download_one"],
            lambda: file_of([one], now, names=names),
            file_name=file_name(title, one.on, "ics"),
            mime=CALENDAR_TYPE,
            icon=":material/calendar_add_on:",
            on_click="ignore",
            key="calendar.file",
        )


def _line(each: Dated, mine: datetime) -> str:
    title = title_of(each, names=True)
    if each.at is None:
        return title
    clock = f"{each.at.astimezone(mine.tzinfo):%H:%M}"
    return fill(words("calendar")["timed"], time=clock, title=title)


def _named(each: Dated) -> str:
    return f"{title_of(each, names=True)} · {in_words(each.on)}"


def _day(on: date, today: date) -> str:
    say = words("calendar")
    if on == today:
        return say["today"]
    if on == today + timedelta(days=1):
        return say["tomorrow"]
    weekday = words("interview")["weekdays"][on.weekday()]
    return fill(say["day"], weekday=weekday, date=in_words(on))
