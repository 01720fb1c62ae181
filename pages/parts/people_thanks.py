"""Thanks that would be kind, on a card: for whom, noted with one tap, on Today and in the week.

A list of such cards begins with `show_thanked`, which notes and tells what was pressed on one.
"""

from datetime import date

import streamlit as st

from core.content.loader import fill, words
from core.network.small_task import Owed
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.messages import STAYS, done, show_done
from pages.parts.people_ways import link_to_person
from pages.parts.plain_text import inert
from pages.parts.requested_undo import tell_changed

PLACE = "people.thanks"
PRESSED = f"{STAYS}people.thanks.pressed"


def show_thanked(workspace: Workspace, today: date) -> None:
    """Note thanks that were just said to be out, and tell it; say so where the contact is gone."""
    show_done(PLACE)
    pressed = st.session_state.pop(PRESSED, None)
    if pressed is None:
        return
    touchpoint = workspace.touchpoints.find(pressed)
    if touchpoint is None:
        tell_changed()
        return
    workspace.touchpoints.replace(touchpoint.model_copy(update={"thanked_on": today}))
    done(PLACE, words("people_thanks")["kept"])


def show_thanks(workspace: Workspace, owed: Owed, today: date, key: str) -> None:
    """Show for whom a line of thanks would be kind; `key` names the list of the card."""
    say, name = words("people_thanks"), f"{key}.thanks.{owed.touchpoint.id}"
    with st.container(border=True, key=name, gap="small"):
        when = ago(owed.touchpoint.happened_on, today)
        st.write(fill(say["thanks"], name=inert(owed.person.name), when=when))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                say["thanked"],
                icon=":material/check:",
                type="tertiary",
                key=f"{name}.done",
                disabled=workspace.read_only,
                on_click=_press,
                args=(owed.touchpoint.id,),
            )
            link_to_person(owed.person, say["open"])


def _press(touchpoint_id: str) -> None:
    st.session_state[PRESSED] = touchpoint_id
