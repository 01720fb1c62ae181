"""The text editor for letters and long answers: sends while typing, and marks words.

`st.text_area` sends its text only when it is left, and cannot mark words. This one is a
component (editor.html, editor.css, editor.js), used like a Streamlit input: its text is under
`st.session_state[key]`, survives leaving the page, and a text put there replaces what the field
shows. Every text that comes from Python carries a token. What is typed goes back under the token
of the text it grew from, so what the person types always wins over an older text from Python,
and gives way only to a newer token: to a text that was replaced on purpose. What was typed while
that text was on its way is put into it in the browser, which is told how far Python had read. A
session that has not seen the editor yet, as after the server started again, takes over what an
open page holds.

AppTest has no browser, so there the field is `st.text_area`: `at.text_area(key=...)`.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from secrets import token_hex
from typing import Any, Literal, NamedTuple

import streamlit as st

from core.content.loader import words
from pages.parts.plain_text import inert

HEIGHT = 180
"""Pixels that an empty field takes; it grows with its text."""

HERE = Path(__file__).parent

_editor = st.components.v2.component(
    "ajar_editor",
    html=(HERE / "editor.html").read_text(encoding="utf-8"),
    css=(HERE / "editor.css").read_text(encoding="utf-8"),
    js=(HERE / "editor.js").read_text(encoding="utf-8"),
)


class Mark(NamedTuple):
    """A passage worth a second look: code points `start` up to `end`, and why."""

    start: int
    end: int
    kind: Literal["tip", "care"]
    message: str


Marks = Iterable[Mark] | Callable[[str], Iterable[Mark]]


class _Text(str):
    """A text that the editor holds, with the token under which it was last replaced."""

    __slots__ = ("token",)

    token: str

    @classmethod
    def under(cls, token: str, text: str) -> "_Text":
        """Return `text` as the browser and the files can hold it, under `token`."""
        well_formed = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        made = cls(well_formed.replace("\r\n", "\n").replace("\r", "\n"))
        made.token = token
        return made


def editor_available() -> bool:
    """Tell whether a browser is on the other side; a browser sends headers, AppTest none."""
    return bool(st.context.headers)


def newest_text(key: str) -> str:
    """Return the newest text of the editor `key`, in callbacks and before it is shown too.

    `st.session_state[key]` may be a second older there. "" while there is none.
    """
    return str(_newest(key) or "")


def ask_long_text(  # noqa: PLR0913 - as many as a Streamlit input has, all but one by name
    label: str,
    *,
    key: str,
    value: str = "",
    height: int = HEIGHT,
    max_chars: int | None = None,
    help_text: str = "",
    marks: Marks = (),
    list_marks: bool = True,
) -> str:
    """Ask for a long text; return it as it was at most two seconds after the last keystroke.

    `value` is shown as long as `st.session_state` has nothing under `key`. Nothing typed is ever
    taken out of the field: past `max_chars` (code points) it stays there, struck through, with a
    sentence that says so, and is not returned. `marks` are passages to underline, or a function
    that finds them in the text; as a function it sees the text of this very run. Where a screen
    lists them itself (`list_marks` is False), only screen readers are told below the field.
    """
    if not editor_available():
        st.session_state.setdefault(key, value)
        return st.text_area(
            inert(label),
            key=key,
            height=height,
            max_chars=max_chars,
            help=help_text or None,
            persist_state="session",
        )
    unseen = _field(key) not in st.session_state
    held = _newest(key)
    text = _Text.under(token_hex(8), value) if held is None else held
    found = marks(text[:max_chars]) if callable(marks) else marks
    st.session_state[key] = text
    answer = _editor(
        key=_field(key),
        data={
            "key": key,
            "token": text.token,
            "unseen": unseen,
            "heard": _count(key),
            "read": st.session_state.get(_read(key)),
            "text": str(text),
            "label": label,
            "help": help_text,
            "height": height,
            "most": max_chars,
            "marks": _as_utf16(found, text),
            "listed": list_marks,
            "words": dict(words("editor")),
        },
        on_typed_change=lambda: _take(key),
    )
    if unseen and (typed := _typed(answer)) is not None:
        st.session_state[key] = text = typed
    return str(text[:max_chars])


def _field(key: str) -> str:
    """Return the key of the component itself; its own key holds more than the text."""
    return f"{key}_editor"


def _read(key: str) -> str:
    """Return where the number of the last text stands that was read and not passed over."""
    return f"{key}_read"


def _count(key: str) -> int | None:
    """Return the number of the text that the browser sent last."""
    count: int | None = _state(key).get("typed", {}).get("count")
    return count


def _state(key: str) -> Mapping[str, Any]:
    """Return what the component has in the session."""
    return st.session_state.get(_field(key)) or {}


def _typed(state: Mapping[str, Any]) -> _Text | None:
    """Return what the browser sent last, None if nothing."""
    match state:
        case {"typed": {"token": str(token), "text": str(text)}}:
            return _Text.under(token, text)
    return None


def _newest(key: str) -> _Text | None:
    """Return what was replaced on purpose, else what was typed since, else what was there."""
    held = st.session_state.get(key)
    if held is None:
        return None
    if not isinstance(held, _Text):
        return _Text.under(token_hex(8), held)
    typed = _typed(_state(key))
    if typed is None or typed.token != held.token:
        return held
    st.session_state[_read(key)] = _count(key)
    return typed


def _take(key: str) -> None:
    """Keep what was typed, before the script runs and even if the page is being left."""
    if (newest := _newest(key)) is not None:
        st.session_state[key] = newest


def _as_utf16(marks: Iterable[Mark], text: str) -> list[dict[str, int | str]]:
    """Return the marks with offsets as JavaScript counts them."""

    def units(code_points: int) -> int:
        return len(text[:code_points].encode("utf-16-le")) // 2

    return [
        {"start": units(start), "end": units(end), "kind": kind, "message": message}
        for start, end, kind, message in marks
    ]
