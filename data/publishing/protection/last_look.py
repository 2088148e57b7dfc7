"""Attacks what was written, with sums that nobody told of, before anyone is pointed to it.

What protects knows which figures add up and which indicators are about the same cases. Here the numbers
themselves say so: every sum that holds over partners, periods and splits, and every count that equals another
one, or the sum of two, wherever they stand. Of a small group nothing may follow from all of those at once.
"""

from collections.abc import Iterator
from time import perf_counter

import numpy as np

from data.publishing.aggregation import Progress
from data.publishing.files import Edition
from data.publishing.hidden_since import Earlier, seen_before
from data.publishing.policies import policy_of
from data.publishing.protection.audit import AuditFailed
from data.publishing.statements import columns, run
from data.store import Connection, rows
from domain.audience import STEERING
from domain.columns import Numbers
from domain.disclosure_columns import Column, Places, followed, merged
from domain.disclosure_table import Integers
from domain.period import parse_period

_OF_THE_GROUP = ("numerator", "denominator", "records", "n", "clients", "amount")
_BESIDE = ("eligible", "asked")
_SIZES = ("records", "n", "denominator")
_COUNTED_ONCE = "clients"
_RESPECTS = ("partner", "period", "split", "value")


def look_at(connection: Connection, edition: Edition, tell: Progress) -> None:
    """Attack the steering group's file, which holds all that aldermen and partners read of others.

    AuditFailed when a small group can be found back.
    """
    policy, start = policy_of(connection, STEERING.file), perf_counter()
    if not policy.is_proved:
        return
    least, places = policy.min_denominator, _places(connection)
    with seen_before(connection, Earlier(edition.folder), STEERING):
        read = columns(connection, "protection/written_figure", least=least)
        (few,) = columns(connection, "protection/few_left", least=least)["figures"]
    _see_to_hidden(read)
    if few:
        raise AuditFailed(f"{few:.0f} cijfers van alle partners laten er te weinig van anderen over")
    every = merged(_columns(read, places.period.size))
    found, secret = followed(every, places), sum(int(np.count_nonzero(one.secret)) for one in every)
    if found:
        raise AuditFailed(f"{found} getallen van kleine groepen volgen uit wat er in het bestand staat")
    tell(
        f"Nagekeken in het bestand: {secret} getallen van kleine groepen ({perf_counter() - start:.0f} s)",
        1,
        1,
    )


def _places(connection: Connection) -> Places:
    run(connection, "protection/every_place")
    ids = columns(connection, "protection/place_numbers")
    periods = rows(connection, "SELECT DISTINCT p.period FROM every_place AS p ORDER BY p.period")
    partner, period, split, value = (ids[f"{name}_id"].astype(np.int64) for name in _RESPECTS)
    return Places(partner, period, split, value, [parse_period(str(code)) for (code,) in periods])


def _see_to_hidden(read: dict[str, Numbers]) -> None:
    """What is small is hidden, and of what is hidden no number stands in the file."""
    hidden = read["suppressed"] > 0
    if ((read["is_small"] > 0) & (read["suppressed"] == 0)).any():
        raise AuditFailed("het bestand toont een kleine groep")
    for name, numbers in read.items():
        if name.startswith("seen_") and np.isfinite(numbers[hidden]).any():
            raise AuditFailed("het bestand bevat een getal dat verborgen is")


def _columns(read: dict[str, Numbers], places: int) -> Iterator[Column]:
    """Every count of every indicator; who could have had a value or was asked is not of the group itself."""
    for number in np.unique(read["indicator"]):
        mine = {name: numbers[read["indicator"] == number] for name, numbers in read.items()}
        for name in (*_OF_THE_GROUP, *_BESIDE):
            yield _column(mine, name, mine["place"].astype(np.int64), places)


def _column(mine: dict[str, Numbers], name: str, at: Integers, places: int) -> Column:
    values, shown = np.full(places, np.nan), np.zeros(places, dtype=bool)
    secret, beside = shown.copy(), shown.copy()
    values[at] = mine[name]
    shown[at] = np.isfinite(mine[f"seen_{name}"])
    secret[at] = (mine["is_small"] > 0) & (mine["is_released"] > 0) & (name in _OF_THE_GROUP)
    beside[at] = mine["is_beside"] > 0
    sizes = np.full(places, np.nan)
    sizes[at] = next((mine[one] for one in _SIZES if np.isfinite(mine[one]).any()), mine[name])
    counted = [values if name in _BESIDE else sizes]
    return Column(values, shown, secret, counted, beside, name != _COUNTED_ONCE)
