"""Photograph every screen on the sample life, a first run, and the way back from a damaged file.

Wide and narrow, light and dark, from top to end; letters and worksheets in each of their states.

python -m tools.screenshots [NAME ...]     all screens, or those named, into screenshots/
"""

import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from core.workspace import WORDS_FILE
from tools.chromium import open_chromium
from tools.screens import State, more_states, screens, states
from tools.serving import ROOT, Server

PICTURES = ROOT / "screenshots"
HEIGHTS = {1280: 900, 390: 844}
"""The height of the window, at least, for each width."""
SCHEMES = ("light", "dark")
BROKEN = '{"cases": {"1": {"id": "a", "direction": "silence", "happened_on": "2026-01-05"}, "2": {'
BREATH = 500
"""Milliseconds for charts and icons to be drawn."""
LENGTH = "document.querySelector('[data-testid=stMain]').scrollHeight"


def sample(folder: Path) -> tuple[Server, list[State]]:
    """Return a server on the sample life, with every screen and what presses lead to."""
    shown = [State(each.name, each.address) for each in screens()]
    return Server("app.py", folder / "sample", AJAR_SAMPLE="1"), [*shown, *states(), *more_states()]


def first_run(folder: Path) -> tuple[Server, list[State]]:
    """Return a server that nothing was ever told to."""
    return Server("app.py", folder / "new", AJAR_SAMPLE=""), [State("first_run", "/")]


def recovery(folder: Path) -> tuple[Server, list[State]]:
    """Return a server whose file breaks off in the middle."""
    (folder / "broken").mkdir()
    (folder / "broken" / WORDS_FILE).write_text(BROKEN, encoding="utf-8")
    return Server("app.py", folder / "broken", AJAR_SAMPLE=""), [State("recovery", "/")]


def photograph(browser: Browser, url: str, state: State, width: int, scheme: str) -> Path:
    """Save one picture of a screen, and return where it is."""
    page = browser.new_page(
        viewport={"width": width, "height": HEIGHTS[width]},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    state.come_to(page, url)
    # The page scrolls inside itself, so a long picture needs a tall window; fields grow in it.
    for _ in range(2):
        tall = max(HEIGHTS[width], page.evaluate(LENGTH))
        page.set_viewport_size({"width": width, "height": tall})
        page.wait_for_timeout(BREATH)
    path = PICTURES / f"{state.name}-{width}-{scheme}.png"
    page.screenshot(path=path)
    page.close()
    return path


def main(names: list[str]) -> None:
    """Photograph the screens named, or all of them."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_chromium() as browser:
        for scene in (sample, first_run, recovery):
            server, every = scene(Path(folder))
            wanted = [each for each in every if not names or each.name in names]
            if not wanted:
                continue
            server.start()
            try:
                for state, width, scheme in product(wanted, HEIGHTS, SCHEMES):
                    path = photograph(browser, server.url, state, width, scheme)
                    print(path.relative_to(ROOT))
            finally:
                server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
