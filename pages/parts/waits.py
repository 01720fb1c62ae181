"""What the person decided to leave alone for a day, and the way to end that early."""

from datetime import datetime, timedelta

import streamlit as st

from core.content.loader import fill, words
from core.waits import Wait, Waiters, ended, waiting_together
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.happenings import name_of
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert

ENDED = f"{STAYS}waits.ended"


def show_waits(workspace: Workspace, now: datetime) -> None:
    """Show what can wait and until when; it can always be ended, and put back after that."""
    for group in waiting_together(workspace.waits.all(), now):
        _show_group(workspace, group, now)
    show_done("waits")
    _offer_again(workspace, now)


def _show_group(workspace: Workspace, group: Waiters, now: datetime) -> None:
    say = words("waits")
    case = workspace.cases.find(group.case_id)
    what = ", ".join(say[f"what_{each.what.value}"] for each in group.waits)
    told = fill(say["can_wait"], when=when_over(group.until, now), what=what)
    key = f"waits.{group.waits[0].id}"
    with st.container(border=True, key=key):
        if case:
            st.caption(inert(name_of(case)))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.write(told)
            if st.button(say["end"], type="tertiary", key=f"{key}.end"):
                _end(workspace, group, now)


def _end(workspace: Workspace, group: Waiters, now: datetime) -> None:
    """End every wait that the person sees as one, those that lie behind them included."""
    kinds = {each.what for each in group.waits}
    ending = tuple(
        each
        for each in workspace.waits.all()
        if each.case_id == group.case_id and each.what in kinds and each.until > now
    )
    st.session_state[ENDED] = ending
    _save(workspace, tuple(ended(each, now) for each in ending))
    done("waits", words("waits")["ended"])


def _offer_again(workspace: Workspace, now: datetime) -> None:
    """Offer to undo the ending, for as long as there is still something to wait for."""
    say = words("waits")
    before: tuple[Wait, ...] = st.session_state.get(ENDED, ())
    current = ((each, workspace.waits.find(each.id)) for each in before)
    again = tuple(
        is_.model_copy(update={"until": was.until})
        for was, is_ in current
        if is_ and was.until > now
    )
    if again and st.button(say["again"], key="waits.again"):
        st.session_state.pop(ENDED)
        _save(workspace, again)
        done("waits", say["again_done"])


def _save(workspace: Workspace, waits: tuple[Wait, ...]) -> None:
    with workspace.one_commit():
        for each in waits:
            workspace.waits.replace(each)


def when_over(until: datetime, now: datetime) -> str:
    """Return a moment to come as a person tells it, such as "tomorrow, 09:00"."""
    say = words("waits")
    moment = until.astimezone(now.tzinfo)
    days = (moment.date() - now.date()) // timedelta(days=1)
    facts = {"time": f"{moment:%H:%M}", "date": in_words(moment.date())}
    return fill(say["later" if days > 1 else "tomorrow" if days else "today"], **facts)
