"""Paths that were put away: out of sight, and back with one press."""

from datetime import date
from functools import partial

import streamlit as st

from core.content.loader import fill, words
from core.paths import Path, put_away
from core.workspace import Workspace
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import inert
from pages.parts.undo import ask_delete, offer_delete

JUST_NOW = f"{STAYS}paths.just_put_away"
PLACE = "paths.away"


def offer_put_away(workspace: Workspace, path: Path, today: date) -> None:
    """Offer to put a path away."""
    if st.button(
        words("paths")["put_away"],
        icon=":material/inventory_2:",
        type="tertiary",
        key=f"path.away.{path.id}",
        disabled=workspace.read_only,
    ):
        _set(workspace, path.id, today)
        st.session_state[JUST_NOW] = path.id
        st.rerun()


def show_undo_put_away(workspace: Workspace) -> None:
    """Say which path was just put away in this window, and offer to undo it."""
    say = words("paths")
    show_done(PLACE)
    path = workspace.paths.find(st.session_state.get(JUST_NOW, ""))
    if path is None or path.archived_on is None:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.write(fill(say["away_done"], path=inert(path.name)))
        if st.button(say["undo"], key="path.away.undo"):
            _bring_back(workspace, path.id)


def show_put_away(workspace: Workspace) -> None:
    """Show the paths that were put away, each to be brought back or deleted."""
    say = words("paths")
    paths = workspace.view(_away)
    if not paths:
        return
    with st.expander(say["away_list"]):
        for each in paths:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.write(inert(each.name))
                if st.button(
                    say["bring_back"],
                    key=f"path.back.{each.id}",
                    disabled=workspace.read_only,
                ):
                    _bring_back(workspace, each.id)
                offer_delete(each.id)
            ask_delete(each.id, say["sure"], partial(workspace.delete, each))


def _away(workspace: Workspace) -> tuple[Path, ...]:
    return put_away(workspace.paths.all())


def _bring_back(workspace: Workspace, path_id: str) -> None:
    _set(workspace, path_id, None)
    st.session_state.pop(JUST_NOW, None)
    done(PLACE, words("paths")["undone"])


def _set(workspace: Workspace, path_id: str, archived_on: date | None) -> None:
    """Put a path away, or back, as it stands now, whichever window changed it last."""
    with workspace.one_commit():
        stored = workspace.paths.get(path_id)
        workspace.paths.replace(stored.model_copy(update={"archived_on": archived_on}))
