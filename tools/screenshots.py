"""Pictures of every page at every size, theme and language, to be looked at before a change is called good.

make screenshots, or: python -m tools.screenshots [ADDRESS] [--only /trends] [--full]
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tools.places import places

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "screenshots"
SIZES = ((1920, 1080), (1366, 768), (390, 844))
THEMES = ("light", "dark")
LANGUAGES = ("nl", "en")
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]


def main() -> int:
    """Take the pictures; 1 when a page wrote an error to the console."""
    asked = _arguments()
    FOLDER.mkdir(exist_ok=True)
    troubles: list[str] = []
    with server(asked.address) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
        for size, theme, language in product(SIZES, THEMES, LANGUAGES):
            troubles += _take_all(browser, address, asked, size, theme, language)
        browser.close()
    print("\n".join(troubles) or f"Klaar: {FOLDER.relative_to(PROJECT)}")
    return 1 if troubles else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", nargs="?", help="a running dashboard; without it one is started")
    parser.add_argument("--only", action="append", help="a page, instead of all of them")
    parser.add_argument("--full", action="store_true", help="the whole page instead of one screen")
    return parser.parse_args()


def _take_all(
    browser: Browser,
    address: str,
    asked: argparse.Namespace,
    size: tuple[int, int],
    theme: str,
    language: str,
) -> list[str]:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        locale="nl-NL",
        reduced_motion="reduce",
    )
    page, troubles = context.new_page(), []
    page.on("console", lambda said: troubles.append(f"{page.url}: {said.text}") if is_trouble(said) else None)
    page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
    for place in asked.only or places():
        separator = "&" if "?" in place else "?"
        page.goto(f"{address}{place}{separator + 'taal=en' if language == 'en' else ''}")
        settle(page)
        name = re.sub(r"\W+", "-", place).strip("-") or "overzicht"
        page.screenshot(path=FOLDER / f"{name}-{width}x{height}-{theme}-{language}.png", full_page=asked.full)
    context.close()
    return troubles


def is_trouble(said: ConsoleMessage) -> bool:
    """Whether something went wrong; that a browser mentions a page that is not there is as it should be."""
    return said.type == "error" and "status of 404" not in said.text


def settle(page: Page) -> None:
    """Wait until the page stands and every figure is drawn."""
    page.wait_for_selector("main h1")
    page.wait_for_selector(".plot:not(:has(.main-svg))", state="detached")
    page.wait_for_timeout(150)


def chromium() -> str | None:
    """Where the browser is; None lets playwright look for its own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def server(address: str | None) -> Iterator[str]:
    """The address of a running dashboard; of one started here when there is none."""
    if address:
        yield address.rstrip("/")
        return
    port = os.environ.get("PORT", "8059")
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
    running = subprocess.Popen(command, cwd=PROJECT, env={**os.environ, "PORT": port})
    try:
        _wait_for(f"http://127.0.0.1:{port}", running)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(timeout=30)


def _wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and running.poll() is None:
        try:
            with urlopen(address, timeout=10):
                return
        except URLError:
            time.sleep(0.2)
    raise SystemExit("Het dashboard start niet.")


if __name__ == "__main__":
    sys.exit(main())
