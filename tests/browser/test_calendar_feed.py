"""The calendar's address on a real server: for this computer, for its secret, in no log."""

import http.client
import re
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
import vobject
from icalendar import Calendar

from core.content.loader import words
from core.steps import Step
from core.storage.folder import Folder
from core.storage.forgetting import erase
from core.storage.secret import keep_secret
from core.workspace import Workspace
from pages.parts.server import security_headers
from tests.browser.harness import settled
from tools.serving import LOOPBACK

SECRET = "a-secret_that-nobody-guesses-0123456789"  # noqa: S105 - known to this test alone
OTHER = SECRET[::-1]
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SAY = words("calendar")


def ask(port, secret=SECRET, *, method="GET", host=None):
    """Send one request for a calendar; return the response and what it says."""
    with closing(http.client.HTTPConnection(LOOPBACK, port, timeout=20)) as connection:
        connection.putrequest(method, f"/calendar/{secret}.ics", skip_host=True)
        connection.putheader("Host", host or f"{LOOPBACK}:{port}")
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()


def change(folder, secret):
    """Put another secret in place as another window would."""
    keep_secret(Folder(folder / "ajar.json", lambda: NOON), secret)


@pytest.fixture
def fed(start, tmp_path):
    """The app at noon, writing down all it can; a step for tomorrow, the calendar turned on."""
    folder = tmp_path / "data"
    home = Workspace.open(folder, lambda: NOON)
    home.steps.add(Step(text="Call Mina, slowly; \\ twice", due=NOON.date() + timedelta(days=1)))
    home.save_me(home.me.model_copy(update={"time_zone": "Europe/London"}))
    home.close()
    change(folder, SECRET)
    return start(AJAR_CLOCK=NOON.isoformat(), STREAMLIT_LOGGER_LEVEL="debug")


def test_a_calendar_can_be_subscribed_to(fed):
    """From the first answer to the last: asked, refused, changed, renewed, unreadable, erased."""
    response, content = ask(fed.port)
    headers = response.headers
    assert response.status == 200
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Set-Cookie"] is None
    assert {name: headers[name] for name in security_headers()} == security_headers()
    [entry] = Calendar.from_ical(content).walk("VEVENT")
    assert str(entry["SUMMARY"]) == "Call Mina, slowly; \\ twice"
    assert vobject.readOne(content.decode()).vevent.summary.value == str(entry["SUMMARY"])

    head, nothing = ask(fed.port, method="HEAD")
    assert (head.status, nothing) == (200, b"")
    assert int(head.headers["Content-Length"]) == len(content)
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert ask(fed.port, method=method)[0].status in {403, 404, 405}
    for host in ("evil.example", "127.0.0.1.evil.example", "[::1", "a@evil.example", ""):
        assert ask(fed.port, host=host or "x:y")[0].status in {400, 404}
    assert ask(fed.port, host=f"localhost:{fed.port}")[0].status == 200
    for wrong in (SECRET[:-1], SECRET + "0", "%00", "..%2F" + SECRET, "x" * 5000):
        assert ask(fed.port, wrong)[0].status in {400, 404}

    change(fed.folder, OTHER)
    assert [ask(fed.port, each)[0].status for each in (SECRET, OTHER)] == [404, 200]
    change(fed.folder, "")
    assert [ask(fed.port, each)[0].status for each in (SECRET, OTHER)] == [404, 404]

    change(fed.folder, SECRET)
    file = fed.folder / "ajar.json"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    response, content = ask(fed.port)
    assert (response.status, content.decode()) == (503, SAY["feed_unreadable"])
    assert response.headers["Retry-After"]
    file.write_bytes(whole)
    assert ask(fed.port)[0].status == 200

    assert SECRET not in fed.printed()
    assert all(SECRET not in each.read_text("utf-8") for each in fed.folder.glob("*.log"))


def test_it_is_turned_on_on_screen_and_erased_with_the_rest(ajar, open_page):
    """The address that is shown is the one that answers; erasing everything takes it back."""
    page = open_page(f"{ajar.url}/calendar")
    page.get_by_text(SAY["feed"]).click()
    page.get_by_role("button", name=SAY["turn_on"], exact=True).click()
    settled(page)
    address = page.get_by_test_id("stCode").inner_text().strip()
    found = re.fullmatch(rf"http://127\.0\.0\.1:{ajar.port}/calendar/([\w-]{{40,}})\.ics", address)
    assert ask(ajar.port, found[1])[0].status == 200
    ajar.stop()
    erase(Folder(ajar.folder / "ajar.json", lambda: NOON))
    ajar.start()
    assert ask(ajar.port, found[1])[0].status == 404
