"""The decision log on screen: every no, what it kept safe, how it was said, how it turned out."""

from collections.abc import Iterable
from datetime import datetime

import streamlit as st

from core.cases import Case
from core.content.letters import common_words
from core.content.loader import case_words, fill, words
from core.decisions.due_looks import let_be
from core.decisions.log import (
    AFTER_ASKING,
    Decision,
    decisions,
    open_offers,
)
from core.decisions.process import OFFER_REVIEW, quadrant
from core.walks import walk_for
from core.worksheets.desk import newest_for
from core.worksheets.raw import day_in
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.days import ago, in_words
from pages.parts.decisions_employers import go_to_employer
from pages.parts.decisions_look import felt_in_words, looked_plainly, moved_in_words, show_look
from pages.parts.decisions_ways import WAYS, go_to, link_to_way, show_hub
from pages.parts.forms import Form
from pages.parts.happenings import CASE, day_of, name_of
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert
from pages.parts.questions import ask_line, ask_one
from pages.parts.saving import ask_to_save
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet

FORM = "decision"
AT_ONCE = 3
EFFECT_AT = 2
NOT_BY_ME = frozenset({"portal", "no_word"})
"""Ways of being told that nobody tells in person."""


def show_log(workspace: Workspace, now: datetime) -> None:
    """Show the offers that are still open, then every no, the latest first, then the ways on."""
    say = words("decisions")
    _show_open_offers(workspace, now)
    every = workspace.view(decisions)
    show_done(FORM)
    if not every:
        st.write(say["empty"])
        _show_ways_in()
        show_hub()
        return
    for each in first_few(every, key="decisions", more=say["show_more"], at_once=AT_ONCE):
        _show_decision(workspace, each, now)
    _show_ways_in()


def ask_names(workspace: Workspace, case: Case, now: datetime) -> None:
    """Ask what a no kept safe, and how it was said (catalogue S3-35, S3-58)."""
    say, told = words("decisions"), case_words()
    start = {"protected": case.protected, "told_by": case.told_by or None}
    start |= {"manner": case.manner or None, "rev": case.rev}
    form = Form(workspace, f"{FORM}:{case.id}", start)
    st.title(say["name_title"])
    if conflict_of(form):
        settle_conflict(workspace, workspace.cases, form)
        return
    st.caption(f"{inert(name_of(case))} · {day_of(case, now.date())}")
    st.write(say["name_lead"])
    form.show_resumed()
    ways = {name: way for name, way in told.told_by.items() if name not in NOT_BY_ME}
    answers = {
        "protected": ask_line(
            form, "protected", say["name_protected"], help_text=say["name_protected_help"]
        ),
        "told_by": ask_one(form, "told_by", say["name_told_by"], ways),
        "manner": ask_one(form, "manner", say["name_manner"], told.manners),
    }
    form.keep()
    if ask_to_save(workspace, form, say["name_keep"], say["name_leave"]):
        changed = Case.model_validate({**case.model_dump(), **answers, "rev": form["rev"] or 0})
        keep_record(workspace.cases, form, changed)
        st.query_params.clear()
        done(FORM, say["name_saved"])


def _show_ways_in() -> None:
    say = words("decisions")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link(CASE, label=say["tell"], icon=":material/add:")
        link_to_worksheet(OFFER_REVIEW, say["open_offer_new"])


def _show_open_offers(workspace: Workspace, now: datetime) -> None:
    say = words("decisions")
    runs = workspace.view(open_offers)
    if not runs:
        return
    st.header(say["open_offers"])
    st.caption(say["open_offers_lead"])
    for run in first_few(runs, key="decisions.open", more=say["show_more"], at_once=AT_ONCE):
        _link_to_open_offer(run, now)


def _link_to_open_offer(run: WorksheetRun, now: datetime) -> None:
    say = words("decisions")
    name = inert(str(run.answers.get("offer") or "")) or say["open_offer_unnamed"]
    icon, query = WAYS["review"].icon, {"run": run.id}
    st.page_link(WORKSHEET, label=name, icon=icon, query_params=query)
    told = fill(say["open_offer_begun"], date=ago(run.happened_on, now.date()))
    deadline = day_in(run.answers.get("deadline"))
    by = [fill(say["open_offer_by"], date=in_words(deadline))] if deadline else []
    st.caption(" · ".join([told, *by]))


def _show_decision(workspace: Workspace, decision: Decision, now: datetime) -> None:
    say, case = words("decisions"), decision.case
    with st.container(border=True, key=f"decision.{case.id}", gap="small"):
        resting = [say["at_rest"]] if case.at_rest else []
        st.caption(" · ".join([day_of(case, now.date()), *resting]))
        st.header(inert(name_of(case)))
        if case.protected:
            st.write(f"{say['protected']}: {inert(case.protected)}")
        else:
            st.caption(say["protected_open"])
        for line in _looked(decision, now):
            st.write(line)
        with st.expander(say["details"], key=f"decision.more.{case.id}"):
            _show_details(workspace, decision, now)
        _show_ways(case)


def _show_ways(case: Case) -> None:
    say = words("decisions")
    with st.container(horizontal=True, vertical_alignment="center"):
        go_to("look_back", case.id, say["way_look"], ":material/history:")
        if not case.protected:
            go_to(FORM, case.id, say["way_name"], ":material/edit:")
        for name in WAYS:
            link_to_way(name, case.id)


def _looked(decision: Decision, now: datetime) -> list[str]:
    """Return the last look or pass in words, held against the one before it."""
    look, told = decision.last_look, decision.felt
    if look and look.regret is None and not (told and told[0].on > look.happened_on):
        return [looked_plainly(look, now)]
    moved = [moved_in_words(told[1].regret, told[0].regret)] if len(told) > 1 else []
    return [*([felt_in_words(told[0], now)] if told else []), *moved]


def _show_details(workspace: Workspace, decision: Decision, now: datetime) -> None:
    say = words("decisions")
    lines = [*_reasons(decision), *_said(decision), *_how_it_went(decision)]
    lines += _after_asking(workspace, decision)
    if not (lines or decision.looks):
        st.caption(say["no_details"])
    for each in lines:
        st.write(each)
    if decision.looks:
        st.caption(say["all_looks"])
    for look in decision.looks:
        show_look(workspace, look, now)
    with st.container(horizontal=True, vertical_alignment="center"):
        if decision.case.protected:
            go_to(FORM, decision.case.id, say["way_change"], ":material/edit:")
        if decision.case.employer:
            go_to_employer(workspace, decision.case)
        _offer_looks_again(workspace, decision.case)


def _offer_looks_again(workspace: Workspace, case: Case) -> None:
    """Offer to be asked about a decision again that was let be."""
    say = words("decisions")
    if not walk_for(workspace.walks.all(), case).looks_let_be:
        return
    icon, key, closed = ":material/history:", f"decision.again.{case.id}", workspace.read_only
    if st.button(say["due_again"], icon=icon, type="tertiary", key=key, disabled=closed):
        let_be(workspace, case.id, ever=False)
        done(FORM, say["due_again_done"])


def _reasons(decision: Decision) -> Iterable[str]:
    told = ", ".join(inert(each.label) for each in decision.reasons)
    return [f"{words('decisions')['reasons']}: {told}"] if told else []


def _said(decision: Decision) -> Iterable[str]:
    """Yield when, by which way and in which manner the no was said, as far as it is known."""
    say, told, names = words("decisions"), decision.said, case_words()
    if told.letter:
        line = say["said_letter_days" if told.days else "said_letter"]
        yield fill(line, date=in_words(told.on), days=told.days)
    way = names.told_by.get(told.by) or _sent_by(decision)
    if way:
        yield fill(say["said_way"], way=way)
    manner = names.manners.get(told.manner) or _tone(decision)
    if manner:
        yield fill(say["manner"], way=manner)


def _sent_by(decision: Decision) -> str:
    letter = decision.said.letter
    if letter is None or not letter.sent_by:
        return ""
    return str(words("sending")[f"by_{letter.sent_by}"])


def _tone(decision: Decision) -> str:
    letter = decision.said.letter
    return common_words().tones[letter.tone] if letter else ""


def _how_it_went(decision: Decision) -> Iterable[str]:
    say = words("decisions")
    if decision.process is not None:
        yield fill(say["process"], process=decision.process)
    if decision.outcome is not None:
        yield fill(say["outcome"], score=f"{decision.outcome:+d}" if decision.outcome else "0")
    if decision.effect is not None:
        yield fill(say["effect"], way=say["effects"][decision.effect + EFFECT_AT])
    met = quadrant(decision.process, decision.outcome)
    if met and f"quadrant_{met}" in say:
        yield say[f"quadrant_{met}"]


def _after_asking(workspace: Workspace, decision: Decision) -> Iterable[str]:
    """Yield what was learned after asking to come back (catalogue S4-21)."""
    run = newest_for(workspace, AFTER_ASKING, decision.case.id)
    learned = str(run.answers.get("learned") or "") if run else ""
    if learned:
        yield fill(words("decisions")["after_asking"], learned=inert(learned))
