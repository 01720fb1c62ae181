"""A look back at a decision on screen: four short questions, a settled end, and the looks kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import streamlit as st

from core.cases import Case
from core.content.loader import fill, words
from core.decisions.felt import Felt, felt
from core.decisions.log import decision_of, looks_at
from core.decisions.look_backs import LookBack, mark_due, moved
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.days import ago
from pages.parts.decisions_ways import STEADY, go_to, link_to_regret
from pages.parts.forms import Form
from pages.parts.happenings import day_of, name_of
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_line, ask_one, ask_score
from pages.parts.saving import ask_to_save
from pages.parts.session import CRISIS
from pages.parts.steps import ask_small_step
from pages.parts.support import notice, show_noticed
from pages.parts.undo import ask_delete, offer_delete

FORM = "look_back"
LOOKED = f"{STAYS}decisions.looked"
STEP = "decisions.step"
TODAY = "today.py"
HEAVY_REGRET = 7
OUTCOMES = range(-5, 6)
MIDDLE_EFFECT = 2
"""The effects stand in a list from -2 to +2."""


def ask_look(workspace: Workspace, case: Case, edited: LookBack | None, now: datetime) -> None:
    """Ask for a look back at the decision of a case, or for changes to one."""
    say = words("decisions")
    form = _open_form(workspace, case, edited)
    st.title(say["look_edit" if edited else "look_title"])
    if conflict_of(form):
        settle_conflict(workspace, workspace.look_backs, form)
        return
    st.caption(f"{inert(name_of(case))} · {day_of(case, now.date())}")
    st.caption(say["look_lead"])
    show_noticed()
    form.show_resumed()
    if edited is None:
        _show_before(workspace, case, now)
    answers = _ask(form)
    form.keep()
    if ask_to_save(workspace, form, say["look_keep"], say["look_leave"]):
        _keep(workspace, form, case, edited, answers, now)


def show_looked(workspace: Workspace, now: datetime) -> bool:
    """Show the end of a look back: what changed, a breath, a small step; False where none ended."""
    look = workspace.look_backs.find(st.session_state.get(LOOKED, ""))
    case = workspace.cases.find(look.case_id) if look else None
    if look is None or case is None:
        return False
    say = words("decisions")
    st.title(say["look_title"])
    st.success(say["look_saved"])
    show_noticed()
    if CRISIS in st.session_state:
        return True
    if told := _compared(workspace, look):
        st.write(told)
    if (look.regret or 0) >= HEAVY_REGRET:
        _show_still_heavy(case)
    st.write(say["settle"])
    st.header(say["small_step"])
    show_done(STEP)
    step = ask_small_step(now, case.direction, key=STEP)
    if step and st.button(say["put_on_list"], type="primary", key="decisions.take"):
        notice(step.text)
        workspace.steps.add(step.model_copy(update={"case_id": case.id}), form=STEP)
        done(STEP, say["step_saved"])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(TODAY, label=say["to_today"], icon=":material/home:")
        st.button(
            say["to_decisions"], type="tertiary", icon=":material/list:", on_click=_go, key="looked"
        )
    return True


def show_look(workspace: Workspace, look: LookBack, now: datetime) -> None:
    """Show one look back that was kept, with ways to change and delete it."""
    say = words("decisions")
    with st.container(key=f"look_back.{look.id}", gap="xsmall"):
        st.caption(_when_and_how(look, now))
        if look.learned:
            show_text(look.learned)
        with st.container(horizontal=True, vertical_alignment="center"):
            go_to(FORM, look.id, say["look_change"], ":material/edit:")
            offer_delete(look.id)
        ask_delete(look.id, say["look_sure"], lambda: workspace.delete(look))


def looked_plainly(look: LookBack, now: datetime) -> str:
    """Return when the last look back was."""
    return fill(words("decisions")["looked_plain"], name=ago(look.happened_on, now.date()))


def felt_in_words(felt: Felt, now: datetime) -> str:
    """Return when the last look back or pass was, as what it was, and how much regret there was."""
    say, when = words("decisions"), ago(felt.on, now.date())
    return fill(say["looked_pass" if felt.is_pass else "looked"], name=when, regret=felt.regret)


def _when_and_how(look: LookBack, now: datetime) -> str:
    say, when = words("decisions"), ago(look.happened_on, now.date())
    if look.regret is None:
        return fill(say["looked_then_plain"], name=when)
    return fill(say["looked_then"], name=when, regret=look.regret)


def moved_in_words(before: int, now: int) -> str:
    """Return how the regret went from one day to the next."""
    return fill(words("decisions")[f"moved_{moved(before, now)}"], before=before, now=now)


def _open_form(workspace: Workspace, case: Case, edited: LookBack | None) -> Form:
    look = edited or LookBack(happened_on=case.happened_on, case_id=case.id)
    start = {
        "regret": look.regret,
        "outcome": None if look.outcome is None else str(look.outcome),
        "effect": None if look.effect is None else str(look.effect),
        "learned": look.learned,
        "rev": look.rev,
    }
    return Form(workspace, f"{FORM}:{edited.id if edited else case.id}", start)


def _show_before(workspace: Workspace, case: Case, now: datetime) -> None:
    """Show what was known and felt before, so that today is not held against a blank."""
    say, decision = words("decisions"), decision_of(workspace, case)
    reasons = ", ".join(inert(each.label) for each in decision.reasons)
    if reasons:
        st.write(fill(say["look_then"], reason=reasons))
    if case.protected:
        st.caption(f"{say['protected']}: {inert(case.protected)}")
    before = next(iter(decision.felt), None)
    if before:
        line = say["look_before_pass" if before.is_pass else "look_before"]
        st.caption(fill(line, name=ago(before.on, now.date()), regret=before.regret))


def _ask(form: Form) -> dict[str, Any]:
    say = words("decisions")
    ends = {-5: f"-5 · {say['turned_out_low']}", 5: f"+5 · {say['turned_out_high']}"}
    scores = {str(each): ends.get(each, f"{each:+d}" if each else "0") for each in OUTCOMES}
    effects = {str(at - MIDDLE_EFFECT): each for at, each in enumerate(say["effects"])}
    return {
        "regret": ask_score(form, "regret", say["regret"], (say["regret_low"], say["regret_high"])),
        "outcome": _number(ask_one(form, "outcome", say["turned_out"], scores)),
        "effect": _number(ask_one(form, "effect", say["path"], effects)),
        "learned": ask_line(form, "learned", say["learned"], help_text=say["learned_help"]),
    }


def _number(chosen: str) -> int | None:
    return int(chosen) if chosen else None


def _keep(  # noqa: PLR0913, PLR0917 - what is kept, and over what
    workspace: Workspace,
    form: Form,
    case: Case,
    edited: LookBack | None,
    answers: Mapping[str, Any],
    now: datetime,
) -> None:
    base = edited or _new(workspace, case, now)
    look = LookBack.model_validate({**base.model_dump(), **answers, "rev": form["rev"] or 0})
    if look.is_empty:
        st.warning(words("decisions")["look_nothing"])
        return
    kept = keep_record(workspace.look_backs, form, look)
    st.query_params.clear()
    st.session_state[LOOKED] = kept.id
    st.rerun()


def _new(workspace: Workspace, case: Case, now: datetime) -> LookBack:
    today = now.date()
    mark = mark_due(case.happened_on, looks_at(workspace, case.id), today)
    return LookBack(happened_on=today, case_id=case.id, after_days=mark or 0)


def _compared(workspace: Workspace, look: LookBack) -> str:
    looks = [each for each in looks_at(workspace, look.case_id) if each.id != look.id]
    told = [each for each in felt(workspace, look.case_id) if each.id != look.id]
    before = next((each for each in told if each.on <= look.happened_on), None)
    if before is None or look.regret is None:
        return str(words("decisions")["look_first"]) if not (looks or told) else ""
    return moved_in_words(before.regret, look.regret)


def _show_still_heavy(case: Case) -> None:
    say = words("decisions")
    with st.container(border=True, key="look_back.heavy"):
        st.write(say["still_heavy"])
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(STEADY, label=say["to_steady"], icon=":material/self_improvement:")
            link_to_regret(case)


def _go() -> None:
    st.session_state.pop(LOOKED, None)
    st.query_params.clear()
