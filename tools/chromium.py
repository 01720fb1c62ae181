"""Find the Chromium that the browser tests drive; as a program, install one where none is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE_FOUND = (
    "The browser tests need Chromium, and none was found. Install Chromium or Chrome, "
    "or run: .venv/bin/playwright install chromium"
)


def find_chromium() -> str | None:
    """The path of a Chromium on this machine: a system one first, else Playwright's own."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or _own_chromium()


def install_chromium() -> None:
    """Install Debian's Chromium. Only root can."""
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        )


def _own_chromium() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _can_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


if __name__ == "__main__":
    if find_chromium() is None and _can_install():
        print("Installing Chromium for the browser tests.")
        install_chromium()
    if find_chromium() is None:
        sys.exit(NONE_FOUND)
