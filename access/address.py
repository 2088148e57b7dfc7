"""What a reader chose, as it stands in the address; every view is a link."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

from domain.period import PeriodKind, UnknownPeriod, parse_period

GRAINS = {
    "maand": PeriodKind.MONTH,
    "kwartaal": PeriodKind.QUARTER,
    "halfjaar": PeriodKind.HALF_YEAR,
    "jaar": PeriodKind.YEAR,
}
KEYS = {
    "language": "taal",
    "period": "periode",
    "per": "per",
    "partner": "partner",
    "split": "uitsplitsing",
    "indicator": "indicator",
    "beside": "naast",
    "large": "groot",
    "search": "q",
    "screen": "scherm",
    "figure": "figuur",
}
KEPT = ("language", "period", "per", "partner", "split", "screen")
"""The choices that go along from page to page."""
PROJECTOR, NARROW_PROJECTOR = "projector", "projector-4x3"


class UnknownChoice(ValueError):
    """The address asks for something that does not exist; `value` is what it asked for."""

    def __init__(self, key: str, value: str) -> None:
        super().__init__(key)
        self.key = key
        self.value = value


@dataclass(frozen=True, slots=True)
class View:
    """The choices of one reader; an empty one means what the page shows by itself."""

    language: str = "nl"
    period: str | None = None
    per: str | None = None
    partner: str | None = None
    split: str | None = None
    indicator: str | None = None
    beside: str | None = None
    large: str | None = None
    search: str | None = None
    screen: str | None = None
    figure: str | None = None

    @property
    def is_projected(self) -> bool:
        """Whether the page is for a projector: one figure at a time, in large type."""
        return self.screen in (PROJECTOR, NARROW_PROJECTOR)

    @property
    def is_narrow(self) -> bool:
        """Whether that projector is an old one of 4:3, on which less stands beside each other."""
        return self.screen == NARROW_PROJECTOR

    def using(self, names: Collection[str]) -> "View":
        """The same without what a page does not use of per, partner and split; it passes those on unseen."""
        return replace(
            self,
            per=self.per if "per" in names else None,
            partner=self.partner if "partner" in names else None,
            split=self.split if "split" in names else None,
        )

    @property
    def grain(self) -> PeriodKind | None:
        """How long the periods of a series last, as far as the reader chose it."""
        return GRAINS[self.per] if self.per else None

    def href(self, path: str, **changed: Any) -> str:
        """The address of another page, with the choices that go along from page to page."""
        return address(path, replace(View(**{key: getattr(self, key) for key in KEPT}), **changed))

    def here(self, path: str, **changed: Any) -> str:
        """The address of this page with only these choices changed."""
        return address(path, replace(self, **changed))


def searching(view: View) -> dict[str, str]:
    """What goes along with a search: the kept choices by their keys in the address."""
    return {KEYS[name]: getattr(view, name) for name in KEPT if getattr(view, name) not in (None, "nl")}


def address(path: str, view: View) -> str:
    """The path with the choices behind it, always in the same order."""
    chosen = {key: getattr(view, name) for name, key in KEYS.items()}
    chosen["taal"] = None if view.language == "nl" else view.language
    written = urlencode({key: value for key, value in chosen.items() if value}, quote_via=quote)
    return f"{path}?{written}" if written else path


def read_view(query: Mapping[str, Any]) -> View:
    """The choices in an address; unknown keys are swallowed, UnknownChoice for a value that cannot be."""
    given = {name: str(query[key]) for name, key in KEYS.items() if query.get(key)}
    view = View(**{**given, "language": language_of(query)})
    if view.per and view.per not in GRAINS:
        raise UnknownChoice("per", view.per)
    if view.screen and not view.is_projected:
        raise UnknownChoice("scherm", view.screen)
    if view.figure and not (view.figure.isascii() and view.figure.isdigit()):
        raise UnknownChoice("figuur", view.figure)
    return replace(view, period=_period_code(view.period)) if view.period else view


def language_of(query: Mapping[str, Any]) -> str:
    """The language of an address: Dutch, unless it asks for English."""
    return "en" if query.get("taal") == "en" else "nl"


def _period_code(text: str) -> str:
    try:
        return parse_period(text).code
    except UnknownPeriod as error:
        raise UnknownChoice("periode", text) from error
