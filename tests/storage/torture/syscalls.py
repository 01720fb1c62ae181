"""Every single writing system call of a save, one run each: killed there, or failed there."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.storage.torture.children import ChildError, prepared, read_back
from tests.storage.torture.ledger import Ledger, document
from tests.storage.torture.stores import STORES, Store
from tests.storage.torture.tally import Tally

CALLS = (
    "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,"
    "ftruncate,truncate,unlink,unlinkat,link,linkat,mkdir"
)
BASE = 300
STEPS = ("a 1000000", "a 1000001", "r 1000000", "r 5", "a 1000002")
"""Two inserts, two removals that make the file shrink, one more insert."""


class Syscalls:
    """The same short script again and again under strace, harmed at another call each time."""

    def __init__(self, store: str, folder: Path) -> None:
        self._store, self._factory = store, STORES[store]
        self._folder = folder / "syscalls"
        self._trace = folder / "trace"
        self._path = self._folder / "store.json"
        self._pristine = folder / "pristine"
        prepared(self._factory, self._pristine / "store.json", BASE)

    def run(self, harm: str = "SIGKILL") -> Tally:
        """Do this harm (SIGKILL or the name of an error) at every call that touches the folder."""
        tally = Tally(f"syscalls {harm}")
        for call, nth in self._points():
            what = f"signal={harm}" if harm == "SIGKILL" else f"error={harm}"
            text = self._traced("-e", f"inject={call}:{what}:when={nth}")
            tally.add({"points": 1, "refused": text.count("X ")})
            self._judge(tally, text, f"{call} {nth}")
        return tally

    def _points(self) -> list[tuple[str, int]]:
        self._traced()
        seen: Counter[str] = Counter()
        points = []
        for line in self._trace.read_text(errors="replace").splitlines():
            call = line.partition(" ")[2].partition("(")[0].strip()
            if call in CALLS.split(","):
                seen[call] += 1
                if str(self._folder) in line:
                    points.append((call, seen[call]))
        return points

    def _traced(self, *harm: str) -> str:
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._pristine, self._folder)
        told = self._folder.with_name("told")
        told.write_text("")
        script = [sys.executable, "-m", __name__, self._store, str(self._path), str(told)]
        strace = ["strace", "-f", "-qq", "-y", "-s", "0", "-e", f"trace={CALLS}"]
        subprocess.run(
            [*strace, "-o", str(self._trace), *harm, *script],
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            check=False,
        )
        return told.read_text()

    def _judge(self, tally: Tally, text: str, where: str) -> None:
        ledger = Ledger(must=set(range(BASE)))
        ledger.feed(text)
        untyped = [line for line in text.splitlines() if line.startswith("X untyped")]
        tally.add({"untyped": len(untyped)}, f"{where}: {untyped}")
        try:
            tally.add(ledger.judge(read_back(self._factory, self._path)), where)
        except ChildError as failure:
            tally.add({"unreadable": 1}, f"{where}: {failure}")


def _script(store: Store, told: Path) -> None:
    with told.open("a", buffering=1) as out:
        for step in STEPS:
            out.write(f"{step}\n")
            try:
                _take(store, step[0], int(step[2:]))
            except Exception as failure:  # noqa: BLE001  (the harness wants to see every kind)
                typed = type(failure).__module__ == "core.storage.errors"
                out.write(f"X {'typed' if typed else 'untyped'} {type(failure).__name__}\n")
            else:
                out.write(f"{step[0].upper()}{step[1:]}\n")


def _take(store: Store, step: str, key: int) -> None:
    if step == "a":
        store.insert(document(key, 3000))
    else:
        store.remove(key)


if __name__ == "__main__":
    _script(STORES[sys.argv[1]](Path(sys.argv[2])), Path(sys.argv[3]))
