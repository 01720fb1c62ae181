"""One line of a list on a record: changed with one tap, or taken off with a way back.

What is pressed is remembered with the line that was shown, and done in the next run on the list
as it stands then: by that time another window may have changed it.
"""

from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from core.applications import Application, Interview
from core.content.loader import words
from core.listed import instead
from core.records import Part
from core.workspace import Workspace
from pages.parts.messages import STAYS, done, show_done

PRESSED = f"{STAYS}pressed"
TAKEN = f"{STAYS}taken_off"
SENT, OPEN, TAKE_OFF = "sent", "open", "off"
"""What can be done to a line: it went out, it did not after all, it goes from its list."""

ICONS = {SENT: ":material/check:", OPEN: ":material/undo:", TAKE_OFF: ":material/delete:"}

Holder = Application | Interview
"""What a list of things stands on."""


@dataclass(frozen=True)
class Line:
    """One line of a list on a record, as it was shown."""

    holder: Holder
    field: str
    part: Part

    @property
    def place(self) -> str:
        """What the list is called, among all lists on all records."""
        return place_of(self.holder, self.field)


def place_of(holder: Holder, field: str) -> str:
    """Return what a list on a record is called, among all lists on all records."""
    return f"{holder.id}.{field}"


def offer_act(line: Line, act: str, label: str, key: str, *, closed: bool) -> None:
    """Offer to do something to a line; `pressed_in` tells of it in the next run."""
    st.button(
        label,
        icon=ICONS[act],
        type="tertiary",
        key=key,
        disabled=closed,
        on_click=_press,
        args=(line, act),
    )


def pressed_in(holder: Holder, field: str) -> tuple[str, Part] | None:
    """Return what was just pressed in a list, and the line that it was pressed on; once.

    Where that line is gone by now, say so.
    """
    pressed: tuple[str, Part] | None
    pressed = st.session_state.pop(f"{PRESSED}.{place_of(holder, field)}", None)
    if pressed and pressed[1] not in getattr(holder, field):
        tell_changed()
        return None
    return pressed


def tell_changed() -> None:
    """Say that another window changed what was just pressed on."""
    st.info(words("application")["changed_elsewhere"])


def put_list(workspace: Workspace, holder: Holder, field: str, parts: tuple[Part, ...]) -> None:
    """Save a list in the place of the one that stands on its record."""
    changed = holder.model_copy(update={field: parts})
    if isinstance(changed, Application):
        workspace.applications.replace(changed)
    else:
        workspace.interviews.replace(changed)


def take_off(workspace: Workspace, holder: Holder, field: str, part: Part) -> NoReturn:
    """Take one line off a list; it can be put back while this screen is open."""
    parts: tuple[Part, ...] = getattr(holder, field)
    remember_taken(holder, field, part)
    put_list(workspace, holder, field, instead(parts, part) or ())
    done(place_of(holder, field), words("application")["taken_off"])


def remember_taken(holder: Holder, field: str, part: Part) -> None:
    """Remember a line that is about to go from a list, and where it stands."""
    at = getattr(holder, field).index(part)
    st.session_state[f"{TAKEN}.{place_of(holder, field)}"] = (at, part)


def offer_put_back(workspace: Workspace, holder: Holder, field: str) -> None:
    """Tell what was just done to a list, and offer to put back what was taken off it last."""
    place = place_of(holder, field)
    show_done(place)
    if f"{TAKEN}.{place}" not in st.session_state:
        return
    closed = workspace.read_only
    if st.button(words("application")["put_back"], key=f"put_back.{place}", disabled=closed):
        at, part = st.session_state.pop(f"{TAKEN}.{place}")
        parts = getattr(holder, field)
        put_list(workspace, holder, field, (*parts[:at], part, *parts[at:]))
        st.rerun()


def _press(line: Line, act: str) -> None:
    st.session_state[f"{PRESSED}.{line.place}"] = (act, line.part)
