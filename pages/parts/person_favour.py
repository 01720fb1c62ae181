"""Asking for a favour: the boundary check before it, what it says, and words to begin with."""

from datetime import date

import streamlit as st

from core.content.loader import fill, network_words, steady_words, words
from core.letters.kinds import Kind
from core.network.boundary import Question, asked_anew, checked, holds, reading
from core.people import Help, Person
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import done, show_done
from pages.parts.questions import ask_one

FORM = "boundary"
PLACE = "person.favour"
YES_NO = {"yes": True, "no": False}


def show_favour(workspace: Workspace, person: Person, today: date) -> None:
    """Offer to ask somebody for an introduction: three questions first, and no lock (S2-17).

    An employer's contact is nobody's friend, so no question is asked before.
    """
    say = words("person")
    form = Form(workspace, f"{FORM}:{person.id}", dict.fromkeys(Question))
    with st.expander(say["favour"], expanded=form.resumed, key=f"person.favour.{person.id}"):
        st.caption(say["favour_evidence"])
        if not person.hires:
            _show_check(workspace, form, person, today)
        st.caption(say["favour_ways"])
        st.code(steady_words().helps[Help.INTRODUCE].message, language=None, wrap_lines=True)
        address = address_of(Kind.ASK_FOR_LEADS, to=person.id)
        link_to_letter(address, say["favour_letter"], ":material/mail:")


def _show_check(workspace: Workspace, form: Form, person: Person, today: date) -> None:
    say, off = words("person"), workspace.read_only
    show_done(PLACE)
    read = holds(person, today)
    if read and person.boundary_on:
        st.caption(fill(say["favour_on"], date=in_words(person.boundary_on)))
        st.info(network_words().boundary_readings[read])
        key = f"person.favour.again.{person.id}"
        if st.button(say["favour_again"], type="tertiary", key=key, disabled=off):
            workspace.people.replace(asked_anew(person))
            done(PLACE, say["favour_cleared"])
        return
    st.caption(say["favour_lead"])
    yes_no = {"yes": say["yes"], "no": say["no"]}
    for question, text in network_words().boundary_questions.items():
        ask_one(form, question, text, yes_no)
    form.keep()
    if st.button(say["favour_see"], key=form.act("see"), disabled=off):
        answers = {each: YES_NO[form[each]] for each in Question if form[each] in YES_NO}
        found = reading(answers)
        if found is None:
            st.warning(say["favour_all"])
            return
        workspace.people.replace(checked(person, found, today))
        form.finish()
        done(PLACE, say["favour_kept"])
