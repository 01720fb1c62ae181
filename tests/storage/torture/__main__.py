"""Torture a store from the command line."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.storage.torture import __doc__ as promise
from tests.storage.torture.crowds import processes, threads
from tests.storage.torture.faults import all_faults
from tests.storage.torture.kills import kills
from tests.storage.torture.powercuts import PowerCuts, PowerCutUnavailableError
from tests.storage.torture.stores import STORES
from tests.storage.torture.syscalls import Syscalls
from tests.storage.torture.tally import Tally

COMMANDS = ("kill", "crowds", "faults", "syscalls", "powercut")


def main() -> int:
    """Run the commands asked for, print one line each, return the exit status."""
    asked = _asked()
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    harmless = True
    try:
        for command in asked.commands or COMMANDS:
            harmless &= _harmless(command, asked, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if harmless else 1


def _harmless(command: str, asked: argparse.Namespace, folder: Path) -> bool:
    harmless = True
    try:
        for tally in _tallies(command, asked, folder):
            print(tally, flush=True)
            harmless &= tally.harmless
    except (PowerCutUnavailableError, FileNotFoundError) as missing:
        print(f"{command:<28} COULD NOT RUN: {missing}", flush=True)
        return False
    return harmless


def _tallies(command: str, asked: argparse.Namespace, folder: Path) -> Iterator[Tally]:
    factory = STORES[asked.store]
    if command == "kill":
        yield kills(factory, folder, asked.n, asked.base)
    elif command == "crowds":
        yield processes(factory, folder)
        yield threads(factory, folder, shared=True)
        yield threads(factory, folder, shared=False)
    elif command == "faults":
        yield from all_faults(factory, folder)
    elif command == "syscalls":
        calls = Syscalls(asked.store, folder)
        yield from map(calls.run, ("SIGKILL", "EIO", "ENOSPC"))
    else:
        for system in asked.systems:
            yield PowerCuts(factory, folder, system, asked.base).run(asked.cuts)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=promise, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("commands", nargs="*", metavar="COMMAND", help=", ".join(COMMANDS))
    parser.add_argument("--store", choices=STORES, default="ajar")
    parser.add_argument("-n", type=int, default=500, help="kills")
    parser.add_argument("--base", type=int, default=1000, help="documents beforehand")
    parser.add_argument("--cuts", type=int, default=200, help="power cuts on each file system")
    parser.add_argument("--systems", nargs="+", choices=("ext4", "xfs"), default=["ext4", "xfs"])
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
