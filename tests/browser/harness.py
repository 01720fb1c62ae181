"""What every browser test speaks through: pages that are watched, axe, the allow-list."""

import json
import tomllib
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python

from tools.chromium import settle
from tools.serving import LOOPBACK, ROOT

__all__ = ["ROOT", "allowed", "axe", "foreign", "settled", "watch"]

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
ALLOWED = Path(__file__).with_name("axe_allowed.toml")
INSIDE = """([targets, selector]) => targets.every(
    target => document.querySelector(target)?.closest(selector))"""


def settled(page):
    """Wait until the screen has run to its end; return the page."""
    settle(page)
    return page


def watch(page):
    """Keep a page's requests in `page.asked` and its console errors in `page.complaints`."""
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("websocket", lambda socket: page.asked.append(socket.url))
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


def foreign(addresses):
    """Return the addresses that lead away from this computer."""
    parts = ((each, urlsplit(each)) for each in addresses)
    return [
        each
        for each, part in parts
        if part.scheme not in {"data", "blob"} and part.hostname != LOOPBACK
    ]


def allowed():
    """Return the entries of the allow-list: rule, widget, where it stands, Streamlit version."""
    return tomllib.loads(ALLOWED.read_text("utf-8"))["allowed"]


def axe(page, *, everything=False):
    """Return what axe finds on a page: (rule, elements), less what native widgets raise alone."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [
        (each["id"], [node["html"][:200] for node in each["nodes"]], _why(each))
        for each in found
        if everything or not _is_native(page, each)
    ]


def _is_native(page, violation):
    selectors = [each["inside"] for each in allowed() if each["rule"] == violation["id"]]
    nodes = [node["target"] for node in violation["nodes"]]
    return bool(selectors) and all(
        page.evaluate(INSIDE, [target, ", ".join(selectors)]) for target in nodes
    )


def _why(violation):
    checks = [check for node in violation["nodes"] for check in node["any"]]
    return json.dumps([check["message"] for check in checks[:3]])


def streamlit_version():
    """Return the installed Streamlit's version."""
    return version("streamlit")
