"""Nothing hidden in the published samples follows from what somebody reads, with what one partner knows.

Exhaustive: every indicator, for the steering group and for each partner, through linear programs. It takes
the published files as they are; pages, downloads and the interface show no more (tests of leaks).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pytest

from settings import Settings
from tests.installation import TODAY, manage
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import OTHERS, Attack, Key, Row, as_rows, key, layers

PARTNERS = [f"P{number:02}" for number in range(1, 13)]
CELLS = """
    SELECT
        o.indicator, o.partner, o.period, o.period_kind, o.period_start, o.period_end, o.split, o.split_value,
        o.numerator, o.denominator, o.n, o.value, o.scale, o.suppressed
    FROM observation AS o
    WHERE o.indicator NOT LIKE 'geleverd_toegewezen%'
"""  # hours are not counted, and about the same cases as the hours delivered
OTHER_ROWS = "SELECT * FROM other_partners WHERE indicator NOT LIKE 'geleverd_toegewezen%'"
DRAWS = 4
Counts = tuple[float, float]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The samples, published with all that production hides."""
    home = tmp_path_factory.mktemp("samples")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMARTDASH_PROTECTION", "volledig")
        manage("samples", home=home)
    return Settings(home=home, today=TODAY, key_file=home / "client.key")


def cells_of(settings: Settings, audience: str) -> list[Row]:
    return cells(file_of(settings, audience), CELLS)


@pytest.fixture(scope="module")
def exact(published: Settings) -> dict[Key, Row]:
    return {key(row): row for row in cells_of(published, "exact")}


@pytest.fixture(scope="module")
def seen(published: Settings, exact: dict[Key, Row]) -> list[Row]:
    """What the steering group reads."""
    others = as_rows(cells(file_of(published, "steering"), OTHER_ROWS))
    exact |= {key(row): row for row in others}
    return [*cells_of(published, "steering"), *others]


def followed(exact: dict[Key, Row], seen: Sequence[Row], own: Sequence[Row]) -> list[Key]:
    """What follows exactly, or more narrowly than the rule allows; `own` is known besides.

    So is a figure of all partners together that one partner made up alone.
    """
    detail, of_indicator = {key(row): layers(row) for row in own}, defaultdict(list)
    mine = {key(row): row for row in own}
    mine |= {_of_all(one): row for one, row in mine.items() if layers(exact[_of_all(one)]) == layers(row)}
    for row in seen:
        of_indicator[row["indicator"]].append(row)
    found: list[Key] = []
    for rows in of_indicator.values():
        known = {place for place, row in enumerate(rows) if not row["suppressed"] or key(row) in mine}
        if len(known) < len(rows):
            truth = [layers(exact[key(row)]) for row in rows]
            attack = Attack(rows, truth, known, DRAWS)
            attack.knows_at_least(_shares(rows, truth, detail))
            found += [key(rows[place]) for place in attack.found()]
    return found


def _shares(rows: Sequence[Row], truth: Sequence[Counts], detail: Mapping[Key, Counts]) -> dict[int, Counts]:
    """What somebody knows of figures of all partners: their own share in them.

    A median that a partner delivered itself stands beside that of all partners, and may be of more.
    """
    of_all = {_of_all(one): counts for one, counts in detail.items()}
    shares = {place: of_all.get(key(row), (0.0, 0.0)) for place, row in enumerate(rows)}
    return {
        at: share for at, share in shares.items() if share[0] <= truth[at][0] and share[1] <= truth[at][1]
    }


def _of_all(one: Key) -> Key:
    """The same figure of all partners together."""
    return one[0], None, *one[2:]


@pytest.mark.exhaustive
@pytest.mark.parametrize("partner", [None, *PARTNERS])
def test_nothing_hidden_from_the_steering_group_follows(
    published: Settings, exact: dict[Key, Row], seen: list[Row], partner: str | None
) -> None:
    rows = cells_of(published, f"partner-{partner}") if partner else []
    own = [row for row in rows if row["partner"] and (row["n"] or row["denominator"])]
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
