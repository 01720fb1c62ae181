"""What has a day, on Today: at most three lines at once, one folded line on a heavy day."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, interview_words, words
from core.dues import Due, What, dues
from core.listed import instead
from core.views import this_minute
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.heavy_day import is_heavy, show_or_fold
from pages.parts.interview import APPLICATION, INTERVIEW
from pages.parts.interview_times import leaving_in_words, name_of, own_now
from pages.parts.messages import STAYS, done, show_done
from pages.parts.paging import first_few
from pages.parts.requested_undo import put_list, tell_changed

PLACE = "dues"
PRESSED = f"{STAYS}dues.pressed"
AT_ONCE = 3
LISTS = {What.REQUESTED: "requested", What.AHEAD: "send_ahead"}
NOTED = {What.THANKS: "thanked_on", What.ANSWER: "asked_on"}


def show_dues(workspace: Workspace, now: datetime) -> None:
    """Show what of the search has a day by tomorrow; nothing where nothing has.

    On a heavy day all but a talk of today waits folded in one line.
    """
    mine = own_now(workspace, now)
    _settle(workspace, mine)
    found = workspace.view(_dues, this_minute(mine))
    show_done(PLACE)
    if not found:
        return
    say = words("dues")
    st.header(say["title"])
    show_or_fold(
        found,
        lambda some, part: _show(workspace, some, mine, f"dues.{part}"),
        lambda due: due.is_talk_on(mine.date()),
        (say["folded_one"], say["folded"]),
        heavy=is_heavy(workspace, now),
    )


def _show(workspace: Workspace, found: Sequence[Due], now: datetime, key: str) -> None:
    for due in first_few(found, key=key, more=words("dues")["more"], at_once=AT_ONCE):
        _show_due(workspace, due, now)


def _show_due(workspace: Workspace, due: Due, now: datetime) -> None:
    talk = due.interview.id if due.interview else ""
    key = f"{due.application.id}.{talk}.{due.what}.{due.place}"
    with st.container(key=f"due.{key}", gap="xsmall"):
        st.text(_line(due, now))
        if due.what is What.TALK and due.interview:
            st.caption(leaving_in_words(due.interview, now.tzinfo or now.astimezone().tzinfo))
        with st.container(horizontal=True, vertical_alignment="center"):
            if due.what is not What.TALK:
                _offer_done(workspace, due, key)
            _link_to(due)


def _link_to(due: Due) -> None:
    label, icon = words("dues")["open"], ":material/arrow_forward:"
    if due.interview:
        query = {"interview": due.interview.id}
        st.page_link(INTERVIEW, label=label, icon=icon, query_params=query)
    else:
        query = {"application": due.application.id, "part": "asked"}
        st.page_link(APPLICATION, label=label, icon=icon, query_params=query)


def _offer_done(workspace: Workspace, due: Due, key: str) -> None:
    """Offer to note with one tap that something went out."""
    say = words("dues")
    labels = {What.THANKS: say["thanked"], What.ANSWER: say["asked"]}
    st.button(
        labels.get(due.what, say["sent"]),
        icon=":material/check:",
        type="tertiary",
        key=f"dues.{key}",
        disabled=workspace.read_only,
        on_click=_press,
        args=(due,),
    )


def _press(due: Due) -> None:
    st.session_state[PRESSED] = due


def _settle(workspace: Workspace, now: datetime) -> None:
    """Note what was just pressed on what is stored by now; where it is gone, say so."""
    due: Due | None = st.session_state.pop(PRESSED, None)
    if due is None:
        return
    if _note(workspace, due, now.date()):
        done(PLACE, words("dues")["done"])
    tell_changed()


def _note(workspace: Workspace, due: Due, today: date) -> bool:
    """Note that something went out today; returns whether it was still there."""
    if due.asked is None:
        talk = workspace.interviews.find(due.interview.id) if due.interview else None
        if talk:
            workspace.interviews.replace(talk.model_copy(update={NOTED[due.what]: today}))
        return talk is not None
    holder = (
        workspace.interviews.find(due.interview.id)
        if due.interview
        else workspace.applications.find(due.application.id)
    )
    out = due.asked.model_copy(update={"sent_on": today})
    field = LISTS[due.what]
    asked = instead(getattr(holder, field), due.asked, out) if holder else None
    if holder and asked:
        put_list(workspace, holder, field, asked)
    return bool(asked)


def _line(due: Due, now: datetime) -> str:
    begins = due.interview.at if due.interview else None
    facts = {
        "employer": name_of(due.application),
        "what": due.asked.what.rstrip(" .") if due.asked else "",
        "date": in_words(due.on),
        "time": f"{begins.astimezone(now.tzinfo):%H:%M}" if begins else "",
    }
    return fill(interview_words().dues[due.what][due.when(now.date())], **facts)


def _dues(workspace: Workspace, minute: datetime) -> tuple[Due, ...]:
    return dues(
        workspace.applications.all(), workspace.interviews.all(), workspace.letters.all(), minute
    )
