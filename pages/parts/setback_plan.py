"""The plan for a knock, as it comes back by itself on the day the knock is logged."""

from datetime import datetime

import streamlit as st

from core.content.loader import fill, words
from core.records import LINE_LENGTH
from core.steps import Step
from core.views import this_minute
from core.worksheets.comeback import Comeback, bring_back, comeback, put_away
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.happenings import name_of
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert, show_text

PUT_AWAY = f"{STAYS}setback_plan"


def show_setback_plan(workspace: Workspace, now: datetime, case_id: str = "") -> None:
    """Show the plan for the knock logged last, or for that of one case, until it was seen."""
    show_done("setback_plan")
    _offer_back(workspace)
    plan = workspace.view(comeback, this_minute(now), case_id)
    if plan is not None:
        _show(workspace, plan, now)


def _show(workspace: Workspace, plan: Comeback, now: datetime) -> None:
    say = words("setback_plan")
    with st.container(border=True, key="setback_plan"):
        st.caption(inert(name_of(plan.case)))
        st.header(say["title"])
        st.caption(inert(_headline(plan)))
        _show_parts(plan)
        with st.container(horizontal=True, vertical_alignment="center"):
            _offer_step(workspace, plan, now)
            if st.button(
                say["close"], type="tertiary", icon=":material/check:", key="setback_plan.close"
            ):
                st.session_state[PUT_AWAY] = plan
                put_away(workspace, plan)
                done("setback_plan", say["closed"])


def _headline(plan: Comeback) -> str:
    say = words("setback_plan")
    day = in_words(plan.planned_on)
    return fill(say["for_knock" if plan.knock else "for_any"], day=day, knock=plan.knock)


def _show_parts(plan: Comeback) -> None:
    say = words("setback_plan")
    parts = {
        "first_action": plan.action,
        "first_person": plan.person,
        "balanced": plan.balanced,
        "feeling": plan.feeling,
        "helped": plan.helped,
    }
    for name, text in parts.items():
        if text:
            with st.container(gap=None, key=f"setback_plan.{name}"):
                st.caption(say[name])
                show_text(text)
    if plan.cue and plan.then:
        st.text(fill(say["plan"], cue=plan.cue, action=plan.then.rstrip(" .")))


def _offer_step(workspace: Workspace, plan: Comeback, now: datetime) -> None:
    """Offer the first action as a step for today, once."""
    say = words("setback_plan")
    text = plan.action[:LINE_LENGTH]
    steps = workspace.steps.all()
    if not text:
        return
    if any(each.case_id == plan.case.id and each.text == text for each in steps):
        st.caption(say["on_list"])
    elif st.button(say["put_on_list"], key="setback_plan.take", icon=":material/add:"):
        step = Step(text=text, due=now.date(), case_id=plan.case.id)
        workspace.steps.add(step, form="setback_plan.take")
        st.rerun()


def _offer_back(workspace: Workspace) -> None:
    """Offer to undo putting a plan away, in this window."""
    plan: Comeback | None = st.session_state.get(PUT_AWAY)
    if plan is None or workspace.runs.find(plan.run_id) is None:
        return
    if st.button(words("setback_plan")["bring_back"], key="setback_plan.back"):
        del st.session_state[PUT_AWAY]
        bring_back(workspace, plan)
        st.rerun()
