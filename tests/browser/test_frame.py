"""The frame around every screen: reached at once, from this computer only, sealed and calm."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from contextlib import closing

import pytest
from playwright.sync_api import expect

from core.content.loader import words
from pages.parts.log import LOG_FILE
from pages.parts.server import SHUT_DOORS, security_headers
from tests.browser.harness import foreign, settled
from tools.screens import one_of_each_room
from tools.serving import LOOPBACK, ROOT, answers

CANARY = "zanzibar-canary-words"
ADDRESSES = ("/", "/case", "/no-such-screen", "/favicon.png", "/_stcore/health", "/media/none")
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def ask(port, path, *, method="GET", host=None, **headers):
    """Send one plain request and return its response, the body read."""
    with closing(http.client.HTTPConnection(LOOPBACK, port, timeout=10)) as connection:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"{LOOPBACK}:{port}")
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        if response.status != http.HTTPStatus.SWITCHING_PROTOCOLS:
            response.read()
        return response


def shake(port, **headers):
    """Return the status of a WebSocket handshake with these headers."""
    return ask(port, "/_stcore/stream", **UPGRADE, **headers).status


def wait_for(port):
    """Tell whether a server answers on this port within ten seconds."""
    for _ in range(100):
        if answers(port):
            return True
        time.sleep(0.1)
    return False


def is_dark(page):
    """Tell whether the page's background is dark."""
    colour = page.get_by_test_id("stApp").evaluate("each => getComputedStyle(each).backgroundColor")
    return int(re.search(r"\d+", colour)[0]) < 128


@pytest.mark.parametrize("screen", one_of_each_room(), ids=lambda screen: screen.name)
def test_a_deep_link_works_on_the_first_request(ajar, open_page, screen):
    """The first request after a start may go to a screen of any room, and shows that screen."""
    page = open_page(ajar.url + screen.address)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    expect(page).to_have_title(words("frame")[screen.name])


def test_an_image_from_elsewhere_is_stopped(sample, open_page):
    """Were an address of another host to reach a page, the policy would keep it from loading."""
    page = open_page(sample.url)
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://x.invalid/i'}))")
    page.wait_for_timeout(500)
    assert any("Content Security Policy" in each for each in page.complaints)
    page.asked.clear()


def test_a_tracker_is_noticed():
    """Of the addresses a page asks, those that lead away are found."""
    assert foreign(["http://127.0.0.1:1/a", "data:,a", "https://x.invalid/i"]) == [
        "https://x.invalid/i"
    ]


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_response_is_sealed(sample, path):
    """Each response carries every security header, those for mistakes too."""
    headers = ask(sample.port, path).headers
    assert {name: headers[name] for name in security_headers()} == security_headers()


def test_the_policy_names_no_other_host():
    """The policy lets scripts, styles, fonts, images and connections come from here only."""
    policy = security_headers()["Content-Security-Policy"]
    assert "http" not in policy
    assert "*" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path", [*SHUT_DOORS, "/_stcore/agent/interact", "/_stcore/agent/mcp", "//_stcore/metrics"]
)
def test_the_doors_for_programs_are_shut(sample, path, method):
    """No program can steer or measure the app over HTTP."""
    response = ask(sample.port, path, method=method)
    assert response.status in {400, 403, 404, 405}


def test_own_handshake_is_accepted(sample):
    """A page of this server may connect."""
    assert shake(sample.port, Origin=sample.url) == 101


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://evil.example", None),
        ("null", None),
        ("http://evil.example", "evil.example"),
        ("http://127.0.0.1:1", None),
        ("https://share.streamlit.io", None),
    ],
)
def test_a_foreign_handshake_is_refused(sample, origin, host):
    """A page of another site cannot connect, not even by a host name that leads here."""
    assert shake(sample.port, Origin=origin, host=host) == 403


def test_nobody_may_steer_the_page_from_outside(sample, open_page):
    """No site is on the list of those that may send the page commands."""
    page = open_page(sample.url)
    told = page.request.get(f"{sample.url}/_stcore/host-config").json()
    assert told["allowedOrigins"] == []


def test_an_upload_needs_the_token(sample):
    """A file cannot be sent here by another site's form."""
    path = "/_stcore/upload_file/any/any"
    assert ask(sample.port, path, method="PUT", **{"Content-Length": "0"}).status == 403


def test_only_this_computer_is_listened_to(sample):
    """The server is bound to its one loopback address, not to all that this computer has."""
    with pytest.raises(OSError, match=r"refused|reach|timed"):
        socket.create_connection(("127.0.0.2", sample.port), timeout=2)


def test_the_theme_chooser_works_by_keyboard(sample, open_page):
    """The menu opens by keyboard, and dark can be chosen; nothing offers to deploy."""
    page = open_page(sample.url)
    button = page.get_by_test_id("stMainMenu").get_by_role("button")
    for _ in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    dark = page.get_by_role("menuitemradio", name="Dark")
    expect(dark).to_be_visible()
    for _ in range(10):
        if dark.evaluate("each => each === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert is_dark(page)
    expect(page.get_by_test_id("stAppDeployButton")).to_have_count(0)


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_theme_follows_the_system(sample, open_page, scheme, dark):
    """Before anyone chooses, the page is as light or dark as the system asks."""
    assert is_dark(open_page(sample.url, scheme=scheme)) is dark


def test_a_failure_is_calm_and_keeps_words_to_itself(start, open_page):
    """An error with someone's words in it shows a calm page; no log and no terminal has them."""
    server = start("tests/browser/apps/broken_app.py")
    page = open_page(server.url)
    page.get_by_role("textbox").fill(CANARY)
    page.get_by_role("textbox").press("Enter")
    settled(page)
    page.get_by_role("button", name="Stop here").click()
    expect(page.get_by_text(words("frame")["broken"])).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value(CANARY)
    expect(page.get_by_text("ValueError")).to_have_count(0)
    log = (server.folder / LOG_FILE).read_text("utf-8")
    assert "ValueError" in log
    assert "KeyError" in log
    assert "broken_screen.py:" in log
    server.stop()
    assert "ValueError" in server.printed()
    assert CANARY not in log + server.printed()


def test_the_start_says_where_everything_is(ajar):
    """The terminal shows the address and where the words live, and nothing else."""
    assert ajar.printed().splitlines() == [
        f"Ajar is open at {ajar.url}",
        f"Your words live in {ajar.folder}",
    ]


@pytest.mark.parametrize("command", [["streamlit", "run"], None], ids=["streamlit", "python"])
def test_it_starts_from_any_folder(tmp_path, command):
    """`streamlit run app.py` and `python app.py` both start it, from wherever they are called."""
    how = ["-m", *command] if command else []
    process = subprocess.Popen(
        [sys.executable, *how, str(ROOT / "app.py")],
        cwd=tmp_path,
        env=os.environ | {"BROWSER": "true", "AJAR_DATA": str(tmp_path / "data")},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        port = int(process.stdout.readline().rpartition(":")[2])
        started = wait_for(port)
        process.terminate()
    assert started
