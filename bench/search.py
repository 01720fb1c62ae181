"""What a log of thousands costs: bringing it in, looking through it, changing it, showing it.

    python -m bench.search

Each figure is the median of five rounds, in milliseconds, on a workspace on disk. "page" is a
rerun of the whole screen in Streamlit's own test runner, which costs more than a served one.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from core.application_log import Wanted, Which, found, newest_first
from core.content.imports import as_compared
from core.content.loader import case_words, import_words
from core.exports.applications import as_csv
from core.imports.applications import preview, take_back, take_in
from core.imports.columns import guess
from core.imports.sheets import Sheet, read_sheet
from core.workspace import Workspace

SIZES = (2_000, 10_000)
ROUNDS = 5
ON_A_PAGE = 50
TODAY = date(2026, 11, 20)
STATES = ("Applied", "Rejected", "Interview", "No response", "Offer declined", "Phone screen")
SOURCES = ("Board", "A friend", "Fair", "Own page")


def now() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)


def file(count: int) -> bytes:
    """Return a list of so many applications, as a tracker would export it."""
    rows = (
        f"Role {n},Firm {n % 311},{TODAY - timedelta(days=n % 700):%d/%m/%Y},{STATES[n % 6]},"
        f'{SOURCES[n % 4]},https://jobs.example/{n},"Note {n}, with a comma\nand a line"\n'
        for n in range(count)
    )
    return "".join(["Title,Company,Date applied,Status,Source,URL,Notes\n", *rows]).encode()


def taken(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median of the milliseconds that something takes."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        act()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def sheet_of(raw: bytes) -> Sheet:
    """Return the table in a file."""
    return read_sheet(raw, lambda name: as_compared(name) in import_words().field_names)


def in_core(count: int, folder: Path) -> dict[str, float]:
    """Measure what `core` does with so many applications."""
    raw, words = file(count), import_words()
    workspace = Workspace.open(folder, now)
    sheet = sheet_of(raw)
    looked_at = preview(sheet, guess(sheet, words, TODAY), words, ())
    figures = {
        "read the file": taken(lambda: sheet_of(raw)),
        "guess how": taken(lambda: guess(sheet, words, TODAY)),
        "preview": taken(lambda: preview(sheet, guess(sheet, words, TODAY), words, ())),
        "bring in": taken(lambda: take_in(workspace, looked_at, "first"), 1),
        "take back": taken(lambda: take_back(workspace, "first"), 1),
    }
    take_in(workspace, looked_at, "second")
    every = workspace.applications.all()
    wanted = Wanted(Which.ALL, words="role 77 comma")
    page = [each.model_copy(update={"source": "Mine"}) for each in every[:ON_A_PAGE]]
    figures |= {
        "preview again": taken(lambda: preview(sheet, guess(sheet, words, TODAY), words, every)),
        "sort": taken(lambda: newest_first(every)),
        "search": taken(lambda: found(every, wanted, case_words().waits, TODAY)),
        "quiet ones": taken(lambda: found(every, Wanted(Which.QUIET), case_words().waits, TODAY)),
        "change one": taken(lambda: change(workspace), ROUNDS),
        "change a page": taken(lambda: workspace.applications.replace_all(page), 1),
        "out as CSV": taken(lambda: as_csv(every, words)),
    }
    workspace.close()
    figures["open"] = taken(lambda: len(Workspace.open(folder, now).applications.all()), 1)
    return figures


def change(workspace: Workspace) -> None:
    """Change one application, each time to something else."""
    last = workspace.applications.all()[-1]
    workspace.applications.replace(last.model_copy(update={"note": f"{last.rev}"}))


def on_screen(folder: Path) -> dict[str, float]:
    """Measure reruns of the screen: the list, a search in it, and the table."""
    os.environ |= {"AJAR_DATA": str(folder), "AJAR_CLOCK": f"{TODAY}T12:00:00+00:00"}
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415 - after the environment is set

    from pages.parts import session  # noqa: PLC0415 - reads the environment

    session.app_mode.cache_clear()
    session.close_own_workspace()
    app = AppTest.from_file(Path("pages/menu.py").resolve(), default_timeout=60).run()
    app.switch_page("move_on/search.py").run()
    figures = {"page: list": taken(app.run)}
    app.text_input(key="applications.search").set_value("role 77")
    figures["page: search"] = taken(app.run, 1)
    app.query_params["part"] = "table"
    app.run()
    figures["page: table"] = taken(app.run)
    session.close_own_workspace()
    return figures


if __name__ == "__main__":
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="ajar-bench-") as base:
            measured = {**in_core(size, Path(base)), **on_screen(Path(base))}
        print(f"\n{size} applications")
        for name, figure in measured.items():
            print(f"  {name:<16}{figure:>9.1f} ms")
