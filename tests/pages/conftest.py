"""Screens are run as a person meets them: from the menu, on a workspace of their own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.workspace import Workspace
from pages.parts import session
from tests.pages.screen import Screen

MENU = Path(__file__).parents[2] / "pages" / "menu.py"
NOON = "2026-11-20T12:00:00+00:00"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder for the words, with the clock at noon on 20 November 2026."""
    for name in ("AJAR_SAMPLE", "AJAR_DATA", "AJAR_CLOCK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AJAR_DATA", str(tmp_path / "words"))
    monkeypatch.setenv("AJAR_CLOCK", NOON)
    session.app_mode.cache_clear()
    session.close_own_workspace()
    yield tmp_path / "words"
    session.close_own_workspace()
    session.app_mode.cache_clear()


@pytest.fixture
def stored(folder):
    """What is on the disk, read by a second door: `stored().cases.all()`."""
    return lambda: Workspace.open(folder, lambda: datetime.now(UTC))


@pytest.fixture
def today():
    """The day it is in these tests."""
    return datetime.fromisoformat(NOON).astimezone().date()


@pytest.fixture
def now():
    """The moment it is in these tests, to within the seconds they take."""
    return datetime.fromisoformat(NOON).astimezone()


@pytest.fixture
def visit(folder):
    """Open a screen by its file, after the menu has run: `visit("feel/check_in.py")`."""

    def open_screen(path="today.py", **query):
        app = AppTest.from_file(MENU, default_timeout=20).run()
        if path != "today.py":
            app.switch_page(path)
        app.query_params.update(query)
        return Screen(app.run())

    return open_screen
