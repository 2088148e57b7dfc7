"""The choices of a page; the value of an option is the address it leads to, so that a choice is a link."""

from collections.abc import Iterable, Sequence

from access.address import GRAINS
from components.choices import Choice
from components.format import grain_name, period_name
from domain.period import PeriodKind
from pages._visit import Visit
from queries.indicators import Indicator
from queries.partners import Partner
from queries.periods import AvailablePeriod

_PERS = {kind: per for per, kind in GRAINS.items()}


def period_choice(
    visit: Visit, available: Iterable[AvailablePeriod], kinds: Sequence[str], *, latest: str
) -> Choice:
    """The periods of these kinds that have figures, newest first; `latest` is said for no choice at all."""
    codes = [one.period for one in available if one.kind in kinds and one.shown]
    if visit.view.period and visit.view.period not in codes:
        codes.append(visit.view.period)
    options = [(visit.here(period=None), latest)]
    options += [(visit.here(period=code), period_name(code, visit.language)) for code in codes]
    return Choice("periode", visit.say("choice.period"), options, visit.here())


def partner_choice(visit: Visit, known: Iterable[Partner]) -> Choice:
    """All partners together, then each by name."""
    options = [(visit.here(partner=None), visit.say("choice.all_partners"))]
    options += [(visit.here(partner=one.code), one.name) for one in known]
    return Choice("partner", visit.say("choice.partner"), options, visit.here())


def grain_choice(visit: Visit, kinds: Sequence[PeriodKind], current: str) -> Choice:
    """How long the periods of the series last; another grain starts again at its latest period."""
    options = [
        (visit.here() if kind == current else visit.here(per=_PERS[kind], period=None),
         grain_name(kind, visit.language))
        for kind in kinds
    ]  # fmt: skip
    return Choice("per", visit.say("choice.grain"), options, visit.here())


def split_choice(visit: Visit, available: Sequence[str], current: str | None) -> Choice:
    """By what the figure is taken apart."""
    options = [
        (visit.here() if split == current else visit.here(split=split), visit.say(f"page_split.{split}"))
        for split in available
    ]
    return Choice("uitsplitsing", visit.say("choice.split"), options, visit.here())


def indicator_choice(visit: Visit, known: Iterable[Indicator], current: str) -> Choice:
    """Which indicator is drawn."""
    options = [
        (visit.here() if one.code == current else visit.here(indicator=one.code), one.name) for one in known
    ]
    return Choice("indicator", visit.say("page_partner.indicator"), options, visit.here())
