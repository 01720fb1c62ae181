"""The letter on the desk, in steps: write it, call if that is better, then wait or send."""

from datetime import datetime

import streamlit as st

from core.cases import Case
from core.content.letter_openness import openness_words
from core.content.loader import fill, words
from core.errors import EditedElsewhereError
from core.letters.calls import can_be_called
from core.letters.checks import is_ready
from core.letters.compose import Composed
from core.letters.context import case_facts, gives_own_reason, reasons_of
from core.letters.desk import keep, with_set_aside
from core.letters.drafting import CORE_LINE, case_change, fact_field
from core.letters.findings import Level, is_heated
from core.letters.kinds import DECLINES, PAIRED, Kind, Openness
from core.letters.letter import Letter
from core.workspace import Workspace
from pages.parts.conflict import raise_conflict
from pages.parts.forms import Form
from pages.parts.letter_calls import show_call
from pages.parts.letter_form import address_anew, ask_about, ask_sound, follow
from pages.parts.letter_sending import Save, Standing, show_sending
from pages.parts.letter_start import forget_beginning
from pages.parts.letter_text import (
    ask_reading,
    ask_text,
    findings_of,
    show_findings,
    show_state,
    show_too_long,
)
from pages.parts.letter_weighed import ask_weighed
from pages.parts.letter_wordings import offer_wordings
from pages.parts.messages import STAYS, done
from pages.parts.openness import REASON, ask_openness
from pages.parts.plain_text import show_text
from pages.parts.questions import legible
from pages.parts.support import notice, notice_thrown_away

STEP = f"{STAYS}letter.step"
WRITE, CALL, SEND = "write", "call", "send"
WITH_GIFTS = frozenset({Kind.THANKS_AFTER_NO, Kind.REFERRER_NOTE})
READING_WIDTH = 700


def show_letter(
    workspace: Workspace, form: Form, letter: Letter, address: str, now: datetime
) -> None:
    """Show a letter that is being written, one step at a time."""
    address_anew(workspace, form, letter, workspace.cases.find(letter.case_id))
    if letter.kind is Kind.REAPPROACH and not ask_weighed(workspace, form, letter):
        return
    written, composed = follow(form, letter)
    save = keeper(workspace, form, address)
    step = _ask_step(form, letter)
    if step == WRITE:
        _show_writing(workspace, form, written, composed, save)
        return
    with st.container(width=READING_WIDTH):
        if step == CALL:
            show_call(workspace, form, written, now.date())
        else:
            stands = _show_paper(workspace, written, composed)
            show_sending(workspace, form, written, now, save, stands)


def keeper(workspace: Workspace, form: Form, address: str) -> Save:
    """Return what keeps the letter of a form, and tells the person what was done."""

    def save(written: Letter, message: str) -> None:
        letter_id = written.id
        notice(*form.written(), *written.own_words)
        whole = with_set_aside(written, form["set_aside"] or (), workspace.now())
        start = {field: form.started_with(field) for field in form.fields()}
        change = case_change(whole, form.fields(), start) | _new_reason(workspace, form, whole)
        try:
            kept = keep(workspace, whole, change)
        except EditedElsewhereError as error:
            raise_conflict(form, error)
        if kept.id != letter_id:
            st.session_state[f"{STEP}.{kept.id}"] = st.session_state.get(_step_key(form))
        form.finish()
        forget_beginning(address)
        st.query_params.from_dict({"letter": kept.id})
        done("letter", message)

    return save


def _new_reason(workspace: Workspace, form: Form, letter: Letter) -> dict[str, tuple[str, ...]]:
    """Return the reason that was picked on the letter, for a case that had none."""
    case = workspace.cases.find(letter.case_id)
    picked = form[REASON] if gives_own_reason(letter) else None
    return {"reasons_true": (picked,)} if picked and case and not reasons_of(case) else {}


def _step_key(form: Form) -> str:
    return f"{STEP}.{form.name.partition(':')[2]}"


def _ask_step(form: Form, letter: Letter) -> str:
    say = words("letter")
    key = _step_key(form)
    st.session_state[key] = st.session_state.get(key) or WRITE
    steps = {WRITE: say["step_write"], CALL: say["step_call"], SEND: say["step_send"]}
    if not can_be_called(letter.kind):
        del steps[CALL]
    chosen = st.pills(
        say["steps"],
        list(steps),
        required=True,
        format_func=lambda each: legible(steps[each]),
        key=key,
        label_visibility="collapsed",
        on_change=_look,
        args=(form,),
    )
    return chosen or WRITE


def _show_writing(
    workspace: Workspace, form: Form, letter: Letter, composed: Composed, save: Save
) -> None:
    say = words("letter")
    st.caption(say["permission"])
    case = workspace.cases.find(letter.case_id)
    questions, paper = st.columns([5, 6], gap="large")
    with questions:
        if letter.kind in DECLINES:
            st.caption(say["chosen"])
        ask_about(form, letter, composed)
        if gives_own_reason(letter):
            _offer_the_cases_reason(form, letter, case)
            chosen = case is not None and case.openness is not None
            with st.expander(words("openness")["title"], expanded=not chosen):
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
        if letter.kind in PAIRED:
            ask_reading(form, letter)
        show_findings(form, letter, composed, findings)
        with st.container(horizontal=True, vertical_alignment="center"):
            closed = workspace.read_only
            if st.button(say["save"], type="primary", key=form.act("save"), disabled=closed):
                save(letter, say["saved"])
            st.button(
                say["go_on"], key=form.act("go_on"), on_click=_go_on, args=(_step_key(form), form)
            )


def _go_on(key: str, form: Form) -> None:
    st.session_state[key] = SEND
    _look(form)


def _look(form: Form) -> None:
    """Read what is being left for signs: going on to sending is submitting it."""
    notice_thrown_away(*form.written())


def _show_paper(workspace: Workspace, letter: Letter, composed: Composed) -> Standing:
    """Show the letter as it is going to be read; return where it stands."""
    say = words("letter")
    findings = findings_of(letter, case_facts(workspace, letter))
    show_state(letter, composed, findings)
    with st.container(border=True):
        st.text(letter.subject)
        show_text(letter.body)
    found = [each for each in findings if each.level is not Level.INFO]
    if found:
        st.caption(fill(say["found"], count=len(found)))
    whole = not composed.missing and is_ready(findings)
    return Standing(is_ready=whole, is_heated=is_heated(findings))


def _offer_the_cases_reason(form: Form, letter: Letter, case: Case | None) -> None:
    """Where the case says another reason by now than this letter, offer to say the same."""
    say = words("letter")
    if case is None or case.openness is None:
        return
    mine = letter.facts.get(CORE_LINE, "") if letter.openness is not Openness.NONE else ""
    theirs = case.core_line if case.openness is not Openness.NONE else ""
    as_begun = form["openness"] == form.started_with("openness")
    if (letter.openness, mine) == (case.openness, theirs) or not as_begun or not letter.id:
        return
    with st.container(border=True):
        st.write(say["case_says"])
        st.text(theirs or words("openness")["unchosen"])
        said = (form, case.openness, theirs)
        st.button(say["say_the_same"], key=form.act("same"), on_click=_say_the_same, args=said)


def _say_the_same(form: Form, openness: Openness, line: str) -> None:
    form["openness"] = openness.value
    form[fact_field(CORE_LINE)] = line


def _show_gifts() -> None:
    gifts = openness_words().gifts
    with st.expander(gifts.title, icon=":material/redeem:"):
        for caution in gifts.cautions:
            st.write(f"- {caution}")
