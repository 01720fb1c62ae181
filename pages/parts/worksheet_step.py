"""One step of a run on screen: where one is, its fields, and the ways back and on."""

from collections.abc import Iterable

import streamlit as st

from core.content.loader import fill, words
from core.worksheets.answers import Answers
from core.worksheets.compare import in_words
from core.worksheets.definition import Step
from core.worksheets.desk import END, around, finish, is_done
from core.worksheets.results import Found, results_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.plain_text import show_text
from pages.parts.questions import legible
from pages.parts.session import app_mode
from pages.parts.support import show_noticed
from pages.parts.talk_signs import show_signs_in_step
from pages.parts.to_top import begin_at_top
from pages.parts.worksheet_elsewhere import show_elsewhere
from pages.parts.worksheet_fields import ask_field
from pages.parts.worksheet_form import act, answers_in, save
from pages.parts.worksheet_results import show_on_the_way

TODAY = "today.py"


def show_step(
    workspace: Workspace, form: Form, run: WorksheetRun, answers: Answers, at: str
) -> None:
    """Show one step, save it when the person goes on, back or elsewhere, and go there."""
    say = words("worksheet")
    asked = tuple(answers.steps())
    place = asked.index(at)
    step = next(each for each in answers.worksheet.steps if each.id == at)
    wanted = _ask_way(form, run, answers, asked, at)
    show_noticed()
    form.show_resumed()
    st.header(step.title)
    if step.lead:
        st.write(step.lead)
    _show_recalled(answers, step)
    show_signs_in_step(workspace, run, step.id)
    if step.shows:
        known = around(workspace, run, answers.worksheet, app_mode().now().date())
        results = results_of(answers, known, step.shows)
        show_on_the_way(results)
        _offer_suggested(form, answers, results)
    for field in step.fields:
        if answers.meets(field.when):
            ask_field(workspace, form, answers, field)
    show_elsewhere(workspace, run, answers, step.fields)
    st.space("small")
    answers = answers_in(form, run, answers.worksheet)
    closed = workspace.read_only
    with st.container(horizontal=True, vertical_alignment="center"):
        is_last = place + 1 == len(asked)
        label = say["finish"] if is_last else say["next"]
        on = st.button(label, type="primary", key=act(form, "next"), disabled=closed)
        back = place > 0 and st.button(
            say["back"], type="tertiary", key=act(form, "back"), disabled=closed
        )
        pause = st.button(
            say["pause"], icon=":material/home:", type="tertiary", key=act(form, "pause")
        )
    st.caption(say["as_you_go"])
    begin_at_top(f"{run.id}.{at}")
    if pause:
        if not closed:
            save(workspace, form, run, answers, at)
        st.switch_page(TODAY)
    target = END if on and is_last else wanted
    if on and not is_last:
        target = _after(answers, at)
    elif back:
        target = asked[place - 1]
    if target and target != at:
        _leave(workspace, form, run, answers, target)


def _leave(
    workspace: Workspace, form: Form, run: WorksheetRun, answers: Answers, target: str
) -> None:
    save(workspace, form, run, answers, target)
    if target == END:
        finish(workspace, run.id, app_mode().now().date())
    st.rerun()


def _ask_way(
    form: Form, run: WorksheetRun, answers: Answers, asked: tuple[str, ...], at: str
) -> str:
    """Show where one is, and offer every step; return the one that is wanted instead, or ""."""
    say = words("worksheet")
    steps = {each.id: each for each in answers.worksheet.steps}
    every = list(steps)
    st.caption(fill(say["place"], place=every.index(at) + 1, places=len(every)))

    def name(step_id: str) -> str:
        number = every.index(step_id) + 1
        done = is_done(run, answers, steps[step_id])
        return legible(fill(say["step_done"], number=number) if done else str(number))

    chosen = st.pills(
        say["steps"],
        asked,
        default=at,
        required=True,
        format_func=name,
        key=act(form, "at", at),
        label_visibility="collapsed",
        wrap=True,
    )
    return str(chosen) if chosen and chosen != at else ""


def _offer_suggested(form: Form, answers: Answers, results: Iterable[Found]) -> None:
    """Offer to put into a pick what a result suggests for it, unless it stands there already."""
    for found in results:
        field, keys = found.result.fills, found.outcome.keys
        if field and keys and set(keys) != {each.key for each in answers.chosen(field)}:
            st.button(
                words("worksheet")["take_suggested"],
                icon=":material/check:",
                key=act(form, "suggested", field),
                on_click=form.__setitem__,
                args=(field, list(keys)),
            )


def _show_recalled(answers: Answers, step: Step) -> None:
    """Show what was said before that this step goes on from."""
    for field_id in step.recalls:
        field = answers.worksheet.fields[field_id]
        if text := in_words(answers, field):
            with st.container(key=f"recalled.{field_id}", gap="xsmall"):
                st.caption(field.label)
                show_text(text)


def _after(answers: Answers, at: str) -> str:
    """Return the step that follows, as the answers stand now."""
    asked = tuple(answers.steps())
    return asked[asked.index(at) + 1] if asked[-1] != at else END
