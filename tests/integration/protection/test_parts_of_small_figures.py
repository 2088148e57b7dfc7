"""What few clients have of something (one who left early) does not follow from what is shown around them."""

from dataclasses import replace

import pytest

from data.pointers import folder_of
from data.publishing import publish, republish
from settings import Settings
from tests.integration.leaks.conftest import cells
from tests.integration.protection.attack import LEAST, Attack, Row, key, layers
from tests.integration.publishing.intake import Given, figure, indicator, partner, taken_in

HALVES = ("2025-H1", "2025-H2")
SIZES = {"A": (6, 44), "B": (31, 35), "C": (40, 37), "D": (52, 56), "E": (29, 33)}
RARE = {("A", "2025-H1"): 1, ("D", "2025-H2"): 1}
COMMON = {(code, half): many - 1 for code, of in SIZES.items() for half, many in zip(HALVES, of, strict=True)}


def delivered(sizes: dict[str, tuple[int, int]], counted: dict[tuple[str, str], int]) -> list[Given]:
    rows = [indicator("steunfiguur", computation="cijfers"), *map(partner, sizes)]
    return rows + [
        figure(partner=code, period=half, numerator=counted.get((code, half), 0), denominator=many)
        for code, of in sizes.items()
        for half, many in zip(HALVES, of, strict=True)
    ]


def read(settings: Settings) -> tuple[list[Row], list[Row]]:
    """What the steering group reads, and the same rows in truth."""
    folder = folder_of(settings, "000001")
    exact = {key(row): row for row in cells(folder / "exact.duckdb")}
    found = cells(folder / "steering.duckdb")
    return found, [exact[key(row)] for row in found]


@pytest.mark.parametrize("counted", [RARE, COMMON], ids=["one who did", "one who did not"])
def test_whether_one_of_few_left_early_does_not_follow_where_hardly_anybody_did(
    settings: Settings, counted: dict[tuple[str, str], int]
) -> None:
    taken_in(settings, delivered(SIZES, counted))
    publish(settings)
    found, truth = read(settings)
    small = {place for place, row in enumerate(truth) if row["clients"] < LEAST}
    assert {found[place]["partner"] for place in small} == {"A"}
    for attacker in (None, "B", "C", "D", "E"):
        own = {place for place, row in enumerate(found) if row["partner"] == attacker is not None}
        known = {place for place, row in enumerate(found) if not row["suppressed"]} | own
        attack = Attack(found, [layers(row) for row in truth], known)
        assert [key(found[place]) for place in attack.parts_found(small)] == [], attacker


def test_since_when_a_figure_is_hidden_leaves_it_wide_although_it_tells_that_ten_were_shown(
    settings: Settings,
) -> None:
    sizes = {"A": (11, 60), "B": (11, 70), "C": (11, 64), "D": (72, 75), "E": (83, 81)}
    taken_in(settings, delivered(sizes, {}))
    publish(settings)
    stricter = replace(settings, min_clients=15)
    republish(stricter)
    found, truth = read(stricter)
    since = {place: row["hidden_since"] for place, row in enumerate(found) if row["suppressed"]}
    assert all(since.values())
    attack = Attack(found, [layers(row) for row in truth], {*range(len(found))} - {*since})
    attack.knows_at_least(dict.fromkeys(since, (0, LEAST)))
    sizes_of = {place: row["clients"] for place, row in enumerate(truth)}
    assert [place for place in attack.narrower_than(15) if sizes_of[place] < 15] == []


def test_no_mark_tells_which_hidden_figures_are_small_when_proof_came_after_the_rule(
    settings: Settings,
) -> None:
    """The attack: what has no mark was hidden by the rule, so three together that are 27 are nine each."""
    sizes = {"A": (9, 44), "B": (9, 35), "C": (9, 46), "D": (52, 56), "E": (29, 33), "F": (61, 58)}
    taken_in(settings, delivered(sizes, {}))
    publish(replace(settings, protection="regel"))
    republish(settings)
    found, truth = read(settings)
    hidden = [place for place, row in enumerate(found) if row["suppressed"]]
    assert {truth[place]["clients"] < LEAST for place in hidden} == {True, False}
    assert {found[place]["hidden_since"] for place in hidden} == {None}
