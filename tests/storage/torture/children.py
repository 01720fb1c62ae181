"""Processes of our own: each is forked, watched over a pipe, and ended by its own number."""

import json
import os
import select
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import Any

from tests.storage.torture.ledger import Ledger, document
from tests.storage.torture.stores import Document, Factory


class ChildError(Exception):
    """What went wrong in a child process: the kind of error, then its words."""


class Child:
    """A forked process that says lines until it ends or is killed."""

    def __init__(self, lines: Callable[[], Iterator[str]]) -> None:
        self.text = ""
        self._reader, writer = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._reader)
            _speak(writer, lines)
        os.close(writer)

    def hear(self) -> str:
        """Everything said so far, without waiting."""
        while select.select([self._reader], [], [], 0)[0] and self._hear_some():
            pass
        return self.text

    def hear_until(self, *signs: str) -> None:
        """Wait until one of these was said, or the child has ended."""
        while not any(sign in self.text for sign in signs) and self._hear_some():
            pass

    def kill(self) -> str:
        """End it without warning; everything it said."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        return self.ended()

    def ended(self) -> str:
        """Wait for its end; everything it said."""
        while self._hear_some():
            pass
        os.waitpid(self.pid, 0)
        os.close(self._reader)
        return self.text

    def _hear_some(self) -> bool:
        part = os.read(self._reader, 1 << 16)
        self.text += part.decode()
        return bool(part)


def _speak(writer: int, lines: Callable[[], Iterator[str]]) -> None:
    try:
        for line in lines():
            os.write(writer, f"{line}\n".encode())
    except BaseException as failure:  # noqa: BLE001  (a child must not go on as its parent)
        os.write(writer, f"E {_told(failure)}\n".encode())
    os._exit(0)


def in_child(work: Callable[[], Any]) -> Any:
    """What `work` returns in a process of its own, as JSON gives it back. Raises ChildError."""
    text = Child(lambda: iter([_answer(work)])).ended()
    if not text.startswith("{"):
        raise ChildError(text.strip() or "the child died")
    return json.loads(text)["answer"]


def read_back(factory: Factory, path: Path) -> list[Document]:
    """Every document, read by a fresh process. Raises ChildError."""

    def read() -> list[Document]:
        store = factory(path)
        documents = store.all()
        store.close()
        return documents

    documents: list[Document] = in_child(read)
    return documents


def prepared(factory: Factory, path: Path, count: int) -> Ledger:
    """A new store with so many documents, and its ledger."""

    def fill() -> None:
        store = factory(path)
        store.fill(document(k) for k in range(count))
        store.close()

    rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir(parents=True)
    in_child(fill)
    return Ledger(must=set(range(count)))


def _answer(work: Callable[[], Any]) -> str:
    return json.dumps({"answer": work()})


def _told(failure: BaseException) -> str:
    return " ".join(traceback.format_exception_only(failure)[-1].split())[:200]
