"""The form of one talk: one draft for all of its parts, each saved by its own button."""

from datetime import date
from typing import Any

import streamlit as st

from core.applications import Application, Interview
from core.content.loader import fill, words
from core.interviews import THREE_LEARNED, there
from core.me import time_zones
from core.workspace import Workspace
from pages.parts.conflict import from_record, keep_record, rev_over
from pages.parts.forms import Form
from pages.parts.interview_times import own_zone
from pages.parts.questions import ISO, KEPT, ask_line
from pages.parts.talk_moments import (
    ask_moment,
    half_told,
    moment_fields,
    moment_of,
    time_of,
)

FORM = "interview"
MOST_QUESTIONS = 8
PLAIN = ("with_whom", "zone", "minutes", "place", "travel", "buffer", "follow_up", "answer_by")
DATES = {"day", "answer_by"}
FIVE_MINUTES = 5


def open_form(workspace: Workspace, application: Application, kept: Interview | None) -> Form:
    """Open the form of a talk, or of a new one for an application."""
    name = f"{FORM}:{kept.id if kept else application.id}"
    return Form(workspace, name, _fields(workspace, kept or Interview()), dates=DATES)


def ask_when(form: Form) -> None:
    """Ask when the talk is, on the clock there, where, and how long the way takes."""
    say = words("interview")
    ask_line(form, "with_whom", say["with_whom"])
    ask_moment(form)
    ask_line(form, "place", say["place"])
    left, middle, right = st.columns(3)
    with left:
        _ask_minutes(form, "travel", say["travel"], (0, 1440), say["travel_help"])
    with middle:
        _ask_minutes(form, "buffer", say["buffer"], (0, 240))
    with right:
        _ask_minutes(form, "minutes", say["minutes"], (FIVE_MINUTES, 600))


def ask_questions(form: Form) -> None:
    """Ask for the questions to ask there; the next line opens once there is one more."""
    say = words("interview")
    for place in range(MOST_QUESTIONS):
        if place and not form[f"q{place - 1}"] and not form[f"q{place}"]:
            break
        ask_line(form, f"q{place}", fill(say["question"], count=place + 1))


def ask_after(form: Form) -> None:
    """Ask what was learned, one thing to follow up, and the day they named."""
    say = words("interview")
    st.caption(say["learned_lead"])
    for place, label in enumerate(say["learned_lines"]):
        if place and not form[f"learned{place - 1}"] and not form[f"learned{place}"]:
            break
        ask_line(form, f"learned{place}", label)
    ask_line(form, "follow_up", say["follow_up"])
    st.date_input(
        say["answer_by"], value=None, key=form.key("answer_by"), format=ISO, persist_state=KEPT
    )


def is_answered_early(form: Form) -> bool:
    """Return whether the day of an answer lies before the day of the talk."""
    day, answer = form["day"], form["answer_by"]
    return isinstance(day, date) and isinstance(answer, date) and answer < day


def is_blank(form: Form) -> bool:
    """Return whether nothing is told of when, where and with whom a talk is."""
    told = (form["with_whom"], form["place"], form["day"], time_of(form))
    return all(each is None or not str(each).strip() for each in told)


def keep_talk(
    workspace: Workspace, form: Form, application: Application, kept: Interview | None
) -> Interview:
    """Save the talk as it stands in the form, over what is stored now.

    What was ticked meanwhile stays: only a change of the same answers asks which one to keep.
    A day without its time is not saved: it stays typed, and the moment is as it was.
    """
    half = half_told(form)
    base = kept or Interview(
        application_id=application.id, case_id=application.case_id, employer=application.employer
    )
    told = {
        **base.model_dump(),
        **{name: form[name] for name in PLAIN},
        "with_whom": form["with_whom"] or "",
        "at": base.at if half else moment_of(form),
        "questions": _lines(form, "q", MOST_QUESTIONS),
        "learned": _lines(form, "learned", THREE_LEARNED),
        "rev": rev_over(form, _fields(workspace, base)),
    }
    empty = {name: getattr(Interview(), name) for name in PLAIN}
    told |= {name: empty[name] for name in PLAIN if told[name] is None}
    told |= {"zone": base.zone} if half else {}
    saved = keep_record(workspace.interviews, form, Interview.model_validate(told))
    if half:
        open_form(workspace, application, saved).type_again(half)
    return saved


def _fields(workspace: Workspace, talk: Interview) -> dict[str, Any]:
    """Return the answers of a talk; a time zone that this system does not know is the own."""
    zone = talk.zone if talk.zone in time_zones() else own_zone(workspace)
    told = there(talk.model_copy(update={"zone": zone}))
    lines = {f"q{at}": _line(talk.questions, at) for at in range(MOST_QUESTIONS)}
    lines |= {f"learned{at}": _line(talk.learned, at) for at in range(THREE_LEARNED)}
    fields = {
        **talk.model_dump(include={*PLAIN, "rev"}),
        **lines,
        **moment_fields(workspace, told, zone),
    }
    return from_record(fields)


def _ask_minutes(
    form: Form, field: str, label: str, ends: tuple[int, int], help_text: str | None = None
) -> None:
    least, most = ends
    st.number_input(
        label,
        min_value=least,
        max_value=most,
        step=FIVE_MINUTES,
        key=form.key(field),
        help=help_text,
        persist_state=KEPT,
    )


def _line(lines: tuple[str, ...], at: int) -> str:
    return lines[at] if at < len(lines) else ""


def _lines(form: Form, stem: str, most: int) -> tuple[str, ...]:
    typed = ((form[f"{stem}{at}"] or "").strip() for at in range(most))
    return tuple(filter(None, typed))
