"""Nothing hidden in the published samples follows from what somebody reads, with what one partner knows.

Exhaustive: every indicator, for the steering group and for each partner, through linear programs. It takes
the published files as they are; pages, downloads and the interface show no more (tests of leaks).
"""

from collections import defaultdict
from collections.abc import Sequence

import pytest

from settings import Settings
from tests.installation import TODAY, manage
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import Attack, Key, Row, as_rows, key, layers

PARTNERS = [f"P{number:02}" for number in range(1, 13)]
CELLS = """
    SELECT
        o.indicator, o.partner, o.period, o.period_kind, o.period_start, o.period_end, o.split, o.split_value,
        o.numerator, o.denominator, o.n, o.suppressed
    FROM observation AS o
    WHERE o.indicator NOT LIKE 'geleverd_toegewezen%'
"""  # hours are not counted, and about the same cases as the hours delivered
OTHER_ROWS = "SELECT * FROM other_partners WHERE indicator NOT LIKE 'geleverd_toegewezen%'"
DRAWS = 4


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
    """What follows exactly, or more narrowly than the rule allows; `own` is known besides."""
    mine, of_indicator = {key(row): row for row in own}, defaultdict(list)
    for row in seen:
        of_indicator[row["indicator"]].append(row)
    found: list[Key] = []
    for rows in of_indicator.values():
        known = {place for place, row in enumerate(rows) if not row["suppressed"] or key(row) in mine}
        if len(known) < len(rows):
            attack = Attack(rows, [layers(exact[key(row)]) for row in rows], known, DRAWS)
            attack.knows_at_least(_least(rows, mine))
            found += [key(rows[place]) for place in attack.found()]
    return found


def _least(rows: Sequence[Row], mine: dict[Key, Row]) -> dict[int, tuple[float, float]]:
    """Of figures of all partners together at least the own part."""
    partners = {partner for _, partner, *_ in mine}
    asked = {
        place: (row["indicator"], partner, *key(row)[2:])
        for place, row in enumerate(rows)
        for partner in partners
        if row["partner"] is None
    }
    return {place: layers(mine[own]) for place, own in asked.items() if own in mine}


@pytest.mark.exhaustive
@pytest.mark.parametrize("partner", [None, *PARTNERS])
def test_nothing_hidden_from_the_steering_group_follows(
    published: Settings, exact: dict[Key, Row], seen: list[Row], partner: str | None
) -> None:
    rows = cells_of(published, f"partner-{partner}") if partner else []
    assert followed(exact, seen, [row for row in rows if row["partner"]]) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("partner", PARTNERS)
def test_nothing_hidden_in_the_file_of_a_partner_follows(
    published: Settings, exact: dict[Key, Row], partner: str
) -> None:
    rows = cells_of(published, f"partner-{partner}")
    own = [row for row in rows if row["partner"]]
    assert followed(exact, [row for row in rows if row["partner"] is None], own) == []
