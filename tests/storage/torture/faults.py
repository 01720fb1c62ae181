"""A full disk, a folder that cannot be written, and files that are not what was written."""

import errno
import os
import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.storage.torture.children import ChildError, in_child, prepared, read_back
from tests.storage.torture.damage import damaged_files
from tests.storage.torture.ledger import document
from tests.storage.torture.stores import Factory
from tests.storage.torture.tally import Tally

NOBODY = 65534
LIMIT = 400_000


def full_disk(factory: Factory, folder: Path) -> Tally:
    """Insert until no larger file can be written, then again when it can."""
    path = folder / "full" / "store.json"
    prepared(factory, path, 1)
    tally = Tally("full disk")
    acknowledged, refused = in_child(lambda: _insert_until_full(factory, path))
    tally.add({"acknowledged": acknowledged, "untyped": int(refused != "DiskFullError")}, refused)
    try:
        keys = {each["k"] for each in read_back(factory, path)}
        tally.add({"lost": len(set(range(acknowledged)) - keys)}, "when full")
        in_child(lambda: factory(path).insert(document(10**7)))
    except ChildError as failure:
        tally.add({"unreadable": 1}, str(failure))
    return tally


def _insert_until_full(factory: Factory, path: Path) -> tuple[int, str]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
    store = factory(path)
    for key in range(1, 10_000):
        try:
            store.insert(document(key, 900))
        except Exception as failure:  # noqa: BLE001  (any refusal ends the filling)
            return key, type(failure).__name__
    raise OSError(errno.EFBIG, "the disk never became full")


def read_only(factory: Factory, folder: Path) -> Tally:
    """Read and try to write as somebody who may only read."""
    path = folder / "read-only" / "store.json"
    prepared(factory, path, 20)
    for each in path.parent.iterdir():
        each.chmod(0o444)
    path.parent.chmod(0o555)
    folder.chmod(0o755)
    try:
        read, refused = in_child(lambda: _as_nobody(factory, path))
    finally:
        path.parent.chmod(0o755)
    tally = Tally("read-only folder")
    tally.add(
        {"read": read, "lost": 20 - read, "untyped": int(refused != "ReadOnlyError")}, refused
    )
    return tally


def _as_nobody(factory: Factory, path: Path) -> tuple[int, str]:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    store = factory(path)
    try:
        store.insert(document(99))
    except Exception as failure:  # noqa: BLE001  (the kind is what is judged)
        return len(store.all()), type(failure).__name__
    return len(store.all()), "acknowledged"


def damage(factory: Factory, folder: Path) -> Tally:
    """Open, read and write over every kind of damaged file: refused, and every byte kept."""
    tally = Tally("damaged files")
    path = folder / "damaged" / "store.json"
    for kind, raw in damaged_files().items():
        prepared(factory, path, 0)
        path.unlink(missing_ok=True)
        path.write_bytes(raw)
        told = in_child(lambda: _treated(factory, path))
        typed = told in ("DamagedFileError", "NewerFileError")
        tally.add({"kinds": 1, "untyped": int(not typed)}, f"{kind}: {told}")
        tally.add({"lost": int(path.read_bytes() != raw)}, kind)
    return tally


def _treated(factory: Factory, path: Path) -> str:
    try:
        store = factory(path)
        store.all()
        store.insert(document(5))
    except Exception as failure:  # noqa: BLE001  (the kind is what is judged)
        return type(failure).__name__
    return "acknowledged"


def all_faults(factory: Factory, folder: Path) -> Iterator[Tally]:
    """Every fault that needs no special rights."""
    faults: tuple[Callable[[Factory, Path], Any], ...] = (full_disk, read_only, damage)
    for fault in faults:
        yield fault(factory, folder)
