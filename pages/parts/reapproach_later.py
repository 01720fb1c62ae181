"""After asking on screen: what is due, what each answer leads to, and readiness to apply again."""

from datetime import date

import streamlit as st

from core.cases import Case
from core.content.loader import case_words, fill, words
from core.content.reapproach import reapproach_words
from core.decisions.after_asking import After, Asked, asked
from core.decisions.contacts import last_word
from core.decisions.factors import Factor
from core.decisions.readiness import PROVEN, Light, Lit, OnRecord, Shines, lights
from core.letters.kinds import Kind
from core.letters.variants import AFTER_REAPPROACH, DECLINED
from core.steps import Step
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.letters import link_to_letter
from pages.parts.messages import done, show_done
from pages.parts.reapproach import Standing
from pages.parts.reapproach_ways import LETTER_ICON, link_to_kind
from pages.parts.steady_ways import SMALL_ACTIONS
from pages.parts.worksheet_list import link_to_worksheet

SKILLS = "move_on/skills.py"
THREE_LINES, BEFORE_YES = "after_asking", "before_yes"
PLACE = "reapproach.touch"
ICONS = {
    Shines.ON: ":material/check_circle:",
    Shines.NOT_YET: ":material/radio_button_unchecked:",
    Shines.UNKNOWN: ":material/help:",
}
ANSWERED = frozenset({After.YES, After.NO, After.OTHER, After.REST})


def show_asked(workspace: Workspace, case: Case, today: date, *, unless_none: bool = False) -> None:
    """Show where asking stands, the one thing that is due, and what each answer leads to.

    With `unless_none` nothing is shown where no letter went out yet.
    """
    say = words("reapproach")
    found = asked(workspace.letters.all(), case.id, case_words().waits, today)
    if unless_none and found is None:
        return
    st.header(say["asked"])
    if found is None:
        st.write(say["asked_not_yet"])
        return
    if found.letter.sent_on:
        st.caption(fill(say["asked_on"], date=in_words(found.letter.sent_on)))
    day = in_words(found.on) if found.on else ""
    st.write(fill(say[f"after_{found.after}"], day=day))
    _show_next(workspace, case, found)
    if found.after in ANSWERED:
        link_to_worksheet(THREE_LINES, say["three_lines"], case.id)
    if found.after in (After.REST, After.NO):
        _offer_touch(workspace, case, found)


def show_readiness(workspace: Workspace, case: Case, stands: Standing | None, today: date) -> None:
    """Show the four lights and the wait, each in words (S3-65)."""
    say = words("reapproach")
    levels = stands.verdict.levels if stands and stands.verdict else {}
    record = OnRecord(
        case,
        workspace.letters.all(),
        workspace.skills.all(),
        workspace.wins.all(),
        workspace.applications.all(),
        levels.get(Factor.HOW, ""),
        last_word(workspace, case, today),
        proof=levels.get(Factor.PROOF) == PROVEN,
    )
    st.header(say["ready"])
    st.caption(say["ready_lead"])
    for each in lights(record, today):
        st.write(f"{ICONS[each.shines]} {_in_words(each)}")
    with st.container(horizontal=True, vertical_alignment="center", key="reapproach.ready"):
        link_to_kind(workspace, Kind.REAPPLY, case.id, say["to_reapply"])
        st.page_link(SKILLS, label=say["to_skills"], icon=":material/school:")


def _show_next(workspace: Workspace, case: Case, found: Asked) -> None:
    say = words("reapproach")
    with st.container(horizontal=True, vertical_alignment="center", key="reapproach.next"):
        if found.after is After.FOLLOW_UP:
            link_to_letter(found.letter.id, say["write_follow_up"], LETTER_ICON)
        elif found.after is After.YES:
            link_to_worksheet(BEFORE_YES, say["check_yes"], case.id)
            if case.referrer_id:
                label = say["write_referrer"]
                link_to_kind(workspace, Kind.REFERRER_NOTE, case.id, label, DECLINED)
        elif found.after is After.NO:
            label = say["write_thanks"]
            link_to_kind(workspace, Kind.THANKS_AFTER_NO, case.id, label, AFTER_REAPPROACH)
        if found.after in (After.NO, After.REST):
            st.page_link(SMALL_ACTIONS, label=say["small_step"], icon=":material/spa:")


def _offer_touch(workspace: Workspace, case: Case, found: Asked) -> None:
    """Offer a step for the note to stay in touch, once, on its day."""
    say, told = words("reapproach"), reapproach_words()
    show_done(PLACE)
    st.write(fill(say["touch"], date=in_words(found.touch_on)))
    ours = (each for each in workspace.steps.all() if each.case_id == case.id)
    if any(each.text == told.keep_in_touch for each in ours):
        return
    closed = workspace.read_only
    if st.button(say["touch_take"], icon=":material/add:", key="reapproach.take", disabled=closed):
        step = Step(
            text=told.keep_in_touch,
            why=told.keep_in_touch_why,
            due=found.touch_on,
            case_id=case.id,
        )
        workspace.steps.add(step, form="reapproach.touch")
        done(PLACE, say["touch_taken"])


def _in_words(lit: Lit) -> str:
    say = words("reapproach")
    date_ = in_words(lit.on) if lit.on else ""
    if lit.light is Light.NEWS and lit.shines is Shines.ON:
        return say["light_news_on"]
    if lit.light is Light.PROOF and lit.shines is Shines.ON and not lit.on:
        return say["light_proof_told"]
    return fill(say[f"light_{lit.light}_{lit.shines}"], date=date_)
