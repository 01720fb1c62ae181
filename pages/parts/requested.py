"""Things asked for on screen: each with its day, sent with one tap, added in one line."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from core.applications import Requested
from core.content.loader import fill, words
from core.dues import When, when
from core.interviews import soonest_first
from core.listed import instead, keys_of
from core.workspace import Workspace
from pages.parts.days import ago, in_words
from pages.parts.forms import Form
from pages.parts.messages import done
from pages.parts.plain_text import show_text
from pages.parts.questions import ask_any_day, ask_line, legible
from pages.parts.requested_undo import (
    OPEN,
    SENT,
    TAKE_OFF,
    Holder,
    Line,
    offer_act,
    offer_put_back,
    pressed_in,
    put_list,
    take_off,
)
from pages.parts.support import notice


def show_requested(
    workspace: Workspace, holder: Holder, field: str, ideas: Sequence[str], today: date
) -> None:
    """Show a list of things with a day each, and a line to add one more; `ideas` are usual ones."""
    asked: tuple[Requested, ...] = getattr(holder, field)
    _settle(workspace, holder, field, today)
    if not asked:
        st.caption(words("application")[f"none_{field}"])
    keys = keys_of(asked)
    for place in soonest_first(asked):
        line = Line(holder, field, asked[place])
        _show_one(line, f"{holder.id}.{field}.{keys[place]}", today, closed=workspace.read_only)
    offer_put_back(workspace, holder, field)
    _ask_one_more(workspace, holder, field, ideas)


def _settle(workspace: Workspace, holder: Holder, field: str, today: date) -> None:
    """Do what was just pressed: one thing is sent, is not sent after all, or goes."""
    pressed = pressed_in(holder, field)
    if pressed is None:
        return
    act, part = pressed
    if act == TAKE_OFF:
        take_off(workspace, holder, field, part)
    out = part.model_copy(update={"sent_on": today if act == SENT else None})
    put_list(workspace, holder, field, instead(getattr(holder, field), part, out) or ())
    st.rerun()


def _show_one(line: Line, key: str, today: date, *, closed: bool) -> None:
    say, each = words("application"), line.part
    with st.container(key=f"requested.{key}", gap="xsmall"):
        show_text(each.what)
        st.caption(_state(each, today))
        with st.container(horizontal=True, vertical_alignment="center"):
            act, label = (OPEN, say["mark_open"]) if each.sent_on else (SENT, say["mark_sent"])
            offer_act(line, act, label, f"sent.{key}", closed=closed)
            offer_act(line, TAKE_OFF, say["take_off"], f"off.{key}", closed=closed)


def _state(each: Requested, today: date) -> str:
    say = words("application")
    if each.sent_on:
        return fill(say["sent_on_line"], when=ago(each.sent_on, today))
    if each.due is None:
        return say["no_day"]
    state: When = when(each.due, today)
    return fill(say[f"due_{state.value}"], date=in_words(each.due))


def _ask_one_more(workspace: Workspace, holder: Holder, field: str, ideas: Sequence[str]) -> None:
    say = words("application")
    start = {"what": "", "due": None}
    form = Form(workspace, f"requested:{holder.id}.{field}", start, dates={"due"})
    form.show_resumed()
    known = {each.what.casefold() for each in getattr(holder, field)}
    if left := [each for each in ideas if each.casefold() not in known]:
        st.pills(
            say[f"ideas_{field}"],
            left,
            format_func=legible,
            key=form.act("idea"),
            on_change=_take_idea,
            args=(form,),
            wrap=True,
        )
    what = ask_line(form, "what", say[f"what_{field}"])
    due = ask_any_day(form, "due", say["asked_due"]) if what.strip() else None
    form.keep()
    closed = workspace.read_only
    if st.button(say["add_asked"], icon=":material/add:", key=form.act("add"), disabled=closed):
        notice(*form.written())
        if not what.strip():
            st.warning(say["asked_first"])
            return
        put_list(workspace, holder, field, (*getattr(holder, field), Requested(what=what, due=due)))
        form.finish()
        done(f"{holder.id}.{field}", say["asked_added"])


def _take_idea(form: Form) -> None:
    form["what"] = st.session_state[form.act("idea")] or ""
