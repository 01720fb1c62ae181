"""A moment on the clocks of a place: its day, its time and its zone, asked and put together."""

from datetime import date, datetime, time, timedelta
from typing import Any

import streamlit as st

from core.content.loader import fill, words
from core.interviews import Clock, clock_reading, moment
from core.me import time_zones
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.interview_times import own_zone
from pages.parts.questions import ISO, KEPT, ask_one

FIRST, SECOND = "first", "second"
FIELDS = ("day", "time", "zone", "which")
QUARTER = timedelta(minutes=15)


def moment_fields(workspace: Workspace, told: datetime | None, zone: str) -> dict[str, Any]:
    """Return what a form asks of a moment; a zone that this system does not know is the own.

    `told` is the moment as the clocks there show it.
    """
    return {
        "zone": zone if zone in time_zones() else own_zone(workspace),
        "day": told.date() if told else None,
        "time": told.time().replace(fold=0) if told else None,
        "which": SECOND if told and told.fold else FIRST,
    }


def ask_moment(form: Form) -> None:
    """Ask for a day, a time and the zone of that clock, with a word where clocks change."""
    say = words("interview")
    left, right = st.columns(2)
    with left:
        st.date_input(say["day"], value=None, key=form.key("day"), format=ISO, persist_state=KEPT)
    with right:
        time_of(form)
        st.time_input(
            say["time"], value=None, key=form.key("time"), step=QUARTER, persist_state=KEPT
        )
    st.selectbox(
        say["zone"],
        list(dict.fromkeys((form["zone"], *time_zones()))),
        format_func=lambda each: each.replace("_", " "),
        key=form.key("zone"),
        persist_state=KEPT,
    )
    _tell_clock(form)


def moment_of(form: Form) -> datetime | None:
    """Return the moment that stands in a form; None without a day or without a time."""
    day, at = form["day"], time_of(form)
    if day is None or at is None:
        return None
    return moment(day, at, form["zone"], second=form["which"] == SECOND)


def is_half_told(form: Form) -> bool:
    """Return whether a day stands without its time, or a time without its day."""
    return (form["day"] is None) is not (time_of(form) is None)


def half_told(form: Form) -> dict[str, Any]:
    """Return what is typed of a moment while half of it is missing, to be typed again."""
    return {field: form[field] for field in FIELDS} if is_half_told(form) else {}


def time_of(form: Form) -> time | None:
    """Return the time that stands in a form; out of a draft it comes as a text."""
    typed: time | str | None = form["time"]
    if isinstance(typed, str):
        form["time"] = typed = time.fromisoformat(typed)
    return typed


def _tell_clock(form: Form) -> None:
    """Tell of a time that the clocks there skip, and ask which one where they show it twice."""
    say = words("interview")
    day, at = form["day"], time_of(form)
    if not isinstance(day, date) or at is None:
        return
    reading = clock_reading(day, at, form["zone"])
    if reading is Clock.SKIPPED:
        st.info(fill(say["skipped"], time=f"{moment(day, at, form['zone']):%H:%M}"))
    elif reading is Clock.TWICE:
        ask_one(form, "which", say["twice"], {FIRST: say["first_time"], SECOND: say["second_time"]})
