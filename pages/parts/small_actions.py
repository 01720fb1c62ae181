"""Small actions on screen: one that fits the energy there is, with its plan, before and after."""

from datetime import datetime

import streamlit as st

from core.content.loader import if_then_words, step_words, words
from core.if_then import Hint, if_then_hints
from core.steady import awaiting_mood, week_done
from core.steps import Energy, Step
from core.views import in_hand
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.plain_text import show_text
from pages.parts.questions import KEPT, ask_line, ask_one, ask_score
from pages.parts.steps import show_steps
from pages.parts.support import notice

FORM = "small_action"
NEW = "new"
AT_MOST = 6
MOOD = f"{FORM}.mood"


def show_small_actions(workspace: Workspace, now: datetime) -> None:
    """Ask for one small action, show those on the list, and what was done in a week."""
    _ask_how_it_is_now(workspace, now)
    _ask_action(workspace, now)
    show_steps(workspace, now)
    _show_week(workspace, now)


def _ask_action(workspace: Workspace, now: datetime) -> None:
    say = words("steady")
    start = {"energy": None, "idea": None, "own": "", "cue": "", "mood": None}
    form = Form(workspace, f"{FORM}:{NEW}", start)
    form.show_resumed()
    names = {each.value: label for each, label in step_words().energy.items()}
    energy = ask_one(form, "energy", say["energy"], names)
    wanted = _ask_which(workspace, form, Energy(energy)) if energy else None
    if wanted:
        wanted = _ask_plan(form, wanted)
    form.keep()
    if energy:
        key = form.act("take")
        if st.button(say["take"], type="primary", key=key, disabled=workspace.read_only):
            notice(*form.written())
            _take(workspace, form, wanted, now)
    show_done(FORM)


def _ask_which(workspace: Workspace, form: Form, energy: Energy) -> Step | None:
    """Ask for one of a few ideas or one of their own, which goes first."""
    say = words("steady")
    case = workspace.view(in_hand)
    found = step_words().ideas(energy, case.direction if case else None)
    ideas = {each.id: each for each in found[:AT_MOST]}
    if form["idea"] not in ideas:
        form["idea"] = None
    chosen = st.radio(
        say["ideas"],
        list(ideas),
        index=None,
        format_func=lambda each: ideas[each].text,
        key=form.key("idea"),
        persist_state=KEPT,
    )
    own = ask_line(form, "own", say["own"]).strip()
    if Hint.TWO_ACTIONS in if_then_hints("", own):
        st.caption(if_then_words().hints[Hint.TWO_ACTIONS])
    if own:
        return Step(text=own, energy=energy)
    if chosen is None:
        return None
    return Step(text=ideas[chosen].text, minutes=ideas[chosen].minutes, energy=energy)


def _ask_plan(form: Form, wanted: Step) -> Step:
    """Ask when it will be, with a gentle hint where that is hard to notice, and for the mood."""
    say = words("steady")
    cue = ask_line(form, "cue", say["cue"], help_text=say["cue_help"]).strip()
    if Hint.VAGUE_CUE in if_then_hints(cue, ""):
        st.caption(if_then_words().hints[Hint.VAGUE_CUE])
    mood = ask_score(form, "mood", say["mood_before"], (say["very_low"], say["very_good"]))
    return wanted.model_copy(update={"cue": cue, "mood_before": mood})


def _take(workspace: Workspace, form: Form, wanted: Step | None, now: datetime) -> None:
    say = words("steady")
    if wanted is None:
        st.warning(say["no_action"])
        return
    workspace.steps.add(wanted.model_copy(update={"due": now.date()}), form=FORM)
    form.finish()
    done(FORM, say["action_kept"])


def _ask_how_it_is_now(workspace: Workspace, now: datetime) -> None:
    """Ask for the mood after an action that was ticked today, one at a time; it can be left."""
    say = words("steady")
    show_done(MOOD)
    waiting = awaiting_mood(workspace.steps.all(), now.date())
    left = st.session_state.setdefault(f"{MOOD}.left", set())
    step = next((each for each in waiting if each.id not in left), None)
    if step is None:
        return
    with st.container(border=True, key="small_action.after"):
        show_text(step.text)
        form = Form(workspace, f"{MOOD}:{step.id}", {"mood": None})
        mood = ask_score(form, "mood", say["mood_after"], (say["very_low"], say["very_good"]))
        with st.container(horizontal=True):
            closed = workspace.read_only
            key = form.act("keep")
            keep = st.button(say["keep_mood"], type="primary", key=key, disabled=closed)
            st.button(
                say["skip_mood"],
                type="tertiary",
                key=form.act("skip"),
                on_click=left.add,
                args=(step.id,),
            )
        if keep and mood is None:
            st.warning(say["pick_mood"])
        elif keep:
            workspace.steps.replace(step.model_copy(update={"mood_after": mood}))
            form.finish()
            done(MOOD, say["mood_kept"])


def _show_week(workspace: Workspace, now: datetime) -> None:
    say = words("steady")
    st.header(say["week"])
    week = week_done(workspace.steps.all(), now.date())
    if not week:
        st.caption(say["week_empty"])
    for day, steps in week.items():
        with st.container(gap="xsmall", key=f"week.{day}"):
            st.caption(ago(day, now.date()))
            for each in steps:
                show_text(each.text)
