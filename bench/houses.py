"""The servers of one run: the app on each life, and the bare pages beside it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.life import TEN_YEARS, fill
from tools.serving import Server

APP = "app.py"
ONE_LINE = "bench/bare/one_line.py"
CHART = "bench/bare/chart.py"

LIVES = {"60": 60, "ten years": TEN_YEARS}
"""Name -> records."""


@dataclass(frozen=True)
class Houses:
    """The running servers; `app` and `chart` by the life that they stand on."""

    one_line: Server
    app: dict[str, Server]
    chart: dict[str, Server]
    lives: tuple[str, ...] = tuple(LIVES)


def filled_folders(base: Path) -> dict[str, Path]:
    """Fill one folder for each life, and return them by its name."""
    folders = {name: base / name.replace(" ", "-") for name in LIVES}
    for name, folder in folders.items():
        fill(folder, LIVES[name])
    return folders


@contextmanager
def running(*servers: Server) -> Iterator[None]:
    """Start servers, and stop each again by its own number."""
    with ExitStack() as stops:
        for server in servers:
            stops.callback(server.stop)
            server.start()
        yield


@contextmanager
def houses(folders: dict[str, Path], base: Path) -> Iterator[Houses]:
    """Start every server on its own port of this computer, and stop them in the end."""
    all_of_them = Houses(
        Server(ONE_LINE, base / "none"),
        {name: Server(APP, folder) for name, folder in folders.items()},
        {name: Server(CHART, folder) for name, folder in folders.items()},
    )
    with running(all_of_them.one_line, *all_of_them.app.values(), *all_of_them.chart.values()):
        yield all_of_them
