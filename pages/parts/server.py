"""The server's edges: headers on every response, doors that stay shut, start-up, failures."""

import asyncio
import re
import webbrowser
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SHUT_DOORS = ("/_stcore/agent", "/_stcore/metrics", "/_stcore/script-health-check")
"""What Streamlit serves beside the screens: programs could steer or measure the app there."""


class SecurityHeaders:
    """Puts the security headers on every response, and answers 404 at a shut door."""

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
        else:
            await self._app(scope, receive, send_with_headers)


MIDDLEWARE = (Middleware(SecurityHeaders),)


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


def _inline_scripts() -> list[str]:
    """The hashes of the scripts written into Streamlit's own page."""
    page = Path(st.__file__).with_name("static") / "index.html"
    scripts = re.findall(r"<script>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)
    hashes = [b64encode(sha256(each.encode()).digest()).decode() for each in scripts]
    return [f"'sha256-{each}'" for each in hashes]
