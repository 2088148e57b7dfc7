"""Whatever is killed while readers read: what was acknowledged is kept, and the next reader is served."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from data.pointers import current_version
from data.store import open_intake
from domain.role import Role
from register.accounts import add_account, find_account
from register.audit import Event, entries, verify
from register.store import Register
from settings import Settings
from tests.installation import PROJECT, installation
from tests.integration.load.conftest import Serving, served
from tests.integration.load.reading import read_together

PASSWORD = "een-lang-wachtwoord"
PRODUCTION = {
    "SMARTDASH_MODE": "production",
    "SMARTDASH_SECRET_KEY": "k" * 40,
    "SMARTDASH_ADDRESS": "https://dashboard.example",
    "SMARTDASH_PROXIES": "1",
    "SMARTDASH_PROTECTION": "regel",
}
PROXIED = {
    "Host": "dashboard.example",
    "X-Forwarded-Host": "dashboard.example",
    "X-Forwarded-Proto": "https",
    "Origin": "https://dashboard.example",
    "Referer": "https://dashboard.example/inloggen",
}
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def killing(step: threading.Event, process: subprocess.Popen[bytes]) -> threading.Thread:
    """Kill a worker of the server every second, until told that it is enough."""

    def kill() -> None:
        while not step.wait(1):
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii").split()
            if len(children) > 1:
                os.kill(int(children[0]), signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    return thread


def answered(port: int, method: str, place: str, **sent: str) -> tuple[http.client.HTTPResponse, str]:
    """An answer and its text; the connection is a new one, as after a lost one."""
    body = sent.pop("body", None)
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, place, body, {**PROXIED, **kind, **sent})
        answer = connection.getresponse()
        return answer, answer.read().decode("utf-8")
    finally:
        connection.close()


def cookie_of(answer: http.client.HTTPResponse) -> str:
    return (answer.headers["Set-Cookie"] or "").partition(";")[0]


def signed_in(port: int) -> str | None:
    """The cookie of a session that was begun; None when the server did not say so."""
    try:
        page, text = answered(port, "GET", "/inloggen")
        token = _TOKEN.search(text)
        body = urlencode({"csrf_token": token[1] if token else "", "name": "lezer", "password": PASSWORD})
        answer, _ = answered(port, "POST", "/inloggen", body=body, Cookie=cookie_of(page))
    except (OSError, http.client.HTTPException):
        return None
    return cookie_of(answer) if answer.status == http.client.SEE_OTHER else None


def test_a_worker_killed_during_signing_in_loses_no_session_and_no_line_of_the_record(
    settings: Settings, tmp_path: Path
) -> None:
    register, over = Register(settings), threading.Event()
    add_account(register, "lezer", Role.STEERING, PASSWORD)
    with served(settings, tmp_path / "log", **PRODUCTION) as (process, port):
        killer = killing(over, process)
        until, begun = time.monotonic() + 6, []
        while time.monotonic() < until:
            begun.append(signed_in(port))
        over.set()
        killer.join()
        kept = [cookie for cookie in begun if cookie]
        assert kept
        for cookie in kept:
            answer, _ = retried(port, cookie)
            assert answer.status == http.client.OK
    assert verify(register)
    number = find_account(register, "lezer").id
    recorded = [one for one in entries(register, event=Event.SIGNED_IN) if one.account == number]
    assert len(recorded) >= len(kept)


def retried(port: int, cookie: str) -> tuple[http.client.HTTPResponse, str]:
    """The page of an account; asked again while a killed worker is replaced."""
    for _ in range(30):
        try:
            return answered(port, "GET", "/account", Cookie=cookie)
        except (OSError, http.client.HTTPException):
            time.sleep(0.5)
    return answered(port, "GET", "/account", Cookie=cookie)


def test_killed_workers_are_replaced_and_readers_only_lose_a_connection(serving: Serving) -> None:
    over = threading.Event()
    killer = killing(over, serving.process)
    reading = read_together(serving.port, readers=8, seconds=6, token=serving.token, forgives_lost=True)
    over.set()
    killer.join()
    assert reading.failures == []
    after = read_together(serving.port, readers=4, seconds=2, token=serving.token)
    assert after.failures == []
    assert after.versions == {"000001"}


@pytest.mark.parametrize(
    "command", [["publish"], ["import", "data/samples/plan"]], ids=["publication", "import"]
)
def test_a_command_killed_while_readers_read_leaves_everything_as_it_was(
    serving: Serving, command: list[str]
) -> None:
    before = rows_taken_in(serving.settings)
    reading = threading.Thread(target=lambda: found.append(reads(serving)))
    found: list[list[str]] = []
    reading.start()
    for seconds in (1.2, 2.0, 2.8):
        process = subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=PROJECT,
            env={**os.environ, **installation(serving.settings.home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(seconds)
        process.kill()
        process.wait()
    reading.join()
    assert found == [[]]
    assert current_version(serving.settings) in {"000001", "000002", "000003", "000004"}
    assert rows_taken_in(serving.settings) == before


def reads(serving: Serving) -> list[str]:
    return read_together(serving.port, readers=4, seconds=8, token=serving.token).failures


def rows_taken_in(settings: Settings) -> int:
    """How many records the intake holds; it opens, whatever was killed."""
    with open_intake(settings) as intake:
        return int(intake.execute("SELECT count(*) FROM trajectory").fetchall()[0][0])
