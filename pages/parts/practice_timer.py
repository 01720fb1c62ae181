"""A quiet timer of 90 seconds for one answer: told in tens, without a sound, put away at will.

The browser counts by itself, as in `timer.py`. AppTest has no browser, so there it is a caption.
"""

from datetime import datetime, timedelta
from pathlib import Path

import streamlit as st

from core.content.loader import fill, words
from core.interviews import ANSWER_SECONDS
from pages.parts.editor import editor_available
from pages.parts.messages import STAYS
from pages.parts.session import app_mode

HERE = Path(__file__).parent
WHOLE = timedelta(seconds=ANSWER_SECONDS)
TENS = timedelta(seconds=10)
WIDTH = 190
STARTED = f"{STAYS}practice.started"

_clock = st.components.v2.component(
    "ajar_practice_timer",
    html=(HERE / "timer.html").read_text(encoding="utf-8"),
    css=(HERE / "timer.css").read_text(encoding="utf-8"),
    js=(HERE / "timer.js").read_text(encoding="utf-8"),
)


def show_practice_timer() -> None:
    """Offer 90 seconds for an answer; once they run, show how many are left."""
    say = words("interview")
    started: datetime | None = st.session_state.get(STARTED)
    with st.container(horizontal=True, vertical_alignment="center", key="practice.timer"):
        if started is None:
            label, icon = say["timer_start"], ":material/timer:"
            st.button(label, icon=icon, key="practice.start", on_click=_start)
            return
        _show_left(min(max(started + WHOLE - app_mode().now(), timedelta(0)), WHOLE))
        st.button(
            say["timer_away"], type="tertiary", key="practice.away", on_click=put_practice_away
        )


def put_practice_away() -> None:
    """Forget the 90 seconds, running or over."""
    st.session_state.pop(STARTED, None)


def _show_left(left: timedelta) -> None:
    say = words("interview")
    told = {"left": say["timer_left"], "last": say["timer_last"], "over": say["timer_over"]}
    if editor_available():
        unit = TENS / timedelta(milliseconds=1)
        data = {"left": left.total_seconds(), "words": told, "unit": unit}
        _clock(key="practice.clock", data=data, width=WIDTH)
        return
    tens = -(-left // TENS)
    if tens > 1:
        st.caption(fill(told["left"], seconds=tens * 10), width=WIDTH)
    else:
        st.caption(told["last" if tens else "over"], width=WIDTH)


def _start() -> None:
    st.session_state[STARTED] = app_mode().now()
