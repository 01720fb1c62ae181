"""What one more idle window costs in memory."""

from contextlib import AsyncExitStack
from pathlib import Path

from bench.figures import Row
from bench.gestures import visitor_of, visitor_of_bare
from bench.houses import APP, ONE_LINE, running
from bench.protocol import Session
from tools.screens import screens
from tools.serving import Server

WARM_UP = 20
ABOVE_KIB = 200


class Measured(Server):
    """A server whose process can be looked at."""

    @property
    def pid(self) -> int:
        """The number of the running process."""
        assert self._process, "start it first"
        return self._process.pid


async def memory(folder: Path, base: Path, sessions: int) -> list[Row]:
    """Return the resident memory for each idle window, of the one-line page and of the app."""
    floor = await _for_each(Measured(ONE_LINE, base / "none"), sessions)
    app = await _for_each(Measured(APP, folder), sessions)
    limit, target = floor + ABOVE_KIB, f"at most {ABOVE_KIB} more"
    return [
        Row(f"memory: one-line page, each of {sessions}", floor, "KiB"),
        Row(f"memory: app, each of {sessions}", app, "KiB", None, floor, limit, target),
    ]


async def _for_each(server: Measured, sessions: int) -> float:
    """Return the KiB that each of so many windows adds, once the first ones are open."""
    with running(server):
        async with AsyncExitStack() as windows:

            async def open_window() -> None:
                session = await windows.enter_async_context(Session(server.url))
                home = screens()[0]
                bare = server.script == ONE_LINE
                visitor = visitor_of_bare(session) if bare else visitor_of(session, home)
                await visitor.arrive()
                await visitor.act()

            for _ in range(WARM_UP):
                await open_window()
            before = resident(server.pid)
            for _ in range(sessions):
                await open_window()
            return (resident(server.pid) - before) / sessions


def resident(pid: int) -> int:
    """Return the resident memory of a process in KiB (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise OSError(f"process {pid} says nothing of its memory")
