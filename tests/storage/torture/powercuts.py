"""What a power cut leaves: the block device as it was at one moment, mounted anew.

The store lives on a file system inside an image file, and the image on an XFS that
can clone files in one step. A clone of the image holds exactly what the kernel
had sent to the device. It models the loss of all that was not sent, not a drive
that reorders.
"""

# ruff: noqa: S311  (chance with a seed, so that a run can be repeated)

import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.storage.torture.children import Child, ChildError, prepared, read_back
from tests.storage.torture.ledger import FIRST_KEY, Ledger, events, next_key
from tests.storage.torture.stores import Factory
from tests.storage.torture.tally import Tally

MAKE = {
    "ext4": ("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0"),
    "xfs": ("mkfs.xfs", "-q", "-f"),
}
MEGABYTES = {"ext4": 96, "xfs": 320}
CUTS_PER_WRITER = 8


class PowerCutUnavailableError(Exception):
    """This machine cannot make or mount the file systems that are needed."""


class PowerCuts:
    """A writer on a device whose power is cut again and again."""

    def __init__(self, factory: Factory, folder: Path, system: str, base: int = 1000) -> None:
        self.tally = Tally(f"powercut {system}")
        self._factory, self._system, self._base = factory, system, base
        self._folder = folder / "powercut"
        self._next = FIRST_KEY

    def run(self, cuts: int, seed: int = 1, window: float = 0.15) -> Tally:
        """Cut the power so many times. Raises PowerCutUnavailableError."""
        chance = random.Random(seed)
        with self._device() as (image, inner):
            self._image, self._path = image, inner / "d" / "store.json"
            self._ledger = self._fresh()
            while self.tally.counts["cuts"] < cuts:
                self._one_writer(chance, window, cuts)
        return self.tally

    @contextmanager
    def _device(self) -> Iterator[tuple[Path, Path]]:
        shutil.rmtree(self._folder, ignore_errors=True)
        outer, inner, self._again = (self._folder / name for name in ("outer", "inner", "again"))
        for each in (outer, inner, self._again):
            each.mkdir(parents=True)
        with ExitStack() as mounted:
            mounted.callback(shutil.rmtree, self._folder, ignore_errors=True)
            disk = _image(self._folder / "outer.img", 3 << 10)
            _run(*MAKE["xfs"], "-m", "reflink=1", str(disk))
            mounted.enter_context(_mounted(disk, outer))
            image = _image(outer / "inner.img", MEGABYTES[self._system])
            _run(*MAKE[self._system], str(image))
            mounted.enter_context(_mounted(image, inner))
            yield image, inner

    def _one_writer(self, chance: random.Random, window: float, cuts: int) -> None:
        seed = chance.random()
        child = Child(lambda: events(self._factory(self._path), self._next, seed))
        try:
            child.hear_until("A ", "E ")
            for _ in range(CUTS_PER_WRITER):
                if self.tally.counts["cuts"] < cuts:
                    time.sleep(chance.random() * window)
                    self._cut(child)
        finally:
            text = child.kill()
        self.tally.add({"acknowledged": text.count("A ") + text.count("R ")})
        self._next = next_key(text, self._next)
        self._ledger.feed(text)
        self._go_on()

    def _cut(self, child: Child) -> None:
        known = self._ledger.copy()
        known.feed(_complete(child.hear()))
        clone = self._image.with_name("clone.img")
        _run("cp", "--reflink=always", str(self._image), str(clone))
        expected = _allowing(known, self._ledger, child.hear())
        self.tally.add({"cuts": 1})
        options = ("nouuid",) if self._system == "xfs" else ()
        with _mounted(clone, self._again, *options):
            self._judge(expected)

    def _judge(self, expected: Ledger) -> None:
        where = f"cut {self.tally.counts['cuts']}"
        try:
            documents = read_back(self._factory, self._again / "d" / "store.json")
        except ChildError as failure:
            self.tally.add({"unreadable": 1}, f"{where}: {failure}")
            return
        harm = expected.judge(documents)
        self.tally.add(harm, where)
        self.tally.add({"cuts_with_loss": int(harm["lost"] > 0)})

    def _go_on(self) -> None:
        documents = read_back(self._factory, self._path)
        self._ledger.settle(documents)
        if len(documents) > 2 * self._base:
            self._ledger = self._fresh()

    def _fresh(self) -> Ledger:
        ledger = prepared(self._factory, self._path, self._base)
        _run("sync")
        return ledger


def _complete(text: str) -> str:
    return text[: text.rfind("\n") + 1]


def _allowing(known: Ledger, start: Ledger, text: str) -> Ledger:
    """Add what was attempted while the picture was taken: it may or may not be in it."""
    after = start.copy()
    after.feed(_complete(text))
    known.may |= (after.must | after.may | after.gone) - known.must - known.gone
    undecided = (known.must & (after.may | after.gone)) | (known.gone - after.gone)
    known.may |= undecided
    known.must -= undecided
    known.gone -= undecided
    return known


def _image(path: Path, megabytes: int) -> Path:
    with path.open("wb") as image:
        image.truncate(megabytes << 20)
    return path


@contextmanager
def _mounted(image: Path, folder: Path, *options: str) -> Iterator[None]:
    _run("mount", "-o", ",".join(("loop", *options)), str(image), str(folder))
    try:
        yield
    finally:
        _run("umount", str(folder))


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise PowerCutUnavailableError(f"{command[0]} is not installed") from None
    if done.returncode:
        raise PowerCutUnavailableError(f"{' '.join(command[:3])} …: {done.stderr.strip()[:200]}")
