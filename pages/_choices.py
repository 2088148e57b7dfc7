"""The choices of a page; the value of an option is the address it leads to, so that a choice is a link.

Every page hands its choices to `bar`: one sentence in one order, whichever of them a page can use.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dash.development.base_component import Component

from access.address import GRAINS
from access.gate import may_open
from components.choices import Choice, filter_bar
from components.format import grain_name, period_name
from domain.period import PeriodKind
from pages._visit import Visit
from queries.indicators import Indicator
from queries.partners import Partner
from queries.periods import AvailablePeriod

_PERS = {kind: per for per, kind in GRAINS.items()}


def bar(visit: Visit, *chosen: Choice | None, name: str | None = None) -> Component:
    """The filter bar of a page; what a page has nothing to choose from is None and left out.

    An option that leads where this reader may not come is no option.
    """
    offered = [_open_to_reader(one) for one in chosen if one]
    return filter_bar(offered, language=visit.language, name=name)


def _open_to_reader(choice: Choice) -> Choice:
    options = [(there, text) for there, text in choice.options if there == choice.value or may_open(there)]
    return replace(choice, options=options)


def period_choice(
    visit: Visit,
    available: Iterable[AvailablePeriod],
    kinds: Sequence[str],
    *,
    latest: str | None = None,
    newest: str | None = None,
) -> Choice:
    """The periods of these kinds that have figures, newest first.

    No choice at all is called `latest`, or by the period that the page then shows: `newest`.
    """
    if latest is None:
        known = period_name(newest, visit.language) if newest and not visit.view.period else None
        latest = visit.say("bar.latest_of", period=known) if known else visit.say("bar.latest")
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


def place_choice(visit: Visit, known: Iterable[Partner], path: str) -> Choice:
    """The partner whose page this is; another one has a page of its own at `path`, with {code} in it."""
    options = [
        (visit.here() if visit.path == (there := path.format(code=one.code)) else visit.kept.here(there),
         one.name)
        for one in known
    ]  # fmt: skip
    return Choice("partner", visit.say("choice.partner"), options, visit.here())


def any_grain_choice(visit: Visit) -> Choice:
    """How long the periods of several series last; without a choice each has the one that suits it."""
    options = [(visit.here(per=None, period=None) if visit.kept.per else visit.here(),
                visit.say("page_trends.automatic"))]  # fmt: skip
    for kind, per in _PERS.items():
        there = visit.here() if per == visit.kept.per else visit.here(per=per, period=None)
        options.append((there, grain_name(kind, visit.language)))
    return Choice("per", visit.say("choice.grain"), options, visit.here())


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
