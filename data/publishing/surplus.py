"""How many records more than clients each figure counts, which turns its records into its clients.

A client whom a figure counts again stands in it twice, next to each other once its records are in order.
Client by client they nearly are, and numbers that nearly are in order are sorted in a sixth of the time.
"""

from collections.abc import Iterator

import numpy as np

from data.publishing.layers import NO_PERIOD, SPLITS, Codes, Figures, figures_of, periods_of, read_cases
from data.publishing.statements import run
from data.store import Connection
from domain.columns import Mask

_TOLD = ("period_id", "partner", "split", "split_number", "records")


def count_surplus(connection: Connection) -> None:
    """Make the table `surplus` of the records in `case_row`."""
    found = list(_surplus(connection))
    nothing = np.zeros(0, dtype=np.int32)
    told = {name: np.concatenate([nothing, *(one[name] for one in found)]) for name in _TOLD}
    connection.register("passing_surplus", told)
    run(connection, "figures/surplus", splits=list(SPLITS))
    connection.unregister("passing_surplus")


def _surplus(connection: Connection) -> Iterator[dict[str, np.ndarray]]:
    cases = _of_several(read_cases(connection, "figures/counted"))
    for period in periods_of(connection, cases):
        again = _is_again(cases["client"], period)
        for figures in figures_of(cases, np.where(again, period, NO_PERIOD)):
            keys, records = _counted_again(cases["client"], figures)
            yield {**figures.told(keys), "records": records}


def _of_several(cases: dict[str, Codes]) -> dict[str, Codes]:
    """The records of clients with more than one, client by client and in order of time."""
    rows = np.flatnonzero(np.bincount(cases["client"])[cases["client"]] > 1)
    client, month = (cases[name][rows].astype(np.int64) for name in ("client", "month"))
    rows = rows[np.argsort(client * (month.max(initial=0) + 1) + month)]
    return {name: column[rows] for name, column in cases.items()}


def _is_again(client: Codes, period: Codes) -> Mask:
    """Which records share their client and period with another; others never count a client again."""
    rows = np.flatnonzero(period != NO_PERIOD)
    # In order of time records in one period stand next to each other, of whichever partner.
    same = (client[rows][1:] == client[rows][:-1]) & (period[rows][1:] == period[rows][:-1])
    found = np.zeros(period.size, dtype=bool)
    found[rows[1:][same]] = True
    found[rows[:-1][same]] = True
    return found


def _counted_again(client: Codes, figures: Figures) -> tuple[Codes, Codes]:
    """The keys of the figures that count a client more than once, and how many records that is too many."""
    ordered = client[figures.rows].astype(np.int64) * figures.size + figures.keys
    ordered.sort(kind="stable")
    again = ordered[1:][ordered[1:] == ordered[:-1]] % figures.size
    records = np.bincount(again, minlength=1)
    keys = np.flatnonzero(records)
    return keys, records[keys]
