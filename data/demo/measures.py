"""What a partner that delivers only figures counts in its own records, per indicator."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.demo.histories import Help
from data.demo.outcomes import (
    ADMINISTRATIVE,
    AGREED,
    BY_CLIENT,
    BY_PROVIDER,
    CIRCUMSTANCES,
    NO,
    PLANNED,
    UNKNOWN,
    YES,
    Outcome,
)
from data.demo.spans import LAST, Days, Mask, Numbers
from domain.change import minimal_reliable_change

_REASONS = {
    "volgens_plan": PLANNED,
    "in_overeenstemming": AGREED,
    "client": BY_CLIENT,
    "aanbieder": BY_PROVIDER,
    "omstandigheden": CIRCUMSTANCES,
    "onbekend": UNKNOWN,
}
_SATISFIED_FROM = 7
_INSTRUMENTS = {False: (5.8, 0.82), True: (5.2, 0.86)}
"""Deviation and reliability of SDQ and ZRM, as in the plan of the sample set."""


@dataclass(frozen=True)
class Share:
    """A sum over a sum, per row: what counts, out of what could count; NaN where a row does not take part."""

    indicator: str
    days: Days
    numerator: Numbers
    denominator: Numbers
    asked: Mask | None = None

    @property
    def takes_part(self) -> Mask:
        """The rows behind the figure."""
        part: Mask = ~np.isnan(self.denominator)
        return part


@dataclass(frozen=True)
class Level:
    """A mean or a median of a value per row; NaN where a row has none."""

    indicator: str
    days: Days
    values: Numbers
    is_median: bool
    scale: str = ""
    asked: Mask | None = None

    @property
    def takes_part(self) -> Mask:
        """The rows behind the figure."""
        part: Mask = ~np.isnan(self.values)
        return part


def measures(rows: Help, outcome: Outcome, scale: tuple[int, int]) -> Iterator[Share | Level]:
    """Every measure of both domains, on the rows of one partner."""
    for is_wmo, suffix in ((False, ""), (True, "_wmo")):
        ended = (rows.is_wmo == is_wmo) & (rows.end <= LAST)
        yield from _endings(rows, outcome, ended, suffix)
        yield from _results(rows, outcome, ended, is_wmo)
        yield from _satisfaction(rows, outcome, ended, scale, suffix)
        yield from _time(rows, outcome, rows.is_wmo == is_wmo, suffix)


def _among(base: Mask, counted: Mask | Numbers) -> tuple[Numbers, Numbers]:
    """Numerator and denominator of a share of rows."""
    return np.where(base, counted, 0).astype(np.float64), np.where(base, 1.0, np.nan)


def _endings(rows: Help, outcome: Outcome, ended: Mask, suffix: str) -> Iterator[Share]:
    real = ended & (outcome.reason != ADMINISTRATIVE)
    known = real & (outcome.reason != UNKNOWN)
    by_client, by_provider = outcome.reason == BY_CLIENT, outcome.reason == BY_PROVIDER
    yield Share(f"uitval{suffix}", rows.end, *_among(known, by_client | by_provider))
    yield Share(f"uitval{suffix}_client", rows.end, *_among(known, by_client))
    yield Share(f"uitval{suffix}_aanbieder", rows.end, *_among(known, by_provider))
    for name, reason in _REASONS.items():
        yield Share(f"reden{suffix}_{name}", rows.end, *_among(real, outcome.reason == reason))


def _results(rows: Help, outcome: Outcome, ended: Mask, is_wmo: bool) -> Iterator[Share]:
    suffix = "_wmo" if is_wmo else ""
    answered = ended & (outcome.without_help <= NO)
    yield Share(f"zonder_hulp_verder{suffix}", rows.end, *_among(answered, outcome.without_help == YES))
    gain = (outcome.score_end - outcome.score_start) * (1 if is_wmo else -1)
    measured = ended & ~np.isnan(gain)
    improved = np.nan_to_num(gain) > minimal_reliable_change(*_INSTRUMENTS[is_wmo])
    name = "zelfredzaamheid_wmo" if is_wmo else "problemen_verminderd"
    yield Share(name, rows.end, *_among(measured, improved))
    agreed = ended & (outcome.goals_set > 0)
    goals = np.where(agreed, outcome.goals_set, np.nan)
    yield Share(f"doelen_behaald{suffix}", rows.end, np.where(agreed, outcome.goals_reached, 0.0), goals)
    if not is_wmo:
        every = outcome.goals_reached == outcome.goals_set
        yield Share("doelen_behaald_clienten", rows.end, *_among(agreed, every))


def _satisfaction(
    rows: Help, outcome: Outcome, ended: Mask, scale: tuple[int, int], suffix: str
) -> Iterator[Share | Level]:
    answered = ended & ~np.isnan(outcome.mark)
    marks = np.where(answered, outcome.mark, np.nan)
    text = f"{scale[0]}-{scale[1]}"
    yield Level(f"tevredenheid{suffix}", rows.end, marks, is_median=False, scale=text, asked=ended)
    enough = np.nan_to_num(outcome.mark) >= _SATISFIED_FROM
    yield Share(f"tevredenheid_voldoende{suffix}", rows.end, *_among(answered, enough), asked=ended)


def _time(rows: Help, outcome: Outcome, mine: Mask, suffix: str) -> Iterator[Share | Level]:
    ended = mine & (rows.end <= LAST)
    days = (rows.end - rows.start).astype(np.float64)
    yield Level(f"doorlooptijd{suffix}", rows.end, np.where(ended, days, np.nan), is_median=True)
    waited = np.where(mine, outcome.waited, np.nan)
    yield Level(f"wachttijd{suffix}", rows.start, waited, is_median=True)
    delivered = np.where(ended, outcome.delivered, np.nan)
    if not suffix:
        yield Level("geleverde_tijd", rows.end, delivered, is_median=True)
    granted = np.where(np.isnan(delivered), np.nan, outcome.granted)
    yield Share(f"geleverd_toegewezen{suffix}", rows.end, np.nan_to_num(delivered), granted)
