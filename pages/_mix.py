"""Who was helped, a year beside the year before: an easier clientele is no success."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components.format import number, percentage
from components.states import hidden_mark, missing_mark
from components.tables import Column, plain_table, scroll_region
from domain.client_mix import deserves_note, fall, shift
from domain.period import PeriodKind
from pages._visit import Visit
from queries._observation import Observation
from queries.client_mix import MixPart, client_mix
from queries.indicators import Indicator
from queries.partners import Partner
from queries.trend import trend

Content = str | Component
_FIRST = "leeftijdsgroep"


@dataclass(frozen=True)
class Mix:
    """The parts of two years by one split, and the two years as a whole."""

    year: int
    parts: Sequence[MixPart]

    def shares(self, year: int) -> dict[str, float]:
        return {one.split_value or "": one.share for one in self._of(year) if one.share is not None}

    def labels(self) -> dict[str, str]:
        """The groups in the order of their codes."""
        return {one.split_value or "": one.label or "" for one in self.parts if one.split}

    def part(self, year: int, code: str | None) -> MixPart | None:
        own = (one for one in self.parts if one.period == str(year) and one.split_value == code)
        return next((one for one in own if (one.split is None) == (code is None)), None)

    def clients(self, year: int) -> int | None:
        whole = self.part(year, None)
        return whole.clients if whole else None

    def _of(self, year: int) -> list[MixPart]:
        return [one for one in self.parts if one.period == str(year) and one.split]


def mix_section(
    visit: Visit, indicator: Indicator, current: Observation | None, partner: Partner | None
) -> list[Component]:
    """The last whole year beside the one before; nothing for inhabitants and where neither is known."""
    if indicator.is_population or current is None:
        return []
    is_whole = (current.end.month, current.end.day) == (12, 31) and current.end <= visit.publication.today
    year = current.end.year if is_whole else min(current.end.year, visit.publication.today.year) - 1
    mix = _mix(visit, indicator, year, partner)
    if mix is None:
        return []
    title = visit.say("page_mix.title", year=year, before=year - 1)
    table = scroll_region(_table(visit, mix), name=title, language=visit.language)
    parts: list[Component] = [
        html.H2(title, className="fig-title"),
        html.P(visit.say("page_mix.lede", name=indicator.name), className="fig-sub"),
    ]
    if _is_noted(visit, indicator, mix, partner):
        parts.append(html.P(visit.say("page_mix.note"), className="note"))
    return [html.Section([*parts, table], className="section mix")]


def _mix(visit: Visit, indicator: Indicator, year: int, partner: Partner | None) -> Mix | None:
    """By the split of the address, else by age; None where no group of either year is known."""
    found = client_mix(
        visit.published,
        indicator=indicator.code,
        year=year,
        language=visit.language,
        partner=partner.code if partner else None,
    )
    known = [one.split for one in found if one.split and one.share is not None]
    if not known:
        return None
    preferred = [split for split in (visit.view.split, _FIRST) if split in known]
    split = (preferred or known)[0]
    return Mix(year, [one for one in found if one.split in (None, split)])


def _table(visit: Visit, mix: Mix) -> Component:
    years = (mix.year - 1, mix.year)
    heads = [
        Column(visit.say("page_mix.group")),
        *(Column(str(year), number=True) for year in years),
    ]
    rows = [
        [label, *(_share(visit, mix.part(year, code)) for year in years)]
        for code, label in mix.labels().items()
    ]
    total = [visit.say("page_mix.clients"), *(_clients(visit, mix, year) for year in years)]
    return plain_table(heads, [*rows, total])


def _share(visit: Visit, part: MixPart | None) -> Content:
    if part is None:
        return missing_mark(visit.language)
    return hidden_mark(visit.language) if part.share is None else percentage(part.share, visit.language)


def _clients(visit: Visit, mix: Mix, year: int) -> Content:
    clients, whole = mix.clients(year), mix.part(year, None)
    if clients is not None:
        return number(clients, visit.language)
    return hidden_mark(visit.language) if whole and whole.suppressed else missing_mark(visit.language)


def _is_noted(visit: Visit, indicator: Indicator, mix: Mix, partner: Partner | None) -> bool:
    """Whether satisfaction rose while the clients became others or fewer."""
    if indicator.outcome_criterion != "tevredenheid":
        return False
    found = trend(
        visit.published,
        indicators=[indicator.code],
        kinds=[PeriodKind.YEAR],
        partner=partner.code if partner else None,
    )
    values = {row.start.year: row.value for row in found if row.is_shown}
    now, before = values.get(mix.year), values.get(mix.year - 1)
    return deserves_note(
        has_risen=now is not None and before is not None and now > before,
        shifted=shift(mix.shares(mix.year), mix.shares(mix.year - 1)),
        fell=fall(mix.clients(mix.year), mix.clients(mix.year - 1)),
    )
