"""Many writers at once: processes, and threads with one store or one each."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.storage.torture.children import Child, ChildError, in_child, prepared, read_back
from tests.storage.torture.ledger import FIRST_KEY, document
from tests.storage.torture.stores import Factory, Store
from tests.storage.torture.tally import Tally

HEAD_START = 0.3
"""Seconds until all processes begin together."""


def processes(factory: Factory, folder: Path, count: int = 8, inserts: int = 50) -> Tally:
    """So many processes insert at once into one store."""
    path = folder / "processes" / "store.json"
    prepared(factory, path, 1)
    begin = time.time() + HEAD_START

    def work(number: int) -> Iterator[str]:
        store = factory(path)
        time.sleep(max(0.0, begin - time.time()))
        yield from _inserted(store, number, inserts)

    children = [Child(lambda n=number: work(n)) for number in range(count)]  # type: ignore[misc]
    lines = [line for child in children for line in child.ended().splitlines()]
    return _judged(f"processes {count} x {inserts}", factory, path, lines, time.time() - begin)


def threads(
    factory: Factory, folder: Path, count: int = 8, inserts: int = 50, *, shared: bool
) -> Tally:
    """So many threads of one process insert at once, through one store or one each."""
    path = folder / "threads" / "store.json"
    prepared(factory, path, 1)
    begin = time.time()

    def run() -> list[str]:
        sys.setswitchinterval(1e-4)
        one = factory(path)
        return _in_threads(count, inserts, lambda: one if shared else factory(path))

    lines = in_child(run)
    name = f"threads {count} x {inserts}, {'one store' if shared else 'one each'}"
    return _judged(name, factory, path, lines, time.time() - begin)


def _in_threads(count: int, inserts: int, open_store: Callable[[], Store]) -> list[str]:
    lines: list[str] = []
    together = threading.Barrier(count)

    def work(number: int) -> None:
        store = open_store()
        together.wait()
        lines.extend(_inserted(store, number, inserts))

    workers = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return lines


def _inserted(store: Store, number: int, inserts: int) -> Iterator[str]:
    for key in range(FIRST_KEY * (number + 1), FIRST_KEY * (number + 1) + inserts):
        try:
            store.insert(document(key, 200))
        except Exception as failure:  # noqa: BLE001  (any refusal is counted)
            yield f"E {type(failure).__name__}"
        else:
            yield f"A {key}"


def _judged(name: str, factory: Factory, path: Path, lines: list[str], seconds: float) -> Tally:
    acknowledged = {int(line[2:]) for line in lines if line.startswith("A ")}
    refused = Counter(line[2:] for line in lines if line.startswith("E "))
    rate = round(len(acknowledged) / seconds)
    tally = Tally(name, Counter(acknowledged=len(acknowledged), per_second=rate))
    tally.add({"stuck": refused.total()}, str(dict(refused)))
    try:
        found = {each["k"] for each in read_back(factory, path)}
    except ChildError as failure:
        tally.add({"unreadable": 1}, str(failure))
    else:
        tally.add({"lost": len(acknowledged - found)}, "after the last writer")
    return tally
