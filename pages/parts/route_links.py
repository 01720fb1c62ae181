"""Ways to the stops of a route: which screen each leads to, and Today's line about the next."""

from datetime import datetime

import streamlit as st

from core.cases import Case
from core.content.loader import fill, words
from core.content.routes import Stop
from core.letters.views import begun, fits_of
from core.routes import fit_for, way_of
from core.views import in_hand, living, this_minute
from core.walks import Counts, Place, walk_for
from core.workspace import Workspace
from pages.parts.happenings import CASE, DEBRIEF, day_of, name_of
from pages.parts.letters import FEEDBACK, LETTER, address_of
from pages.parts.paging import first_few
from pages.parts.plain_text import inert
from pages.parts.sections import PART
from pages.parts.worksheet_list import WORKSHEET

ROUTE = "route.py"
REASSESS = "move_on/reassess.py"
PAGES = {
    Place.CHECK_IN: "feel/check_in.py",
    Place.STEADY: "feel/steady.py",
    Place.WRITING: "feel/writing.py",
    Place.CASE: CASE,
    Place.FEEDBACK: FEEDBACK,
    Place.DEBRIEF: DEBRIEF,
    Place.REASSESS: REASSESS,
    Place.WORKSHEET: WORKSHEET,
}
WAYS = "ways"
"""The part of Reassess that holds the ways on."""

ICON = ":material/route:"


def address_of_stop(workspace: Workspace, case: Case, stop: Stop) -> tuple[str, dict[str, str]]:
    """Return the screen that a stop leads to for this case, and what its address asks for."""
    if stop.to is Place.LETTER:
        return LETTER, {"letter": _letter_of(workspace, case, stop)}
    query = {"case": case.id}
    if stop.counts is Counts.OPENING_NOTED:
        query[PART] = WAYS
    if stop.worksheet:
        query["worksheet"] = stop.worksheet
    return PAGES[stop.to], query


def show_route(workspace: Workspace, now: datetime) -> None:
    """Show Today's one line about the next stop for the case in hand; none after "enough"."""
    case = workspace.view(in_hand)
    if case is None or walk_for(workspace.walks.all(), case).rested_on == now.date():
        return
    way = workspace.view(way_of, case.id, this_minute(now))
    if way.next is None:
        return
    facts = {"stop": way.next.title, "place": way.place, "places": len(way.points)}
    label = fill(words("route")["on_today"], **facts)
    st.page_link(ROUTE, label=label, icon=ICON, query_params={"case": case.id})


def link_to_route(case: Case) -> None:
    """Show a link to the way through a case."""
    label = words("route")["from_case"]
    st.page_link(ROUTE, label=label, icon=ICON, query_params={"case": case.id})


def choose_route(workspace: Workspace, now: datetime) -> None:
    """Offer the cases that there is a way through."""
    say = words("route")
    cases = workspace.view(living)
    if not cases:
        st.write(say["no_case_yet"])
        st.page_link(CASE, label=say["tell"], icon=":material/add:")
        return
    st.write(say["no_case"])
    for case in first_few(cases, key="route.cases", more=say["show_more"]):
        with st.container(border=True, key=f"route.case.{case.id}", gap="xsmall"):
            st.caption(day_of(case, now.date()))
            label, query = inert(name_of(case)), {"case": case.id}
            st.page_link(ROUTE, label=label, icon=ICON, query_params=query)


def _letter_of(workspace: Workspace, case: Case, stop: Stop) -> str:
    """Return the address of the letter of a stop: the one begun, else a new one that fits."""
    fit = fit_for(stop, case, workspace.view(fits_of, case.id, workspace.now().date()))
    at_hand = workspace.view(begun, case.id)
    known = next((at_hand[kind].id for kind in (fit.kind, *stop.letters) if kind in at_hand), "")
    return known or fit.follows or address_of(fit.kind, case.id, fit.variant)
