"""The letter on the desk, in steps: write it, call if that is better, then wait or send."""

from datetime import datetime

import streamlit as st

from core.content.letter_openness import openness_words
from core.content.loader import fill, words
from core.errors import EditedElsewhereError
from core.letters.calls import can_be_called
from core.letters.compose import Composed
from core.letters.context import PAIRED, case_facts
from core.letters.desk import ABOUT_THE_REASON, keep, with_set_aside
from core.letters.drafting import case_change
from core.letters.findings import Level
from core.letters.kinds import Kind, Openness
from core.letters.letter import Letter, Weighed
from core.workspace import Workspace
from pages.parts.conflict import raise_conflict
from pages.parts.forms import Form
from pages.parts.letter_calls import show_call
from pages.parts.letter_form import ask_about, ask_sound, follow
from pages.parts.letter_sending import Save, show_sending
from pages.parts.letter_start import forget_beginning
from pages.parts.letter_text import (
    ask_reading,
    ask_text,
    findings_of,
    show_findings,
    show_state,
    show_too_long,
)
from pages.parts.letter_wordings import offer_wordings
from pages.parts.messages import STAYS, done
from pages.parts.openness import ask_openness
from pages.parts.plain_text import show_text
from pages.parts.questions import legible
from pages.parts.support import notice

STEP = f"{STAYS}letter.step"
WRITE, CALL, SEND = "write", "call", "send"
WITH_GIFTS = frozenset({Kind.THANKS_AFTER_NO, Kind.REFERRER_NOTE})
READING_WIDTH = 700


def show_letter(
    workspace: Workspace, form: Form, letter: Letter, address: str, now: datetime
) -> None:
    """Show a letter that is being written, one step at a time."""
    written, composed = follow(form, letter)
    save = keeper(workspace, form, address)
    step = _ask_step(letter)
    if step == WRITE:
        _show_writing(workspace, form, written, composed, save)
        return
    with st.container(width=READING_WIDTH):
        if step == CALL:
            show_call(workspace, form, written, now.date())
        else:
            _show_paper(workspace, written, composed)
            show_sending(workspace, form, written, now, save)


def keeper(workspace: Workspace, form: Form, address: str) -> Save:
    """Return what keeps the letter of a form, and tells the person what was done."""

    def save(written: Letter, message: str) -> None:
        notice(*form.written())
        whole = with_set_aside(written, form["set_aside"] or (), workspace.now())
        try:
            kept = keep(workspace, whole, case_change(whole, form.fields()))
        except EditedElsewhereError as error:
            raise_conflict(form, error)
        form.finish()
        forget_beginning(address)
        st.query_params.from_dict({"letter": kept.id})
        done("letter", message)

    return save


def _ask_step(letter: Letter) -> str:
    say = words("letter")
    steps = {WRITE: say["step_write"], CALL: say["step_call"], SEND: say["step_send"]}
    if not can_be_called(letter.kind):
        del steps[CALL]
    chosen = st.pills(
        say["steps"],
        list(steps),
        default=WRITE,
        required=True,
        format_func=lambda each: legible(steps[each]),
        key=STEP,
        label_visibility="collapsed",
    )
    return chosen or WRITE


def _show_writing(
    workspace: Workspace, form: Form, letter: Letter, composed: Composed, save: Save
) -> None:
    say = words("letter")
    st.set_page_config(layout="wide")
    st.caption(say["permission"])
    case = workspace.cases.find(letter.case_id)
    questions, paper = st.columns([5, 6], gap="large")
    with questions:
        if letter.kind is Kind.REAPPROACH:
            _ask_weighed(form)
        ask_about(form, letter, composed)
        if letter.kind in ABOUT_THE_REASON:
            ask_openness(form, letter, case)
        ask_sound(form, letter)
        if letter.kind in WITH_GIFTS:
            _show_gifts()
    with paper:
        state = st.container()
        letter, findings = ask_text(form, letter, case_facts(workspace, letter))
        with state:
            show_state(letter, composed, findings)
        show_too_long(form, letter, composed)
        offer_wordings(form, letter, composed)
        if letter.kind in PAIRED and letter.openness is not Openness.NONE:
            ask_reading(form, letter)
        show_findings(form, letter, findings)
        with st.container(horizontal=True, vertical_alignment="center"):
            closed = workspace.read_only
            if st.button(say["save"], type="primary", key=form.act("save"), disabled=closed):
                save(letter, say["saved"])
            st.button(say["go_on"], key=form.act("go_on"), on_click=_go_on)


def _go_on() -> None:
    st.session_state[STEP] = SEND


def _show_paper(workspace: Workspace, letter: Letter, composed: Composed) -> None:
    """Show the letter as it is going to be read, and whether anything stands out."""
    say = words("letter")
    findings = findings_of(letter, case_facts(workspace, letter))
    show_state(letter, composed, findings)
    with st.container(border=True):
        st.text(letter.subject)
        show_text(letter.body)
    found = [each for each in findings if each.level is not Level.INFO]
    if found:
        st.caption(fill(say["found"], count=len(found)))


def _ask_weighed(form: Form) -> None:
    say = words("letter")
    st.write(say["weigh_first"])
    skipped = st.checkbox(say["weigh_skip"], key=form.key("weigh_skip"), persist_state="session")
    form["weighed"] = Weighed.SKIPPED.value if skipped else form.started_with("weighed")


def _show_gifts() -> None:
    gifts = openness_words().gifts
    with st.expander(gifts.title, icon=":material/redeem:"):
        for caution in gifts.cautions:
            st.write(f"- {caution}")
