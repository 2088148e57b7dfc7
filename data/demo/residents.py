"""Invented yearly surveys among all residents, for the goals of 'maatschappelijk resultaat'."""

from collections.abc import Mapping

import numpy as np

from data.demo.cells import figure_line
from data.demo.spans import periods
from domain.period import Period, PeriodKind

_MUNICIPALITY = "GM0394"
_SHARES: Mapping[str, tuple[float, float, int]] = {  # around 2022 and 2025, and how many answered
    "vrijwilligerswerk": (0.38, 0.405, 2150),
    "betrokkenheid": (0.61, 0.655, 2150),
    "startkwalificatie": (0.84, 0.862, 3900),
    "sport": (0.68, 0.695, 1240),
    "niet_roken": (0.82, 0.872, 1240),
    "matig_alcohol": (0.74, 0.735, 1240),
}


def survey_lines(rng: np.random.Generator) -> list[str]:
    """One line per indicator and year."""
    years = periods(PeriodKind.YEAR)
    found = []
    for indicator, (first, last, answered) in _SHARES.items():
        for position, year in enumerate(years):
            share = first + (last - first) * position / (len(years) - 1)
            count = int(rng.normal(answered, answered * 0.03))
            found.append(
                figure_line(
                    indicator,
                    year,
                    gemeente=_MUNICIPALITY,
                    teller=int(rng.binomial(count, share)),
                    noemer=count,
                    peildatum=f"{year.start.year}-10-01",
                    bron="fictief",
                )
            )
    return found


def reach_lines(partner: str, rng: np.random.Generator) -> dict[str, list[str]]:
    """How many residents walked in at a partner without referral, per half-year and year, by half-year."""
    found: dict[str, list[str]] = {}
    counts: list[int] = []
    for position, half_year in enumerate(periods(PeriodKind.HALF_YEAR)):
        counts.append(int(rng.normal(385 + 12 * position, 14)))
        found[half_year.code] = [_reach(partner, half_year, counts[-1])]
        if half_year.code.endswith("H2"):
            year = next(year for year in periods(PeriodKind.YEAR) if year.end == half_year.end)
            found[half_year.code].append(_reach(partner, year, int(0.78 * (counts[-1] + counts[-2]))))
    return found


def _reach(partner: str, period: Period, count: int) -> str:
    return figure_line(
        "bereik", period, partner=partner, waarde=count, clienten=count, bron="bezoekersregistratie"
    )
