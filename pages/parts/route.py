"""One walk on screen: the next stop, the whole way, and what is left out of it."""

from datetime import datetime
from itertools import groupby

import streamlit as st

from core.cases import Case
from core.content.loader import fill, route_words, words
from core.content.routes import Stop
from core.routes import Standing, Way, Waypoint, keep_walk
from core.walks import Route, Walk, walk_for
from core.workspace import Workspace
from pages.parts.happenings import CASE
from pages.parts.messages import STAYS, done, show_done
from pages.parts.questions import legible
from pages.parts.route_links import REASSESS, address_of_stop
from pages.parts.waits import when_over

TODAY = "today.py"
CHANGED = f"{STAYS}route.changed"
ICONS = {
    Standing.DONE: ":material/check_circle:",
    Standing.SKIPPED: ":material/remove:",
    Standing.WAITS: ":material/schedule:",
    Standing.NEXT: ":material/arrow_forward:",
    Standing.AHEAD: ":material/radio_button_unchecked:",
}


def show_where(way: Way) -> None:
    """Tell how far it is, in words, and on a heavy day what comes first."""
    say = words("route")
    left_out = way.count(Standing.SKIPPED)
    facts = {
        "done": way.count(Standing.DONE),
        "left_out": left_out,
        "places": len(way.points),
    }
    st.caption(fill(say["so_far_out" if left_out else "so_far"], **facts))
    if way.heavy:
        st.write(say["heavy"])


def show_next(workspace: Workspace, case: Case, way: Way, now: datetime) -> None:
    """Show the stop to go to next, and why; or that it is enough for today, or all of it."""
    say = words("route")
    show_done("route")
    resting = walk_for(workspace.walks.all(), case).rested_on == now.date()
    closed = workspace.read_only
    with st.container(border=True, key="route.next"):
        if way.next is None and way.count(Standing.WAITS):
            st.write(say["all_wait"])
        elif way.next is None:
            st.write(say["over"])
            st.caption(say["over_more"])
            st.page_link(REASSESS, label=say["to_reassess"], icon=":material/explore:")
        elif resting:
            st.write(say["resting"])
            if st.button(say["go_on"], type="tertiary", key="route.go_on", disabled=closed):
                keep_walk(workspace, case.id, rested_on=None)
                st.rerun()
        else:
            _show_stop(workspace, case, way, way.next, now)


def show_whole(workspace: Workspace, case: Case, way: Way, now: datetime) -> None:
    """Show every stop of the way, part by part, each with a link and how it stands."""
    say = words("route")
    parts = route_words().routes[way.route].parts
    st.header(say["whole"])
    for part, points in groupby(way.points, key=lambda each: each.stop.part):
        with st.container(gap="xsmall", key=f"route.part.{part}"):
            st.caption(f"**{parts[part]}**")
            for point in points:
                label = f"{point.stop.title} {legible(f'· {_state(point, now)}')}"
                page, query = address_of_stop(workspace, case, point.stop)
                icon = ICONS[point.standing]
                st.page_link(page, label=label, icon=icon, query_params=query)


def ask_own_way(workspace: Workspace, case: Case, way: Way) -> None:
    """Ask what to leave out, and which of the three ways to walk; and show the ways out."""
    say = words("route")
    walk = walk_for(workspace.walks.all(), case)
    with st.expander(say["own_way"]):
        if st.session_state.pop(CHANGED, False):
            st.success(say["changed"])
        _ask_what_to_leave_out(workspace, walk, way)
        _ask_which_way(workspace, walk, way)
    with st.container(horizontal=True):
        query = {"case": case.id}
        st.page_link(CASE, label=say["to_case"], icon=":material/edit:", query_params=query)
        st.page_link(TODAY, label=say["to_today"], icon=":material/home:")


def _ask_what_to_leave_out(workspace: Workspace, walk: Walk, way: Way) -> None:
    say = words("route")
    titles = {e.stop.id: e.stop.title for e in way.points if e.standing is not Standing.DONE}
    if not titles:
        return
    key = f"route.leave.{walk.case_id}.{way.route}.{walk.rev}"
    st.pills(
        say["choose"],
        list(titles),
        selection_mode="multi",
        default=[each for each in walk.skipped if each in titles],
        format_func=lambda each: legible(titles[each]),
        key=key,
        on_change=_leave_out,
        args=(workspace, walk, frozenset(titles), key),
        disabled=workspace.read_only,
        wrap=True,
    )
    st.caption(say["choose_help"])


def _ask_which_way(workspace: Workspace, walk: Walk, way: Way) -> None:
    say = words("route")
    titles = {route.value: each.title for route, each in route_words().routes.items()}
    key = f"route.which.{walk.case_id}.{walk.rev}"
    st.pills(
        say["other"],
        list(titles),
        default=way.route.value,
        required=True,
        format_func=lambda each: legible(titles[each]),
        key=key,
        on_change=_take_way,
        args=(workspace, walk, key),
        disabled=workspace.read_only,
        wrap=True,
    )
    st.caption(say["other_help"])


def _show_stop(workspace: Workspace, case: Case, way: Way, stop: Stop, now: datetime) -> None:
    say = words("route")
    where = fill(say["place"], place=way.place, places=len(way.points))
    st.caption(f"{say['next']} · {where}")
    st.header(stop.title)
    st.write(stop.what)
    st.caption(f"{stop.why} · {fill(say['about'], minutes=stop.minutes)}")
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(say["go"], type="primary", key=f"route.go.{stop.id}"):
            page, query = address_of_stop(workspace, case, stop)
            st.switch_page(page, query_params=query)
        key, closed = f"route.leave_out.{stop.id}", workspace.read_only
        if st.button(say["leave_out"], type="tertiary", key=key, disabled=closed):
            walk = walk_for(workspace.walks.all(), case)
            keep_walk(workspace, case.id, skipped=walk.without(stop.id).skipped)
            done("route", say["left_out_done"])
        if st.button(say["enough"], type="tertiary", key="route.enough", disabled=closed):
            keep_walk(workspace, case.id, rested_on=now.date())
            st.rerun()


def _state(point: Waypoint, now: datetime) -> str:
    say = words("route")
    if point.standing is Standing.DONE:
        return say["state_done"]
    if point.standing is Standing.SKIPPED:
        return say["state_skipped"]
    if point.standing is Standing.WAITS and point.until:
        return fill(say["state_waits"], when=when_over(point.until, now))
    if point.standing is Standing.WAITS:
        return say["state_ready"]
    if point.standing is Standing.NEXT:
        return say["state_next"]
    return fill(say["state_ahead"], minutes=point.stop.minutes)


def _leave_out(workspace: Workspace, walk: Walk, shown: frozenset[str], key: str) -> None:
    """Keep what is chosen now; stops of another way, and those that are done, stay as they were."""
    others = [each for each in walk.skipped if each not in shown]
    chosen = (*others, *st.session_state[key])
    keep_walk(workspace, walk.case_id, skipped=chosen)
    st.session_state[CHANGED] = True


def _take_way(workspace: Workspace, walk: Walk, key: str) -> None:
    keep_walk(workspace, walk.case_id, route=Route(st.session_state[key]))
    st.session_state[CHANGED] = True
