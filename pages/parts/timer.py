"""A quiet timer: it tells in words how long is left, makes no sound, and can be put away.

The browser counts by itself (timer.html, timer.css, timer.js): no run of the script is needed for
a minute to go by, so nothing on the screen moves or loses its focus while somebody writes. The
session holds when it was started, so that a run of the script finds it again. A screen reader is
not told the minutes, which it can look up, and is told politely that the time is over.

AppTest has no browser, so there the words are a caption.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import streamlit as st

from core.content.loader import fill, words
from pages.parts.editor import editor_available
from pages.parts.session import app_mode

HERE = Path(__file__).parent

WIDTH = 190
"""Pixels: the last sentence takes two lines of it, which are there from the start."""

_clock = st.components.v2.component(
    "ajar_timer",
    html=(HERE / "timer.html").read_text(encoding="utf-8"),
    css=(HERE / "timer.css").read_text(encoding="utf-8"),
    js=(HERE / "timer.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class _Started:
    """When a timer was started, and for how many minutes."""

    at: datetime
    minutes: int

    def left(self, now: datetime) -> timedelta:
        """Return how long is left; at most what it was set to, however the clock is put."""
        whole = timedelta(minutes=self.minutes)
        return min(max(self.at + whole - now, timedelta(0)), whole)


def show_timer(key: str, minutes_choices: Iterable[int]) -> None:
    """Offer a timer of one of these lengths; once it runs, show how long is left.

    It goes on in this window while other pages are open, and is gone after a reload.
    """
    say = words("timer")
    started: _Started | None = st.session_state.get(_place(key))
    if started is None:
        st.caption(say["offer"])
        with st.container(horizontal=True, key=f"timer.{key}.offer"):
            for minutes in minutes_choices:
                one = minutes == 1
                label = say["choice_one"] if one else fill(say["choice"], minutes=minutes)
                name = f"timer.{key}.{minutes}"
                st.button(label, type="tertiary", key=name, on_click=_start, args=(key, minutes))
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"timer.{key}.runs"):
        _show_left(key, started.left(app_mode().now()))
        st.button(
            say["put_away"],
            type="tertiary",
            key=f"timer.{key}.away",
            on_click=put_timer_away,
            args=(key,),
        )


def is_timed(key: str) -> bool:
    """Return whether a timer was started and not put away, running or over."""
    return _place(key) in st.session_state


def put_timer_away(key: str) -> None:
    """Forget a timer, running or over; it is offered anew where it is shown next."""
    st.session_state.pop(_place(key), None)


def _show_left(key: str, left: timedelta) -> None:
    if editor_available():
        data = {"left": left.total_seconds(), "words": dict(words("timer"))}
        _clock(key=f"timer.{key}.clock", data=data, width=WIDTH)
    else:
        st.caption(_in_words(left), width=WIDTH)


def _in_words(left: timedelta) -> str:
    say = words("timer")
    minutes = -(-left // timedelta(minutes=1))
    if not minutes:
        return say["over"]
    return fill(say["left"], minutes=minutes) if minutes > 1 else say["last"]


def _place(key: str) -> str:
    return f"timer.{key}"


def _start(key: str, minutes: int) -> None:
    st.session_state[_place(key)] = _Started(app_mode().now(), minutes)
