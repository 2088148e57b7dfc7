"""The cijfers of a partner that computes at home: its own records, counted per period and split."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from data.demo.cells import figure_line
from data.demo.histories import MUNICIPALITIES, Help
from data.demo.lines import Partner, referrer_code
from data.demo.measures import Level, Share, measures
from data.demo.outcomes import Outcome
from data.demo.profiles import FORMS
from data.demo.spans import Whole, periods, within
from data.schema import AGE_GROUPS
from domain.period import Period, PeriodKind, period_of

Figures = dict[str, list[str]]
"""Lines by the half-year in which they are delivered."""

_SOURCE = "eigen registratie"


@dataclass(frozen=True)
class _Split:
    """A split with its code per row; codes are positions in `values`."""

    name: str
    values: list[str]
    positions: Whole


def own_figures(
    partner: Partner, indicators: Collection[str], rows: Help, outcome: Outcome, referrer: Whole
) -> Figures:
    """The lines of one partner for the agreed indicators and the reasons of ending."""
    found: Figures = defaultdict(list)
    splits = [_split(name, codes) for name, codes in _codes(rows, referrer).items()]
    for measure in measures(rows, outcome, partner.profile.scale):
        if measure.indicator not in indicators and not measure.indicator.startswith("reden"):
            continue
        for period in _totals(measure):
            _tell(found, partner, measure, rows, period, _rows_of(measure, period))
        for period in periods(PeriodKind.HALF_YEAR):
            chosen = _rows_of(measure, period)
            for split in splits:
                for position in np.unique(split.positions[chosen]).tolist():
                    part = chosen[split.positions[chosen] == position]
                    cells = {"uitsplitsing": split.name, "uitsplitsing_waarde": split.values[position]}
                    _tell(found, partner, measure, rows, period, part, cells)
    return found


def delivered_in(period: Period) -> str:
    """The half-year whose delivery holds a figure of this period."""
    return period_of(period.end, PeriodKind.HALF_YEAR).code


def _totals(measure: Share | Level) -> Iterator[Period]:
    """Quarters add up to longer periods; a median does not, so it is told for those as well."""
    yield from periods(PeriodKind.QUARTER)
    if isinstance(measure, Level) and measure.is_median:
        yield from periods(PeriodKind.HALF_YEAR)
        yield from periods(PeriodKind.YEAR)


def _rows_of(measure: Share | Level, period: Period) -> Whole:
    found: Whole = np.flatnonzero(measure.takes_part & within(measure.days, period))
    return found


def _tell(
    found: Figures,
    partner: Partner,
    measure: Share | Level,
    rows: Help,
    period: Period,
    chosen: Whole,
    split: Mapping[str, str] | None = None,
) -> None:
    if not len(chosen):
        return
    cells: dict[str, str | float] = {
        "partner": partner.code,
        "clienten": len(np.unique(rows.client[chosen])),
        "bron": _SOURCE,
        **(split or {}),
        **_values(measure, chosen),
    }
    if measure.asked is not None and not split:
        cells["uitgevraagd"] = int((measure.asked & within(measure.days, period)).sum())
    found[delivered_in(period)].append(figure_line(measure.indicator, period, **cells))


def _values(measure: Share | Level, chosen: Whole) -> dict[str, str | float]:
    if isinstance(measure, Share):
        return {
            "teller": measure.numerator[chosen].sum(),
            "noemer": measure.denominator[chosen].sum(),
        }
    values = measure.values[chosen]
    if measure.is_median:
        return {"waarde": float(np.median(values)), "aantal": len(values)}
    spread = {"standaardafwijking": float(values.std(ddof=1))} if len(values) > 1 else {}
    return {"waarde": float(values.mean()), "aantal": len(values), "schaal": measure.scale, **spread}


def _codes(rows: Help, referrer: Whole) -> dict[str, list[str]]:
    domains = [FORMS[form][0] for form in rows.form.tolist()]
    return {
        "hulpvorm": [FORMS[form][1] for form in rows.form.tolist()],
        "leeftijdsgroep": [AGE_GROUPS[age] for age in rows.age.tolist()],
        "verwijzer": [referrer_code(d, p) for d, p in zip(domains, referrer.tolist(), strict=True)],
        "gemeente": [MUNICIPALITIES[position] for position in rows.municipality.tolist()],
    }


def _split(name: str, codes: list[str]) -> _Split:
    values, positions = np.unique(np.array(codes), return_inverse=True)
    return _Split(name, values.tolist(), positions)
