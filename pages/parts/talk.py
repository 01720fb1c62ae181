"""One talk about work on screen: whom with, when, and the way through its parts."""

from datetime import datetime

import streamlit as st

from core.content.loader import fill, talk_words, words
from core.interviews import Standing, leave_at, standing
from core.letters.kinds import Kind
from core.network.talk_kit import State, asked_on, day_of, state_of, timed
from core.network.talk_log import delete_talk
from core.network.talks import Talk
from core.people import Person
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.interview_times import leaving_in_words, moment_in_words, own_now
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import done
from pages.parts.people_ways import CALENDAR, TALKS, link_to_person
from pages.parts.plain_text import inert, show_line
from pages.parts.saving import ask_to_save
from pages.parts.sections import PART, choose_section, come_to_section, keep_in_address
from pages.parts.talk_form import ask_about, ask_when, keep
from pages.parts.talk_moments import is_half_told
from pages.parts.undo import ask_delete, offer_delete

SECTIONS = ("plan", "prepare", "talk", "after")
PLACE = "talk"


def name_of(talk: Talk, person: Person | None) -> str:
    """Return how a talk is called: the name of the person, else where, else what it is about."""
    names = (person.name if person else "", talk.organisation, talk.topic)
    return next(filter(None, names), words("talk")["somebody"])


def show_title(talk: Talk | None, person: Person | None) -> None:
    """Show with whom the talk is and what it is about, with the ways back."""
    say = words("talk")
    if talk is None:
        named = fill(say["new_with"], name=inert(person.name)) if person else say["new_title"]
        st.title(named)
    else:
        st.title(fill(say["title"], name=inert(name_of(talk, person))))
        if around := ", ".join(filter(None, (talk.topic, talk.organisation))):
            st.caption(inert(around))
    with st.container(horizontal=True):
        st.page_link(TALKS, label=say["to_talks"], icon=":material/forum:")
        if person:
            link_to_person(person)


def ask_section(talk: Talk, now: datetime) -> str:
    """Ask which part of a talk to show; it opens at the one that its time asks for."""
    say = words("talk")
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    key = f"talk.section.{talk.id}"
    come_to_section(key, st.query_params.get(PART, ""), labels)
    section = choose_section(key, say["section"], labels, _begin(talk, now))
    keep_in_address(key, section)
    return section


def show_plan_form(
    workspace: Workspace, talk: Talk | None, person: Person | None, form: Form
) -> None:
    """Ask whom the talk is with and when it is, and save it."""
    say = words("talk")
    if talk is None:
        st.caption(say["new_lead"])
    ask_about(workspace, form, person)
    if talk:
        ask_when(form)
    else:
        with st.expander(say["when"], expanded=form["day"] is not None):
            ask_when(form)
    form.keep()
    if not ask_to_save(workspace, form, say["save"]):
        return
    if not (talk or person or (form["with_whom"] or "").strip()):
        st.warning(say["who_first"])
    elif is_half_told(form):
        st.warning(say["both_or_none"])
    else:
        kept = keep(workspace, form, talk, person)
        st.query_params.from_dict({"talk": kept.id})
        done(PLACE, say["saved" if kept.at else "saved_open"])


def show_plan(
    workspace: Workspace, talk: Talk, person: Person | None, form: Form, now: datetime
) -> None:
    """Show when and where the talk is, the letter that asks for it, and the way to change it."""
    say, mine = words("talk"), own_now(workspace, now)
    with st.container(border=True, key="talk.card", gap="small"):
        _show_moment(talk, mine)
        if talk.at is None and person and not talk.held_on:
            _show_asking(workspace, talk, person)
        elif state_of(talk, now) is State.AHEAD:
            icon, query = ":material/calendar_month:", {"record": talk.id}
            st.page_link(CALENDAR, label=say["to_calendar"], icon=icon, query_params=query)
    st.caption(talk_words().not_a_job)
    with st.expander(say["change"], expanded=False):
        show_plan_form(workspace, talk, person, form)
    with st.container(horizontal=True):
        offer_delete(talk.id)
    ask_delete(talk.id, say["sure"], lambda: delete_talk(workspace, talk))


def _show_asking(workspace: Workspace, talk: Talk, person: Person) -> None:
    """Lead to the letter that asks for a talk; once it went out, it is their turn."""
    say = words("talk")
    if day := asked_on(talk, workspace.letters.all()):
        st.write(fill(say["asked_on"], date=in_words(day)))
        return
    st.write(say["no_moment_more"])
    address = address_of(Kind.INFORMATIONAL_TALK, talk.case_id, "", person.id)
    link_to_letter(address, say["write_ask"], ":material/mail:")


def _show_moment(talk: Talk, mine: datetime) -> None:
    say, own = words("talk"), mine.tzinfo or mine.astimezone().tzinfo
    told = timed(talk)
    if talk.at is None:
        st.text(say["no_moment"])
    else:
        first, *more = moment_in_words(told, own)
        st.text(first)
        for line in more:
            st.caption(line)
        st.caption(fill(say["takes"], count=talk.minutes))
    if talk.place:
        show_line(talk.place)
    if talk.travel and leave_at(told) and standing(told, mine) is Standing.AHEAD:
        st.write(leaving_in_words(told, own))


def _begin(talk: Talk, now: datetime) -> str:
    """Return the part at which a talk opens."""
    state = state_of(talk, now)
    if state in {State.OVER, State.HELD}:
        return "after"
    if state is State.OPEN:
        return "prepare" if talk.goal or talk.questions else "plan"
    return "talk" if day_of(talk, now.tzinfo) == now.date() and talk.questions else "prepare"
