"""One trend on screen: what it is, where it was seen, and whether it suits."""

from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import skill_words, words
from core.trends import Trend
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.questions import ask_day, ask_line, ask_one
from pages.parts.saving import ask_to_save
from pages.parts.skills import GO_TO, NEW

FORM = "trend"
LINES = ("name", "source", "skill")
RATED = ("fits", "pull")


def show_trend_form(workspace: Workspace, edited: Trend | None, today: date) -> None:
    """Show a new trend, or one to be changed, to be kept or left as it was."""
    say = words("skills")
    form = _open_form(workspace, edited, today)
    st.title(say["edit_title" if edited else "new_title"])
    if conflict_of(form):
        settle_conflict(workspace, workspace.trends, form)
        return
    show_done(FORM)
    form.show_resumed()
    seen = _ask_trend(form, today)
    form.keep()
    if ask_to_save(workspace, form, say["save"], say["leave"]):
        _keep_trend(workspace, form, edited, seen, today)


def _open_form(workspace: Workspace, edited: Trend | None, today: date) -> Form:
    trend = edited or Trend(name="", seen_on=today)
    start: dict[str, Any] = {name: getattr(trend, name) for name in (*LINES, "seen_on", "rev")}
    for name in RATED:
        degree = getattr(trend, name)
        start[name] = None if degree is None else str(degree)
    return Form(workspace, f"{FORM}:{edited.id if edited else NEW}", start, dates={"seen_on"})


def _ask_trend(form: Form, today: date) -> date | None:
    """Ask for a trend; returns the day on which it was seen."""
    say = words("skills")
    degrees = {str(each): f"{each} · {label}" for each, label in enumerate(skill_words().degrees)}
    ask_line(form, "name", say["trend_name"])
    ask_line(form, "source", say["trend_source"])
    seen = ask_day(form, "seen_on", say["trend_seen"], today)
    ask_line(form, "skill", say["trend_skill"])
    ask_one(form, "fits", say["trend_fits"], degrees)
    ask_one(form, "pull", say["trend_pull"], degrees)
    return seen


def _keep_trend(
    workspace: Workspace, form: Form, edited: Trend | None, seen: date | None, today: date
) -> None:
    """Save the trend and say so; one without a name is asked for it."""
    say = words("skills")
    if not (form["name"] or "").strip():
        st.warning(say["trend_name_first"])
        return
    base = edited or Trend(name="")
    told = {
        **{name: form[name] or "" for name in LINES},
        **{name: int(form[name]) if form[name] else None for name in RATED},
        "seen_on": seen,
        "looked_on": today,
        "rev": form["rev"],
    }
    trend = Trend.model_validate({**base.model_dump(), **told})
    keep_record(workspace.trends, form, trend)
    st.query_params.clear()
    st.session_state[GO_TO] = "trends"
    done("trends", say["trend_saved"])
