"""This week: at most three people, or one small thing; then who else is near, folded; then rest."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, network_words, words
from core.network.cadence import Band, Due, due_people
from core.network.circles import coverage_now
from core.network.small_task import Owed, Small, one_small_task, thanks_owed
from core.network.suggested import A_WEEK, Suggested, reached_this_week, week_is_full
from core.network.this_week import for_this_week, is_paced
from core.workspace import Workspace
from pages.parts.heavy_day import is_heavy
from pages.parts.paging import first_few
from pages.parts.people_due import show_due_card, show_put_off
from pages.parts.people_place import is_for_later, place_person, show_placed, show_placing
from pages.parts.people_quick import ask_quick, show_added
from pages.parts.people_thanks import show_thanked, show_thanks
from pages.parts.people_ways import PEOPLE
from pages.parts.sections import PART

AT_ONCE = 3


def show_week(workspace: Workspace, now: datetime) -> None:
    """Show whom to write to this week, or one small thing where the person wants no more.

    `now` is in the time zone of the person. On a heavy day it waits folded, without
    the rest of the list.
    """
    say, today = words("people"), now.date()
    show_thanked(workspace, today)
    show_put_off(workspace, today)
    show_placed()
    show_added(workspace)
    _ask_mode(workspace)
    st.header(say["small" if workspace.me.one_small_task else "week"])
    show = _show_small if workspace.me.one_small_task else _show_three
    if not is_heavy(workspace, now):
        show(workspace, today)
        if show is _show_three:
            _show_rest(workspace, today)
        return
    st.write(say["heavy"])
    with st.expander(say["heavy_open"], key="people.heavy"):
        show(workspace, today)


def _ask_mode(workspace: Workspace) -> None:
    """Ask whether to see one small thing at a time; it is remembered over the days."""
    say, me = words("people"), workspace.me
    wanted = st.toggle(
        say["one_small"],
        value=me.one_small_task,
        key=f"people.one_small.{me.one_small_task}",
        help=say["one_small_help"],
        disabled=workspace.read_only,
    )
    if wanted != me.one_small_task:
        workspace.save_me(me.model_copy(update={"one_small_task": wanted}))
        st.rerun()


def _show_pace(workspace: Workspace, today: date) -> bool:
    """Say that a sprint sets the pace, with the way to it; return whether one does."""
    paced = workspace.view(is_paced, today)
    if paced:
        say, query = words("people"), {PART: "sprint"}
        st.write(say["week_paced"])
        st.page_link(PEOPLE, label=say["to_sprint"], icon=":material/event:", query_params=query)
    return paced


def _show_three(workspace: Workspace, today: date) -> None:
    say = words("people")
    paced = _show_pace(workspace, today)
    owed, found = _this_week(workspace, today)
    for each in owed:
        show_thanks(workspace, each, today, "week")
    if workspace.view(week_is_full, today):
        st.write(say["enough"])
        st.caption(say["enough_more"])
        return
    if reached := len(workspace.view(reached_this_week, today)):
        one = reached == 1
        st.caption(say["week_one"] if one else fill(say["week_done"], count=reached))
    if not (owed or found or paced):
        _show_free(workspace, today)
    for each in found:
        show_due_card(workspace, each, today, "week")


def _show_free(workspace: Workspace, today: date) -> None:
    """Say that the week is free, and offer what could fill it: somebody to place, or a name."""
    say = words("people")
    st.write(say["week_empty"])
    found = workspace.view(coverage_now)
    if not found.known:
        ask_quick(workspace)
    elif found.unplaced:
        st.caption(say["week_empty_more"])
        show_placing(workspace, found.unplaced, today)
    else:
        st.caption(say["week_empty_known"])


def _this_week(workspace: Workspace, today: date) -> tuple[tuple[Owed, ...], tuple[Suggested, ...]]:
    """Return who is owed thanks, and who else is suggested: three of them together at most."""
    owed = workspace.view(thanks_owed, today)[:A_WEEK]
    thanking = {each.person.id for each in owed}
    every = workspace.view(for_this_week, today)
    others = tuple(each for each in every if each.due.person.id not in thanking)
    return owed, others[: A_WEEK - len(owed)]


def _show_rest(workspace: Workspace, today: date) -> None:
    """Show everybody else whose day is near or here, each band folded in a line of its own."""
    say, bands = words("people"), network_words().bands
    owed, found = _this_week(workspace, today)
    asked = {*(each.person.id for each in owed), *(each.due.person.id for each in found)}
    rest = [each for each in workspace.view(due_people, today) if each.person.id not in asked]
    if not rest:
        return
    st.header(say["others"])
    st.caption(say["others_lead"])
    for band in Band:
        theirs = [each for each in rest if each.band is band]
        if theirs:
            label = fill(say["counted"], what=bands[band], count=len(theirs))
            with st.expander(label, key=f"people.band.{band}"):
                _show_band(workspace, theirs, band, today)


def _show_band(workspace: Workspace, theirs: list[Due], band: Band, today: date) -> None:
    more = words("people")["show_more"]
    for each in first_few(theirs, key=f"people.band.{band}", more=more, at_once=AT_ONCE):
        show_due_card(workspace, each, today, f"band.{band}")


def _show_small(workspace: Workspace, today: date) -> None:
    """Show the one smallest next thing, with why it is that one; in a sprint, nothing beside it."""
    say = words("people")
    task = workspace.view(one_small_task, today)
    if _show_pace(workspace, today) and task.what not in (Small.THANK, Small.WRITE):
        return
    waits = task.what is Small.PLACE and task.person and is_for_later(task.person)
    if waits or task.what is Small.REST:
        st.write(say["enough" if task.week_is_full else "small_rest"])
        st.caption(say["enough_more"])
        return
    st.caption(say[f"small_{task.what}"])
    if task.owed:
        show_thanks(workspace, task.owed, today, "week")
    elif task.suggested:
        show_due_card(workspace, task.suggested, today, "small")
    elif task.person:
        place_person(workspace, task.person)
    else:
        ask_quick(workspace)
