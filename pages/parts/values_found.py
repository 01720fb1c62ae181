"""What values tell on screen: a line, roles, what choices show, and questions to ask."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from core.content.loader import case_words, fill, value_words, words
from core.records import LINE_LENGTH
from core.values import Choices, Value, choices
from core.worksheets.desk import finished, found_in
from core.worksheets.results import Found
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.messages import done
from pages.parts.plain_text import inert, show_text
from pages.parts.reassess_star import FORM as STAR
from pages.parts.reassess_star import ask_north_star
from pages.parts.values import ordered
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet
from pages.parts.worksheet_results import show_results

SHEET = "values_fit"
FIT = "fit_of_roles"
FIRST = 5
"""So many values a sort ends with; questions are for these."""


def show_star(workspace: Workspace) -> None:
    """Show the line to steer by, editable; where there is none, one from the first values."""
    say = words("values")
    st.header(say["star"])
    idea = value_words().line_from([each.name for each in workspace.view(ordered)])[:LINE_LENGTH]
    if idea and not workspace.me.north_star:
        with st.container(horizontal=True, vertical_alignment="center", key="values.star"):
            st.write(fill(say["star_idea"], line=inert(idea)))
            if st.button(say["star_take"], key="values.star_take", disabled=workspace.read_only):
                workspace.save_me(workspace.me.model_copy(update={"north_star": idea}))
                done(STAR, say["star_taken"])
    ask_north_star(workspace)


def show_fit(workspace: Workspace, today: date) -> None:
    """Show how far the roles of the worksheet finished last fit, and where that comes from."""
    latest = workspace.view(_latest_fit, today)
    say = words("values")
    if latest is None:
        st.write(say["fit_open"])
        link_to_worksheet(SHEET, say["to_sheet"])
        return
    run, found = latest
    show_results((found,))
    with st.container(horizontal=True, vertical_alignment="center", key="values.fit"):
        if run.finished_on:
            st.caption(fill(say["from_sheet"], when=in_words(run.finished_on)), width="content")
        query = {"run": run.id}
        icon = ":material/description:"
        st.page_link(WORKSHEET, label=say["open_sheet"], icon=icon, query_params=query)


def _latest_fit(workspace: Workspace, today: date) -> tuple[WorksheetRun, Found] | None:
    for run in finished(workspace, SHEET):
        for each in found_in(workspace, run, worksheets()[SHEET], today):
            if each.result.calculation == FIT:
                return run, each
    return None


def show_choices(workspace: Workspace) -> None:
    """Show which values the person's choices show beside those that they named (S0-34)."""
    found: Choices = workspace.view(_choices)
    if not found.cases:
        return
    say = words("values")
    st.header(say["choices"])
    st.caption(fill(say["choices_lead"], cases=found.cases))
    if found.both:
        st.write(fill(say["choices_both"], values=_cards(found.both, found)))
    if found.only_shown:
        st.write(fill(say["choices_shown"], values=_cards(found.only_shown[:FIRST], found)))
    if found.only_named:
        st.write(fill(say["choices_named"], values=_cards(found.only_named)))


def _choices(workspace: Workspace) -> Choices:
    reasons = {name: each.values for name, each in case_words().reasons.items()}
    known = value_words().cards
    named = [each.card for each in workspace.view(ordered) if each.card in known and each.rank]
    return choices(workspace.cases.all(), named, reasons)


def _cards(cards: Sequence[str], counted: Choices | None = None) -> str:
    say, known = words("values"), value_words().cards
    if counted is None:
        return ", ".join(known[card].name for card in cards)
    return ", ".join(
        fill(say["choices_count"], value=known[card].name, count=counted.counts[card])
        for card in cards
    )


def show_questions(values: Sequence[Value]) -> None:
    """Show a question for an interview and a good sign for each of the first values, to copy."""
    say = words("values")
    first = values[:FIRST]
    asked = [(each.name, value_words().about(each.card)) for each in first]
    st.header(say["questions"])
    st.caption(say["questions_lead"])
    lines = (f"{name}: {about.ask}" for name, about in asked)
    st.code("\n".join(lines), language=None, wrap_lines=True)
    with st.expander(say["signs"]):
        for name, about in asked:
            show_text(f"{name}: {about.sign}")
