"""Results at work: the run of a worksheet for a case, played with in place, then kept or let go."""

from collections.abc import Collection, Iterable
from datetime import date

import streamlit as st

from core.cases import Case, Direction
from core.content.loader import words
from core.drafts import BASE
from core.views import living
from core.worksheets.answers import Answers
from core.worksheets.definition import Worksheet
from core.worksheets.desk import around
from core.worksheets.raw import same
from core.worksheets.results import Found, results_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.happenings import name_of
from pages.parts.messages import done, show_done
from pages.parts.plain_text import inert
from pages.parts.worksheet_elsewhere import show_elsewhere
from pages.parts.worksheet_fields import ask_field
from pages.parts.worksheet_form import act, answers_in, open_form, save


def choose_case(
    workspace: Workspace,
    key: str,
    directions: Collection[Direction],
    first: Direction | None = None,
) -> Case | None:
    """Ask which case a screen is about, of those that went one of these ways; None without any.

    It opens at the case that the address names, else at the one touched last; those that went
    the way of `first` come before the others. One alone needs no choice, and is named.
    """
    fitting = [each for each in workspace.view(living) if each.direction in directions]
    fitting.sort(key=lambda each: each.direction is not first)
    named = workspace.cases.find(st.query_params.get("case", ""))
    cases = {each.id: each for each in ([named] if named else []) + fitting}
    if len(cases) < 2:  # noqa: PLR2004 - one needs no choice
        only = next(iter(cases.values()), None)
        if only:
            st.caption(inert(name_of(only)))
        return only
    chosen = st.selectbox(
        words("live")["which_case"],
        list(cases),
        format_func=lambda each: name_of(cases[each]),
        key=f"{key}.case",
    )
    return cases[chosen]


def play_with(
    workspace: Workspace, run: WorksheetRun, worksheet: Worksheet, fields: Iterable[str]
) -> tuple[Form, Answers]:
    """Ask some fields of a run in place; return the form, and the answers as they stand in it.

    What is changed is a draft, so that a person can try what a change would do. `ask_to_keep`
    offers to save it. `form.keep()` is due at the end of the screen.
    """
    form = open_form(workspace, run, worksheet)
    answers = answers_in(form, run, worksheet)
    for each in fields:
        asked = worksheet.fields[each]
        if answers.meets(asked.when):
            ask_field(workspace, form, answers, asked)
    return form, answers_in(form, run, worksheet)


def results_now(
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    today: date,
    only: Collection[str] = (),
) -> tuple[Found, ...]:
    """Return what the answers say as they stand in the form, all results or `only` some."""
    known = around(workspace, run, answers.worksheet, run.finished_on or today)
    return results_of(answers, known, only)


def ask_to_keep(workspace: Workspace, form: Form, run: WorksheetRun, answers: Answers) -> None:
    """Offer to save what was changed in place, or to let it go; nothing where nothing was.

    Where another window had changed the same answer, the person chooses between the two here.
    """
    say = words("live")
    base = form[BASE] or {}
    show_done(form.name)
    every = answers.worksheet.fields.values()
    show_elsewhere(workspace, run, answers, every, titled=True)
    if all(same(value, base.get(place)) for place, value in answers.raw.items()):
        return
    st.caption(say["changed"])
    closed = workspace.read_only
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(say["keep"], type="primary", key=act(form, "keep"), disabled=closed):
            save(workspace, form, run, answers, run.at)
            done(form.name, say["kept"])
        st.button(say["let_go"], type="tertiary", key=act(form, "let_go"), on_click=form.start_over)
