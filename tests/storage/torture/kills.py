"""SIGKILL at random moments of a writer's life."""

# ruff: noqa: S311  (chance with a seed, so that a run can be repeated)

import random
import time
from pathlib import Path

from tests.storage.torture.children import Child, ChildError, in_child, prepared, read_back
from tests.storage.torture.ledger import FIRST_KEY, document, events, next_key
from tests.storage.torture.stores import Factory
from tests.storage.torture.tally import Tally


class Kills:
    """One writer after the other on the same store, each killed, each survived."""

    def __init__(self, factory: Factory, folder: Path, base: int = 1000) -> None:
        self.tally = Tally("kill")
        self._factory, self._base = factory, base
        self._path = folder / "kill" / "store.json"
        self._ledger = prepared(factory, self._path, base)
        self._next = FIRST_KEY

    def run(self, rounds: int, seed: int = 1, window: float = 0.15) -> Tally:
        """Kill so many writers, each up to `window` seconds after its first acknowledgement."""
        chance = random.Random(seed)
        for number in range(rounds):
            self._kill_one(chance, window)
            self._judge(f"kill {number}")
            if number % 10 == 9:
                self._write_again(f"kill {number}")
        leftovers = [each for each in self._path.parent.iterdir() if "unfinished" in each.name]
        self.tally.add({"leftovers": len(leftovers)})
        return self.tally

    def _kill_one(self, chance: random.Random, window: float) -> None:
        seed = chance.random()
        child = Child(lambda: events(self._factory(self._path), self._next, seed))
        child.hear_until("A ", "E ")
        time.sleep(chance.random() * window)
        text = child.kill()
        self._ledger.feed(text)
        self._next = next_key(text, self._next)
        self.tally.add({"kills": 1, "acknowledged": text.count("A ") + text.count("R ")})
        if "E " in text:
            self.tally.add({"stuck": 1}, text[text.index("E ") :])

    def _judge(self, where: str) -> None:
        try:
            documents = read_back(self._factory, self._path)
        except ChildError as failure:
            self.tally.add({"unreadable": 1}, f"{where}: {failure}")
            self._start_over()
            return
        self.tally.add(self._ledger.judge(documents), where)
        self._ledger.settle(documents)
        if len(documents) > 2 * self._base:
            self._start_over()

    def _write_again(self, where: str) -> None:
        key, self._next = self._next, self._next + 1
        try:
            in_child(lambda: self._factory(self._path).insert(document(key)))
        except ChildError as failure:
            self.tally.add({"stuck": 1}, f"{where}: {failure}")
            self._ledger.feed(f"a {key}")
        else:
            self._ledger.feed(f"A {key}")

    def _start_over(self) -> None:
        self._ledger = prepared(self._factory, self._path, self._base)


def kills(factory: Factory, folder: Path, rounds: int = 500, base: int = 1000) -> Tally:
    """Kill writers and count what their readers miss."""
    return Kills(factory, folder, base).run(rounds)
