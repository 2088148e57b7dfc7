"""An installation with groups of 12 to 14 clients, which a threshold of 10 shows and one of 15 hides."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from settings import Settings
from tests.integration.publishing.intake import Given, goal, indicator, partner, record, settings_in, taken_in

SIZES = {"P01": 12, "P02": 13, "P03": 14, "P04": 40}


def rows() -> list[Given]:
    return [
        *(
            indicator("uitval"),
            indicator("tevredenheid", unit="cijfer"),
            goal(target_value=10, target_year=2026),
        ),
        *(partner(code, named=True) for code in SIZES),
        *(
            record(
                f"{code}-{year}-{number}",
                partner=code,
                delivery_period=f"{year}-H1",
                ended_on=date(year, 3, 1 + number % 28),
                end_reason="03" if number % 4 == 0 else "01",
                satisfaction=float(number % 10 + 1),
                satisfaction_scale="1-10",
            )
            for year in (2024, 2025)
            for code, size in SIZES.items()
            for number in range(size)
        ),
    ]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = settings_in(tmp_path)
    taken_in(made, rows())
    return made


@pytest.fixture
def stricter(settings: Settings) -> Settings:
    """The same installation, where groups of fewer than 15 are hidden from now on."""
    return replace(settings, min_clients=15, today=date(2026, 12, 1))
