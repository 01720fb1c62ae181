"""A file that is brought in: asked for, read once, and looked at once, however often a screen runs.

All of it is remembered under the `place` of its screen, until the file is done with.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

T = TypeVar("T")


def ask_file(place: str, label: str, kinds: Sequence[str], megabytes: int) -> UploadedFile | None:
    """Ask for a file of these kinds, at most so large; the box is empty again after each file."""
    turn = st.session_state.setdefault(f"{place}.round", 0)
    key = f"{place}.{turn}.file"
    return st.file_uploader(label, type=kinds, key=key, max_upload_size=megabytes)


def read_once(place: str, file: UploadedFile, read: Callable[[bytes], T]) -> T:
    """Return what a file holds, read in the first run that has it. Raises what `read` raises."""
    return _once(f"{place}.read", file.file_id, lambda: read(file.getvalue()))


def look_once(place: str, asked: Hashable, look: Callable[[], T]) -> T:
    """Return what a file would bring; thousands of rows are not read again for each rerun.

    `asked` is everything that the answer depends on.
    """
    return _once(f"{place}.looked_at", asked, look)


def done_with(place: str) -> None:
    """Forget the file of a place, and empty its box."""
    st.session_state[f"{place}.round"] += 1
    for each in ("read", "looked_at"):
        st.session_state.pop(f"{place}.{each}", None)


def _once(key: str, asked: Hashable, make: Callable[[], T]) -> T:
    kept = st.session_state.get(key)
    if kept is None or kept[0] != asked:
        kept = st.session_state[key] = (asked, make())
    made: T = kept[1]
    return made
