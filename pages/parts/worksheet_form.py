"""The form of a run: its answers as fields, kept as a draft while typing, and saved on the way."""

from datetime import date, datetime
from typing import Any

import streamlit as st

from core.drafts import BASE, BEGAN
from core.records import Record
from core.worksheets.answers import DOT, Answers, address
from core.worksheets.definition import Worksheet
from core.worksheets.desk import END, write
from core.worksheets.fields import TableField
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import STAYS
from pages.parts.support import notice

FORM = "worksheet"
FIRST_ROW = "r1"


def open_form(workspace: Workspace, run: WorksheetRun, worksheet: Worksheet) -> Form:
    """Open the form of a run; what was typed and not yet saved stands in it again.

    Its `base` holds the answers as they were when this window began to change them.
    """
    name = f"{FORM}:{run.id}"
    draft = workspace.drafts.find(name)
    places = {*run.answers, *(draft.fields if draft else ())}
    dates = {each for each in places if _kind(worksheet, each) == "date"}
    start = {each: _held(worksheet, each, value) for each, value in run.answers.items()}
    form = Form(workspace, name, start | {BASE: dict(run.answers)}, dates=dates)
    form.texts |= {place for place, value in run.answers.items() if isinstance(value, str)}
    return form


def answers_in(form: Form, run: WorksheetRun, worksheet: Worksheet) -> Answers:
    """Return the answers as they stand in the form now, as they would be saved."""
    typed = {place: _plain(value) for place, value in form.fields().items() if place not in BEGAN}
    raw: dict[str, Any] = {**run.answers, **typed}
    for field in worksheet.fields.values():
        if isinstance(field, TableField) and field.is_open and not raw.get(field.id):
            first = f"{field.id}{DOT}{FIRST_ROW}{DOT}"
            if any(raw[place] for place in raw if place.startswith(first)):
                raw[field.id] = [FIRST_ROW]
    return Answers(worksheet, raw)


def step_now(form: Form, run: WorksheetRun, answers: Answers) -> str:
    """Return the step that this window shows: where the run was left, and from there its own."""
    asked = tuple(answers.steps())
    at = st.session_state.setdefault(_place(form), run.at)
    return at if at in asked or at == END else asked[0]


def go_to(form: Form, step: str) -> None:
    """Show another step in this window from the next run on."""
    st.session_state[_place(form)] = step


def save(workspace: Workspace, form: Form, run: WorksheetRun, answers: Answers, at: str) -> None:
    """Save what was changed, look at what was written, and go to a step.

    What was typed is looked at before it is stored (safety), and kept whichever way that ends.
    """
    base = form[BASE] or {}
    changed = [
        value
        for place, value in answers.raw.items()
        if isinstance(value, str) and value != base.get(place)
    ]
    notice(*changed)
    write(workspace, run.id, base, answers.raw, at=at, rows=_open_tables(answers.worksheet))
    form.finish()
    go_to(form, at)


def delete_run(workspace: Workspace, run: WorksheetRun) -> tuple[Record, ...]:
    """Delete a run; what was typed in it and not yet saved goes with it, and returns with it."""
    name = f"{FORM}:{run.id}"
    draft = workspace.drafts.find(name)
    if draft:
        typed = {place: value for place, value in draft.fields.items() if place not in BEGAN}
        run = write(workspace, run.id, draft.fields.get(BASE) or {}, typed)
        workspace.drafts.drop(name)
    return workspace.delete(run)


def act(form: Form, *names: str) -> str:
    """Return the key of something that acts on a field of this form."""
    return form.act(f"act.{address(*names)}")


def _open_tables(worksheet: Worksheet) -> frozenset[str]:
    """Return the fields whose answer is a list of rows."""
    fields = worksheet.fields.values()
    return frozenset(e.id for e in fields if isinstance(e, TableField) and e.is_open)


def _place(form: Form) -> str:
    return f"{STAYS}{form.name}.at"


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever a widget holds
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value


def _held(worksheet: Worksheet, place: str, value: Any) -> Any:  # noqa: ANN401 - as its kind
    """Return a saved answer as the widget of its field holds it."""
    kind = _kind(worksheet, place)
    if kind == "date" and value:
        return date.fromisoformat(value)
    return float(value) if kind == "number" and isinstance(value, int) else value


def _kind(worksheet: Worksheet, place: str) -> str:
    """Return the kind of the field, or of the column of a table, that a place belongs to."""
    field_id, *inside = place.split(DOT)
    field = worksheet.fields.get(field_id)
    if isinstance(field, TableField) and inside:
        return next((each.kind for each in field.columns if each.id == inside[-1]), "")
    return field.kind if field else ""
