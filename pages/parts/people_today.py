"""People on Today: thanks that are owed, then the few who could hear from the person this week."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, words
from core.network.small_task import Owed, thanks_owed
from core.network.suggested import A_WEEK, Suggested
from core.network.this_week import for_this_week
from core.support import Tier
from core.views import standing, this_minute
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.interview_times import own_now
from pages.parts.messages import STAYS, done, show_done
from pages.parts.people_due import show_due_card, show_put_off
from pages.parts.people_ways import PEOPLE, link_to_person
from pages.parts.plain_text import inert
from pages.parts.requested_undo import tell_changed

PLACE = "people.today"
PRESSED = f"{STAYS}people.today.thanked"


def show_people_today(workspace: Workspace, now: datetime) -> None:
    """Show at most three people: those owed thanks first, then the suggested of this week.

    Whom a sprint has a day for stands here on that day, as a step. On a heavy day they wait folded
    in one line. Nothing is shown where nobody is due.
    """
    today = own_now(workspace, now).date()
    _settle(workspace, today)
    owed = workspace.view(thanks_owed, today)[:A_WEEK]
    told = {each.person.id for each in owed}
    others = (e for e in workspace.view(for_this_week, today) if e.due.person.id not in told)
    found = (*owed, *others)[:A_WEEK]
    show_done(PLACE)
    show_put_off(workspace, today)
    if not found:
        return
    say = words("people_today")
    st.header(say["title"])
    if workspace.view(standing, this_minute(now)) < Tier.T1:
        st.caption(say["lead"])
        _show(workspace, found, today)
        return
    one = len(found) == 1
    with st.expander(say["folded_one"] if one else fill(say["folded"], count=len(found))):
        _show(workspace, found, today)


def _show(workspace: Workspace, found: tuple[Owed | Suggested, ...], today: date) -> None:
    for each in found:
        if isinstance(each, Owed):
            _show_owed(workspace, each, today)
        else:
            show_due_card(workspace, each, today, "today", folded=True)
    label, icon = words("people_today")["to_people"], ":material/arrow_forward:"
    st.page_link(PEOPLE, label=label, icon=icon)


def _show_owed(workspace: Workspace, owed: Owed, today: date) -> None:
    say, key = words("people_today"), f"thanks.{owed.touchpoint.id}"
    with st.container(border=True, key=f"today.{key}", gap="small"):
        when = ago(owed.touchpoint.happened_on, today)
        st.write(fill(say["thanks"], name=inert(owed.person.name), when=when))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                say["thanked"],
                icon=":material/check:",
                type="tertiary",
                key=f"today.{key}.done",
                disabled=workspace.read_only,
                on_click=_press,
                args=(owed.touchpoint.id,),
            )
            link_to_person(owed.person, say["open"])


def _press(touchpoint_id: str) -> None:
    st.session_state[PRESSED] = touchpoint_id


def _settle(workspace: Workspace, today: date) -> None:
    """Note thanks that were just said to be out; where the contact is gone by now, say so."""
    pressed = st.session_state.pop(PRESSED, None)
    if pressed is None:
        return
    touchpoint = workspace.touchpoints.find(pressed)
    if touchpoint is None:
        tell_changed()
        return
    workspace.touchpoints.replace(touchpoint.model_copy(update={"thanked_on": today}))
    done(PLACE, words("people_today")["thanks_kept"])
