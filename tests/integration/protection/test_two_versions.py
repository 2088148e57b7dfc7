"""Two versions beside each other give nothing away that each of them hides."""

from dataclasses import replace
from pathlib import Path

import duckdb
import numpy as np
import pytest

from data.publishing import publish
from data.store import open_intake
from settings import Settings
from tests.integration.publishing.intake import (
    Given,
    figure,
    indicator,
    insert,
    partner,
    settings_in,
    taken_in,
)

PARTNERS = tuple(f"P{number:02}" for number in range(1, 8))
Place = tuple[str | None, str]


def half(period: str, draw: np.random.Generator) -> list[Given]:
    """A half-year in which the first partner has few."""
    sizes = [int(draw.integers(3, 9)), *map(int, draw.integers(11, 60, len(PARTNERS) - 1))]
    return [
        figure(partner=code, period=period, numerator=size // 3, denominator=size)
        for code, size in zip(PARTNERS, sizes, strict=True)
    ]


def sizes_in(settings: Settings, version: str, file: str = "steering") -> dict[Place, float]:
    """What stands in a file about the first year."""
    with duckdb.connect(str(settings.published / version / f"{file}.duckdb"), read_only=True) as opened:
        asked = "SELECT partner, period, denominator FROM observation WHERE period LIKE '2024%'"
        return {(whose, period): of for whose, period, of in opened.execute(asked).fetchall() if of}


@pytest.fixture(params=[2, 3, 7])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """An installation with two versions; the second has a year more, and nothing new about the first."""
    made, draw = replace(settings_in(tmp_path), protection="volledig"), np.random.default_rng(request.param)
    rows = [indicator("steunfiguur", computation="cijfers"), *map(partner, PARTNERS)]
    taken_in(made, [*rows, *half("2024-H1", draw), *half("2024-H2", draw)])
    publish(made)
    with open_intake(made) as intake:
        for number, row in enumerate([*half("2025-H1", draw), *half("2025-H2", draw)], 1000):
            insert(intake, row, number)
    publish(made)
    return made


def test_what_a_version_showed_is_shown_by_the_next_one_too(settings: Settings) -> None:
    before, after = (sizes_in(settings, version) for version in ("000001", "000002"))
    assert before.items() <= after.items()


def test_no_small_figure_is_what_two_versions_leave_of_a_total(settings: Settings) -> None:
    known = {**sizes_in(settings, "000001"), **sizes_in(settings, "000002")}
    every = sizes_in(settings, "000002", "exact")
    for period in ("2024-H1", "2024-H2", "2024"):
        unknown = [code for code in PARTNERS if (code, period) in every and (code, period) not in known]
        assert PARTNERS[0] in unknown
        assert len(unknown) > 2 or (None, period) not in known
