"""'Overige partners': what the hidden partners come to together, and nothing that is not shown already."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.published import PublishedFiles
from data.publishing import publish, republish
from data.publishing.release import readers
from domain.intervals import proportion_interval
from domain.status import Status
from queries.comparison import comparison
from queries.other_partners import OtherPartners, other_partners
from settings import Settings
from tests.integration.publishing import generated
from tests.integration.publishing.intake import Given, figure, indicator, partner, settings_in, taken_in

PERIOD = "2025-H1"
LARGE, SMALL = ("P01", "P02"), ("P03", "P04", "P05")
NORM = {"indicator": "steunfiguur", "comparator": "≤", "value": 25, "valid_from": "2022-01-01"}


def counted(sizes: dict[str, float], indicator: str = "steunfiguur", **given: Any) -> list[Given]:
    """Per partner half of so many clients."""
    return [
        figure(indicator, PERIOD, partner=code, numerator=size // 2, denominator=size, **given)
        for code, size in sizes.items()
    ]


def published(home: Path, given: Iterable[Given], **settings: Any) -> Settings:
    made = replace(settings_in(home), **settings)
    rows = [indicator("steunfiguur", computation="cijfers"), *given]
    known = {row.values["code"] for row in rows if row.table == "partner"}
    named = [partner(code) for code in (*LARGE, *SMALL) if code not in known]
    taken_in(made, [*rows, *named])
    publish(made)
    return made


def found(settings: Settings, audience: str = "steering", period: str = PERIOD) -> list[OtherPartners]:
    return other_partners(PublishedFiles(settings).open(audience), period=period)


SIZES = {**dict.fromkeys(LARGE, 40.0), "P03": 9, "P04": 5, "P05": 6}


@pytest.mark.parametrize("protection", ["regel", "volledig"])
def test_three_hidden_partners_stand_as_one_row_that_is_all_minus_the_shown(
    tmp_path: Path, protection: str
) -> None:
    settings = published(tmp_path, counted(SIZES), protection=protection)
    (row,) = found(settings)
    assert (row.numerator, row.denominator, row.value) == (9, 20, 0.45)
    assert (row.partners, row.clients, row.movement) == (3, None, None)


@pytest.mark.parametrize(
    "sizes",
    [
        {**dict.fromkeys(LARGE, 40.0), "P03": 9, "P04": 5},
        {**dict.fromkeys(LARGE, 40.0), "P03": 4, "P04": 2, "P05": 3},
        {"P03": 9, "P04": 5, "P05": 6},
    ],
    ids=["of two partners", "of fewer than ten clients", "of everybody there is"],
)
def test_no_row_stands_of_too_few(tmp_path: Path, sizes: dict[str, float]) -> None:
    assert found(published(tmp_path, counted(sizes))) == []


def test_no_row_stands_beside_a_hidden_figure_of_all_together(tmp_path: Path) -> None:
    settings = published(tmp_path, counted(SIZES), min_clients=200)
    assert found(settings) == []


def test_the_row_is_judged_as_any_figure(tmp_path: Path) -> None:
    settings = published(tmp_path, [*counted(SIZES), Given("criterion", NORM)])
    (row,) = found(settings)
    expected = proportion_interval(9, 20)
    assert row.lower == pytest.approx(expected.lower)
    assert row.upper == pytest.approx(expected.upper)
    assert (row.status, row.small) == (Status.NOT_MET, True)


def test_a_mean_of_others_follows_from_what_is_shown_and_a_median_has_no_row(tmp_path: Path) -> None:
    means = [
        figure("cijfer", PERIOD, partner=code, n=size, value=7.0 + place / 10, sd=1.0)
        for place, (code, size) in enumerate(SIZES.items())
    ]
    medians = [
        figure("dagen", PERIOD, partner=code, n=size, value=90.0, q1=60.0, q3=120.0)
        for code, size in SIZES.items()
    ]
    kinds = [
        indicator("cijfer", computation="tevredenheid", unit="cijfer", direction="hoger"),
        indicator("dagen", computation="doorlooptijd", unit="dagen"),
    ]
    (row,) = found(published(tmp_path, [*kinds, *means, *medians]))
    assert (row.indicator, row.denominator) == ("cijfer", 20)
    assert row.value == pytest.approx((9 * 7.2 + 5 * 7.3 + 6 * 7.4) / 20)
    assert row.sd is not None
    assert row.lower is not None


def test_a_partner_without_a_name_is_one_of_the_others(tmp_path: Path) -> None:
    large = dict.fromkeys((*LARGE, "P03", "P04", "P05"), 40.0)
    nameless = [partner(code, named=False) for code in SMALL]
    (row,) = found(published(tmp_path, [*counted(large), *nameless]))
    assert (row.partners, row.denominator) == (3, 120)


def test_only_who_sees_partners_apart_gets_the_row(tmp_path: Path) -> None:
    settings = published(tmp_path, [*counted(SIZES, status="definitief")], public=True)
    audiences = [reader.name for reader in readers([*LARGE, *SMALL], public=True)]
    files = {name: name if name in ("steering", "public") else f"partner:{name[8:]}" for name in audiences}
    assert [name for name, audience in files.items() if found(settings, audience)] == ["steering"]


def test_a_stricter_policy_makes_the_row_of_an_old_version_anew(tmp_path: Path) -> None:
    settings = published(tmp_path, counted({**SIZES, "P02": 12}))
    assert [row.partners for row in found(settings)] == [3]
    stricter = replace(settings, min_clients=15)
    republish(stricter)
    assert [(row.partners, row.denominator) for row in found(stricter)] == [(4, 32)]


def test_every_row_of_random_deliveries_is_exactly_all_minus_the_shown(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    generated.take_in(settings, generated.records(5, 300), generated.plan())
    publish(settings)
    file, seen = PublishedFiles(settings).open("steering"), 0
    for period in ("2023-Q1", "2023-H1", "2024-H2", "2025", "2022", "2023/2026"):
        figures = comparison(file, period=period)
        for row in other_partners(file, period=period):
            of = [one for one in figures if one.indicator == row.indicator]
            (together,) = (one for one in of if one.partner is None)
            shown = [one for one in of if one.partner and not one.suppressed]
            assert row.partners == len(of) - 1 - len(shown)
            for count in ("numerator", "denominator"):
                amounts = [getattr(one, count) or 0 for one in shown]
                assert (getattr(row, count) or 0) == pytest.approx(
                    (getattr(together, count) or 0) - sum(amounts)
                )
            seen += 1
    assert seen > 0
