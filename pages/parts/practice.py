"""Practising answers: one question, 90 seconds, a count of words, nothing scored."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from core.applications import Answered, Application, Interview
from core.content.interviews import PracticeGroup
from core.content.loader import fill, interview_words, words
from core.content.reapproach import reapproach_words
from core.interviews import said_no_before, spoken, with_answer, without_answer
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.plain_text import show_text
from pages.parts.practice_timer import put_practice_away, show_practice_timer
from pages.parts.questions import KEPT, ask_long, legible
from pages.parts.support import notice

PLACE = "practice"
AFTER_NO = "after_no"


def show_practice(
    workspace: Workspace, application: Application, interview: Interview, today: date
) -> None:
    """Show one question to answer in 90 seconds; the answer is kept only when asked for."""
    say = words("interview")
    st.caption(say["practise_lead"])
    question = _choose_question(_groups(workspace, application))
    form = Form(workspace, f"practice:{interview.id}", {"answer": ""})
    form.show_resumed()
    answer = ask_long(form, "answer", say["answer"], say["answer_help"])
    form.keep()
    if answer.strip():
        _tell_length(answer)
        _ask_to_keep(workspace, interview, form, question, today)
    show_done(PLACE)
    _show_kept(workspace, interview)


def _groups(workspace: Workspace, application: Application) -> dict[str, PracticeGroup]:
    """Return the questions by group; those about a no of one's own only where there was one."""
    groups = dict(interview_words().practice)
    if said_no_before(application, workspace.cases.all()):
        questions = tuple(reapproach_words().practice.values())
        label = words("interview")["practice_back"]
        groups[AFTER_NO] = PracticeGroup(label=label, questions=questions)
    return groups


def _choose_question(groups: Mapping[str, PracticeGroup]) -> str:
    say = words("interview")
    group = st.segmented_control(
        say["practice_group"],
        list(groups),
        required=True,
        default=next(iter(groups)),
        format_func=lambda each: legible(groups[each].label),
        key="practice.group",
        label_visibility="collapsed",
        persist_state=KEPT,
    )
    turn, questions = f"practice.turn.{group}", groups[group].questions
    question = questions[st.session_state.setdefault(turn, 0) % len(questions)]
    with st.container(border=True, key="practice.question"):
        st.header(question)
        show_practice_timer()
        st.button(
            say["another"],
            icon=":material/shuffle:",
            type="tertiary",
            key="practice.another",
            on_click=_turn,
            args=(turn,),
        )
    return question


def _turn(turn: str) -> None:
    """Go on to the next question of a group; its 90 seconds begin anew."""
    st.session_state[turn] += 1
    put_practice_away()


def _tell_length(answer: str) -> None:
    say, told = words("interview"), spoken(answer)
    aloud = fill(say["aloud"], words=told.words, seconds=told.seconds)
    over = told.words_over
    st.caption(f"{aloud} {fill(say['too_long'], over=over) if over else say['fits']}")


def _ask_to_keep(
    workspace: Workspace, interview: Interview, form: Form, question: str, today: date
) -> None:
    say = words("interview")
    with st.container(horizontal=True, vertical_alignment="center"):
        closed = workspace.read_only
        keep = st.button(say["keep_answer"], key=form.act("keep"), disabled=closed)
        let_go = st.button(say["let_go"], type="tertiary", key=form.act("let_go"))
    if not (keep or let_go):
        return
    notice(*form.written())
    if keep:
        workspace.interviews.replace(with_answer(interview, question, form["answer"], today))
    form.finish()
    put_practice_away()
    done(PLACE, say["answer_kept" if keep else "answer_gone"])


def _show_kept(workspace: Workspace, interview: Interview) -> None:
    say = words("interview")
    if not interview.answers:
        return
    with st.expander(say["kept_answers"]):
        for place, each in enumerate(interview.answers):
            _show_answer(workspace, interview, each, place)


def _show_answer(workspace: Workspace, interview: Interview, each: Answered, place: int) -> None:
    say = words("interview")
    with st.container(border=True, key=f"practice.kept.{place}", gap="xsmall"):
        show_text(each.question)
        if each.on:
            st.caption(fill(say["kept_on"], date=in_words(each.on)))
        show_text(each.text)
        key = f"practice.out.{place}"
        icon = ":material/delete:"
        if st.button(say["forget_answer"], icon=icon, type="tertiary", key=key):
            workspace.interviews.replace(without_answer(interview, each.question))
            done(PLACE, say["answer_gone"])
