"""Fixtures of the browser tests.

`serve(script, **env)` starts any script and returns its address; `start(script, **env)` returns
the whole `Server`, which can be killed and started again on the same data; `ajar` is the app on
an empty folder; `server` is one app for a whole file, at noon on 20 November 2026, and `person`
somebody at it whose file is empty; `sample` is one app for the whole run, on the sample life.
`open_page(url)` opens a watched page in its own context; `page` is one of those, still empty.
"""

from datetime import datetime

import pytest

from tests.browser.harness import foreign, settled, watch
from tests.browser.person import Person, emptied
from tools.chromium import open_chromium
from tools.serving import Server

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
NOON = datetime.fromisoformat("2026-11-20T12:00:00+00:00").astimezone()


@pytest.fixture(scope="session")
def chromium():
    """Yield the one browser of this run."""
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def start(tmp_path):
    """Return a function that starts a script as a server on this test's data folder."""
    servers = []

    def start_server(script="app.py", **env):
        servers.append(Server(script, tmp_path / "data", **env))
        return servers[-1].start()

    yield start_server
    for each in servers:
        each.stop()


@pytest.fixture
def serve(start):
    """Return a function that starts a script and returns its address."""
    return lambda script="app.py", **env: start(script, **env).url


@pytest.fixture
def ajar(start):
    """Return the app's server on an empty folder."""
    return start()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Yield the app's server at noon on 20 November 2026, one for a whole file."""
    folder = tmp_path_factory.mktemp("server") / "data"
    server = Server("app.py", folder, AJAR_CLOCK=str(NOON)).start()
    yield server
    server.stop()


@pytest.fixture
def person(server, page):
    """Yield somebody at that app with an empty file; complaints of the browser fail the test."""
    emptied(server.folder)
    yield Person(page, server.url)
    assert [each for each in page.complaints if "404" not in each] == []


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """Yield the app's server on the sample life, one for the whole run."""
    server = Server("app.py", tmp_path_factory.mktemp("sample") / "data", AJAR_SAMPLE="1").start()
    yield server
    server.stop()


@pytest.fixture
def new_page(chromium):
    """Return a function that opens a watched page; no page may ask another computer."""
    pages = []

    def new_page(*, size=WIDE, scheme="light", **options):
        context = chromium.new_context(
            viewport=size, color_scheme=scheme, reduced_motion="reduce", **options
        )
        pages.append(watch(context.new_page()))
        return pages[-1]

    yield new_page
    asked = [url for each in pages for url in each.asked]
    for each in pages:
        each.context.close()
    assert foreign(asked) == []


@pytest.fixture
def open_page(new_page):
    """Return a function that opens an address on a watched page and waits until it is there."""

    def open_page(url, **options):
        page = new_page(**options)
        page.goto(url)
        return settled(page)

    return open_page


@pytest.fixture
def page(new_page):
    """Return an empty watched page."""
    return new_page()
