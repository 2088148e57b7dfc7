"""An attack of its own on whole published files, with what one partner knows besides.

It shares no code with what protects. The rows of a file are the unknowns; every sum that holds between them
is used, and numerator and complement are attacked apart, as the sums hold for each.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import csr_array

from bench import many
from data.publishing import publish
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.publishing.intake import settings_in

LEAST = 10
SIZE = (5, 1, 5, 2)
DRAWS = 8
Row = dict[str, Any]
Key = tuple[Any, ...]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Five partners with figures by quarter and in two splits, of which a part is small."""
    settings = replace(settings_in(tmp_path_factory.mktemp("attacked")), protection="volledig")
    many.take_in_many(settings, SIZE)
    publish(settings)
    return settings


@pytest.fixture(scope="module")
def with_few(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Four partners with so few clients that figures of all of them together are small as well."""
    settings = replace(settings_in(tmp_path_factory.mktemp("few")), protection="volledig")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many, "_CLIENTS", 16)
        many.take_in_many(settings, (4, 1, 5, 1))
    publish(settings)
    return settings


def key(row: Row) -> Key:
    return row["indicator"], row["partner"], row["period"], row["split"], row["split_value"]


def layers(row: Row) -> tuple[float, float]:
    return float(row["numerator"]), float(row["denominator"] - row["numerator"])


def sums(found: list[Row]) -> Iterator[tuple[int, list[int]]]:
    """A total and its parts: by partner, by split, and by shorter periods of one kind."""
    for total, row in enumerate(found):
        groups: dict[Any, list[int]] = defaultdict(list)
        for place, part in enumerate(found):
            same_split = (row["split"], row["split_value"]) == (part["split"], part["split_value"])
            same_period = row["period"] == part["period"]
            same_partner = row["partner"] == part["partner"]
            if same_split and same_period and row["partner"] is None and part["partner"]:
                groups["partner"].append(place)
            if same_partner and same_period and row["split"] is None and part["split"]:
                groups[part["split"]].append(place)
            inside = row["period_start"] <= part["period_start"] and part["period_end"] <= row["period_end"]
            if same_partner and same_split and inside and row["period_kind"] != part["period_kind"]:
                groups[part["period_kind"]].append(place)
        yield from ((total, parts) for parts in groups.values())


class Attack:
    """What can be computed of the unknown rows of a file from the known ones."""

    def __init__(self, found: list[Row], truth: list[tuple[float, float]], known: set[int]) -> None:
        exact = np.array(truth)
        relations = [
            one for one in sums(found) if np.allclose(exact[one[1]].sum(axis=0), exact[one[0]], atol=1e-6)
        ]
        matrix = np.zeros((len(relations), len(found)))
        for place, (total, parts) in enumerate(relations):
            matrix[place, parts], matrix[place, total] = 1, -1
        self.unknown = np.array([place for place in range(len(found)) if place not in known])
        seen = exact.copy()
        seen[self.unknown] = 0
        self.matrix = csr_array(matrix[:, self.unknown])
        self.sums_to = -(matrix @ seen)
        self.least = np.zeros((self.unknown.size, 2))

    def knows_at_least(self, counts: dict[int, tuple[float, float]]) -> None:
        """Of what is a total of its own figures and those of others."""
        for place, least in counts.items():
            if place in self.unknown:
                self.least[np.searchsorted(self.unknown, place)] = least

    def found(self) -> list[int]:
        """The rows of which the size follows exactly, or more narrowly than the rule allows."""
        low = np.full((self.unknown.size, 2), np.inf)
        high = np.full((self.unknown.size, 2), -np.inf)
        draw = np.random.default_rng(1)
        for layer, _ in np.ndindex(2, DRAWS):
            goal = draw.choice([-1.0, 1.0], self.unknown.size)
            fits = self._fitting(goal, layer)
            low[:, layer], high[:, layer] = np.minimum(low[:, layer], fits), np.maximum(high[:, layer], fits)
        for place in np.flatnonzero(~_is_wide(low.sum(axis=1), high.sum(axis=1))):
            goal = np.zeros(self.unknown.size)
            goal[place] = 1
            for layer in range(2):
                low[place, layer] = self._fitting(goal, layer)[place]
                high[place, layer] = self._fitting(-goal, layer)[place]
        narrow = self.unknown[~_is_wide(low.sum(axis=1), high.sum(axis=1))]
        return [int(place) for place in narrow]

    def _fitting(self, goal: np.ndarray, layer: int) -> np.ndarray:
        """Counts that fit all that is known and make the goal as small as can be, none over ten thousand."""
        solved = linprog(
            goal,
            A_eq=self.matrix,
            b_eq=self.sums_to[:, layer],
            bounds=np.column_stack([self.least[:, layer], np.full(self.unknown.size, 1e4)]),
        )
        assert solved.status == 0, solved.message
        return np.asarray(solved.x)


def _is_wide(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    return np.asarray((high - low >= 1 - 1e-6) & ((high - low >= LEAST - 1e-6) | (high >= LEAST - 1e-6)))


@pytest.mark.parametrize("attacker", [None, "P1", "P2", "P3", "P4", "P5"])
def test_nothing_hidden_from_the_steering_group_follows_for_who_knows_one_partner(
    published: Settings, attacker: str | None
) -> None:
    exact = {key(row): row for row in cells(file_of(published, "exact"))}
    found = cells(file_of(published, "steering"))
    hidden = [place for place, row in enumerate(found) if row["suppressed"]]
    assert 0 < len(hidden) < len(found)
    own = {place for place in hidden if attacker and found[place]["partner"] == attacker}
    known = {place for place, row in enumerate(found) if not row["suppressed"]} | own
    attack = Attack(found, [layers(exact[key(row)]) for row in found], known)
    assert [key(found[place]) for place in attack.found()] == []


@pytest.mark.parametrize("partner", ["P1", "P2", "P3", "P4"])
def test_nothing_hidden_in_the_file_of_a_partner_follows_with_all_its_own_figures(
    with_few: Settings, partner: str
) -> None:
    exact = {key(row): row for row in cells(file_of(with_few, "exact"))}
    found = cells(file_of(with_few, f"partner-{partner}"))
    own = {key(row): layers(row) for row in found if row["partner"] == partner}
    together = [row for row in found if row["partner"] is None]
    known = {place for place, row in enumerate(together) if not row["suppressed"]}
    assert own
    assert 0 < len(known) < len(together)
    attack = Attack(together, [layers(exact[key(row)]) for row in together], known)
    mine = {place: (row["indicator"], partner, *key(row)[2:]) for place, row in enumerate(together)}
    attack.knows_at_least({place: own[one] for place, one in mine.items() if one in own})
    assert [key(together[place]) for place in attack.found()] == []
