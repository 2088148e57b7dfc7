"""How many records could have had a value tells others nothing that another indicator hides."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import numpy as np
import pytest

from data.publishing import publish
from data.publishing.statements import statement
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.publishing.intake import (
    Given,
    answered,
    figure,
    indicator,
    partner,
    settings_in,
    taken_in,
)

PARTNERS = [f"P{number:02}" for number in range(1, 9)]
HALF_YEARS = {"2025-H1": date(2025, 3, 15), "2025-H2": date(2025, 9, 15)}
SHOWN = "SELECT * FROM observation AS o WHERE o.split IS NULL AND o.period_kind IN ('half_year', 'year')"
Place = tuple[Any, ...]


def deliveries() -> Iterable[Given]:
    """One small partner, and clients who did not answer: two indicators, each with its own mask."""
    draw = np.random.default_rng(1)
    for code in PARTNERS:
        for half_year, ended_on in HALF_YEARS.items():
            knows = draw.random(draw.integers(4, 9) if code == "P01" else draw.integers(24, 60)) < 0.6
            for number, is_known in enumerate(knows):
                yield answered(
                    f"{code}-{half_year}-{number}",
                    is_known=bool(is_known),
                    partner=code,
                    delivery_period=half_year,
                    ended_on=ended_on,
                )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = replace(settings_in(tmp_path_factory.mktemp("eligible")), protection="volledig")
    known = [indicator(), indicator("tevredenheid", unit="cijfer", scale="1-10")]
    counted = [indicator("steunfiguur", computation="cijfers")]
    asked = [
        figure(partner=code, period=half_year, numerator=8, denominator=20, asked=40 + place)
        for place, code in enumerate(PARTNERS)
        for half_year in HALF_YEARS
    ]
    taken_in(settings, [*known, *counted, *(partner(code) for code in PARTNERS), *deliveries(), *asked])
    publish(settings)
    return settings


def read(settings: Settings, audience: str, indicator: str) -> dict[Place, dict[str, Any]]:
    rows = cells(file_of(settings, audience), SHOWN)
    return {(row["partner"], row["period"]): row for row in rows if row["indicator"] == indicator}


def test_no_number_of_records_that_one_indicator_hides_stands_beside_another(published: Settings) -> None:
    """The attack: where a figure is hidden, read its size off the figures of who did not answer all."""
    hides, tells = (read(published, "steering", code) for code in ("uitval", "tevredenheid"))
    hidden = [place for place, row in hides.items() if row["suppressed"]]
    assert [place for place in hidden if not tells[place]["suppressed"]], "else there is nothing to attack"
    assert [place for place in hidden if tells[place]["eligible"] is not None] == []


def test_it_stands_where_another_indicator_shows_the_same_number(published: Settings) -> None:
    shown, tells = (read(published, "steering", code) for code in ("uitval", "tevredenheid"))
    told = {place: row["eligible"] for place, row in tells.items() if row["eligible"] is not None}
    assert (None, "2025") in told
    assert told == {place: shown[place]["records"] for place in told}
    open_places = {place for place in shown if not shown[place]["suppressed"]}
    assert set(told) == {place for place in open_places if not tells[place]["suppressed"]}


@pytest.mark.parametrize("name", ["eligible", "asked"])
def test_a_partner_keeps_its_own_numbers_and_reads_those_of_all_like_everyone(
    published: Settings, name: str
) -> None:
    for code in ("tevredenheid", "steunfiguur"):
        exact, own, others = (read(published, file, code) for file in ("exact", "partner-P01", "steering"))
        assert {place: row[name] for place, row in own.items() if place[0]} == {
            place: row[name] for place, row in exact.items() if place[0] == "P01"
        }
        assert {place: row[name] for place, row in own.items() if place[0] is None} == {
            place: row[name] for place, row in others.items() if place[0] is None
        }


def test_how_many_were_asked_stands_for_others_only_for_all_partners_together(published: Settings) -> None:
    rows = cells(file_of(published, "steering"), "SELECT * FROM observation AS o WHERE o.asked IS NOT NULL")
    assert {(row["partner"], row["split"]) for row in rows} == {(None, None)}


TABLES = """
    CREATE TABLE indicator AS SELECT DISTINCT f.indicator AS code, 'jeugd' AS domain FROM figures AS f;
    CREATE TABLE closed_mask AS
    SELECT row_number() OVER () AS row_id, f.hidden AS suppressed FROM figures AS f;
    CREATE TABLE exact_observation AS
    SELECT
        row_number() OVER () AS row_id, f.indicator, f.period, f.records, f.eligible,
        'P01' AS partner, NULL::VARCHAR AS split, NULL::VARCHAR AS split_value
    FROM figures AS f
"""
_COLUMNS = "indicator VARCHAR, period VARCHAR, records INTEGER, eligible INTEGER, hidden BOOLEAN"


def known(figures: list[tuple[str, str, int, int, bool]]) -> list[tuple[str, str]]:
    """Of which figures it may be read."""
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE figures ({_COLUMNS})")
        connection.executemany("INSERT INTO figures VALUES (?, ?, ?, ?, ?)", figures)
        connection.execute(TABLES)
        connection.execute(statement("audiences/eligible_told"))
        connection.execute(statement("audiences/known_eligible"))
        told = (
            "SELECT o.indicator, o.period FROM exact_observation AS o SEMI JOIN known_eligible USING (row_id)"
        )
        return [(str(code), str(period)) for code, period in connection.execute(told).fetchall()]


def test_equal_at_one_place_by_chance_is_not_the_same_number() -> None:
    """Stays in 2024 are all the help that ended, which the hidden duration of that year would tell."""
    found = known([
        ("stays", "2024", 30, 30, False), ("stays", "2025", 12, 12, False),
        ("duration", "2024", 30, 30, True), ("duration", "2025", 40, 40, False),
        ("answers", "2024", 21, 30, False), ("answers", "2025", 25, 40, False),
    ])  # fmt: skip
    assert ("answers", "2024") not in found
    assert ("answers", "2025") in found


def test_an_indicator_that_misses_values_itself_tells_nothing() -> None:
    assert known([("answers", "2024", 21, 30, False), ("dropout", "2024", 30, 31, False)]) == []
