"""Photograph every screen on the sample life: wide and narrow, light and dark, from top to end.

python -m tools.screenshots [NAME ...]     all screens, or those named, into screenshots/
"""

import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from tools.chromium import open_chromium, settle
from tools.screens import Screen, screens
from tools.serving import ROOT, Server

PICTURES = ROOT / "screenshots"
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
HEIGHT = 900
BREATH = 500
"""Milliseconds for charts and icons to be drawn."""
LENGTH = "document.querySelector('[data-testid=stMain]').scrollHeight"


def photograph(browser: Browser, url: str, screen: Screen, width: int, scheme: str) -> Path:
    """Save one picture of one screen and return where it is."""
    page = browser.new_page(
        viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce"
    )
    page.goto(url + screen.address)
    settle(page)
    # The page scrolls inside itself, so a long picture needs a tall window.
    page.set_viewport_size({"width": width, "height": max(HEIGHT, page.evaluate(LENGTH))})
    page.wait_for_timeout(BREATH)
    path = PICTURES / f"{screen.name}-{width}-{scheme}.png"
    page.screenshot(path=path)
    page.close()
    return path


def main(names: list[str]) -> None:
    """Photograph the screens named, or all of them."""
    PICTURES.mkdir(exist_ok=True)
    wanted = [each for each in screens() if not names or each.name in names]
    with tempfile.TemporaryDirectory() as folder:
        server = Server("app.py", Path(folder) / "data", AJAR_SAMPLE="1").start()
        try:
            with open_chromium() as browser:
                for screen, width, scheme in product(wanted, WIDTHS, SCHEMES):
                    print(photograph(browser, server.url, screen, width, scheme).relative_to(ROOT))
        finally:
            server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
