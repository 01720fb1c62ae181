"""Who and what belongs to one person, and the quiet ends: put away, or deleted with an undo."""

from collections.abc import Iterator
from datetime import date

import streamlit as st

from core.cases import Case
from core.content.loader import fill, words
from core.network.removal import Named, delete_person, named
from core.people import Person
from core.records import Record
from core.workspace import Workspace
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.people_ways import link_to_person
from pages.parts.person_clock import PACE
from pages.parts.person_favour import FORM as FAVOUR
from pages.parts.person_log import link_to_case
from pages.parts.undo import DELETED, ask_delete, offer_delete

PLACE = "person.ends"


def show_connections(workspace: Workspace, person: Person) -> None:
    """Show what happened with somebody in it, who introduced them, and whom they named."""
    say = words("person")
    cases = workspace.view(_cases_of, person.id)
    introduced = workspace.view(_introduced, person.id)
    by = workspace.people.find(person.introduced_by)
    if not (cases or introduced or by):
        return
    st.header(say["connections"])
    for case, role in cases:
        with st.container(horizontal=True, vertical_alignment="center"):
            if role:
                st.caption(say[f"role_{role}"], width="content")
            link_to_case(case)
    if by:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say["was_introduced"], width="content")
            link_to_person(by)
    if introduced:
        st.caption(say["they_introduced"])
    key = f"person.introduced.{person.id}"
    for each in first_few(introduced, key=key, more=say["show_more"]):
        link_to_person(each)


def show_ends(workspace: Workspace, person: Person, today: date) -> None:
    """Offer to put somebody away or to bring them back, and to delete them."""
    say, off = words("person"), workspace.read_only
    show_done(PLACE)
    with st.container(horizontal=True, vertical_alignment="center"):
        away = person.archived_on is None
        label = say["away" if away else "back"]
        icon = ":material/inventory_2:" if away else ":material/unarchive:"
        if st.button(label, icon=icon, type="tertiary", key="person.away", disabled=off):
            on = today if away else None
            workspace.people.replace(person.model_copy(update={"archived_on": on}))
            done(PLACE, say["away_done" if away else "back_done"])
        offer_delete(person.id)
    question = " ".join(_question(workspace.view(named, person.id)))
    ask_delete(person.id, question, lambda: _delete(workspace, person))


def was_deleted_here(person_id: str) -> bool:
    """Return whether somebody was just deleted in this window, and can still come back."""
    deletion = st.session_state.get(DELETED)
    return bool(deletion) and any(each.id == person_id for each in deletion.records)


def _question(found: Named) -> Iterator[str]:
    """Yield what to know before somebody is deleted: what goes along, and what stays."""
    say = words("person")
    yield say["sure_person"]
    for text, count in (
        (say["goes_along"], found.goes_along),
        (say["letters_stay"], found.letters),
        (say["cases_stay"], found.cases),
        (say["people_stay"], found.introduced),
    ):
        if count:
            yield fill(text, count=count)


def _delete(workspace: Workspace, person: Person) -> tuple[Record, ...]:
    """Delete somebody with what hangs on them; what was half typed stays, as all of it can return.

    Of the pace and of a favour nothing is written yet, so that much is let go.
    """
    deleted = delete_person(workspace, person)
    for kind in (PACE, FAVOUR):
        workspace.drafts.drop(f"{kind}:{person.id}")
    return deleted


def _cases_of(workspace: Workspace, person_id: str) -> tuple[tuple[Case, str], ...]:
    """Return the cases that name somebody, each with their part in it, "" where none is told."""
    person = workspace.people.find(person_id)
    linked = set(person.case_ids) if person else set()
    found = []
    for case in workspace.cases.all():
        parts = {"contact": case.contact_id, "referrer": case.referrer_id}
        role = next((name for name, each in parts.items() if each == person_id), "")
        if role or case.id in linked:
            found.append((case, role))
    return tuple(found)


def _introduced(workspace: Workspace, person_id: str) -> tuple[Person, ...]:
    return tuple(each for each in workspace.people.all() if each.introduced_by == person_id)
