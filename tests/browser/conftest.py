"""A real Chromium in front of a running dashboard with the published samples."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import playwright
import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.installation import PROJECT, exclusive, installation
from tools.screenshots import is_trouble

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
START_LIMIT = 60
FONTS = Path("/usr/share/fonts")
DRIVER = Path(playwright.__file__).parent / "driver" / "node"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def find_chromium() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def driver_starts() -> bool:
    """Whether the program inside the Playwright package finds the libraries it needs."""
    answer = subprocess.run([str(DRIVER), "--version"], capture_output=True, check=False)
    return answer.returncode == 0


def has_letters() -> bool:
    """Whether a Linux has the letters that pages are measured with; other systems have letters as wide."""
    return sys.platform != "linux" or any(FONTS.rglob("LiberationSans-Regular.ttf"))


def missing_packages() -> list[str]:
    """The Debian packages that a browser test would miss here."""
    needed = {"chromium": find_chromium(), "libatomic1": driver_starts(), "fonts-liberation": has_letters()}
    return [package for package, found in needed.items() if not found]


def install(packages: list[str]) -> None:
    """Try Debian's own packages; a machine without them, or without rights, is left as it is."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", "-qq", *command], env=quiet, capture_output=True, check=False)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The browser to drive; without one every browser test is skipped with what to install."""
    with exclusive(tmp_path_factory.getbasetemp().parent / "chromium.lock"):
        if missing := missing_packages():
            install(missing)
    if missing := missing_packages():
        pytest.skip(
            f"no browser tests here: apt-get install {' '.join(missing)}, or set CHROMIUM to a browser"
        )
    return find_chromium() or ""


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield running
        running.close()


@pytest.fixture(scope="session")
def dashboard(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard that serves the samples, as `make run` does."""
    with serving(sample_home, tmp_path_factory.mktemp("dashboard") / "server.log") as address:
        yield address


@contextmanager
def serving(home: Path, log: Path) -> Iterator[str]:
    """The address of a dashboard that serves this installation."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "gunicorn.conf.py",
        "--workers",
        "1",
        "app:server",
    ]
    environment = {**os.environ, **installation(home), "PORT": str(port)}
    with log.open("w") as output:
        server = subprocess.Popen(
            command, cwd=PROJECT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_LIMIT
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(address, timeout=START_LIMIT):
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"the dashboard did not start:\n{log.read_text()}")


@pytest.fixture
def page(browser: Browser, dashboard: str) -> Iterator[Page]:
    """A page at laptop size; afterwards nothing may have failed in it or asked for another machine."""
    troubles: list[str] = []
    with opened(browser, dashboard, troubles) as shown:
        yield shown
    assert troubles == []


@pytest.fixture
def breaking_page(browser: Browser, dashboard: str) -> Iterator[Page]:
    """A page in which something is made to fail."""
    with opened(browser, dashboard, []) as shown:
        yield shown


@contextmanager
def opened(browser: Browser, dashboard: str, troubles: list[str]) -> Iterator[Page]:
    """A page of a browser of its own; `troubles` gathers what fails in it."""
    context = browser.new_context(
        base_url=dashboard, locale="nl-NL", viewport={"width": 1366, "height": 768}, reduced_motion="reduce"
    )

    def keep_inside(route: Route) -> None:
        if route.request.url.startswith(("data:", "blob:", dashboard)):
            route.continue_()
        else:
            troubles.append(f"asked for {route.request.url}")
            route.abort()

    context.route("**/*", keep_inside)
    shown = context.new_page()
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.on("console", lambda said: troubles.append(said.text) if is_trouble(said) else None)
    yield shown
    context.close()
