"""One more person in one line: what was understood is shown before anything is kept."""

import streamlit as st

from core.content.loader import fill, network_words, people_map_words, words
from core.network.quick import namesakes, understood
from core.people import Circle, Closeness, Person
from core.workspace import Workspace
from pages.parts.conflict import keep_record
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.people_ways import link_to_person
from pages.parts.plain_text import inert
from pages.parts.questions import ask_line, ask_one
from pages.parts.support import notice

FORM = "quick_person:new"
KIND = "quick_person"
ADDED = f"{STAYS}people.added"
START = {"line": "", "circle": None, "closeness": None, "guess": ""}


def ask_quick(workspace: Workspace, circle: Circle | None = None) -> None:
    """Ask for one person in one line, for a circle if one is named; show what was understood.

    Whom it kept is told by `show_added`.
    """
    say = words("people")
    form = Form(workspace, FORM, START)
    form.show_resumed()
    line = ask_line(form, "line", say["line"], help_text=say["line_help"])
    person = understood(line, people_map_words().guesses)
    if person.name:
        with st.container(border=True, key="people.read"):
            _show_read(person)
            _ask_place(form, circle or person.circle, person.closeness)
            known = namesakes(workspace.people.all(), person.name)
            _show_known(known)
            form.keep()
            label = say["keep_another" if known else "keep"]
            key, off = form.act("save"), workspace.read_only
            if st.button(label, type="primary", key=key, disabled=off):
                _keep(workspace, form, person)
        return
    form.keep()
    if st.button(say["look"], key=form.act("look")):
        st.warning(say["line_first"])


def _show_read(person: Person) -> None:
    """Show what a line was read as, each with what it is called."""
    say = words("people")
    reach = " · ".join(filter(None, (person.address, person.link, person.phone)))
    with st.container(gap="xxsmall"):
        st.caption(say["read"])
        st.text(fill(say["read_name"], name=person.name))
        if person.how_known:
            st.text(fill(say["read_how"], what=person.how_known))
        if person.organisation:
            st.text(fill(say["read_where"], what=person.organisation))
        if reach:
            st.text(fill(say["read_reach"], what=reach))
        if person.notes:
            st.text(fill(say["read_note"], what=person.notes))
        if person.hires:
            st.text(say["read_hires"])


def _ask_place(form: Form, circle: Circle | None, closeness: Closeness | None) -> None:
    """Ask where they belong and how close they are; a new guess takes the place of the last."""
    say, told = words("people"), network_words()
    guess = f"{circle or ''}.{closeness or ''}"
    if form["guess"] != guess:
        form["circle"], form["closeness"] = circle, closeness
        form["guess"] = guess
    ask_one(form, "circle", say["circle"], told.circles)
    ask_one(form, "closeness", say["closeness"], told.closeness)
    st.caption(say["closeness_why"])


def _show_known(known: tuple[Person, ...]) -> None:
    if not known:
        return
    st.write(words("people")["known_already"])
    for each in known:
        about = " · ".join(filter(None, (each.name, each.how_known, each.organisation)))
        link_to_person(each, inert(about))


def _keep(workspace: Workspace, form: Form, person: Person) -> None:
    say = words("people")
    notice(*form.written())
    circle, closeness = form["circle"], form["closeness"]
    placed = {
        "circle": Circle(circle) if circle else None,
        "closeness": Closeness(closeness) if closeness else None,
    }
    kept = keep_record(workspace.people, form, person.model_copy(update=placed))
    st.session_state[ADDED] = kept.id
    done(KIND, fill(say["kept"], name=inert(kept.name)))


def show_added(workspace: Workspace) -> None:
    """Tell who was just kept, with the way to say more about them."""
    show_done(KIND)
    added = workspace.people.find(st.session_state.get(ADDED, ""))
    if added:
        link_to_person(added, fill(words("people")["open_added"], name=inert(added.name)))
