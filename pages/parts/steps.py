"""Steps on screen: what is due with its three ways on, and choosing a small one."""

from datetime import datetime, timedelta

import streamlit as st

from core.cases import Direction
from core.content.loader import fill, step_words, words
from core.records import LINE_LENGTH
from core.steps import Energy, Step
from core.views import due
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.followed import DONE_AT, link_to_place
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import legible

AT_MOST = 6
AT_ONCE = 3


def show_steps(workspace: Workspace, now: datetime) -> None:
    """Show the open steps that are due, each to be ticked, moved to tomorrow or let go."""
    say = words("today")
    st.header(say["steps"])
    steps = workspace.view(due, now.date())
    if not steps:
        st.caption(say["no_steps"])
    for step in first_few(steps, key="steps", more=say["more_steps"], at_once=AT_ONCE):
        _show_step(workspace, step, now)


def ask_small_step(now: datetime, direction: Direction | None, *, key: str) -> Step | None:
    """Ask for one small action that fits the energy there is; None while none is chosen."""
    say = words("check_in")
    names = step_words().energy
    energy = st.pills(
        say["energy"],
        list(names),
        format_func=lambda each: legible(names[each]),
        key=f"{key}.energy",
    )
    if energy is None:
        return None
    ideas = {each.id: each for each in step_words().ideas(Energy(energy), direction)[:AT_MOST]}
    chosen = st.radio(
        say["steps"],
        list(ideas),
        index=None,
        format_func=lambda each: ideas[each].text,
        key=f"{key}.idea.{energy}",
    )
    own = st.text_input(say["own_step"], max_chars=LINE_LENGTH, key=f"{key}.own").strip()
    if own:
        return Step(text=own, energy=Energy(energy), due=now.date())
    if chosen is None:
        return None
    idea = ideas[chosen]
    return Step(text=idea.text, minutes=idea.minutes, energy=Energy(energy), due=now.date())


def _show_step(workspace: Workspace, step: Step, now: datetime) -> None:
    say = words("today")
    with st.container(key=f"today.step.{step.id}", gap="xsmall"):
        show_text(step.text)
        if step.cue:
            st.caption(fill(say["cue"], cue=inert(step.cue)))
        if step.due and step.due < now.date() and not step.awaits:
            st.caption(fill(say["since"], date=in_words(step.due)))
        with st.container(horizontal=True):
            if step.suggestion in DONE_AT and workspace.cases.find(step.case_id):
                link_to_place(step.suggestion, step.case_id)
            _offer(workspace, step, "done", {"done_on": now.date()}, ":material/check:")
            tomorrow = now.date() + timedelta(days=1)
            _offer(workspace, step, "tomorrow", {"due": tomorrow}, ":material/event:")
            _offer(workspace, step, "let_go", {"let_go_on": now.date()}, ":material/air:")


def _offer(
    workspace: Workspace, step: Step, way: str, change: dict[str, object], icon: str
) -> None:
    if st.button(words("today")[way], icon=icon, type="tertiary", key=f"today.{way}.{step.id}"):
        workspace.steps.replace(step.model_copy(update=change))
        st.rerun()
