"""Nothing hidden in the published samples follows from all indicators about the same cases at once.

Exhaustive: for an outsider and for each partner. The numerators of indicators that count the very same cases
are attacked apart (`test_attack_on_the_samples.py`); here one of those stands for all.
"""

from collections.abc import Mapping

import pytest

from settings import Settings
from tests.integration.protection.attack import Key, Row
from tests.integration.protection.joint_attack import Counts
from tests.integration.protection.joint_files import counts_of, followed, own_of, read, read_exact, stars

PARTNERS = [f"P{number:02}" for number in range(1, 13)]


@pytest.fixture(scope="module")
def exact(samples: Settings) -> dict[Key, Row]:
    return read_exact(samples)


@pytest.fixture(scope="module")
def seen(samples: Settings, exact: Mapping[Key, Row]) -> list[Row]:
    """What the steering group reads."""
    return read(samples, "steering", exact)


@pytest.fixture(scope="module")
def counts(exact: Mapping[Key, Row]) -> dict[Key, Counts]:
    return counts_of(exact)


@pytest.mark.exhaustive
@pytest.mark.parametrize("partner", [None, *PARTNERS])
def test_nothing_hidden_follows_from_all_that_is_a_part_of_the_same(
    exact: dict[Key, Row], counts: dict[Key, Counts], seen: list[Row], partner: str | None
) -> None:
    own, every = own_of(exact, counts, partner), stars(exact, counts, seen)
    assert len(every) > 1
    assert {whole: followed(exact, counts, rows, whole, own) for whole, rows in every.items()} == {
        whole: [] for whole in every
    }
