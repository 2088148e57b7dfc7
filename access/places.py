"""Which page an address leads to, and whether a reader may open it."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule

from access.policies import INSIDE, OF_ONE_PARTNER, Policy
from access.reader import Reader, Role


class Places:
    """The pages by address; an address without a page leads to the page that says so."""

    def __init__(self, pages: Mapping[str, Policy]) -> None:
        self._pages = pages
        self._map = Map(
            [Rule(template, endpoint=template) for template in pages],
            strict_slashes=False,
            merge_slashes=False,
        ).bind("")

    def policy(self, path: str) -> Policy:
        """Who may open the page at this path; whoever is inside may hear that there is none."""
        template, _ = self._found(path)
        return self._pages[template] if template else INSIDE

    def allows(self, asking: Reader | None, path: str, search: str = "") -> bool:
        """Whether the reader may open this address; a partner opens nothing of another partner."""
        if asking is None:
            return None in self.policy(path)
        if asking.role not in self.policy(path):
            return False
        if asking.role is not Role.PARTNER:
            return True
        template, code = self._found(path)
        named = parse_qs(search.lstrip("?")).get("partner", [])
        if template in OF_ONE_PARTNER:
            named = [*named, code]
        return all(one == asking.partner for one in named)

    def _found(self, path: str) -> tuple[str, str]:
        try:
            template, variables = self._map.match(path)
        except HTTPException:
            return "", ""
        return str(template), str(variables.get("code", ""))
