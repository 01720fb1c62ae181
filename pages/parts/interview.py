"""One talk on screen: when and where, what to prepare, and what to do afterwards."""

from datetime import datetime

import streamlit as st

from core.applications import Application, Interview
from core.content.loader import fill, interview_words, words
from core.exports.calendar import Told, talk_file
from core.exports.calendar_entries import as_wanted
from core.exports.file_names import file_name
from core.interviews import FIVE_FACTS, THREE_QUESTIONS, Standing, standing
from core.workspace import Workspace
from pages.parts.applications_card import offer_first_talk
from pages.parts.forms import Form
from pages.parts.interview_card import show_card
from pages.parts.interview_form import ask_questions, ask_when, is_blank, keep_talk
from pages.parts.interview_times import (
    details,
    leaving_in_words,
    name_of,
    own_now,
    reminder,
    show_moment,
)
from pages.parts.messages import done
from pages.parts.plain_text import inert, show_text
from pages.parts.requested import show_requested
from pages.parts.saving import ask_to_save
from pages.parts.sections import PART, choose_section, come_to_section, keep_in_address
from pages.parts.talk_moments import is_half_told

APPLICATION = "move_on/application.py"
INTERVIEW = "move_on/interview.py"
SECTIONS = ("when", "prepare", "practise", "after")
PLACE = "interview"


def ask_section(interview: Interview, now: datetime) -> str:
    """Ask which part of a talk to show; it opens at the one that its time asks for."""
    say = words("interview")
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    over = standing(interview, now) is Standing.OVER
    key = f"interview.section.{interview.id}"
    come_to_section(key, st.query_params.get(PART, ""), labels)
    section = choose_section(key, say["section"], labels, "after" if over else "when")
    keep_in_address(key, section)
    return section


def link_to_application(application: Application, part: str = "") -> None:
    """Show the way back to the application of a talk, or to one part of it."""
    say = words("interview")
    label = say["to_research"] if part == "research" else say["to_application"]
    query = {"application": application.id} | ({"part": part} if part else {})
    st.page_link(APPLICATION, label=label, icon=":material/work:", query_params=query)


def show_when(
    workspace: Workspace, application: Application, interview: Interview, form: Form, now: datetime
) -> None:
    """Show when and where the talk is, what to take along of it, and the way to change it."""
    say = words("interview")
    mine = own_now(workspace, now)
    own = mine.tzinfo or now.astimezone().tzinfo
    with st.container(border=True, key="interview.card", gap="small"):
        show_moment(interview, own)
        if standing(interview, now) is Standing.OVER:
            st.caption(say["over"])
    if interview.at:
        offer_first_talk(workspace, application, interview.at.astimezone(own).date(), mine)
    if interview.at:
        text, leaving = reminder(interview, application, own), leaving_in_words(interview, own)
        title = fill(say["reminder_title"], employer=name_of(application))
        told = Told(title, details(interview, own), leaving or title)
        shown, told = as_wanted(interview, told, names=workspace.me.calendar_names)
        st.download_button(
            say["calendar"],
            lambda: talk_file(shown, told, now),
            file_name=file_name(told.title, interview.at.date(), "ics"),
            mime="text/calendar",
            icon=":material/calendar_add_on:",
            on_click="ignore",
            key="interview.calendar",
        )
        st.caption(say["calendar_more"])
        if not workspace.me.calendar_names:
            st.caption(say["calendar_plain"])
        with st.expander(say["reminder"]):
            st.code(text, language=None, wrap_lines=True)
    with st.expander(say["change"], expanded=interview.at is None):
        show_when_form(workspace, application, interview, form)


def show_when_form(
    workspace: Workspace, application: Application, interview: Interview | None, form: Form
) -> None:
    """Ask when and where the talk is, and save it."""
    say = words("interview")
    ask_when(form)
    form.keep()
    if not ask_to_save(workspace, form, say["save"]):
        return
    if interview is None and is_blank(form):
        st.warning(say["talk_first"])
        return
    if is_half_told(form):
        st.warning(say["both_or_none"])
        return
    kept = keep_talk(workspace, form, application, interview)
    st.query_params.from_dict({"interview": kept.id})
    done(PLACE, say["saved"])


def show_preparing(
    workspace: Workspace, application: Application, interview: Interview, form: Form, now: datetime
) -> None:
    """Show the facts there are, ask for three questions, and list what goes out ahead."""
    say = words("interview")
    st.caption(_progress(application, interview))
    st.header(say["facts"])
    if not application.facts:
        st.caption(say["no_facts"])
    for fact in application.facts:
        show_text(fact.what)
    link_to_application(application, "research")
    st.header(say["questions"])
    with st.expander(say["question_ideas"]):
        for idea in interview_words().questions:
            st.text(idea)
    ask_questions(form)
    form.keep()
    if ask_to_save(workspace, form, say["save_questions"]):
        keep_talk(workspace, form, application, interview)
        done(PLACE, say["questions_saved"])
    st.header(say["ahead"])
    st.caption(say["ahead_lead"])
    mine, ideas = own_now(workspace, now), interview_words().ahead
    show_requested(workspace, interview, "send_ahead", ideas, mine.date())
    own = mine.tzinfo or now.astimezone().tzinfo
    show_card(workspace, application, interview, own, mine.date())


def show_title(application: Application, interview: Interview | None) -> None:
    """Show with whom the talk is and what it is about, with the way to the application."""
    say, employer = words("interview"), inert(name_of(application))
    st.title(fill(say["title"], employer=employer) if interview else say["new_title"])
    named = (application.role, "" if interview else application.employer)
    if around := ", ".join(filter(None, named)):
        st.caption(inert(around))
    link_to_application(application)


def _progress(application: Application, interview: Interview) -> str:
    say = words("interview")
    facts, questions = len(application.facts), len(interview.questions)
    if facts >= FIVE_FACTS and questions >= THREE_QUESTIONS:
        return say["progress_done"]
    return fill(say["progress"], count=facts, of=FIVE_FACTS, words=questions, over=THREE_QUESTIONS)
