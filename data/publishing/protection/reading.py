"""Reads from the workspace what protection needs: the released figures, and the places they stand in."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np

from data.publishing.hidden_since import Earlier, seen_before
from data.publishing.protection.figures import Figures, Own
from data.publishing.protection.limits import Limits, limits_of
from data.publishing.statements import columns, load, run, statement
from data.store import Connection, rows
from domain.audience import STEERING
from domain.disclosure_cube import Place
from domain.period import parse_period

Known = defaultdict[int, dict[int, str]]
Makers = defaultdict[int, dict[int, frozenset[str]]]

_PARTNERS = "SELECT p.partner, p.number FROM numbered_partner AS p ORDER BY p.number"
_COUNTS = ("clients", "records", "numerator", "denominator", "n", "amount")


def read_figures(connection: Connection) -> list[Figures]:
    """The released figures of every indicator, as `closed_mask` hides them now; after `read_places`."""
    run(connection, "protection/number")
    run(connection, "protection/number_partner")
    run(connection, "protection/of_all")
    read = columns(connection, "protection/figures")
    own, known, makers = (
        columns(connection, "protection/own"),
        _read_known(connection),
        _read_makers(connection),
    )
    return [
        _figures(read, own, known[number], makers[number], number)
        for number in np.unique(read["indicator"]).astype(int).tolist()
    ]


def read_limits(connection: Connection, every: Sequence[Figures]) -> dict[int, tuple[Limits, ...]]:
    """What others tell of these figures, as `closed_mask` shows those now, by indicator."""
    read = columns(connection, "protection/limits")
    found = {}
    for one in every:
        mine = read["indicator"] == one.indicator
        found[one.indicator] = limits_of({name: column[mine] for name, column in read.items()}, one.places)
    return found


def read_partners(connection: Connection) -> dict[str, int]:
    """The number of every partner; after `read_figures`."""
    return {str(code): int(str(number)) for code, number in rows(connection, _PARTNERS)}


def read_told(connection: Connection, earlier: Earlier | None) -> None:
    """Make the table of what the last version showed; empty where a version is made stricter."""
    load(connection, "told_before", {"row_id": "INTEGER"}, ())
    if earlier is None or earlier.newest is None:
        return
    with seen_before(connection, Earlier(earlier.newest), STEERING) as is_there:
        if is_there:
            run(connection, "protection/told_before")


def read_places(connection: Connection) -> list[Place]:
    """All places, in the order of their numbers; makes the table `released_place`."""
    run(connection, "protection/place")
    period = cache(parse_period)
    return [
        Place(_text(partner), period(str(code)), _text(split), _text(value))
        for partner, code, split, value in rows(connection, statement("protection/places"))
    ]


def _read_known(connection: Connection) -> Known:
    """Which partner made up a figure of all alone, per indicator and place."""
    found: Known = defaultdict(dict)
    for indicator, place, partner in rows(connection, statement("protection/known")):
        found[int(str(indicator))][int(str(place))] = str(partner)
    return found


def _read_makers(connection: Connection) -> Makers:
    """Which partners have a part in a figure of all, per indicator and place."""
    found: Makers = defaultdict(dict)
    for indicator, place, partners in connection.execute(statement("protection/made_by")).fetchall():
        found[indicator][place] = frozenset(partners)
    return found


def _figures(
    read: dict[str, np.ndarray],
    own: dict[str, np.ndarray],
    known_to: dict[int, str],
    made_by: dict[int, frozenset[str]],
    number: int,
) -> Figures:
    mine = read["indicator"] == number
    places = read["place"][mine].astype(np.int64)
    share = (own["indicator"] == number) & np.isin(own["place"], places)
    return Figures(
        number,
        places,
        read["row_id"][mine].astype(np.int64),
        read["suppressed"][mine] > 0,
        {name: read[name][mine] for name in _COUNTS},
        known_to,
        made_by,
        Own(
            np.searchsorted(places, own["place"][share]),
            {name: own[name][share] for name in _COUNTS},
            own["partner"][share].astype(np.int64),
        ),
        read["told_before"][mine] > 0,
        read["least"][mine].astype(np.int64),
        frozenset(places[read["is_beside"][mine] > 0].tolist()),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
