"""A dashboard that really serves, as gunicorn does, and a publication that goes on meanwhile."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from data.publishing import publish
from domain.audience import STEERING
from register.store import Register
from register.tokens import issue_token
from settings import Settings
from tests.installation import PROJECT, installation
from tests.integration.publishing.intake import goal, indicator, partner, record, settings_in, taken_in

START_LIMIT = 90


@dataclass(frozen=True)
class Serving:
    """A server with its two workers, and a token for its interface."""

    settings: Settings
    process: subprocess.Popen[bytes]
    port: int
    token: str

    def workers(self) -> list[int]:
        """The process ids of its workers now."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(one) for one in children.read_text("ascii").split()]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A few records of three partners, published once."""
    made = settings_in(tmp_path)
    partners = tuple(partner(f"P0{number}") for number in (1, 2, 3))
    records = tuple(record(f"T{number}", partner=f"P0{number % 3 + 1}") for number in range(60))
    taken_in(made, [goal(), indicator("uitval"), *partners, *records])
    publish(made)
    return made


@pytest.fixture
def serving(settings: Settings, tmp_path: Path) -> Iterator[Serving]:
    token = issue_token(Register(settings), STEERING)
    with served(settings, tmp_path / "server.log") as (process, port):
        yield Serving(settings, process, port, token)


@contextmanager
def served(settings: Settings, log: Path, **more: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The server process and its port, as soon as it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "app:server"]
    environment = {**os.environ, **installation(settings.home), "PORT": str(port), **more}
    with log.open("w") as told:
        process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=told, stderr=told)
    try:
        _wait(port, process, log)
        yield process, port
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_LIMIT
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/health", timeout=START_LIMIT):
                return
        except HTTPError:
            return  # in production it answers to its own name only, which is an answer too
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the dashboard did not start:\n{log.read_text()}")


@contextmanager
def publishing(settings: Settings) -> Iterator[list[tuple[str, int]]]:
    """Publish again and again meanwhile; afterwards which version counts what."""
    made: list[tuple[str, int]] = []
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.integration.load.publisher", str(settings.home)],
        cwd=PROJECT,
        env={**os.environ, **installation(settings.home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield made
    finally:
        told, _ = process.communicate(timeout=120)
        made += [(version, int(count)) for version, count in map(str.split, told.splitlines())]
    assert process.returncode == 0
