"""The support map: who listens, advises, introduces or distracts, and what to say to them."""

from typing import Any

import streamlit as st

from core.content.loader import fill, steady_words, words
from core.network.removal import delete_person
from core.people import Help, Person
from core.steady import help_gaps, near_people, people_for
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.forms import Form
from pages.parts.gone import show_gone
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_line, ask_some, legible
from pages.parts.saving import ask_to_save
from pages.parts.steady_story import show_story
from pages.parts.steady_ways import offer_change
from pages.parts.undo import ask_delete, offer_delete, show_undo

FORM = "person"
NEW = "new"


def show_support_map(workspace: Workspace) -> None:
    """Show who can help with what, and ask for one more name, or ask how to change one."""
    person_id = st.query_params.get(FORM, NEW)
    edited = workspace.people.find(person_id)
    form = _open_form(workspace, edited)
    if edited is None and person_id != NEW:
        show_gone(workspace, f"{FORM}:{person_id}", Person)
    elif conflict_of(form):
        settle_conflict(workspace, workspace.people, form)
    elif edited:
        show_done(FORM)
        _ask_person(workspace, form, edited)
    else:
        _show_need(workspace)
        _show_people(workspace)
        _ask_person(workspace, form, None)
        show_story(workspace)


def _show_need(workspace: Workspace) -> None:
    """Ask what would help now; show who could be asked for it, and what to write to them."""
    say, helps = words("steady"), steady_words().helps
    need = st.pills(
        say["need"],
        list(Help),
        format_func=lambda each: legible(helps[each].asked_for),
        key="people.need",
        wrap=True,
    )
    if need is None:
        return
    found = workspace.view(_people_for, Help(need))
    with st.container(border=True, key="people.asked"):
        if found:
            names = ", ".join(inert(each.name) for each in found)
            st.write(fill(say["need_who"], names=names))
        else:
            st.write(helps[need].gap)
        st.caption(say["need_copy"])
        st.code(helps[need].message, language=None, wrap_lines=True)


def _show_people(workspace: Workspace) -> None:
    say = words("steady")
    st.header(say["people"])
    show_undo(workspace)
    people = workspace.view(_near)
    if not people:
        st.write(say["people_empty"])
    for each in first_few(people, key="people", more=say["people_more"]):
        _show_person(workspace, each)
    gaps = help_gaps(people)
    if people and gaps:
        kind = steady_words().helps[gaps[0]]
        nobody = fill(say["gap"], what=kind.label.lower())
        st.caption(f"{nobody} {kind.gap}")


def _show_person(workspace: Workspace, person: Person) -> None:
    say, helps = words("steady"), steady_words().helps
    with st.container(border=True, key=f"person.{person.id}", gap="xsmall"):
        show_text(person.name)
        told = [inert(person.how_known)] if person.how_known else []
        told += [helps[each].label.lower() for each in person.helps]
        if told:
            st.caption(" · ".join(told))
        with st.container(horizontal=True, vertical_alignment="center"):
            offer_change(FORM, person.id)
            offer_delete(person.id)
        ask_delete(person.id, say["person_sure"], lambda: delete_person(workspace, person))


def _open_form(workspace: Workspace, edited: Person | None) -> Form:
    person = edited or Person(name="")
    start = {
        "name": person.name,
        "how_known": person.how_known,
        "helps": [each.value for each in person.helps],
        "rev": person.rev,
    }
    return Form(workspace, f"{FORM}:{person.id or NEW}", start)


def _ask_person(workspace: Workspace, form: Form, edited: Person | None) -> None:
    say = words("steady")
    st.header(say["person_edit" if edited else "person_add"])
    form.show_resumed()
    labels = {each.value: kind.label for each, kind in steady_words().helps.items()}
    answers: dict[str, Any] = {
        "name": ask_line(form, "name", say["person_name"]),
        "helps": ask_some(form, "helps", say["person_helps"], labels),
    }
    if edited:
        answers["how_known"] = ask_line(form, "how_known", say["person_known"])
    form.keep()
    save = ask_to_save(workspace, form, say["person_save"], say["leave"] if edited else "")
    if save and not answers["name"].strip():
        st.warning(say["person_needs_name"])
    elif save:
        _keep(workspace, form, answers, edited)
    if not edited:
        show_done(FORM)


def _keep(workspace: Workspace, form: Form, answers: dict[str, Any], edited: Person | None) -> None:
    base = edited.model_dump() if edited else {}
    person = Person.model_validate({**base, **answers, "rev": form["rev"] or 0})
    keep_record(workspace.people, form, person)
    st.query_params.clear()
    done(FORM, words("steady")["person_saved"])


def _people_for(workspace: Workspace, help_: Help) -> tuple[Person, ...]:
    return people_for(workspace.people.all(), help_)


def _near(workspace: Workspace) -> tuple[Person, ...]:
    return near_people(workspace.people.all(), workspace.cases.all(), workspace.letters.all())
