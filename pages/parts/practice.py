"""Practising answers: one question, 90 seconds, a count of words, nothing scored."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

import streamlit as st

from core.applications import Answered, Application, Interview
from core.content.interviews import PracticeGroup
from core.content.loader import fill, interview_words, words
from core.content.reapproach import reapproach_words
from core.errors import AjarError
from core.interviews import said_no_before, spoken, with_answer
from core.listed import digest_of, keys_of
from core.records import Record
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.plain_text import show_text
from pages.parts.practice_timer import put_practice_away, show_practice_timer
from pages.parts.questions import KEPT, ask_long, legible
from pages.parts.requested_undo import (
    TAKE_OFF,
    Line,
    offer_act,
    offer_put_back,
    pressed_in,
    remember_taken,
    take_off,
)
from pages.parts.support import notice, notice_thrown_away

PLACE = "practice"
FIELD = "answers"
AFTER_NO = "after_no"


def show_practice(
    workspace: Workspace, application: Application, interview: Interview, today: date
) -> None:
    """Show one question to answer in 90 seconds; the answer is kept only when asked for."""
    say = words("interview")
    st.caption(say["practise_lead"])
    _settle(workspace, interview)
    question = _choose_question(_groups(workspace, application))
    form = Form(workspace, f"{_stem(interview.id)}{digest_of(question)}", {"answer": ""})
    form.show_resumed()
    answer = ask_long(form, "answer", say["answer"], say["answer_help"])
    form.keep()
    if answer.strip():
        _tell_length(answer)
        _ask_to_keep(workspace, interview, form, question, today)
    show_done(PLACE)
    _show_kept(workspace, interview)
    offer_put_back(workspace, interview, FIELD)


def delete_talks(workspace: Workspace, *records: Record) -> tuple[Record, ...]:
    """Delete talks, or an application with them, and what is half typed in their practice.

    Returns what `put_back` needs; half-typed answers do not come back.
    """
    deleted = workspace.delete(*records)
    stems = tuple(_stem(each.id) for each in deleted if isinstance(each, Interview))
    for draft in workspace.drafts.all():
        if stems and draft.form.startswith(stems):
            notice_thrown_away(str(draft.fields.get("answer", "")))
            with suppress(AjarError):
                workspace.drafts.drop(draft.form)
    return deleted


def _stem(interview_id: str) -> str:
    """Return how the name of a draft begins that holds an answer practised for a talk."""
    return f"practice:{interview_id}."


def _settle(workspace: Workspace, interview: Interview) -> None:
    """Take out the kept answer that this was just asked for."""
    if pressed := pressed_in(interview, FIELD):
        _act, answered = pressed
        take_off(workspace, interview, FIELD, answered)


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
    earlier = next((each for each in interview.answers if each.question == question), None)
    label = say["keep_instead"] if earlier else say["keep_answer"]
    with st.container(horizontal=True, vertical_alignment="center"):
        keep = st.button(label, key=form.act("keep"), disabled=workspace.read_only)
        let_go = st.button(say["let_go"], type="tertiary", key=form.act("let_go"))
    if not (keep or let_go):
        return
    notice(*form.written())
    told = say["answer_gone"]
    if keep:
        told = say["answer_instead"] if earlier else say["answer_kept"]
        if earlier:
            remember_taken(interview, FIELD, earlier)
        workspace.interviews.replace(with_answer(interview, question, form["answer"], today))
    form.finish()
    put_practice_away()
    done(PLACE, told)


def _show_kept(workspace: Workspace, interview: Interview) -> None:
    say = words("interview")
    if not interview.answers:
        return
    with st.expander(say["kept_answers"]):
        for key, each in zip(keys_of(interview.answers), interview.answers, strict=True):
            _show_answer(Line(interview, FIELD, each), each, key, closed=workspace.read_only)


def _show_answer(line: Line, each: Answered, key: str, *, closed: bool) -> None:
    say = words("interview")
    with st.container(border=True, key=f"practice.kept.{key}", gap="xsmall"):
        show_text(each.question)
        if each.on:
            st.caption(fill(say["kept_on"], date=in_words(each.on)))
        show_text(each.text)
        offer_act(line, TAKE_OFF, say["forget_answer"], f"practice.out.{key}", closed=closed)
