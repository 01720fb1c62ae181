"""A step over many people's cards, and the offer to turn it back while its screen is open."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from core.content.loader import words
from core.network.turned import Turned, turn_back
from core.records import Record
from core.workspace import Workspace
from pages.parts.messages import STAYS, done, show_done

TURNED = f"{STAYS}people.turned"
AT = f"{STAYS}people.turned.at"
NOTHING = Turned()
NOWHERE = ("", 0)


@dataclass
class _Step:
    """What can be turned back. Made before the step: a run can be stopped right after it."""

    told: str
    turned: Turned = NOTHING


def take_step(told: str, step: Callable[[], Turned], at: tuple[str, int]) -> None:
    """Take a step that can be turned back, and tell it as `told` in the next run.

    `at` is where it was taken: a list on the screen, and the place in it.
    """
    hold_step(told, step, at)
    st.rerun()


def turned_at() -> tuple[str, int]:
    """Return where the last step was taken: a list and the place in it, or no list at all."""
    at: tuple[str, int] = st.session_state.get(AT, NOWHERE)
    return at


def hold_step(
    told: str, step: Callable[[], Turned], at: tuple[str, int] = NOWHERE
) -> tuple[Record, ...]:
    """Take such a step as the answer to `ask_delete`: what it deleted comes back from here."""
    st.session_state[AT] = at
    taken = st.session_state[TURNED] = _Step(told)
    taken.turned = step()
    return ()


def show_turned(workspace: Workspace) -> None:
    """Say what was done last on this screen, and offer to undo it."""
    say = words("people_import")
    show_done(TURNED)
    taken: _Step | None = st.session_state.get(TURNED)
    if taken is None or taken.turned == NOTHING:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.write(taken.told)
        if st.button(say["undo"], key="people.undo", disabled=workspace.read_only):
            turned = taken.turned
            forget_turned()
            turn_back(workspace, turned)
            done(TURNED, say["undone"])


def forget_turned() -> None:
    """Offer no undo any more: something else was done that it would go against."""
    st.session_state.pop(TURNED, None)
