"""Start the app, or a page for a test, on a free port of this computer, and stop it again."""

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parent.parent
LOOPBACK = "127.0.0.1"
PATIENCE = 60
"""Seconds to wait for a server to answer: a loaded machine is slow, not broken."""


class Server:
    """One server process: `script` on the data in `folder`; `log` holds all that it printed.

    It can be killed and started again on the same port and data.
    """

    def __init__(self, script: str, folder: Path, **env: str) -> None:
        self.script = script
        self.folder = folder
        self.port = free_port()
        self.url = f"http://{LOOPBACK}:{self.port}"
        self.log = folder.with_name(f"{folder.name}-{self.port}.log")
        self._env = os.environ | {"AJAR_DATA": str(folder)} | env
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Start and wait until the server answers; raise RuntimeError where it does not."""
        command = [sys.executable, "-m", "streamlit", "run", self.script]
        options = ["--server.headless=true", f"--server.port={self.port}"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command + options, cwd=ROOT, env=self._env, stdout=log, stderr=log
            )
        self._wait()
        return self

    def stop(self) -> None:
        """Ask the server to end, and wait until it has."""
        self._end(subprocess.Popen.terminate)

    def kill(self) -> None:
        """End the server at once, as when the power goes."""
        self._end(subprocess.Popen.kill)

    def printed(self) -> str:
        """Return all that the server has printed so far."""
        return self.log.read_text("utf-8", errors="replace")

    def _end(self, signal) -> None:  # noqa: ANN001 - a method of Popen
        if self._process is None:
            return
        signal(self._process)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _wait(self) -> None:
        for _ in range(PATIENCE * 20):
            if self._process is None or self._process.poll() is not None:
                break
            if answers(self.port):
                return
            time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"{self.script} did not start:\n{self.printed()}")


def free_port() -> int:
    """Return a port of this computer that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


def answers(port: int) -> bool:
    """Tell whether a Streamlit server answers on this port."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
