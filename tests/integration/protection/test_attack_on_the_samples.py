"""Nothing hidden in the published samples follows from what somebody reads, with what one partner knows.

Exhaustive: every indicator, for the steering group and for each partner, through linear programs. It takes
the published files as they are; pages, downloads and the interface show no more (tests of leaks).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import pytest

from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import LEAST, NEAR, OTHERS, Attack, Key, Row, as_rows, key, layers
from tests.integration.protection.joint_files import read, read_exact

PARTNERS = [f"P{number:02}" for number in range(1, 13)]
HOURS = "geleverd_toegewezen"
OTHER_ROWS = f"SELECT * FROM other_partners WHERE NOT starts_with(indicator, '{HOURS}')"
DRAWS = 4
Counts = tuple[float, float]


@pytest.fixture(scope="module")
def exact(samples: Settings) -> dict[Key, Row]:
    """Every figure there is, and what the steering group reads of others together."""
    others = as_rows(cells(file_of(samples, "steering"), OTHER_ROWS))
    return read_exact(samples) | {key(row): row for row in others}


@pytest.fixture(scope="module")
def seen(samples: Settings, exact: dict[Key, Row]) -> list[Row]:
    """What the steering group reads."""
    others = [row for row in exact.values() if row["partner"] == OTHERS]
    return counted([*read(samples, "steering", exact), *others])


def counted(rows: Iterable[Row]) -> list[Row]:
    """Hours are not counted, and about the same cases as the hours delivered."""
    return [row for row in rows if not row["indicator"].startswith(HOURS)]


def followed(exact: dict[Key, Row], seen: Sequence[Row], own: Sequence[Row]) -> list[Key]:
    """What follows exactly, or more narrowly than the rule allows; `own` is known besides.

    So are shares in figures of all partners together, and the figures that one partner made up alone.
    """
    mine, of_indicator = {key(row): row for row in own}, defaultdict(list)
    shares = _shares(exact, own)
    alone = (of_all for of_all, share in shares.items() if np.allclose(share, layers(exact[of_all])))
    mine |= {of_all: exact[of_all] for of_all in alone}
    for row in seen:
        of_indicator[row["indicator"]].append(row)
    found: list[Key] = []
    for rows in of_indicator.values():
        known = {place for place, row in enumerate(rows) if not row["suppressed"] or key(row) in mine}
        if len(known) < len(rows):
            attack = Attack(rows, [layers(exact[key(row)]) for row in rows], known, DRAWS)
            attack.knows_at_least({at: shares[key(r)] for at, r in enumerate(rows) if key(r) in shares})
            found += [key(rows[place]) for place in attack.found()]
            found += [key(rows[place]) for place in attack.parts_found(_small(exact, rows))]
    return found


def _small(exact: dict[Key, Row], rows: Sequence[Row]) -> set[int]:
    """Those of few clients: what they count of them must not follow either."""
    counts = ((place, exact[key(row)].get("clients")) for place, row in enumerate(rows))
    return {place for place, clients in counts if clients is not None and clients < LEAST}


def _shares(exact: dict[Key, Row], own: Sequence[Row]) -> dict[Key, Counts]:
    """How much of each figure of all partners is somebody's own, but for what stands beside it."""
    shares = {_of_all(key(row)): layers(row) for row in own if row["is_in_all"]}
    assert all(np.subtract(share, layers(exact[one])).max() <= NEAR for one, share in shares.items())
    return shares


def _of_all(one: Key) -> Key:
    """The same figure of all partners together."""
    return one[0], None, *one[2:]


@pytest.mark.exhaustive
@pytest.mark.parametrize("partner", [None, *PARTNERS])
def test_nothing_hidden_from_the_steering_group_follows(
    exact: dict[Key, Row], seen: list[Row], partner: str | None
) -> None:
    """A partner knows all of itself, more than it is shown."""
    rows = [row for row in exact.values() if partner and row["partner"] == partner]
    own = [row for row in counted(rows) if row["n"] or row["denominator"]]
    assert followed(exact, seen, own) == []


@pytest.mark.exhaustive
def test_every_row_of_other_partners_is_all_minus_the_shown(exact: dict[Key, Row], seen: list[Row]) -> None:
    others = [row for row in seen if row["partner"] == OTHERS]
    shown, totals = defaultdict(list), {}
    for row in seen:
        if row["split"] is None and row["partner"] is None:
            totals[row["indicator"], row["period"]] = row
        if row["split"] is None and row["partner"] not in (None, OTHERS) and not row["suppressed"]:
            shown[row["indicator"], row["period"]].append(row)
    assert others
    for row in others:
        place = row["indicator"], row["period"]
        for count in ("numerator", "denominator", "n"):
            parts = [part[count] or 0 for part in shown[place]]
            assert (row[count] or 0) == (totals[place][count] or 0) - sum(parts), (place, count)
