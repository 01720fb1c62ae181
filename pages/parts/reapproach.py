"""The way back on screen: how it stands, what is new, and what would change it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

import streamlit as st

from core.cases import Case
from core.content.loader import case_words, fill, words
from core.content.reapproach import reapproach_words
from core.decisions.after_asking import asked
from core.decisions.doors import Verdict
from core.decisions.factors import Check, Edge, Factor, Way
from core.decisions.way_back import (
    EDGES,
    ON_HOLD,
    REAPPROACH,
    SAID_ON,
    sleeps_on_it,
    verdict_in,
)
from core.drafts import BASE
from core.worksheets.answers import Answers
from core.worksheets.desk import around, newest_begun, write
from core.worksheets.keepers.reapproach import may_watch, watch_step
from core.worksheets.raw import same
from core.worksheets.results import Found, results_of
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.days import ago, in_words
from pages.parts.forms import Form
from pages.parts.happenings import CASE
from pages.parts.messages import done, show_done
from pages.parts.reapproach_ways import show_ways
from pages.parts.sections import choose_section
from pages.parts.steady_ways import STEADY
from pages.parts.worksheet_form import answers_in
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet
from pages.parts.worksheet_live import ask_to_keep, play_with
from pages.parts.worksheet_results import show_results
from pages.parts.worksheet_told import said_of

PLACE = "reapproach"
SECTIONS = ("stands", "change", "call", "later")
HEADLINES = frozenset({"headline"})
QUIET = frozenset({"range", "settled", "confidence", "unknown"})
UNSAID = frozenset({"opening", "as_of", "sleep"})
"""Sentences of the card: its title, those that stand small, and those that stand elsewhere here."""

ASKING = frozenset({Way.REAPPROACH, Way.REAPPLY, Way.WITHDRAW})
"""Ways that wait for a night: letters that ask them, or that take back a yes elsewhere."""

DOOR = (Factor.ROLE, Factor.NEED, Factor.STANDING, Factor.TIE, Factor.NOW, Factor.PROOF)
PAST = (SAID_ON, Factor.REASON, Factor.HOW, Factor.ASKS, EDGES)


class Standing(NamedTuple):
    """One way back as it stands in this window: its run, what counts of it, and the verdict.

    `asks` is how many letters went out that asked to go back, `is_asked` whether one is so
    recent that nothing more is to be written now. `sleeps` says that a night comes first.
    """

    run: WorksheetRun
    form: Form
    answers: Answers
    verdict: Verdict | None
    asks: int
    is_asked: bool
    sleeps: bool


def standing(workspace: Workspace, case_id: str, today: date) -> Standing | None:
    """Return the newest run of a case with what was tried out in it; None where there is none."""
    sheet = worksheets()[REAPPROACH]
    run = newest_begun(workspace, sheet, case_id)
    if run is None:
        return None
    form, answers = play_with(workspace, run, sheet, ())
    return _stands(workspace, run, form, answers, today)


def _stands(
    workspace: Workspace, run: WorksheetRun, form: Form, answers: Answers, today: date
) -> Standing:
    known = around(workspace, run, answers.worksheet, today)
    out = asked(workspace.letters.all(), run.case_id, case_words().waits, today)
    is_asked = out is not None and today < out.touch_on
    return Standing(
        run,
        form,
        answers,
        verdict_in(answers, today, known.asks),
        known.asks,
        is_asked=is_asked,
        sleeps=not is_asked and sleeps_on_it(answers, known),
    )


def ask_section(begin: str) -> str:
    """Ask which part of the page to show; it opens at the one that the address names, or there."""
    say = words("reapproach")
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    part = st.query_params.get("part", begin)
    return choose_section("reapproach.section", say["section"], labels, part)


def leads_back(stands: Standing) -> bool:
    """Return whether anything here may speak of going back: never where it was not safe."""
    return stands.verdict is None or Edge.NOT_SAFE not in stands.verdict.edges


def show_empty(case: Case | None, today: date) -> None:
    """Say what comes of weighing it, and lead to the worksheet."""
    say = words("reapproach")
    if case is None:
        st.write(say["empty_no_case"])
        st.page_link(CASE, label=say["to_case"], icon=":material/edit:")
    else:
        st.write(fill(say["clock"], when=ago(case.happened_on, today)))
    st.caption(say["empty"])
    link_to_worksheet(REAPPROACH, say["to_sheet"], case.id if case else "")


def show_sleep(stands: Standing) -> None:
    """On a heavy day, or within a day of the no, say that a night helps (mood gate)."""
    if not stands.sleeps:
        return
    say = words("reapproach")
    with st.container(border=True, key="reapproach.sleep"):
        st.write(say["sleep"])
        st.caption(say["sleep_more"])
        st.page_link(STEADY, label=say["to_steady"], icon=":material/self_improvement:")


def show_stands(workspace: Workspace, stands: Standing, case: Case | None, today: date) -> None:
    """Show the card: both axes in words, and what to do; below it what is special."""
    say = words("reapproach")
    show_done(PLACE)
    [card] = results_as_of(workspace, stands, today, ("card",)) or [None]
    if stands.is_asked:
        st.write(say["asked_already"])
        with st.expander(say["stood"]):
            _show_card(stands, card, today)
    else:
        with st.container(border=True, key="reapproach.card"):
            _show_card(stands, card, today)
            if stands.verdict:
                ways = (e for e in stands.verdict.ways if not (stands.sleeps and e in ASKING))
                show_ways(workspace, ways, stands.run.case_id)
    typed = answers_in(stands.form, stands.run, stands.answers.worksheet)
    ask_to_keep(workspace, stands.form, stands.run, typed)
    _ask_news(workspace, stands, today)
    show_results(results_as_of(workspace, stands, today, ("special", "worth")))
    _show_source(stands, case)


def show_change(workspace: Workspace, stands: Standing, today: date) -> None:
    """Show what pulls, what would change it, and let answers be changed in place."""
    say = words("reapproach")
    found = st.container()
    st.header(say["try_out"])
    st.caption(say["try_out_lead"])
    kept = st.container()
    sheet = worksheets()[REAPPROACH]
    groups: Mapping[str, Iterable[str]] = {
        say["try_door"]: DOOR,
        say["try_wish"]: list(Check),
        say["try_past"]: PAST,
    }
    form, answers = stands.form, stands.answers
    for place, (label, fields) in enumerate(groups.items()):
        with st.expander(label, expanded=not place):
            form, answers = play_with(workspace, stands.run, sheet, fields)
    if stands.asks:
        st.caption(fill(say["asked_before"], count=stands.asks))
    changed = _stands(workspace, stands.run, form, answers, today)
    with found:
        with st.container(border=True, key="reapproach.brief"):
            for each in results_as_of(workspace, changed, today, ("card",)):
                _show_brief(each)
        show_results(results_as_of(workspace, changed, today, ("change", "pulls")))
    with kept:
        ask_to_keep(workspace, form, stands.run, answers)


def results_as_of(
    workspace: Workspace, stands: Standing, today: date, only: Iterable[str]
) -> tuple[Found, ...]:
    """Return some results as of today: the days since the no are never those of another day."""
    known = around(workspace, stands.run, stands.answers.worksheet, today)
    return results_of(stands.answers, known, tuple(only))


def _show_card(stands: Standing, card: Found | None, today: date) -> None:
    """Show the card; what to do is left out after asking, and where a night comes first."""
    say = words("reapproach")
    if said_on := stands.answers.day(SAID_ON):
        st.caption(fill(say["since"], when=ago(said_on, today)))
    for each in card.outcome.says if card else ():
        text = said_of(card.result, each) if card else ""
        if each.id in HEADLINES:
            st.header(text)
        elif each.id == "early":
            st.header(say["missing"])
            st.write(text)
        elif each.id in QUIET:
            st.caption(text)
        elif each.id not in UNSAID and not (each.id == "do" and stands.is_asked):
            st.write(text)


def _show_brief(card: Found) -> None:
    """Show the headline and both bands, so that a change is seen where it is made."""
    for each in card.outcome.says:
        if each.id in HEADLINES | {"early"}:
            st.header(said_of(card.result, each))
        elif each.id in ("find_out", "door", "range", "worth"):
            st.write(said_of(card.result, each))


def _ask_news(workspace: Workspace, stands: Standing, today: date) -> None:
    """Offer what may have happened since: it was posted again, or put on hold (S3-56).

    Where the door is shut, a day to look again is offered too.
    """
    if stands.verdict is None or stands.verdict.door is None:
        return
    say = words("reapproach")
    level, closed = stands.verdict.levels[Factor.ROLE], workspace.read_only
    st.caption(say["news"])
    with st.container(horizontal=True, key="reapproach.news"):
        if level != "open" and st.button(
            say["posted_again"],
            icon=":material/campaign:",
            key="reapproach.posted",
            disabled=closed,
        ):
            _set_role(workspace, stands, "open")
            done(PLACE, say["posted_again_done"])
        if level != ON_HOLD and st.button(
            say["on_hold"], icon=":material/pause_circle:", key="reapproach.hold", disabled=closed
        ):
            _set_role(workspace, stands, ON_HOLD)
            _watch(workspace, stands.run.case_id, today)
            done(PLACE, say["on_hold_done"])
        may = may_watch(stands.verdict) and not _is_watched(workspace, stands.run.case_id)
        if may and st.button(
            say["watch"], icon=":material/event:", key="reapproach.watch", disabled=closed
        ):
            _watch(workspace, stands.run.case_id, today)
            done(PLACE, say["watch_done"])


def _set_role(workspace: Workspace, stands: Standing, level: str) -> None:
    """Save how the role is now, and nothing else: what is tried out beside it stays a draft.

    A hold that was picked before is over; where it is on hold, so is that they got in touch.
    """
    form, saved = stands.form, stands.run.answers
    tried = answers_in(form, stands.run, stands.answers.worksheet).raw
    after, rest = _with_role(saved, level), _with_role(tried, level)
    write(workspace, stands.run.id, saved, after, at=stands.run.at)
    form.finish()
    typed = {place: value for place, value in rest.items() if not same(value, after.get(place))}
    if typed:
        workspace.drafts.keep(form.name, typed | {BASE: after})


def _with_role(answers: Mapping[str, Any], level: str) -> dict[str, Any]:
    over = {Edge.ON_HOLD, Edge.THEY_ASKED} if level == ON_HOLD else {Edge.ON_HOLD}
    edges = [each for each in answers.get(EDGES) or () if each not in over]
    return {**answers, Factor.ROLE.value: level, EDGES: edges}


def _watch(workspace: Workspace, case_id: str, today: date) -> None:
    """Put a day to look again on the list, once."""
    if not _is_watched(workspace, case_id):
        workspace.steps.add(watch_step(case_id, today), form="reapproach.watch")


def _is_watched(workspace: Workspace, case_id: str) -> bool:
    ours = (each for each in workspace.steps.all() if each.case_id == case_id and each.is_open)
    return reapproach_words().watch in {each.text for each in ours}


def _show_source(stands: Standing, case: Case | None) -> None:
    say = words("reapproach")
    said_on = stands.answers.day(SAID_ON)
    if case and said_on and case.happened_on != said_on:
        st.caption(fill(say["other_day"], date=in_words(case.happened_on)))
    query = {"run": stands.run.id}
    icon = ":material/description:"
    st.page_link(WORKSHEET, label=say["open_sheet"], icon=icon, query_params=query)
