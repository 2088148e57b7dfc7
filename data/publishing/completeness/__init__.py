"""Finds what others may read of how complete the figures are: how many could have had a value, or were asked.

Those counts stand in no proof. Of all partners together they are told where `domain.told_totals` says that
nothing follows; where another indicator has the same number with other figures hidden, they are not.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from data.publishing.judging.kept import keep
from data.publishing.statements import run, statement
from data.store import Connection, rows
from domain.period import Period, parse_period
from domain.told_pairs import Counted, Name, told_together
from domain.told_totals import Share, Total

_TOLD = {"row_id": "INTEGER", "name": "VARCHAR"}
_TELLING = 10
"""Smaller numbers are often equal by chance."""

_BY_CHANCE = 3
"""So many equal numbers are no chance."""


@dataclass
class _Series:
    """One count of one indicator: per period that of all, with its row, and what partners have in it."""

    of_all: dict[Period, tuple[int, Share, bool]] = field(default_factory=dict)
    shares: defaultdict[Period, dict[str, Share]] = field(default_factory=lambda: defaultdict(dict))

    def totals(self) -> list[Total]:
        return [
            Total(period, whole, self.shares[period], is_shown)
            for period, (_, whole, is_shown) in self.of_all.items()
        ]


def tell_totals(connection: Connection, least: int) -> None:
    """Make the table `told_total`: which counts of all partners together everyone in the circle may read."""
    # A version that is made again keeps its agreements, not what follows from them.
    run(connection, "figures/agreed_delivery")
    run(connection, "completeness/beside")
    run(connection, "completeness/same_elsewhere", telling=_TELLING, most_by_chance=_BY_CHANCE)
    series = _read(connection)
    told = told_together({name: one.totals() for name, one in series.items()}, least)
    found = [
        (series[name].of_all[total.period][0], name.counted.value)
        for name, totals in told.items()
        for total in totals
    ]
    keep(connection, "told_total", _TOLD, found)


def _read(connection: Connection) -> dict[Name, _Series]:
    """Every count that no other indicator has, and the answers of every indicator."""
    found: defaultdict[Name, _Series] = defaultdict(_Series)
    for row_id, indicator, name, partner, period, counted, known, clients, is_shown in rows(
        connection, statement("completeness/total")
    ):
        series, span = found[Name(str(indicator), Counted(name))], parse_period(str(period))
        share = Share(int(str(counted)), int(str(known)), int(str(clients)))
        if partner is None:
            series.of_all[span] = int(str(row_id)), share, bool(is_shown)
        else:
            series.shares[span][str(partner)] = share
    return dict(found)
