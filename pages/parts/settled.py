"""After a check-in: kept or let go, support where it is called for, one small step if wanted."""

from datetime import datetime

import streamlit as st

from core.cases import Case
from core.check_ins import CheckIn
from core.content.loader import words
from core.today import steadying_first
from core.views import in_hand
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.happenings import CASE
from pages.parts.messages import STAYS, done, show_done
from pages.parts.session import CRISIS
from pages.parts.steps import ask_small_step
from pages.parts.support import NOTICED, notice, show_noticed

SETTLED = f"{STAYS}settled"
READY = f"{STAYS}ready"
TODAY = "today.py"
LET_GO = ""
STEP = "settled.step"


def is_settled() -> bool:
    """Return whether a check-in was just kept or let go in this window."""
    return SETTLED in st.session_state


def settle(form: Form, saved: CheckIn | None) -> None:
    """Close the form: the check-in is saved, or (None) let go."""
    form.finish()
    st.session_state[SETTLED] = saved.id if saved else LET_GO
    st.rerun()


def show_settled(workspace: Workspace, now: datetime) -> None:
    """Show what became of the check-in and, when the person is ready, one small step."""
    say = words("check_in")
    check_in = workspace.check_ins.find(st.session_state[SETTLED])
    st.success(say["saved"] if check_in else say["discarded"])
    show_noticed()
    if CRISIS in st.session_state:
        return
    case = _case_of(workspace, check_in)
    steadying = bool(case and steadying_first(case, workspace.check_ins.all(), now))
    if case and steadying:
        _show_steadying(case)
    show_done(STEP)
    if st.session_state.get(READY):
        _ask_step(workspace, check_in, None if steadying else case, now)
    else:
        st.button(say["ready"], type="primary", key="settled.ready", on_click=_be_ready)
        st.caption(say["not_now"])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(TODAY, label=say["to_today"], icon=":material/home:")
        st.button(say["another"], type="tertiary", key="settled.another", on_click=_start_again)


def _case_of(workspace: Workspace, check_in: CheckIn | None) -> Case | None:
    """Return the case that a check-in belongs to, or for one of the day the case in hand."""
    if check_in is None:
        return None
    return workspace.cases.find(check_in.case_id) or workspace.view(in_hand)


def _show_steadying(case: Case) -> None:
    say = words("check_in")
    with st.container(border=True):
        st.header(say["steady_title"])
        st.write(say["steady"])
        st.page_link(CASE, label=say["steady_reflect"], query_params={"case": case.id})


def _ask_step(
    workspace: Workspace, check_in: CheckIn | None, case: Case | None, now: datetime
) -> None:
    say = words("check_in")
    step = ask_small_step(now, case.direction if case else None, key="settled")
    if step and st.button(say["put_on_list"], type="primary", key="settled.take"):
        notice(step.text)
        belongs = {
            "check_in_id": check_in.id if check_in else "",
            "case_id": check_in.case_id if check_in else "",
        }
        workspace.steps.add(step.model_copy(update=belongs), form=STEP)
        st.session_state[READY] = False
        done(STEP, say["step_saved"])


def _be_ready() -> None:
    st.session_state[READY] = True


def _start_again() -> None:
    for key in (SETTLED, READY, NOTICED):
        st.session_state.pop(key, None)
    st.query_params.clear()
