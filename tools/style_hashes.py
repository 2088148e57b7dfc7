"""Writes access/style_hashes.py anew: the style elements that Dash and Plotly insert, as Chromium names them.

    python -m tools.style_hashes        after a new version of Dash, its components or Plotly

Visits every page with the small Plotly bundle and with Dash's own, and keeps the hash of each element that
the content security policy stopped.
"""

import re
import sys

from playwright.sync_api import Page, Route, sync_playwright

from tools.places import places
from tools.screenshots import PROJECT, SWITCHES, chromium, server, settle

TARGET = PROJECT / "access" / "style_hashes.py"
_STOPPED = re.compile(r"style-src-elem.*?(sha256-[A-Za-z0-9+/=]+)", re.DOTALL)
_MODULE = '''"""The style elements that the browser libraries insert, by hash; made by tools/style_hashes.py.

Each hash belongs to one version of Dash, its components and Plotly; a browser test fails when one is missing.
"""

STYLE_HASHES: tuple[str, ...] = (
{lines}
)
'''


def main() -> int:
    """Collect until nothing is stopped any more; existing hashes stay as long as they are needed."""
    TARGET.write_text(_MODULE.format(lines=""), "utf-8")
    found: set[str] = set()
    with server(None) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
        for small_bundle in (True, False):
            page = browser.new_page()
            page.on("console", lambda said: found.update(_STOPPED.findall(said.text)))
            if not small_bundle:
                page.route("**/assets/vendor/*.js*", refuse)
            for place in places():
                visit(page, f"{address}{place}")
        browser.close()
    lines = "\n".join(f"    \"'{name}'\"," for name in sorted(found))
    TARGET.write_text(_MODULE.format(lines=lines), "utf-8")
    print(f"{len(found)} hashes in {TARGET.relative_to(PROJECT)}")
    return 0


def visit(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


def refuse(route: Route) -> None:
    route.abort()


if __name__ == "__main__":
    sys.exit(main())
