"""The four questions on screen: what answers each, what is furthest apart, and one next step."""

from datetime import date, datetime
from typing import Any

import streamlit as st

from core.content.loader import fill, words
from core.reassess import (
    SKILLS_SHEET,
    VALUES_SHEET,
    Answer,
    Mismatch,
    Question,
    answers_to,
    mismatch,
)
from core.steps import Step
from core.workspace import Workspace
from pages.parts.days import ago, in_words
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, ask_line
from pages.parts.reassess_aims import aims_in_words, link_from_aims, show_aims_early
from pages.parts.route_links import REASSESS, WAYS
from pages.parts.sections import PART
from pages.parts.support import notice
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet, title_of

SHEETS = {
    Question.GOALS: VALUES_SHEET,
    Question.SKILLS: SKILLS_SHEET,
    Question.ROLES: VALUES_SHEET,
}
PAGES = {
    Question.GOALS: "move_on/values.py",
    Question.SKILLS: "move_on/skills.py",
    Question.ROLES: "move_on/values.py",
}
OPENINGS = ":material/add:"
STEP = "reassess.step"
FORM = "reassess_step"


def show_progress(workspace: Workspace, today: date) -> None:
    """Tell in words how many of the four questions have an answer."""
    st.write(words("reassess")["progress"][len(workspace.view(answers_to, today))])


def show_questions(workspace: Workspace, today: date) -> None:
    """Show the four questions, each with its answer and where it came from, or how to begin."""
    say = words("reassess")
    answers = workspace.view(answers_to, today)
    for question in Question:
        with st.container(border=True, key=f"reassess.{question}", gap="xsmall"):
            st.header(say[f"question_{question}"])
            if question in answers:
                _show_answer(answers[question], today)
            else:
                _show_beginning(workspace, question)


def show_furthest(workspace: Workspace, today: date) -> None:
    """Show the biggest mismatch over all, once there is anything to compare."""
    say = words("reassess")
    found = workspace.view(mismatch, today)
    known = set(workspace.view(answers_to, today)) - {Question.OPENINGS}
    if not (found or known):
        return
    st.header(say["furthest"])
    if found is None:
        st.write(say["apart_none"])
        return
    st.write(inert(fill(say[f"apart_{found.apart}"], **found.facts)))
    st.caption(say["apart_more"])


def ask_step(workspace: Workspace, now: datetime) -> None:
    """Ask for one next step, the person's pick, and put it on Today."""
    say = words("reassess")
    today = now.date()
    about = _about(workspace.view(mismatch, today), workspace.view(answers_to, today).keys())
    form = Form(workspace, FORM, {"idea": None, "own": ""})
    st.header(say["step"])
    st.caption(say["step_lead"])
    ideas = say[f"ideas_{about}"]
    if form["idea"] not in ideas:
        form["idea"] = None
    idea = st.radio(
        say["step_ideas"],
        ideas,
        index=None,
        key=form.key("idea"),
        persist_state=KEPT,
        label_visibility="collapsed",
    )
    own = ask_line(form, "own", say["step_own"]).strip()
    form.keep()
    closed = workspace.read_only
    if st.button(say["step_take"], key=f"reassess.take.{form.round}", disabled=closed):
        notice(*form.written())
        if own or idea:
            workspace.steps.add(Step(text=own or idea, due=today), form=STEP)
            form.finish()
            done(STEP, say["step_saved"])
        st.warning(say["step_none"])
    show_done(STEP)


def _about(found: Mismatch | None, answered: Any) -> Question:  # noqa: ANN401 - keys of a mapping
    """Return what a next step is for: the biggest mismatch, else the first open question."""
    if found:
        return found.question
    return next((each for each in Question if each not in answered), Question.OPENINGS)


def _show_answer(answer: Answer, today: date) -> None:
    say = words("reassess")
    for sentence in answer.told or _from_records(answer):
        st.write(inert(sentence))
    st.caption(_source(answer, today))
    _show_aims(answer)
    if answer.question is Question.OPENINGS:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if answer.run:
            st.page_link(
                WORKSHEET,
                label=say["see_run"],
                icon=":material/visibility:",
                query_params={"run": answer.run.id},
            )
        begin, again = say[f"begin_{answer.question}"], say[f"again_{answer.question}"]
        link_to_worksheet(SHEETS[answer.question], again if answer.run else begin)
        _link_to_page(answer.question)


def _show_aims(answer: Answer) -> None:
    """Show what the last applications say, beside what the worksheet said."""
    found = answer.facts.get("aims")
    if found is None:
        return
    if answer.told:
        for sentence in aims_in_words(found):
            st.write(sentence)
        st.caption(words("reassess")["from_applications"])
    link_from_aims(found)


def _show_beginning(workspace: Workspace, question: Question) -> None:
    say = words("reassess")
    st.write(say[f"empty_{question}"])
    if question is Question.ROLES:
        show_aims_early(workspace)
    if question is Question.OPENINGS:
        to_ways = {PART: WAYS}
        st.page_link(REASSESS, label=say["begin_openings"], icon=OPENINGS, query_params=to_ways)
        return
    link_to_worksheet(SHEETS[question], say[f"begin_{question}"])


def _link_to_page(question: Question) -> None:
    label = words("reassess")[f"page_{question}"]
    st.page_link(PAGES[question], label=label, icon=":material/list:")


def _from_records(answer: Answer) -> tuple[str, ...]:
    say, facts = words("reassess"), answer.facts
    if answer.question is Question.ROLES:
        return aims_in_words(facts["aims"])
    if answer.question is Question.SKILLS:
        return (fill(say["told_skills" if facts["gap"] else "told_skills_level"], **facts),)
    first = fill(say["told_openings_one" if facts["count"] == 1 else "told_openings_many"], **facts)
    by = facts["by"]
    return (first, fill(say["told_openings_by"], by=in_words(by))) if by else (first,)


def _source(answer: Answer, today: date) -> str:
    say = words("reassess")
    when = ago(answer.on, today) if answer.on else ""
    if answer.run:
        return fill(say["from_run"], worksheet=title_of(answer.run), when=when)
    if answer.question is Question.ROLES:
        return str(say["from_applications"])
    if answer.question is Question.OPENINGS:
        return str(say["from_openings"])
    return fill(say["from_records_when" if when else "from_records"], when=when)
