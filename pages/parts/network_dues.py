"""Talks, events and looks that have a day, on Today: at most three, folded on a heavy day."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from core.content.loader import fill, talk_words, words
from core.dues import when
from core.network.talk_dues import Dated, NetworkDue, network_dues
from core.network.talk_kit import timed
from core.network.talk_log import keep_talk
from core.network.talks import Talk
from core.views import this_minute
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.heavy_day import is_heavy, show_or_fold
from pages.parts.interview_times import leaving_in_words, own_now
from pages.parts.messages import STAYS, done, show_done
from pages.parts.paging import first_few
from pages.parts.people_ways import TALK, TALKS
from pages.parts.sections import PART

PLACE = "network_dues"
PRESSED = f"{STAYS}network_dues.pressed"
AT_ONCE = 3


def show_network_dues(workspace: Workspace, now: datetime) -> None:
    """Show which talks, events and looks have their day by tomorrow; nothing where none has.

    On a heavy day all but a talk or an event of today waits folded in one line.
    """
    mine = own_now(workspace, now)
    _settle(workspace, mine)
    found = workspace.view(network_dues, this_minute(mine))
    show_done(PLACE)
    if not found:
        return
    say = words("talks")
    st.header(say["due"])
    show_or_fold(
        found,
        lambda dues, part: _show(workspace, dues, mine, f"{PLACE}.{part}"),
        lambda due: due.is_fixed_on(mine.date()),
        (say["due_folded_one"], say["due_folded"]),
        heavy=is_heavy(workspace, now),
    )


def due_in_words(due: NetworkDue, mine: datetime) -> str:
    """Return one thing with a day in one line, as it is told on Today."""
    nameless = words("talks")["somebody"]
    facts = {
        "name": due.who or nameless,
        "what": getattr(due.record, "name", "") or getattr(due.record, "employer", ""),
        "date": in_words(due.on),
        "time": f"{due.at.astimezone(mine.tzinfo):%H:%M}" if due.at else "",
    }
    return fill(talk_words().dues[due.what][when(due.on, mine.date())], **facts)


def _show(workspace: Workspace, found: Sequence[NetworkDue], mine: datetime, key: str) -> None:
    more, own = words("talks")["more"], mine.tzinfo or mine.astimezone().tzinfo
    for due in first_few(found, key=key, more=more, at_once=AT_ONCE):
        with st.container(key=f"network_due.{due.id}", gap="xsmall"):
            st.text(due_in_words(due, mine))
            if due.leave and isinstance(due.record, Talk):
                st.caption(leaving_in_words(timed(due.record), own))
            with st.container(horizontal=True, vertical_alignment="center"):
                if due.what is Dated.THANKS:
                    _offer_thanked(workspace, due)
                _link_to(due)


def _offer_thanked(workspace: Workspace, due: NetworkDue) -> None:
    """Offer to note with one tap that thanks went out."""
    st.button(
        words("talks")["due_thanked"],
        icon=":material/check:",
        type="tertiary",
        key=f"{PLACE}.{due.id}",
        disabled=workspace.read_only,
        on_click=_press,
        args=(due.record.id,),
    )


def _link_to(due: NetworkDue) -> None:
    label, icon = words("talks")["due_open"], ":material/arrow_forward:"
    if isinstance(due.record, Talk):
        st.page_link(TALK, label=label, icon=icon, query_params={"talk": due.record.id})
    elif due.what is Dated.LOOK:
        st.page_link(TALKS, label=label, icon=icon, query_params={PART: "watches"})
    else:
        st.page_link(TALKS, label=label, icon=icon, query_params={"event": due.record.id})


def _press(talk_id: str) -> None:
    st.session_state[PRESSED] = talk_id


def _settle(workspace: Workspace, mine: datetime) -> None:
    """Note what was just pressed on the talk as it is stored now; nothing where it is gone."""
    talk = workspace.talks.find(st.session_state.pop(PRESSED, ""))
    if talk:
        keep_talk(workspace, talk.model_copy(update={"thanked_on": mine.date()}))
        done(PLACE, words("talks")["due_done"])
