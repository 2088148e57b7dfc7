"""Every page of the dashboard as an address to look at: for the pictures and for the tests in a browser."""

from access.policies import PAGES
from domain.role import Role

EXAMPLES = {
    "/doelen/<code>": ("/doelen/D1",),
    "/indicatoren/<code>": (
        "/indicatoren/uitval",
        "/indicatoren/tevredenheid?partner=P03",
        "/indicatoren/jeugdhulpgebruik",
    ),
    "/methode/<code>": ("/methode/uitval",),
    "/partners/<code>": ("/partners/P01", "/partners/P06"),
    "/zoeken": ("/zoeken", "/zoeken?q=jeugd", "/zoeken?q=xyz"),
}
"""What a page with a code is looked at with, and pages that look different with other choices."""
PROJECTED = ("/?scherm=projector&figuur=2", "/indicatoren/uitval?scherm=projector&figuur=2",
             "/vergelijken?scherm=projector&figuur=2")  # fmt: skip
_NOWHERE = "/404"
NOWHERE = ("/bestaat-niet", "/?periode=gisteren")


class PageWithoutExample(LookupError):
    """A page was added whose address has a code in it; give it an example above."""


def places() -> tuple[str, ...]:
    """All pages that the steering group may open, a few on a projector, and what stands where no page is."""
    found: list[str] = []
    for template, policy in PAGES.items():
        if Role.STEERING not in policy or template == _NOWHERE:
            continue
        if "<" in template and template not in EXAMPLES:
            raise PageWithoutExample(template)
        found += EXAMPLES.get(template, (template,))
    return (*found, *PROJECTED, *NOWHERE)
