"""A check-in on screen: its questions, and keeping it or letting it go."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import streamlit as st

from core.cases import Direction
from core.check_ins import CheckIn
from core.content.loader import feeling_words, words
from core.errors import EditedElsewhereError
from core.workspace import Workspace
from pages.parts.case_choice import ask_case
from pages.parts.conflict import raise_conflict
from pages.parts.feelings import ask_feelings, feeling_fields
from pages.parts.forms import Form
from pages.parts.questions import ask_day, ask_long, ask_score, ask_some

FORM = "check_in"


def open_form(workspace: Workspace, edited: CheckIn | None, case_id: str, now: datetime) -> Form:
    """Open the form of a new check-in, or of one that is to be changed."""
    start = {
        "mood": edited.mood if edited else None,
        **feeling_fields(edited),
        "hope": edited.hope if edited else None,
        "comes_back": edited.comes_back if edited else None,
        "body": list(edited.body) if edited else [],
        "note": edited.note if edited else "",
        "case_id": edited.case_id if edited else case_id,
        "happened_on": edited.happened_on if edited else now.date(),
        "rev": edited.rev if edited else 0,
    }
    name = f"{FORM}:{edited.id}" if edited else FORM
    return Form(workspace, name, start, dates={"happened_on"})


def ask_check_in(workspace: Workspace, form: Form, now: datetime) -> dict[str, Any]:
    """Ask all questions of a check-in and return the answers; a mood alone is enough."""
    say = words("check_in")
    ends = (say["very_low"], say["very_good"])
    answers: dict[str, Any] = {"mood": ask_score(form, "mood", say["mood"], ends)}
    answers["feelings"] = ask_feelings(form)
    with st.expander(say["more"], expanded=form.resumed, key=f"check_in.more.{form.round}"):
        answers |= _ask_more(workspace, form, now)
    return answers


def keep_check_in(
    workspace: Workspace, form: Form, answers: Mapping[str, Any], edited: CheckIn | None
) -> CheckIn | None:
    """Save the check-in; where nothing was answered, or the day is wrong, say so instead.

    Where another window changed it since this one began, both versions are shown next.
    """
    if answers["mood"] is None and not answers["feelings"]:
        st.warning(words("check_in")["nothing_yet"])
        return None
    if answers["happened_on"] is None:
        st.warning(words("forms")["future"])
        return None
    if edited:
        answers = {**answers, "note": answers["note"].strip(), "rev": form["rev"]}
        try:
            return workspace.check_ins.replace(edited.model_copy(update=answers))
        except EditedElsewhereError as error:
            raise_conflict(form, error)
    return workspace.check_ins.add(CheckIn(**answers), form=FORM)


def _ask_more(workspace: Workspace, form: Form, now: datetime) -> dict[str, Any]:
    say = words("check_in")
    hope_ends = (say["no_hope"], say["full_hope"])
    answers: dict[str, Any] = {"hope": ask_score(form, "hope", say["hope"], hope_ends)}
    answers["body"] = ask_some(form, "body", say["body"], feeling_words().body)
    answers["note"] = ask_long(form, "note", say["note"], say["note_help"])
    answers["case_id"] = ask_case(workspace, form, say["case"], say["no_case"])
    case = workspace.cases.find(str(answers["case_id"]))
    if case and case.direction is Direction.SECOND_THOUGHTS:
        ends = (say["never"], say["always"])
        answers["comes_back"] = ask_score(form, "comes_back", say["comes_back"], ends)
        st.caption(say["comes_back_note"])
    answers["happened_on"] = ask_day(form, "happened_on", say["when"], now.date())
    return answers
