"""The local log tells where the code failed, and never a word of what was typed."""

import logging
import stat
import sys
import threading
from types import SimpleNamespace

import pytest

from pages.parts import log

CANARY = "zanzibar-canary-words"


def failing(text):
    """Fail as a screen might: with what was typed in the error, and in the one that caused it."""
    try:
        {}[text]
    except KeyError as error:
        raise ValueError("cannot use " + text) from error


@pytest.fixture
def failure():
    """Return an error that holds someone's words."""
    with pytest.raises(ValueError, match=CANARY) as caught:
        failing(CANARY)
    return caught.value


@pytest.fixture
def file(tmp_path):
    """Keep the log in this test's folder, and nowhere afterwards."""
    log.log_in(tmp_path / "data")
    yield tmp_path / "data" / log.LOG_FILE
    log.log_in(None)


@pytest.fixture
def quiet(monkeypatch):
    """Quiet this process, and give it its voice back afterwards."""
    for module, name in (
        (sys, "excepthook"),
        (sys, "unraisablehook"),
        (threading, "excepthook"),
        (logging, "raiseExceptions"),
    ):
        monkeypatch.setattr(module, name, getattr(module, name))
    factory = logging.getLogRecordFactory()
    log.quiet_streamlit()
    yield
    logging.setLogRecordFactory(factory)


def test_a_failure_is_told_by_type_and_place(file, failure):
    """The log names the error, what caused it, and the functions they went through."""
    log.log_failure(failure)
    told = file.read_text("utf-8")
    assert "ValueError" in told
    assert "KeyError" in told
    assert "test_log.py:" in told
    assert ":failing" in told


def test_no_word_reaches_the_log(file, failure):
    """What the errors say is left out."""
    log.log_failure(failure)
    assert CANARY not in file.read_text("utf-8")


def test_the_log_is_the_owners_alone(file, failure):
    """Nobody else on this computer can read the log."""
    log.log_failure(failure)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_log_stays_small(file, failure):
    """A failure that comes back all day fills neither the disk nor a third file."""
    for _ in range(2000):
        log.log_failure(failure)
    names = sorted(each.name for each in file.parent.iterdir())
    assert names == [log.LOG_FILE, f"{log.LOG_FILE}.1"]
    assert all(each.stat().st_size <= log.LOG_BYTES for each in file.parent.iterdir())


def test_an_erased_folder_does_not_stop_the_log(file, failure):
    """The log holds no file open: its folder can be erased, and the next failure starts anew."""
    log.log_failure(failure)
    file.unlink()
    file.parent.rmdir()
    log.log_failure(failure)
    assert file.exists()


@pytest.mark.usefixtures("quiet")
def test_a_folder_that_cannot_be_written_is_no_second_failure(tmp_path, failure, capsys):
    """Where the log cannot be kept, nothing is said, and nothing is raised."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    log.log_in(tmp_path / "taken")
    log.log_failure(failure)
    log.log_in(None)
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("quiet")
def test_no_logger_repeats_an_error(caplog, failure):
    """Whatever library logs an error, its message stays out: as traceback, text or argument."""
    logger = logging.getLogger("streamlit.anything")
    logger.error("Uncaught app execution", exc_info=failure)
    logger.error("it broke on %s and %s", failure, "a fact")
    logger.error(failure)
    assert "ValueError" in caplog.text
    assert "a fact" in caplog.text
    assert CANARY not in caplog.text


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("hook", ["thread", "main", "unraisable"])
def test_no_crash_report_repeats_an_error(capsys, failure, hook):
    """A thread, the program or a destructor that dies reports its type and place alone."""
    crash = SimpleNamespace(exc_value=failure)
    if hook == "main":
        sys.excepthook(type(failure), failure, failure.__traceback__)
    else:
        {"thread": threading.excepthook, "unraisable": sys.unraisablehook}[hook](crash)
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert CANARY not in told


def test_an_error_that_causes_itself_is_told_once():
    """A ring of causes ends."""
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert log.trace(first).split() == ["ValueError", "KeyError"]
