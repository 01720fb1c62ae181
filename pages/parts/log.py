"""The local log: what went wrong and where in the code, never what anyone wrote."""

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import StackSummary, walk_tb

LOG_FILE = "ajar.log"
LOG_BYTES = 200_000

_log = logging.getLogger("ajar")


def trace(error: BaseException | None) -> str:
    """The type and the frames of an error and of what caused it: no message, no values."""
    lines: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        lines.append(type(error).__qualname__)
        frames = StackSummary.extract(walk_tb(error.__traceback__), lookup_lines=False)
        lines += [f"\t{_short(each.filename)}:{each.lineno}:{each.name}" for each in frames]
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


def log_failure(error: BaseException) -> None:
    """Note in the local log that this error happened, and where."""
    _log.error(trace(error))


def log_in(folder: Path | None) -> None:
    """Keep the local log in this folder from now on, or nowhere."""
    for handler in tuple(_log.handlers):
        _log.removeHandler(handler)
    _log.propagate = False
    _log.addHandler(_PrivateFile(folder / LOG_FILE) if folder else logging.NullHandler())


def quiet_streamlit() -> None:
    """Keep the messages of errors out of all that this process logs or prints when it fails.

    A message can hold what a person typed. Streamlit and the server below it log uncaught
    errors with their messages, and offer no setting against it.
    """
    logging.setLogRecordFactory(_WordlessRecord)
    logging.raiseExceptions = False
    sys.excepthook = lambda _kind, error, _trace: _report(error)
    threading.excepthook = lambda crash: _report(crash.exc_value)
    sys.unraisablehook = lambda crash: _report(crash.exc_value)


class _WordlessRecord(logging.LogRecord):
    """A log record in which an error is only its type and its frames."""

    def __init__(self, name, level, path, line, msg, args, exc_info, *rest, **more) -> None:  # noqa: ANN001, ANN002, ANN003, PLR0913, PLR0917 - the signature is logging's
        if isinstance(exc_info, tuple) and exc_info[1] is not None:
            msg, args, exc_info = trace(exc_info[1]), (), None
        elif isinstance(args, tuple):
            args = tuple(_wordless(each) for each in args)
        super().__init__(name, level, path, line, _wordless(msg), args, exc_info, *rest, **more)


class _PrivateFile(RotatingFileHandler):
    """A log file that only its owner can read, open no longer than a line takes to write."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter("{asctime}\t{message}", style="{"))

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        self.close()

    def _open(self):  # noqa: ANN202 - as in logging
        path = Path(self.baseFilename)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        stream = super()._open()
        path.chmod(0o600)
        return stream


def _wordless(part: object) -> object:
    return type(part).__qualname__ if isinstance(part, BaseException) else part


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-3:])


def _report(error: BaseException | None) -> None:
    sys.stderr.write(trace(error) + "\n")
