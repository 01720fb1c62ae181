"""A path changed in its card: what is known of it, its small test, and its three ratings."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import fill, path_words, words
from core.content.paths import RATINGS
from core.path_fit import is_late
from core.path_people import call_anew
from core.paths import Path, known_path
from core.records import LINE_LENGTH
from core.steps import Step
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.forms import Form
from pages.parts.gone import show_gone
from pages.parts.messages import STAYS, done
from pages.parts.questions import ask_any_day, ask_line, ask_long, ask_one, ask_score
from pages.parts.support import notice

FACTS, TEST, FOUND, RATING = "path", "path_test", "path_found", "path_rating"
FORMS = (FACTS, TEST, FOUND, RATING)
OPEN = f"{STAYS}paths.open"
SECTION, BOARD = "paths.section", "board"
"""Where the screen remembers which part of it is shown, and the part that has the forms."""

FIELDS: dict[str, tuple[str, ...]] = {
    FACTS: ("name", "reach", "tuesday", "demand", "source", "checked_on", "cost", "worry"),
    TEST: ("test_kind", "test", "test_by"),
    FOUND: ("test_done_on", "test_found", *RATINGS),
    RATING: RATINGS,
}
DAYS = {"checked_on", "test_by", "test_done_on"}
CHOICES = ("reach", "test_kind")


def open_asked(workspace: Workspace) -> None:
    """Open the form that the address asks for, else one that was left half done.

    Where its path is gone, say so.
    """
    for form in FORMS:
        if path_id := st.query_params.pop(form, ""):
            st.session_state[OPEN] = (form, path_id)
            st.session_state[SECTION] = BOARD
    if OPEN not in st.session_state and (begun := _half_done(workspace)):
        st.session_state[OPEN] = begun
    form, path_id = st.session_state.get(OPEN, ("", ""))
    path = workspace.paths.find(path_id)
    if form and (path is None or path.archived_on):
        show_gone(workspace, f"{form}:{path_id}", Path)


def _half_done(workspace: Workspace) -> tuple[str, str] | None:
    """Return the form of a path on the board in which something was typed and not kept."""
    for draft in workspace.drafts.all():
        form, _, path_id = draft.form.partition(":")
        path = workspace.paths.find(path_id) if form in FORMS else None
        if path and path.archived_on is None:
            return form, path_id
    return None


def is_open(path_id: str) -> bool:
    """Return whether a form of this path is open."""
    return bool(st.session_state.get(OPEN, ("", ""))[1] == path_id)


def offer_forms(path: Path) -> None:
    """Offer to change what is known of a path, its ratings or its test."""
    say = words("paths")
    _offer(FACTS, path, say["change"], ":material/edit:")
    _offer(RATING, path, say["to_rating"], ":material/tune:")
    _offer(TEST, path, say["to_test"], ":material/science:")


def offer_test(workspace: Workspace, path: Path, today: date) -> None:
    """Offer to note what a test showed and, while it is not done, to put it on the list."""
    say = words("paths")
    _offer(FOUND, path, say["to_found"], ":material/lightbulb:")
    if not path.waits_for_test or workspace.view(_is_on_list, path.test):
        return
    if st.button(
        say["put_on_list"],
        icon=":material/playlist_add:",
        type="tertiary",
        key=f"path.step.{path.id}",
        disabled=workspace.read_only,
    ):
        why = fill(say["step_why"], path=path.name)[:LINE_LENGTH]
        due = max(path.test_by or today, today)
        workspace.steps.add(Step(text=path.test, why=why, due=due), form="path.step")
        done(f"path.{path.id}", say["on_list"])


def show_form(workspace: Workspace, path: Path, today: date) -> None:
    """Show the form of this path that is open, in the place of its card."""
    kind, _ = st.session_state[OPEN]
    form = _open_form(workspace, path, kind, today)
    if conflict_of(form):
        _settle(workspace, form)
        return
    form.show_resumed()
    _ASKS[kind](form, today)
    form.keep()
    if _is_to_keep(workspace, form):
        _keep(workspace, form, path, kind, today)


def _settle(workspace: Workspace, form: Form) -> None:
    """Ask which version to keep; once that is settled, the card stands in its place again."""
    try:
        settle_conflict(workspace, workspace.paths, form)
    finally:
        if conflict_of(form) is None:
            st.session_state.pop(OPEN, None)


def _offer(form: str, path: Path, label: str, icon: str) -> None:
    st.button(
        label,
        icon=icon,
        type="tertiary",
        key=f"{form}.open.{path.id}",
        on_click=st.session_state.update,
        args=({OPEN: (form, path.id)},),
    )


def _open_form(workspace: Workspace, path: Path, kind: str, today: date) -> Form:
    start: dict[str, Any] = {name: getattr(path, name) for name in FIELDS[kind]}
    start |= {name: start[name] and start[name].value for name in CHOICES if name in start}
    if kind == FOUND:
        start["test_done_on"] = path.test_done_on or today
    start["rev"] = path.rev
    return Form(workspace, f"{kind}:{path.id}", start, dates=DAYS & set(start))


def _ask_facts(form: Form, _: date) -> None:
    say = words("paths")
    ask_line(form, "name", say["name"])
    reaches = {reach.value: label for reach, label in path_words().reaches.items()}
    ask_one(form, "reach", say["reach"], reaches)
    ask_long(form, "tuesday", say["tuesday"], say["tuesday_help"])
    ask_long(form, "demand", say["demand"], say["demand_help"])
    ask_line(form, "source", say["source"])
    ask_any_day(form, "checked_on", say["checked_on"])
    ask_line(form, "cost", say["cost"])
    ask_line(form, "worry", say["worry"])


def _ask_test(form: Form, today: date) -> None:
    say = words("paths")
    trials = {trial.value: label for trial, label in path_words().trials.items()}
    ask_one(form, "test_kind", say["test_kind"], trials)
    ask_line(form, "test", say["test"])
    if is_late(ask_any_day(form, "test_by", say["test_day"]), today):
        st.caption(say["test_late"])


def _ask_found(form: Form, today: date) -> None:
    say = words("paths")
    ask_any_day(form, "test_done_on", say["found_on"])
    ask_long(form, "test_found", say["found"], say["found_help"])
    st.write(say["found_rate"])
    _ask_rating(form, today)


def _ask_rating(form: Form, _: date) -> None:
    for name, rating in path_words().ratings.items():
        ask_score(form, name, rating.label, (rating.low, rating.high))


def _is_to_keep(workspace: Workspace, form: Form) -> bool:
    """Offer to keep the form or to leave it; what was written is looked at either way."""
    say = words("paths")
    with st.container(horizontal=True):
        closed = workspace.read_only
        keep = st.button(say["save"], type="primary", key=form.act("save"), disabled=closed)
        leave = st.button(say["leave"], type="tertiary", key=form.act("leave"))
    if keep or leave:
        notice(*form.written())
    if leave:
        form.finish()
        st.session_state.pop(OPEN, None)
        st.rerun()
    return keep


def _keep(workspace: Workspace, form: Form, path: Path, kind: str, today: date) -> None:
    """Save what was told over the path as it was when the form began."""
    say = words("paths")
    told = {name: form[name] for name in FIELDS[kind]}
    if first := _comes_first(workspace, told, path, kind, today):
        st.warning(first)
        return
    told |= {name: told[name] or None for name in CHOICES if name in told}
    told = {name: "" if each is None and _is_text(name) else each for name, each in told.items()}
    if kind == TEST and (told["test"] or "").strip() != path.test:
        told["test_done_on"] = None
    changed = Path.model_validate({**path.model_dump(), **told, "rev": form["rev"]})
    keep_record(workspace.paths, form, changed)
    if changed.name != path.name:
        call_anew(workspace, path.name, changed.name)
    st.session_state.pop(OPEN, None)
    if kind == FOUND:
        _tick(workspace, path.test, today)
    done(f"path.{path.id}", say["found_saved" if kind == FOUND else "saved"])


def _comes_first(
    workspace: Workspace, told: Mapping[str, Any], path: Path, kind: str, today: date
) -> str:
    """Return what has to be told or mended before a form can be kept; "" where nothing has."""
    say = words("paths")
    others = [each for each in workspace.paths.all() if each.id != path.id]
    if kind == FACTS and not (told["name"] or "").strip():
        return say["name_first"]
    if kind == FACTS and known_path(others, told["name"]):
        return say["name_taken"]
    if kind == RATING and not any(each.is_rated for each in (path, path.model_copy(update=told))):
        return say["rating_first"]
    past = (told.get("checked_on"), told.get("test_done_on"))
    return words("forms")["future"] if any(day and day > today for day in past) else ""


def _is_text(name: str) -> bool:
    return name not in {*DAYS, *CHOICES, *RATINGS}


def _tick(workspace: Workspace, test: str, today: date) -> None:
    """Note the step of a test as done, where it is on the list."""
    for each in workspace.steps.all():
        if each.is_open and each.text == test:
            workspace.steps.replace(each.model_copy(update={"done_on": today}))


def _is_on_list(workspace: Workspace, test: str) -> bool:
    return any(each.is_open and each.text == test for each in workspace.steps.all())


_ASKS: dict[str, Callable[[Form, date], None]] = {
    FACTS: _ask_facts,
    TEST: _ask_test,
    FOUND: _ask_found,
    RATING: _ask_rating,
}
