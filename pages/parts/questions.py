"""Questions: inputs with labelled ends, kept over pages, and told in the person's words."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from core.content.loader import words
from core.records import LINE_LENGTH, TEXT_LENGTH
from pages.parts.editor import ask_long_text
from pages.parts.forms import Form

SCALE = range(11)
KEPT = "session"
ISO = "YYYY-MM-DD"


def legible(label: str) -> str:
    """Return a label for pills in a grey that the theme keeps legible, chosen or not.

    Streamlit's own colour for a chosen pill reaches only 3.4:1 on a dark page. Never for a
    person's words: a label is Markdown.
    """
    return f":gray[{label}]"


def ask_score(form: Form, field: str, label: str, ends: tuple[str, str]) -> int | None:
    """Ask for 0 to 10 with both ends in words; None while nothing is chosen."""
    low, high = ends
    names = {0: f"0 · {low}", 10: f"10 · {high}"}
    return st.pills(
        label,
        SCALE,
        format_func=lambda score: legible(names.get(score, str(score))),
        key=form.key(field),
        persist_state=KEPT,
        wrap=True,
    )


def ask_line(form: Form, field: str, label: str, *, help_text: str | None = None) -> str:
    """Ask for one line of at most 200 characters."""
    form.texts.add(field)
    return st.text_input(
        label, max_chars=LINE_LENGTH, key=form.key(field), help=help_text, persist_state=KEPT
    )


def ask_one(form: Form, field: str, label: str, choices: Mapping[str, str]) -> str:
    """Ask for one of a few choices (id: words), shown side by side; "" while none is chosen."""
    chosen = st.pills(
        label,
        list(choices),
        format_func=lambda each: legible(choices[each]),
        key=form.key(field),
        persist_state=KEPT,
        wrap=True,
    )
    return chosen or ""


def ask_some(
    form: Form, field: str, label: str, choices: Mapping[str, str], *, help_text: str | None = None
) -> tuple[str, ...]:
    """Ask for any number of choices (id: words), in the order in which they are picked."""
    chosen = st.pills(
        label,
        list(choices),
        selection_mode="multi",
        format_func=lambda each: legible(choices[each]),
        key=form.key(field),
        help=help_text,
        persist_state=KEPT,
        wrap=True,
    )
    return tuple(chosen)


def ask_long(form: Form, field: str, label: str, help_text: str) -> str:
    """Ask for a longer text, kept as a draft while it is typed."""
    form.texts.add(field)
    return ask_long_text(
        label, key=form.key(field), max_chars=TEXT_LENGTH, help_text=help_text, height=120
    )


def ask_day(form: Form, field: str, label: str, today: date) -> date | None:
    """Ask for a day up to today; None, with a sentence beside it, for a day yet to come."""
    say = words("forms")
    day = st.date_input(
        label,
        value=None,
        key=form.key(field),
        help=say["day_help"],
        format=ISO,
        persist_state=KEPT,
    )
    if day is not None and day > today:
        st.warning(say["future"])
        return None
    return day or form.started_with(field)


def ask_any_day(form: Form, field: str, label: str) -> date | None:
    """Ask for a day, past or to come; None while none is chosen."""
    return st.date_input(label, value=None, key=form.key(field), format=ISO, persist_state=KEPT)
