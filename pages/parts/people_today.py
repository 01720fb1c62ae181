"""People on Today: thanks that are owed, then the few who could hear from the person this week."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, words
from core.network.small_task import Owed, thanks_owed
from core.network.suggested import A_WEEK, Suggested
from core.network.this_week import for_this_week
from core.today import is_fresh
from core.views import in_hand
from core.workspace import Workspace
from pages.parts.heavy_day import is_heavy
from pages.parts.interview_times import own_now
from pages.parts.people_due import show_due_card, show_put_off
from pages.parts.people_thanks import show_thanked, show_thanks
from pages.parts.people_ways import PEOPLE


def show_people_today(workspace: Workspace, now: datetime) -> None:
    """Show at most three people: those owed thanks first, then the suggested of this week.

    Whoever wants one small thing at a time sees the first of them (needs 13). Whom
    a sprint has a day for stands here on that day, as a step. On a heavy day, and on the day of
    news, they wait folded in one line. Nothing is shown where nobody is due.
    """
    today = own_now(workspace, now).date()
    show_thanked(workspace, today)
    owed = workspace.view(thanks_owed, today)[:A_WEEK]
    told = {each.person.id for each in owed}
    others = (e for e in workspace.view(for_this_week, today) if e.due.person.id not in told)
    found = (*owed, *others)[: 1 if workspace.me.one_small_task else A_WEEK]
    show_put_off(workspace, today)
    if not found:
        return
    say = words("people_today")
    st.header(say["title"])
    case = workspace.view(in_hand)
    fresh = case is not None and is_fresh(case, now)
    if not (fresh or is_heavy(workspace, now)):
        st.caption(say["lead"])
        _show(workspace, found, today)
        return
    one = len(found) == 1
    with st.expander(say["folded_one"] if one else fill(say["folded"], count=len(found))):
        _show(workspace, found, today)


def _show(workspace: Workspace, found: tuple[Owed | Suggested, ...], today: date) -> None:
    for each in found:
        if isinstance(each, Owed):
            show_thanks(workspace, each, today, "today")
        else:
            show_due_card(workspace, each, today, "today", folded=True)
    label, icon = words("people_today")["to_people"], ":material/arrow_forward:"
    st.page_link(PEOPLE, label=label, icon=icon)
