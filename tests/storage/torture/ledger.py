"""What a writer announced and what was acknowledged, held against what can be read afterwards."""

# ruff: noqa: S311  (chance with a seed, so that a run can be repeated)

import random
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tests.storage.torture.stores import Document, Store

FIRST_KEY = 1_000_000
"""The first key of a writer; the documents put there beforehand have smaller ones."""

_LETTERS = "abcdefgh ijklé中"


def document(k: int, size: int | None = None) -> Document:
    """The document with this key; always the same one."""
    chance = random.Random(k)
    text = "".join(chance.choices(_LETTERS, k=size or chance.randint(80, 1200)))
    return {"k": k, "text": text, "sum": zlib.crc32(text.encode())}


def is_whole(found: Document) -> bool:
    """Whether this is, byte for byte, a document that was written."""
    return "text" in found and zlib.crc32(found["text"].encode()) == found.get("sum")


@dataclass
class Ledger:
    """The keys that must be there, may be there, and must be gone.

    Events are lines: `a 7` about to insert 7, `A 7` acknowledged, `r 7` about to
    remove, `R 7` removed.
    """

    must: set[int] = field(default_factory=set)
    may: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)

    def feed(self, text: str) -> None:
        """Take in events; a torn last line counts for nothing."""
        for line in text.splitlines():
            event, _, key = line.partition(" ")
            if event in ("a", "A", "r", "R") and key.isdigit():
                self._take(event, int(key))

    def _take(self, event: str, key: int) -> None:
        for keys in (self.must, self.may, self.gone):
            keys.discard(key)
        {"a": self.may, "A": self.must, "r": self.may, "R": self.gone}[event].add(key)

    def judge(self, documents: Iterable[Document]) -> Counter[str]:
        """What is wrong with these documents, counted by kind."""
        found = list(documents)
        keys = {each.get("k", -1) for each in found}
        return Counter(
            lost=len(self.must - keys),
            torn=sum(not is_whole(each) for each in found),
            phantom=len(keys - self.must - self.may - self.gone),
            resurrected=len(keys & self.gone),
            duplicated=len(found) - len(keys),
        )

    def settle(self, documents: Iterable[Document]) -> None:
        """Go on from here: what was undecided when the writer died stays undecided."""
        self.must = {each["k"] for each in documents} - self.may

    def copy(self) -> "Ledger":
        """A ledger that can go its own way."""
        return Ledger(set(self.must), set(self.may), set(self.gone))


def events(store: Store, first: int, seed: float, *, shrink: bool = True) -> Iterator[str]:
    """Insert and remove for ever, announcing and acknowledging each."""
    chance = random.Random(seed)
    mine: list[int] = []
    while True:
        if shrink and mine and chance.random() < 0.4:
            key = mine.pop(chance.randrange(len(mine)))
            yield from _announced("r", key, store.remove)
        else:
            yield from _announced("a", first, lambda k: store.insert(document(k)))
            mine.append(first)
            first += 1


def next_key(text: str, first: int) -> int:
    """The first key that no event has used."""
    used = (int(line[2:]) for line in text.splitlines() if line[:2] == "a " and line[2:].isdigit())
    return max([first - 1, *used]) + 1


def _announced(event: str, key: int, act: Callable[[int], None]) -> Iterator[str]:
    yield f"{event} {key}"
    act(key)
    yield f"{event.upper()} {key}"
