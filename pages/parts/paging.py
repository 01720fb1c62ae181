"""Long lists: the first few at once, and more of them on request."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import streamlit as st

AT_ONCE = 5
T = TypeVar("T")


def first_few(things: Sequence[T], *, key: str, more: str, at_once: int = AT_ONCE) -> Iterator[T]:
    """Yield as many things as are to be shown now, then offer the next five under `more`."""
    shown = st.session_state.setdefault(f"shown.{key}", at_once)
    yield from things[:shown]
    if shown < len(things):
        st.button(more, key=f"shown.{key}.more", on_click=_show_more, args=(key,))


def _show_more(key: str) -> None:
    st.session_state[f"shown.{key}"] += AT_ONCE
