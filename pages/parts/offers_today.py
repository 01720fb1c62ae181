"""Today's open offers: how many days are left to answer, and the way to weigh each."""

from datetime import date

import streamlit as st

from core.content.loader import words
from core.decisions.log import OFFER, offers_for_today
from core.decisions.reviews import days_left, deadline_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.decisions_ways import WAYS
from pages.parts.offer_review import left_in_words
from pages.parts.plain_text import inert

AT_MOST = 3


def show_open_offers(workspace: Workspace, today: date) -> bool:
    """Show the open offers that ask for a look, the first due first; return whether any does."""
    found = workspace.view(offers_for_today, today)
    for run in found[:AT_MOST]:
        _show(workspace, run, today)
    return bool(found)


def _show(workspace: Workspace, run: WorksheetRun, today: date) -> None:
    say, case = words("today"), workspace.cases.find(run.case_id)
    left, deadline = days_left(case, run, today), deadline_of(run)
    name = str(run.answers.get(OFFER) or "") or words("decisions")["open_offer_unnamed"]
    with st.container(border=True, key=f"today.offer.{run.id}", gap="small"):
        st.caption(say["open_offer"])
        st.header(inert(name))
        dated = left is not None and deadline is not None
        st.write(left_in_words(left, deadline) if dated else say["open_offer_undated"])
        icon, query = WAYS["review"].icon, {"case": case.id} if case else {"run": run.id}
        st.page_link(
            WAYS["review"].screen, label=say["to_open_offer"], icon=icon, query_params=query
        )
