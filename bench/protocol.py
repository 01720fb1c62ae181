"""One window of the app without a browser: Streamlit's own messages over its WebSocket.

A run is timed from the moment a change is sent until the server says that the script has
finished; by then everything that it drew has arrived. The messages are private to Streamlit,
so this speaks the version that is installed.
"""

import asyncio
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60
"""Seconds to wait for one script run."""

FINISHED = ForwardMsg.ScriptFinishedStatus
FAILED = (FINISHED.FINISHED_WITH_COMPILE_ERROR,)
BUTTONS = ("button", "download_button")
CHOICES = ("button_group", "selectbox", "radio")
VALUES = ("text_input", "text_area", "checkbox", *CHOICES)


class BrokenPageError(Exception):
    """The server sent an error where a screen was to be."""


@dataclass(frozen=True)
class Widget:
    """One widget as the server described it; `key` is the name that the screen gave it."""

    kind: str
    key: str
    proto: Any
    fragment: str

    @property
    def id(self) -> str:
        """The name that the server knows it by."""
        return self.proto.id

    @property
    def choices(self) -> list[str]:
        """What it offers, in order; empty for one that is typed into."""
        if self.kind == "button_group":
            return [each.content for each in self.proto.options]
        return list(self.proto.options) if self.kind in CHOICES else []


def pressed(widget: Widget) -> WidgetState:
    """Return the state that a click on a button sends."""
    return WidgetState(id=widget.id, trigger_value=True)


def filled(widget: Widget, turn: int) -> WidgetState:
    """Return the state of a widget whose value is another one with every turn (0, 1, 2 ...)."""
    state = WidgetState(id=widget.id)
    if widget.kind == "checkbox":
        state.bool_value = bool(turn % 2)
    elif widget.kind in ("text_input", "text_area"):
        state.string_value = f"a few words, {turn}"
    elif widget.kind == "button_group":
        state.string_array_value.data.append(widget.choices[turn % len(widget.choices)])
    else:
        state.string_value = widget.choices[turn % len(widget.choices)]
    return state


class Session:
    """One window: the screen that is open in it, its widgets, and what was put into them."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.widgets: dict[str, Widget] = {}
        self.bytes_in = 0
        self._socket: ClientConnection | None = None
        self._states: dict[str, WidgetState] = {}
        self._seen: dict[str, Widget] = {}
        self._query = ""
        self._page_hash = ""

    async def __aenter__(self) -> Self:
        """Open the connection, waiting for a server that is only just starting."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._socket = await connect(
                    f"ws://{urlsplit(self.url).netloc}/_stcore/stream",
                    subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],
                    max_size=None,
                    compression=None,
                    ping_interval=None,
                )
            except OSError:
                if time.monotonic() > deadline:
                    raise
                await asyncio.sleep(0.002)
            else:
                return self

    async def __aexit__(self, *_: object) -> None:
        """Close the window."""
        if self._socket:
            await self._socket.close()

    async def go_to(self, page: str) -> float:
        """Open a screen by its address (`check_in`, or "" for home); return the run's seconds.

        What follows a question mark in the address stays while the screen is open.
        """
        self._states.clear()
        self._page_hash = ""
        page, _, self._query = page.partition("?")
        return await self._run(page=page)

    async def change(self, *states: WidgetState) -> float:
        """Send changed widgets as the browser does, all others with them; return the seconds."""
        fragments = {each.fragment for each in self.widgets.values() if _is_in(each, states)}
        kept = {key: each for key, each in self._states.items() if key in self._ids()}
        lasting = {each.id: each for each in states if not each.trigger_value}
        self._states = kept | lasting
        clicks = [each for each in states if each.trigger_value]
        fragment = fragments.pop() if len(fragments) == 1 else ""
        return await self._run([*self._states.values(), *clicks], fragment=fragment)

    def find(self, pattern: str) -> Widget | None:
        """Return the first widget of the screen whose whole key matches the pattern, if any."""
        matching = (w for key, w in self.widgets.items() if re.fullmatch(pattern, key))
        return next(matching, None)

    def _ids(self) -> set[str]:
        return {each.id for each in self.widgets.values()}

    async def _run(
        self, states: Iterable[WidgetState] = (), *, page: str = "", fragment: str = ""
    ) -> float:
        message = BackMsg()
        asked = message.rerun_script
        asked.page_name = page
        asked.page_script_hash = self._page_hash
        asked.query_string = self._query
        asked.fragment_id = fragment
        asked.context_info.timezone = "Europe/Amsterdam"
        asked.context_info.locale = "en-US"
        asked.context_info.url = self.url
        asked.widget_states.widgets.extend(states)
        content = message.SerializeToString()
        assert self._socket, "open the session first"
        started = time.perf_counter()
        await self._socket.send(content)
        async with asyncio.timeout(PATIENCE):
            await self._receive()
        taken = time.perf_counter() - started
        self.widgets = self.widgets | self._seen if fragment else self._seen
        return taken

    async def _receive(self) -> None:
        assert self._socket
        self._seen = {}
        while True:
            content = await self._socket.recv()
            self.bytes_in += len(content)
            message = ForwardMsg.FromString(content)
            match message.WhichOneof("type"):
                case "new_session":
                    self._seen = {}
                    self._page_hash = message.new_session.page_script_hash or self._page_hash
                case "navigation":
                    self._page_hash = message.navigation.page_script_hash or self._page_hash
                case "page_info_changed":
                    self._query = message.page_info_changed.query_string
                case "page_not_found":
                    raise BrokenPageError("there is no such page")
                case "delta":
                    self._note(message)
                case "script_finished" if message.script_finished in FAILED:
                    raise BrokenPageError("the script did not compile")
                case "script_finished":
                    # After st.rerun() the same run goes on, so it has not come to its end yet.
                    if message.script_finished != FINISHED.FINISHED_EARLY_FOR_RERUN:
                        return

    def _note(self, message: ForwardMsg) -> None:
        if message.delta.WhichOneof("type") != "new_element":
            return
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        proto = getattr(element, kind, None)
        if kind == "exception":
            raise BrokenPageError(f"{proto.type}: {proto.message}")
        if kind in (*BUTTONS, *VALUES) and proto.id and not proto.disabled:
            key = proto.id.split("-", 2)[-1]  # an id is $$ID-<hash>-<key>
            self._seen[key] = Widget(kind, key, proto, message.delta.fragment_id)


def _is_in(widget: Widget, states: Iterable[WidgetState]) -> bool:
    return any(each.id == widget.id for each in states)
