"""How much a partner delivered does not tell others what its hidden figures are."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from data.publishing import publish
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.publishing.intake import (
    Given,
    delivery,
    indicator,
    partner,
    record,
    settings_in,
    taken_in,
)

SIZES = {"A": 4, "B": 15, "C": 18, "D": 40, "E": 50}
HALF_YEAR = "2025-H1"
SHOWN = f"SELECT * FROM observation AS o WHERE o.split IS NULL AND o.period = '{HALF_YEAR}'"
CAME = f"""
    SELECT c.partner, c.rows FROM coverage AS c WHERE c.period = '{HALF_YEAR}'
    UNION ALL
    SELECT d.partner, d.rows FROM delivery_log AS d
"""


def deliveries() -> Iterable[Given]:
    for place, (code, size) in enumerate(SIZES.items(), start=1):
        yield delivery(place, "trajecten", partner=code, period=HALF_YEAR, rows=size)
        for number in range(size):
            yield record(f"{code}-{number}", partner=code, ended_on=date(2025, 3, 15))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = replace(settings_in(tmp_path_factory.mktemp("came")), protection="volledig")
    taken_in(settings, [indicator(), *(partner(code) for code in SIZES), *deliveries()])
    publish(settings)
    return settings


def read_off(settings: Settings, audience: str) -> dict[str, int]:
    """The attack: what is hidden is what was delivered, or the total minus the others."""
    figures = {row["partner"]: row for row in cells(file_of(settings, audience), SHOWN)}
    known = {row["partner"]: row["rows"] for row in cells(file_of(settings, audience), CAME)}
    sizes = {
        code: known.get(code) if figures.get(code, {}).get("records") is None else figures[code]["records"]
        for code in SIZES
    }
    missing = [code for code, size in sizes.items() if size is None]
    if len(missing) == 1:
        others = sum(size for size in sizes.values() if size is not None)
        sizes[missing[0]] = figures[None]["records"] - others
    return {code: size for code, size in sizes.items() if size is not None}


def test_a_hidden_figure_does_not_follow_from_what_was_delivered(published: Settings) -> None:
    hidden = {row["partner"] for row in cells(file_of(published, "steering"), SHOWN) if row["suppressed"]}
    assert {"A"} < hidden
    assert hidden & set(read_off(published, "steering")) == set()


def test_a_partner_reads_how_much_it_delivered_itself_and_nobody_else(published: Settings) -> None:
    assert {row["rows"] for row in cells(file_of(published, "partner-A"), CAME)} == {4}
    assert {row["rows"] for row in cells(file_of(published, "steering"), CAME)} == {None}
    assert {row["partner"] for row in cells(file_of(published, "steering"), CAME)} == set(SIZES)
