"""Looks back that were kept, what to look back on, and the quiet end of one."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from core.cases import Case
from core.content.loader import case_words, words
from core.debriefs import Debrief
from core.records import instant
from core.views import living
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.debrief import SETTLED
from pages.parts.happenings import CASE, DEBRIEF, day_of, name_of
from pages.parts.letters import LETTERS
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.session import CRISIS
from pages.parts.steps import ask_small_step
from pages.parts.support import notice, show_noticed
from pages.parts.undo import ask_delete, offer_delete

TODAY = "today.py"
STEP = "debrief.step"
SMALL_STEP = "debrief.small"


def show_settled(workspace: Workspace, now: datetime) -> bool:
    """Show the end of a look back: a breath, one small step, ways on; False where none ended."""
    looked = workspace.debriefs.find(st.session_state.get(SETTLED, ""))
    if looked is None:
        return False
    say = words("debrief")
    case = workspace.cases.find(looked.case_id)
    st.success(say["saved"])
    show_noticed()
    if CRISIS in st.session_state:
        return True
    st.write(say["settle"])
    st.header(say["small_step"])
    show_done(STEP)
    step = ask_small_step(now, case.direction if case else None, key=SMALL_STEP)
    if step and st.button(say["put_on_list"], type="primary", key="debrief.take"):
        notice(step.text)
        workspace.steps.add(step.model_copy(update={"case_id": looked.case_id}), form=STEP)
        done(STEP, say["step_saved"])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(LETTERS, label=say["to_letters"], icon=":material/mail:")
        st.page_link(TODAY, label=say["to_today"], icon=":material/home:")
        st.button(say["another"], type="tertiary", key="debrief.another", on_click=_look_again)
    return True


def choose_case(workspace: Workspace, now: datetime) -> None:
    """Offer what there is to look back on, and show every look back that was kept."""
    say = words("debrief")
    cases = workspace.view(living)
    if not cases:
        st.write(say["choose_empty"])
        st.page_link(CASE, label=say["tell"], icon=":material/add:")
    else:
        st.write(say["choose"])
    for case in first_few(cases, key="debrief.cases", more=say["show_more"]):
        with st.container(border=True, key=f"debrief.case.{case.id}", gap="xsmall"):
            st.caption(day_of(case, now.date()))
            label, query = inert(name_of(case)), {"case": case.id}
            st.page_link(DEBRIEF, label=label, icon=":material/history:", query_params=query)
    show_looks(workspace, workspace.view(_looks, ""), now, say["all_looks"])


def show_looks_of(workspace: Workspace, case: Case, now: datetime) -> None:
    """Show the looks back on one case."""
    looks = workspace.view(_looks, case.id)
    show_looks(workspace, looks, now, words("debrief")["before"])


def show_looks(workspace: Workspace, looks: Sequence[Debrief], now: datetime, title: str) -> None:
    """Show looks back under a title, the latest first; nothing where there are none."""
    if not looks:
        return
    st.header(title)
    for each in first_few(looks, key="debriefs", more=words("debrief")["show_more"]):
        _show_look(workspace, each, now)


def _show_look(workspace: Workspace, looked: Debrief, now: datetime) -> None:
    say = words("debrief")
    case = workspace.cases.find(looked.case_id)
    stage = case_words().stages[looked.stage].label if looked.stage else say["no_stage"]
    told = [inert(name_of(case))] if case else []
    with st.container(border=True, key=f"debrief.{looked.id}"):
        st.caption(" · ".join([*told, stage, ago(looked.happened_on, now.date())]))
        for line in (looked.learning, *looked.went_well)[:2]:
            if line:
                show_text(line)
        with st.container(horizontal=True, vertical_alignment="center"):
            query = {"debrief": looked.id}
            st.page_link(DEBRIEF, label=say["change"], icon=":material/edit:", query_params=query)
            offer_delete(looked.id)
        ask_delete(looked.id, say["sure"], lambda: workspace.delete(looked))


def _looks(workspace: Workspace, case_id: str) -> tuple[Debrief, ...]:
    """Return the looks back on a case, or on all of them, the latest first."""
    kept = (each for each in workspace.debriefs.all() if case_id in ("", each.case_id))
    latest = sorted(kept, key=lambda each: (each.happened_on, instant(each.created_at)))
    return tuple(reversed(latest))


def _look_again() -> None:
    st.session_state.pop(SETTLED, None)
    st.query_params.clear()
