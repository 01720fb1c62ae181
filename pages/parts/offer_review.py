"""An offer looked at again, on screen: which one, the days it leaves, and what the review says."""

from collections.abc import Collection
from datetime import date

import streamlit as st

from core.cases import OWN_NO, Case, Direction
from core.content.loader import fill, words
from core.decisions.process import OFFER_REVIEW
from core.decisions.reviews import days_left, deadline_of, review_of
from core.letters.kinds import DECLINES, Kind
from core.views import living
from core.worksheets.answers import Answers
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.happenings import name_of
from pages.parts.letters import address_of, link_to_letter
from pages.parts.sections import choose_section
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet
from pages.parts.worksheet_live import ask_to_keep, play_with, results_now
from pages.parts.worksheet_results import show_results

OPEN = "open"
BEFORE_YES, REGRET = "before_yes", "regret"
SECTIONS = ("says", "weigh", "time", "next")
SAYS = ("knew", "reasons_aged", "choice", "noticed", "path")


def choose_offer(workspace: Workspace) -> Case | None:
    """Ask which offer the screen is about: that of a case, or (None) one that is still open."""
    say = words("offer_review")
    asked = st.query_params.get("case", "")
    fitting = [each for each in workspace.view(living) if each.direction in OWN_NO]
    named = workspace.cases.find(asked)
    cases = {each.id: each for each in ([named] if named else []) + fitting}
    if not cases:
        return None
    begin = OPEN if asked == OPEN else next(iter(cases))
    chosen = st.selectbox(
        say["which"],
        [*cases, OPEN],
        index=[*cases, OPEN].index(begin),
        format_func=lambda each: name_of(cases[each]) if each in cases else _open(workspace),
        key=f"offer_review.case.{asked}",
    )
    return cases.get(chosen)


def _open(workspace: Workspace) -> str:
    """Return what the offer that is still open is called."""
    say, run = words("offer_review"), review_of(workspace, "")
    offer = str(run.answers.get("offer") or "") if run else ""
    return fill(say["open_named"], offer=offer) if offer else say["open_offer"]


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
    which = "past" if left < 0 else {0: "today", 1: "one"}.get(left, "days")
    with st.container(border=True, key="offer_review.deadline"):
        st.write(fill(say[f"left_{which}"], days=left, when=in_words(day)))
        with st.container(horizontal=True, vertical_alignment="center"):
            link_to_letter(address_of(Kind.ASK_FOR_TIME, run.case_id), say["ask_time"])
            link_to_worksheet(BEFORE_YES, say["before_yes"], run.case_id)


def ask_section(begin: str) -> str:
    """Ask which part of the page to show; `begin` is where it opens."""
    say = words("offer_review")
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    return choose_section("offer_review.section", say["section"], labels, begin)


def show_says(workspace: Workspace, run: WorksheetRun, today: date) -> None:
    """Show what the review says of that day; what was known then stands first (S0-15)."""
    say = words("offer_review")
    sheet = worksheets()[OFFER_REVIEW]
    place = st.container()
    with st.expander(say["turned_out"]):
        form, answers = play_with(workspace, run, sheet, ("turned_out", "effect"))
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
    """Show the ways on from a review: its answers, letters that fit, second thoughts."""
    say = words("offer_review")
    st.header(say["ways"])
    with st.container(horizontal=True, vertical_alignment="center"):
        icon = ":material/description:"
        st.page_link(WORKSHEET, label=say["answers"], icon=icon, query_params={"run": run.id})
        if case is None or case.direction is not Direction.WITHDREW:
            _link_to_letters(workspace, case.id if case else "")
        if case and REGRET in worksheets():
            link_to_worksheet(REGRET, say["to_regret"], case.id)


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
