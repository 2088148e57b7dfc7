"""Many readers at once, each with a browser of its own: pages, callbacks, downloads and the interface."""

import csv
import http.client
import io
import json
import random
import re
import threading
import time
from dataclasses import dataclass, field
from statistics import quantiles

from tests.integration.pages.conftest import OUTPUT

PATIENCE = 60
_STAMPS = re.compile(r'"data-version":"(\d{6})"')
_SAID = re.compile(r"Publicatie (\d+)")


@dataclass
class Reading:
    """What the readers met: how many answers, what went wrong, and which version said which number."""

    answers: int = 0
    failures: list[str] = field(default_factory=list)
    counted: set[tuple[str, int]] = field(default_factory=set)
    versions: set[str] = field(default_factory=set)
    seconds: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def told(self) -> str:
        """The numbers of this reading in one line."""
        cuts = quantiles(self.seconds, n=100) if len(self.seconds) > 1 else [0.0] * 99
        return (
            f"{self.answers} answers, {len(self.failures)} failures, {len(self.versions)} versions, "
            f"p50 {cuts[49] * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms"
        )


class TornAnswer(AssertionError):
    """An answer that is not of one version."""


def read_together(
    port: int, *, readers: int, seconds: float, token: str, forgives_lost: bool = False
) -> Reading:
    """Let so many readers read for so long; a lost connection is only forgiven where a worker is killed."""
    reading, until = Reading(), time.monotonic() + seconds
    threads = [
        threading.Thread(target=_read, args=(port, until, token, reading, number, forgives_lost))
        for number in range(readers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return reading


def _read(port: int, until: float, token: str, reading: Reading, number: int, forgives_lost: bool) -> None:
    pace = random.Random(number)
    asked = (_page, _callback, _download, _interface, _script)
    while time.monotonic() < until:
        ask, began = pace.choice(asked), time.monotonic()
        try:
            version, counted = ask(port, token)
        except (OSError, http.client.HTTPException) as error:
            if not forgives_lost:
                _failed(reading, f"{ask.__name__}: {error!r}")
        except Exception as error:
            _failed(reading, f"{ask.__name__}: {error!r}"[:300])
        else:
            _succeeded(reading, version, counted, time.monotonic() - began)
        time.sleep(pace.uniform(0, 1))


def _failed(reading: Reading, told: str) -> None:
    with reading.lock:
        reading.failures.append(told)


def _succeeded(reading: Reading, version: str | None, counted: int | None, took: float) -> None:
    with reading.lock:
        reading.answers += 1
        reading.seconds.append(took)
        if version is not None:
            reading.versions.add(version)
        if version is not None and counted is not None:
            reading.counted.add((version, counted))


Told = tuple[str | None, int | None]
"""The version of an answer, and the number it gives for it, as far as it says them."""


def _page(port: int, _token: str) -> Told:
    _answered(port, "GET", "/indicatoren/uitval")
    return None, None


def _script(port: int, _token: str) -> Told:
    _answered(port, "GET", "/assets/theme.css")
    return None, None


def _callback(port: int, _token: str) -> Told:
    body = {
        "output": OUTPUT,
        "outputs": [
            {"id": "_pages_content", "property": "children"},
            {"id": "_pages_store", "property": "data"},
        ],
        "inputs": [
            {"id": "_pages_location", "property": "pathname", "value": "/indicatoren/uitval"},
            {"id": "_pages_location", "property": "search", "value": ""},
        ],
        "changedPropIds": ["_pages_location.pathname"],
    }
    text = _answered(port, "POST", "/_dash-update-component", json.dumps(body))
    found = {*_STAMPS.findall(text), *(one.zfill(6) for one in _SAID.findall(text))}
    if len(found) != 1:
        raise TornAnswer(f"a page of {sorted(found)}")
    return found.pop(), None


def _download(port: int, _token: str) -> Told:
    text = _answered(port, "GET", "/csv/verloop?indicator=uitval&per=jaar").lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    versions = {row["publicatie"] for row in rows}
    if len(versions) != 1:
        raise TornAnswer(f"a file of {sorted(versions)}")
    counted = [int(row["noemer"]) for row in rows if row["periode"] == "2025" and not row["partner"]]
    return versions.pop(), counted[0] if counted else None


def _interface(port: int, token: str) -> Told:
    place = "/api/v1/observations?indicator=uitval&period=2025&partner=null&split=null"
    answer = json.loads(_answered(port, "GET", place, token=token))
    counted = [int(row["denominator"]) for row in answer["rows"] if row["denominator"] is not None]
    return answer["version"], counted[0] if counted else None


def _answered(port: int, method: str, place: str, body: str | None = None, token: str | None = None) -> str:
    """The text of an answer that has to be 200."""
    headers = {"Content-Type": "application/json"} if body else {}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, place, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
    finally:
        connection.close()
    if answer.status != http.client.OK:
        raise AssertionError(f"{place} answered {answer.status}")
    return text
