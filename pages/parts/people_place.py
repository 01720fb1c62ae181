"""Placing somebody: their circle and how close they are, one person at a time."""

from datetime import date

import streamlit as st

from core.content.loader import fill, network_words, words
from core.network.placing import to_place
from core.people import Circle, Closeness, Person
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert
from pages.parts.questions import ask_one

PLACE = "place"
OPEN = f"{STAYS}people.placing"
TURN = f"{STAYS}people.turn"
LATER = f"{STAYS}people.place_later"
"""Session key of the ids of those kept with one of circle and closeness: not asked again at once.
"""


def show_placing(workspace: Workspace, unplaced: int, today: date) -> None:
    """Say how many are not placed, and offer to place one of them, in any order.

    Whom the person was in touch with last comes first. Who was just given one of circle and
    closeness is not asked about again before the others.
    """
    say = words("people")
    show_placed()
    if not unplaced:
        return
    st.caption(say["unplaced_one"] if unplaced == 1 else fill(say["unplaced"], count=unplaced))
    waiting = [each for each in workspace.view(to_place, today) if not is_for_later(each)]
    if not (waiting and st.session_state.get(OPEN)):
        key = "people.place"
        if st.button(say["place"], icon=":material/push_pin:", type="tertiary", key=key):
            st.session_state[OPEN] = True
            if not waiting:
                st.session_state.pop(LATER, None)
            st.rerun()
        return
    turn = st.session_state.get(TURN, 0)
    place_person(workspace, waiting[turn % len(waiting)], more=len(waiting) > 1)


def is_for_later(person: Person) -> bool:
    """Return whether somebody was just given one of circle and closeness: the other can wait."""
    return person.id in st.session_state.get(LATER, ())


def show_placed() -> None:
    """Tell who was just placed."""
    show_done(PLACE)


def place_person(workspace: Workspace, person: Person, *, more: bool = False) -> None:
    """Ask where one person belongs; with `more`, offer somebody else instead."""
    say, told = words("people"), network_words()
    form = _open_form(workspace, person)
    if conflict_of(form):
        settle_conflict(workspace, workspace.people, form)
        return
    with st.container(border=True, key="people.placing"):
        st.write(fill(say["place_who"], name=inert(person.name)))
        about = " · ".join(filter(None, (person.how_known, person.role, person.organisation)))
        if about:
            st.caption(inert(about))
        circle = ask_one(form, "circle", say["circle"], told.circles)
        closeness = ask_one(form, "closeness", say["closeness"], told.closeness)
        st.caption(say["closeness_why"])
        with st.container(horizontal=True):
            key, off = form.act("save"), workspace.read_only
            saved = st.button(say["place_save"], type="primary", key=key, disabled=off)
            if more and st.button(say["place_other"], type="tertiary", key=form.act("other")):
                st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
                st.rerun()
    if saved and not (circle or closeness):
        st.warning(say["place_first"])
    elif saved:
        _keep(workspace, form, person, circle, closeness)


def _open_form(workspace: Workspace, person: Person) -> Form:
    """Return the form of one person's place; what is tapped in it stays, over what is saved since.

    Where the same was said in another way meanwhile, it begins where it began: saving asks which
    of two to keep.
    """
    name = f"{PLACE}:{person.id}"
    start = {
        "circle": person.circle.value if person.circle else None,
        "closeness": person.closeness.value if person.closeness else None,
        "rev": person.rev,
    }
    form = Form(workspace, name, start)
    tapped = form.changed()
    if conflict_of(form) or any(form.started_with(each) != start[each] for each in tapped):
        return form
    if form["rev"] != person.rev:
        form.finish()
        form = Form(workspace, name, start)
        for each, value in tapped.items():
            form[each] = value
    return form


def _keep(workspace: Workspace, form: Form, person: Person, circle: str, closeness: str) -> None:
    placed = {
        "circle": Circle(circle) if circle else None,
        "closeness": Closeness(closeness) if closeness else None,
        "rev": form["rev"] or 0,
    }
    kept = keep_record(workspace.people, form, person.model_copy(update=placed))
    if not (circle and closeness):
        st.session_state[LATER] = {*st.session_state.get(LATER, ()), kept.id}
    say = words("people")
    told = say["placed"] if closeness else say["placed_circle"]
    told = told if circle else say["placed_closeness"]
    done(PLACE, fill(told, name=inert(kept.name)))
