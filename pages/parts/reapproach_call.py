"""The call on screen: what must be true, their worries, the sheet, and a plan for each answer."""

from datetime import datetime

import streamlit as st

from core.content.loader import words
from core.decisions.factors import Way
from core.letters.kinds import Kind
from core.worksheets.answers import Answers
from core.worksheets.keeping import offers_of
from core.workspace import Workspace
from pages.parts.reapproach import Standing, results_as_of
from pages.parts.reapproach_ways import link_to_kind
from pages.parts.worksheet_keep import ask_keeps
from pages.parts.worksheet_list import WORKSHEET
from pages.parts.worksheet_results import show_on_the_way, show_results

WATCH = "watch"
"""What the worksheet offers to keep that stands beside the card here."""

PARTS = ("conditions", "worries_told", "sheet", "fallback")


def show_call_part(workspace: Workspace, stands: Standing, now: datetime) -> None:
    """Show all that prepares the call, and offer to keep its day and its plans as steps."""
    say = words("reapproach")
    today, verdict = now.date(), stands.verdict
    if verdict is None or not verdict.may_ask:
        st.write(say["call_open" if verdict is None else "call_closed"])
        return
    show_on_the_way(results_as_of(workspace, stands, today, ("channel",)))
    if Way.REAPPROACH in verdict.ways and not (stands.is_asked or stands.sleeps):
        label = say["call_to_letter"]
        link_to_kind(workspace, Kind.REAPPROACH, stands.run.case_id, label)
    show_results(results_as_of(workspace, stands, today, PARTS))
    answers = Answers(stands.answers.worksheet, stands.run.answers)
    offers = offers_of(workspace, stands.run, answers, now)
    ask_keeps(workspace, stands.run, [each for each in offers if each.keep.id != WATCH])
    st.caption(say["call_print"])
    query, icon = {"run": stands.run.id}, ":material/edit:"
    st.page_link(WORKSHEET, label=say["go_call"], icon=icon, query_params=query)
