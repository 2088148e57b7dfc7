"""Who was helped, a year beside the year before: an easier clientele is no success."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from components.format import number, percentage, period_name
from components.states import hidden_mark, missing_mark
from components.tables import Column, plain_table, scroll_region
from domain.client_mix import MixNote, fall, note_of, shift
from domain.period import PeriodKind
from pages._mix_years import Mix
from pages._visit import Visit
from queries._observation import Observation
from queries.client_mix import MixPart, client_mix
from queries.indicators import Indicator
from queries.partners import Partner
from queries.trend import trend

Content = str | Component
_FIRST = "leeftijdsgroep"


def mix_section(
    visit: Visit, indicator: Indicator, current: Observation | None, partner: Partner | None
) -> list[Component]:
    """The year of the figure beside the one before; nothing for inhabitants and where neither is known."""
    if indicator.is_population or current is None:
        return []
    year = _whole_year(current, visit.publication.today)
    mix = _mix(visit, indicator, year, partner)
    if mix is None:
        return []
    title = visit.say("page_mix.title", year=year, before=year - 1)
    table = scroll_region(_table(visit, mix), name=title, language=visit.language)
    parts: list[Component] = [
        html.H2(title, className="fig-title"),
        html.P(_lede(visit, indicator, current, year), className="fig-sub"),
    ]
    note = _note(visit, indicator, mix, partner)
    if note:
        said = visit.say(f"page_mix.note_{note}", year=year, before=year - 1)
        parts.append(html.P(said, className="note"))
    return [html.Section([*parts, table], className="section mix")]


def _whole_year(current: Observation, today: date) -> int:
    """The year of the figure, or the last one that is over: parts of a partner are known per whole year."""
    year = current.end.year
    return year if date(year, 12, 31) <= today else min(year, today.year) - 1


def _lede(visit: Visit, indicator: Indicator, current: Observation, year: int) -> str:
    """Whose clients these are; and of which years, where the figure beside them is of another period."""
    lede = visit.say("page_mix.lede", name=indicator.name)
    if current.period == str(year):
        return lede
    period = period_name(current.period, visit.language)
    return f"{visit.say('page_mix.other_period', period=period)} {lede}"


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


def _note(visit: Visit, indicator: Indicator, mix: Mix, partner: Partner | None) -> MixNote | None:
    """Beside what a rise in satisfaction from the one year to the other should be read."""
    if indicator.outcome_criterion != "tevredenheid":
        return None
    found = trend(
        visit.published,
        indicators=[indicator.code],
        kinds=[PeriodKind.YEAR],
        partner=partner.code if partner else None,
    )
    values = {row.start.year: row.value for row in found if row.is_shown}
    now, before = values.get(mix.year), values.get(mix.year - 1)
    return note_of(
        has_risen=now is not None and before is not None and now > before,
        shifted=shift(mix.shares(mix.year), mix.shares(mix.year - 1), unsaid=mix.unsaid()),
        fell=fall(mix.clients(mix.year), mix.clients(mix.year - 1)),
    )
