"""A figure taken apart by care form, age group, referrer, municipality or informant."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components.chart_tile import chart_tile
from components.choices import Choice
from components.descriptions.counts import n_range_text
from components.descriptions.criterion import criterion_on
from components.descriptions.split import regions_title, split_description, split_title
from components.figures.bars import split_figure
from components.figures.rows import Reading, SplitValue
from components.format import capital, period_name
from components.tables import split_table
from data.schema import AGE_GROUPS, SPLITS
from domain.period import PeriodKind
from pages._choices import split_choice
from pages._facts import figure_in, source_of
from pages._plan import Plan
from pages._rows import reading, split_value, steps
from pages._series import Series, containing
from pages._visit import Visit
from queries.home_region import home_region
from queries.indicators import Indicator
from queries.partners import Partner
from queries.splits import SplitFigure, splits

_ALL_PARTNERS = (PeriodKind.HALF_YEAR, PeriodKind.YEAR, PeriodKind.HORIZON)
_ONE_PARTNER = (PeriodKind.YEAR, PeriodKind.HORIZON)


@dataclass(frozen=True)
class Split:
    """The parts of one figure by the chosen split, and the choice among the splits that are published."""

    choice: Choice
    tile: Component


def split_section(
    visit: Visit, found: Split | None, indicator: Indicator, partner: Partner | None
) -> Component:
    """The parts of the chosen period; says so when there are none."""
    if found is None:
        nothing = [] if indicator.is_population else [no_split(visit, partner)]
        return html.Section(nothing, className="section") if nothing else html.Div()
    return html.Section(found.tile, className="section split")


def no_split(visit: Visit, partner: Partner | None) -> Component:
    """Why there is nothing to take apart, and what to choose instead."""
    key = "page_partner.no_split" if partner else "page_indicator.no_split"
    return html.P(visit.say(key), className="label")


def split_of(visit: Visit, indicator: Indicator, course: Series, partner: Partner | None) -> Split | None:
    """The parts of the chosen period, else of the shortest one around it, else of the one before that."""
    found = _found(visit, indicator, course, partner)
    given = {row.split for row in found} - (set() if indicator.is_answered else {"informant"})
    available = [split for split in SPLITS if split in given]
    if not available:
        return None
    current = visit.view.split if visit.view.split in available else available[0]
    rows = sorted((row for row in found if row.split == current), key=_place)
    tile = _tile(visit, indicator, rows, current, partner, course)
    return Split(split_choice(visit, available, current), tile)


def _place(row: SplitFigure) -> tuple[int, str]:
    """Age groups by age, municipalities by name, everything else by code."""
    if row.split == "leeftijdsgroep" and row.split_value in AGE_GROUPS:
        return AGE_GROUPS.index(row.split_value), ""
    return 0, row.label.lower() if row.split == "gemeente" else row.split_value or ""


def _found(visit: Visit, indicator: Indicator, course: Series, partner: Partner | None) -> list[SplitFigure]:
    if course.current is None:
        return []
    kinds = _ONE_PARTNER if partner else _ALL_PARTNERS
    period = containing(course.current.period, kinds)
    for one in [period, period.shifted(-1)] if period else []:
        found = splits(
            visit.published,
            indicator=indicator.code,
            period=one.code,
            language=visit.language,
            partner=partner.code if partner else None,
        )
        if found:
            return found
    return []


def _tile(
    visit: Visit,
    indicator: Indicator,
    found: Sequence[SplitFigure],
    split: str,
    partner: Partner | None,
    course: Series,
) -> Component:
    words, name = reading(indicator, visit.language), visit.say(f"page_split.{split}")
    home, parts = _home(visit, indicator, course), [split_value(row) for row in found]
    rows, first = [*home, *parts], found[0]
    whose = {"indicator": indicator.code, "partner": partner.code if partner else None}
    norm = criterion_on(steps(Plan(visit).criteria, indicator.code), first.middle)
    return chart_tile(
        split_figure(rows, reading=words, criterion=norm),
        title=regions_title(home, parts, reading=words)
        if indicator.is_population
        else split_title(parts, reading=words, split=name),
        subtitle=". ".join(
            filter(None, [_counted(first, rows, words), _instead(visit, course, first.period)])
        ),
        description=split_description(rows, reading=words, split=name),
        table=split_table(rows, reading=words, split=capital(name), criterion=norm),
        source=source_of(visit, figure_in(visit, indicator.code, first.period, partner), partner),
        measured_on=first.measured_on,
        csv_href=visit.csv("uitsplitsing", period=first.period, split=split, **whose),
        language=visit.language,
    )


def _counted(first: SplitFigure, rows: Sequence[SplitValue], words: Reading) -> str:
    """The period of the parts, and how many are in them."""
    period = capital(period_name(first.period, words.language))
    return ", ".join(filter(None, [period, n_range_text(rows, words)]))


def _instead(visit: Visit, course: Series, period: str) -> str:
    """That the chosen period has no parts of its own, where it is another one that is shown."""
    asked = course.current.period if course.current else period
    if asked == period:
        return ""
    return visit.say("page_split.other_period", period=period_name(asked, visit.language))


def _home(visit: Visit, indicator: Indicator, course: Series) -> list[SplitValue]:
    """The own region above the ones it is compared with."""
    row = course.current if indicator.is_population else None
    name = home_region(visit.published, indicator=indicator.code, language=visit.language) if row else None
    if row is None or name is None:
        return []
    return [SplitValue(name, row.value, row.denominator, row.numerator, row.suppressed, row.provisional)]
