"""Find the Chromium that the browser tests drive; as a program, install one where none is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE_FOUND = (
    "The browser tests need Chromium, and none was found. Install Chromium or Chrome, "
    "or run: .venv/bin/playwright install chromium"
)
QUIET = (
    "--disable-background-networking",
    "--disable-gpu",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
READY = (
    "[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
)
DEBOUNCE = 210
"""Milliseconds: Streamlit's widgets wait 200 before they send what was typed."""
PATIENCE = 30_000


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine: a system one first, else Playwright's own."""
    return next(filter(None, map(shutil.which, NAMES)), None) or _own_chromium()


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """Open Chromium for the length of a `with`; raise LookupError where there is none."""
    path = find_chromium()
    if path is None:
        raise LookupError(NONE_FOUND)
    rooted = ("--no-sandbox",) if _is_root() else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *rooted])
        yield browser
        browser.close()


def settle(page: Page) -> None:
    """Wait until the app is connected and the screen has run to its end."""
    page.wait_for_timeout(DEBOUNCE)
    page.locator(READY).wait_for(state="attached", timeout=PATIENCE)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PATIENCE)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def install_chromium() -> None:
    """Install Debian's Chromium. Only root can."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for what in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        command = ["apt-get", "-qq", *what]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=quiet)


def _own_chromium() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    if find_chromium() is None and _is_root() and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests.")
        install_chromium()
    if find_chromium() is None:
        sys.exit(NONE_FOUND)
