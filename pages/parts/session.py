"""The session: the mode Ajar runs in, its clock, and the workspace of this window."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock

import platformdirs
import streamlit as st

from core.sample import sample_workspace
from core.storage.folder import Folder
from core.workspace import WORDS_FILE, Workspace

CRISIS = "crisis"
"""Session key of the open crisis card: it stays until the person closes it."""

SAMPLE = "sample_workspace"
"""Session key of the sample life that this window is looking at, if it is."""


@dataclass(frozen=True)
class AppMode:
    """How this server runs: built once from the environment, never changed.

    `folder` is where the words live, `now` the clock (aware, local time), `sample`
    whether every window opens on the sample life.
    """

    folder: Path
    now: Callable[[], datetime]
    sample: bool


@cache
def app_mode() -> AppMode:
    """Return the one mode of this server, read from AJAR_DATA, AJAR_CLOCK and AJAR_SAMPLE."""
    folder = os.environ.get("AJAR_DATA") or platformdirs.user_data_dir("Ajar", appauthor=False)
    return AppMode(
        folder=Path(folder).expanduser().resolve(),
        now=_clock(os.environ.get("AJAR_CLOCK", "")),
        sample=os.environ.get("AJAR_SAMPLE") == "1",
    )


def current_workspace() -> Workspace:
    """Return the sample life while this window looks around, else the person's own workspace.

    Raises the errors of `core.storage.errors` where the person's file cannot be opened.
    """
    if app_mode().sample and SAMPLE not in st.session_state:
        look_around()
    return st.session_state.get(SAMPLE) or _OWN.open()


def own_workspace() -> Workspace:
    """Return the person's own workspace, also where no window asks: for the server itself.

    Raises the errors of `core.storage.errors` where their file cannot be opened.
    """
    return _OWN.open()


def looking_around() -> bool:
    """Return whether this window shows the sample life."""
    return SAMPLE in st.session_state


def look_around() -> None:
    """Open the sample life in this window; nothing of it is saved."""
    clear_window()
    st.session_state[SAMPLE] = sample_workspace(app_mode().now)


def leave_sample() -> None:
    """Go back to the person's own workspace; nothing of the sample life stays in this window."""
    clear_window()


def clear_window() -> None:
    """Forget all that this window remembers, but for an open crisis card."""
    crisis = st.session_state.get(CRISIS)
    st.session_state.clear()
    if crisis is not None:
        st.session_state[CRISIS] = crisis


def own_folder() -> Folder:
    """Return the folder that the person's own words live in."""
    return Folder(app_mode().folder / WORDS_FILE, app_mode().now)


def close_own_workspace() -> None:
    """Let go of the person's files, so that they can be restored or erased."""
    _OWN.close()


class _OwnWorkspace:
    """The person's own workspace: one for the whole server, opened when first asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._workspace: Workspace | None = None

    def open(self) -> Workspace:
        with self._lock:
            if self._workspace is None:
                self._workspace = Workspace.open(app_mode().folder, app_mode().now)
            return self._workspace

    def close(self) -> None:
        with self._lock:
            if self._workspace is not None:
                self._workspace.close()
                self._workspace = None


_OWN = _OwnWorkspace()


def _clock(start: str) -> Callable[[], datetime]:
    """Return the local clock, shifted so that it read `start` (ISO time) when it was made."""

    def local() -> datetime:
        return datetime.now().astimezone()

    if not start:
        return local
    shift = datetime.fromisoformat(start).astimezone() - local()
    return lambda: local() + shift
