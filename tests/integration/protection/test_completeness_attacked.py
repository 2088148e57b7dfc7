"""What is told of how complete figures are, attacked on published files: by subtraction, and as a share."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from data.publishing import publish
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.publishing.intake import (
    Given,
    agreement,
    figure,
    indicator,
    partner,
    record,
    settings_in,
    taken_in,
)

PARTNERS = [f"P{number:02}" for number in range(1, 7)]
HALF_YEARS = {"2025-H1": date(2025, 3, 15), "2025-H2": date(2025, 9, 15)}
PERIODS = ("2025", *HALF_YEARS)
LEAST = 10


def published(home: Path, given: Iterable[Given], *, protection: str = "volledig") -> Settings:
    settings = replace(settings_in(home), protection=protection)
    taken_in(settings, given)
    publish(settings)
    return settings


def of_all(settings: Settings, indicator: str) -> dict[str, dict[str, Any]]:
    """What the steering group reads of all partners together, by period."""
    found = cells(
        file_of(settings, "steering"),
        "SELECT o.* FROM observation AS o WHERE o.partner IS NULL AND o.split IS NULL",
    )
    return {row["period"]: row for row in found if row["indicator"] == indicator and row["period"] in PERIODS}


def ended(code: str, half_year: str, number: int, client: str, *, is_known: bool) -> Given:
    score = {"satisfaction": 7.0, "satisfaction_scale": "1-10", "informant": "jeugdige"}
    return record(
        f"{code}-{half_year}-{number}",
        client=client,
        partner=code,
        delivery_period=half_year,
        ended_on=HALF_YEARS[half_year],
        **(score if is_known else {}),
    )


def each_agreed_by_five() -> Iterator[Given]:
    """Each indicator is agreed with five of six partners, not the same five; all six send their records."""
    yield from (indicator(domain="jeugd"), *map(partner, PARTNERS))
    yield indicator("tevredenheid", unit="cijfer", scale="1-10", domain="jeugd")
    yield from (agreement(code, "uitval") for code in PARTNERS if code != "P06")
    yield from (agreement(code, "tevredenheid") for code in PARTNERS if code != "P05")
    for code in PARTNERS:
        for half_year in HALF_YEARS:
            for number in range(40):
                is_known = code != "P05" and number >= 14
                yield ended(code, half_year, number, f"{code}{half_year}{number}", is_known=is_known)


def test_a_share_is_of_who_agreed_though_no_partner_agreed_to_everything(tmp_path: Path) -> None:
    """As many agreed to this as to any other indicator, which does not make it all who have records."""
    settings = published(tmp_path, each_agreed_by_five(), protection="regel")
    told = cells(file_of(settings, "steering"), "SELECT c.* FROM completeness AS c")
    found = {row["period"]: row for row in told if row["indicator"] == "tevredenheid"}
    assert {period: (found[period]["known"], found[period]["eligible"]) for period in PERIODS} == {
        "2025": (260, 400),
        "2025-H1": (130, 200),
        "2025-H2": (130, 200),
    }
    assert all(0 <= row["share"] <= 1 for row in told)


def three_not_asked() -> Iterator[Given]:
    draw = np.random.default_rng(3)
    yield indicator("cijfer", computation="cijfers", unit="cijfer", scale="1-10")
    yield from map(partner, PARTNERS)
    for code in PARTNERS:
        for half_year in HALF_YEARS:
            size = int(draw.integers(30, 60))
            asked = size + int(draw.integers(12, 20))
            eligible = asked + (3 if (code, half_year) == ("P03", "2025-H1") else 0)
            told = {"value": 7.0, "sd": 1.0, "n": size, "scale": "1-10"}
            yield figure("cijfer", half_year, partner=code, asked=asked, eligible=eligible, **told)


def test_nobody_learns_that_three_clients_were_not_asked(tmp_path: Path) -> None:
    """Who could have had a value less who was asked: three clients of one partner."""
    found = of_all(published(tmp_path, three_not_asked()), "cijfer")
    assert {period: row["asked"] is not None for period, row in found.items()} == dict.fromkeys(PERIODS, True)
    assert [period for period, row in found.items() if row["eligible"] is not None] == ["2025-H2"]
    assert found["2025-H2"]["eligible"] == found["2025-H2"]["asked"]


def two_questions() -> Iterator[Given]:
    """Nearly all who were asked the one were asked the other as well."""
    draw = np.random.default_rng(3)
    yield from (*(indicator(code, computation="cijfers") for code in "ab"), *map(partner, PARTNERS))
    for code in PARTNERS:
        for half_year in HALF_YEARS:
            most = int(draw.integers(40, 70))
            for question, asked in (("a", most), ("b", most - int(draw.integers(1, 3)))):
                size = asked - int(draw.integers(12, 20))
                told = {"numerator": size // 3, "denominator": size}
                yield figure(question, half_year, partner=code, asked=asked, **told)


def test_nobody_learns_that_few_clients_were_asked_one_question_and_not_the_other(tmp_path: Path) -> None:
    settings = published(tmp_path, two_questions())
    one, other = (of_all(settings, question) for question in "ab")
    both = [period for period in PERIODS if one[period]["asked"] and other[period]["asked"]]
    assert all(one[period]["asked"] - other[period]["asked"] >= LEAST for period in both)
    assert not {*HALF_YEARS} & {*both}


def twelve_of_three() -> Iterator[Given]:
    """One of two partners has twelve endings of three clients, and knows of none what they thought of it."""
    yield indicator("tevredenheid", unit="cijfer", scale="1-10", domain="jeugd")
    yield from (partner("P01"), partner("P02"))
    for half_year in HALF_YEARS:
        for number in range(60):
            yield ended("P01", half_year, number, f"a{half_year}{number}", is_known=number >= 14)
        for number in range(12):
            yield ended("P02", half_year, number, f"b{half_year}{number % 3}", is_known=False)


def test_a_partner_does_not_learn_how_many_records_few_clients_of_others_have(tmp_path: Path) -> None:
    """The rule counts clients: twelve records may be of three."""
    settings = published(tmp_path, twelve_of_three())
    exact = cells(file_of(settings, "exact"), "SELECT o.* FROM observation AS o WHERE o.partner IS NULL")
    assert 72 in {row["eligible"] for row in exact}, "else there is nothing to attack"
    assert {row["eligible"] for row in of_all(settings, "tevredenheid").values()} == {None}
