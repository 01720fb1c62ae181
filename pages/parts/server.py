"""The server's edges: headers on every response, doors that stay shut, start-up, failures."""

import asyncio
import re
import signal
import sys
import webbrowser
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from core.content.loader import FaultyContentError, check_all, check_patterns, fill, words
from pages.parts.calendar_feed import CALENDAR_TYPE, ENDING, FOLDER, answer, keep_out_of_logs
from pages.parts.edge import show_broken_page
from pages.parts.log import log_in
from pages.parts.session import app_mode, close_own_workspace

SHUT_DOORS = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/script-health-check")
"""What Streamlit serves beside the screens: programs could steer or measure the app there."""

READ_LISTS_AFTER = 2.0
"""Seconds from the start until the word lists are compiled: first the first screen."""

ASK_AGAIN = 600
"""Seconds after which a calendar may ask again, where the words cannot be read just now."""

OPEN_AFTER = 0.5
"""Seconds from the start until the browser opens: the server has to answer by then."""


class SecurityHeaders:
    """Puts the security headers on every response, and lets in only who belongs here.

    A shut door answers 404. A WebSocket is refused to a page of any other origin: Streamlit
    itself would take one from every port of this computer.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = security_headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        if scope["type"] == "http" and scope["path"].startswith(SHUT_DOORS):
            await PlainTextResponse("", status_code=404)(scope, receive, send_with_headers)
        elif scope["type"] == "websocket" and not _is_same_origin(Headers(scope=scope)):
            await WebSocketClose()(scope, receive, send)
        else:
            await self._app(scope, receive, send_with_headers)


MIDDLEWARE = (Middleware(SecurityHeaders),)


def calendar_feed(request: Request) -> Response:
    """Answer a calendar that asks with the secret; whoever else asks is told that nothing is here.

    Runs on a thread of its own, so that no screen waits for it.
    """
    secret = request.path_params["secret"] if _is_from_here(request) else ""
    status, content = answer(secret)
    kind = CALENDAR_TYPE if status is HTTPStatus.OK else "text/plain"
    headers = {"Cache-Control": "no-store"}
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = str(ASK_AGAIN)
    return Response(content, status, headers, media_type=kind)


ROUTES = (Route(f"{FOLDER}{{secret}}{ENDING}", calendar_feed),)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Check the words, say where everything is, and close the workspace at the end."""
    folder = app_mode().folder
    log_in(folder)
    keep_out_of_logs()
    _check_words()
    address = "http://{}:{}".format(st.get_option("server.address"), st.get_option("server.port"))
    say = words("server")
    for line in (fill(say["address"], address=address), fill(say["folder"], folder=folder)):
        print(line, flush=True)  # noqa: T201 - the terminal is where a server speaks
    reading = Thread(target=_read_word_lists, daemon=True)
    asyncio.get_running_loop().call_later(READ_LISTS_AFTER, reading.start)
    if not st.get_option("server.headless"):
        opening = Thread(target=webbrowser.open, args=(address,), daemon=True)
        asyncio.get_running_loop().call_later(OPEN_AFTER, opening.start)
    yield
    close_own_workspace()


def show_failure(error: Exception) -> bool:
    """Show any uncaught error of a screen calmly; True keeps Streamlit from showing it."""
    show_broken_page(error)
    return True


def _check_words() -> None:
    try:
        check_all()
    except FaultyContentError as error:
        sys.stderr.write(f"{error.sentence}\n")
        raise


def _read_word_lists() -> None:
    """Compile the word lists of the letter checks while the person looks at the first screen.

    Where one is faulty, say so and end the server, as for every other file at the start.
    """
    try:
        check_patterns()
    except FaultyContentError as error:
        sys.stderr.write(f"{error.sentence}\n")
        signal.raise_signal(signal.SIGINT)


def security_headers() -> dict[str, str]:
    """The headers that keep the page to this server, out of frames, and silent to others."""
    policy = {
        "default-src": ("'self'",),
        "script-src": ("'self'", "'wasm-unsafe-eval'", "blob:", *_inline_scripts()),
        "style-src": ("'self'", "'unsafe-inline'"),
        "img-src": ("'self'", "data:", "blob:"),
        "font-src": ("'self'", "data:"),
        "connect-src": ("'self'",),
        "worker-src": ("'self'", "blob:"),
        "frame-src": ("'none'",),
        "frame-ancestors": ("'none'",),
        "base-uri": ("'self'",),
        "form-action": ("'self'",),
        "object-src": ("'none'",),
    }
    unused = ("camera", "microphone", "geolocation", "payment", "usb")
    return {
        "Content-Security-Policy": ";".join(" ".join((k, *v)) for k, v in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ",".join(f"{each}=()" for each in unused),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def _is_same_origin(headers: Headers) -> bool:
    # Every browser sends an origin; a program that sends none could as well send ours.
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _is_from_here(request: Request) -> bool:
    """Return whether a request comes from this computer, and was meant for it by its host name.

    A page of another site can have its own name lead here; its requests carry that name.
    """
    client = request.client
    return client is not None and _leads_here(client.host) and _leads_here(_host_of(request))


def _host_of(request: Request) -> str:
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def _leads_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _inline_scripts() -> list[str]:
    """The hashes of the scripts written into Streamlit's own page."""
    page = Path(st.__file__).with_name("static") / "index.html"
    scripts = re.findall(r"<script>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)
    hashes = [b64encode(sha256(each.encode()).digest()).decode() for each in scripts]
    return [f"'sha256-{each}'" for each in hashes]
