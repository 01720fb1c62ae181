"""An offer looked at again, on screen: which one, the days it leaves, and what the review says."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

import streamlit as st

from core.cases import OWN_NO, Case, Direction
from core.content.loader import fill, words
from core.decisions.process import OFFER_REVIEW
from core.decisions.reviews import (
    alone,
    answers_of,
    days_left,
    deadline_of,
    is_open,
    join,
    review_of,
)
from core.letters.kinds import DECLINES, Kind
from core.views import living
from core.worksheets.answers import Answers
from core.worksheets.desk import half_done
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.decisions_ways import link_to_way
from pages.parts.happenings import name_of
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import done
from pages.parts.sections import choose_section
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet
from pages.parts.worksheet_live import ask_to_keep, play_with, results_now
from pages.parts.worksheet_results import show_results

OPEN, ANOTHER = "open", "another"
BEFORE_YES, REGRET = "before_yes", "regret"
SECTIONS = ("says", "weigh", "time", "next")
SINCE = ("turned_out", "effect")
"""The fields that ask what came of an answer; an offer that is open has none."""

SAYS = ("knew", "reasons_aged", "choice", "noticed", "path")


class Chosen(NamedTuple):
    """Which offer the screen is about: its case and its review, where it has them."""

    case: Case | None = None
    run: WorksheetRun | None = None


def choose_offer(workspace: Workspace) -> Chosen:
    """Ask which offer the screen is about: that of a case, one that is open, or another one.

    It opens at the case or the review that the address names.
    """
    say, asked = words("offer_review"), st.query_params
    cases, runs = _own_noes(workspace), {each.id: each for each in workspace.view(alone)}
    named = workspace.cases.find(asked.get("case", ""))
    cases = {each.id: each for each in ([named] if named else []) + cases}
    if not (cases or runs):
        return Chosen()
    offers = [*cases, *runs, ANOTHER]
    first = next(iter(runs), ANOTHER) if asked.get("case") == OPEN else offers[0]
    begin = asked["run"] if asked.get("run") in runs else first
    names = {each: name_of(cases[each]) for each in cases} | _names(runs)
    names[ANOTHER] = say["another" if runs else "open_offer"]
    chosen = st.selectbox(
        say["which"],
        offers,
        index=offers.index(begin),
        format_func=lambda each: names.get(each, each),
        key=f"offer_review.case.{asked.get('case', '')}.{asked.get('run', '')}",
    )
    case = cases.get(chosen)
    return Chosen(case, review_of(workspace, case.id) if case else runs.get(chosen))


def _own_noes(workspace: Workspace) -> list[Case]:
    return [each for each in workspace.view(living) if each.direction in OWN_NO]


def _names(runs: Mapping[str, WorksheetRun]) -> dict[str, str]:
    """Return what the offers without a case are called, each with a name of its own."""
    say = words("offer_review")
    names: dict[str, str] = {}
    for each in runs.values():
        told = str(each.answers.get("offer") or "") or say["no_name"]
        named = fill(say["open_named" if is_open(None, each) else "answered_named"], offer=told)
        again = sum(1 for other in names.values() if other.startswith(named))
        names[each.id] = f"{named} ({again + 1})" if again else named
    return names


def ask_to_join(workspace: Workspace, chosen: Chosen) -> None:
    """Offer to bring a review that was begun while the offer was open to the case it became."""
    say, (case, run) = words("offer_review"), chosen
    if case is None and run:
        offered = {each.id: name_of(each) for each in _own_noes(workspace)}
    else:
        offered = _names({each.id: each for each in workspace.view(alone)}) if not run else {}
    if not offered:
        return
    about = run.id if run else case.id if case else ""
    with st.expander(say["join_case" if run else "join_run"]):
        picked = st.selectbox(
            say["join_which"],
            list(offered),
            format_func=lambda each: offered.get(each, each),
            key=f"offer_review.join.{about}",
        )
        key = f"offer_review.joined.{about}"
        if st.button(say["join"], key=key, disabled=workspace.read_only):
            pair = (about, picked) if run else (picked, about)
            st.query_params.from_dict({"case": join(workspace, *pair).case_id})
            done("offer_review", say["joined"])


def show_nothing_yet(case: Case | None) -> None:
    """Say what will be here, and lead to the first step."""
    say = words("offer_review")
    st.write(say["empty"] if case else say["empty_open"])
    link_to_worksheet(OFFER_REVIEW, say["begin"], case.id if case else "")
    if case is None:
        link_to_worksheet(BEFORE_YES, say["before_yes"])


def show_deadline(case: Case | None, run: WorksheetRun, today: date) -> None:
    """Say how long an open offer waits, with the ways to use that time (S4-19)."""
    say = words("offer_review")
    left, day = days_left(case, run, today), deadline_of(run)
    if left is None or day is None:
        return
    with st.container(border=True, key="offer_review.deadline"):
        st.write(left_in_words(left, day))
        with st.container(horizontal=True, vertical_alignment="center"):
            if left >= 0:
                link_to_letter(address_of(Kind.ASK_FOR_TIME, run.case_id), say["ask_time"])
            link_to_worksheet(BEFORE_YES, say["before_yes"], run.case_id)


def left_in_words(left: int, deadline: date) -> str:
    """Return how many days are left for an answer; below 0 its day is over."""
    say = words("offer_review")
    which = "past" if left < 0 else {0: "today", 1: "one"}.get(left, "days")
    return fill(say[f"left_{which}"], days=left, when=in_words(deadline))


def ask_section(begin: str) -> str:
    """Ask which part of the page to show; `begin` is where it opens."""
    say = words("offer_review")
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    return choose_section("offer_review.section", say["section"], labels, begin)


def show_says(workspace: Workspace, run: WorksheetRun, today: date) -> None:
    """Show what the review says of that day; what was known then stands first (S0-15)."""
    say = words("offer_review")
    sheet = worksheets()[OFFER_REVIEW]
    if not answers_of(run).meets(sheet.fields[SINCE[0]].when):
        show_some(workspace, run, answers_of(run), today, SAYS, say["nothing_said"])
        return
    place = st.container()
    with st.expander(say["turned_out"]):
        form, answers = play_with(workspace, run, sheet, SINCE)
    ask_to_keep(workspace, form, run, answers)
    with place:
        show_some(workspace, run, answers, today, SAYS, say["nothing_said"])
    form.keep()


def show_some(  # noqa: PLR0913, PLR0917 - a run as it stands, and what of it
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    today: date,
    only: Collection[str],
    nothing: str,
) -> None:
    """Show some results of a run as it stands; where there are none, say so."""
    found = results_now(workspace, run, answers, today, only)
    show_results(found)
    if not found:
        st.write(nothing)


def link_on(workspace: Workspace, run: WorksheetRun, case: Case | None) -> None:
    """Show the ways on from a review: its answers, letters that fit, second thoughts, going back.

    Who told them already, or doubts a no that was said, has no no left to write.
    """
    say = words("offer_review")
    st.header(say["ways"])
    with st.container(horizontal=True, vertical_alignment="center"):
        icon = ":material/description:"
        st.page_link(WORKSHEET, label=say["answers"], icon=icon, query_params={"run": run.id})
        begun = half_done(workspace, OFFER_REVIEW, case.id) if case else None
        if begun and begun.id != run.id:
            query = {"run": begun.id}
            st.page_link(WORKSHEET, label=say["go_on"], icon=":material/edit:", query_params=query)
        if is_open(case, run) or (case and _is_untold(case)):
            _link_to_letters(workspace, case.id if case else "")
        if case and REGRET in worksheets():
            link_to_worksheet(REGRET, say["to_regret"], case.id)
        if case and case.direction in OWN_NO:
            link_to_way("back", case.id)


def _is_untold(case: Case) -> bool:
    return case.direction is Direction.I_SAID_NO and not case.told_by


def _link_to_letters(workspace: Workspace, case_id: str) -> None:
    """Link to the letters that answer an offer; a no that is out needs none any more."""
    say = words("offer_review")
    if not case_id:
        link_to_letter(address_of(Kind.ACCEPTANCE), say["to_yes"])
    ours = (each for each in workspace.letters.all() if case_id and each.case_id == case_id)
    if any(each.is_out and each.kind in DECLINES for each in ours):
        return
    link_to_letter(address_of(Kind.DECLINE, case_id), say["to_decline"])
    link_to_letter(address_of(Kind.DECLINE_DOOR_OPEN, case_id), say["to_door_open"])
