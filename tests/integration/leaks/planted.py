"""Deliveries whose small groups carry numbers that occur nowhere else: seven digits, or many decimals.

Where such a number is found in what somebody is served, it leaked: nothing else explains its digits.
"""

from collections.abc import Iterator
from datetime import date
from itertools import product

import numpy as np

from tests.integration.publishing.intake import (
    Given,
    agreement,
    ambition,
    figure,
    goal,
    indicator,
    partner,
    record,
)

PARTNERS = tuple(f"P{number:02}" for number in range(1, 15))
SMALL = ("P09", "P10")
"""Too few clients in every quarter; together they are no small group."""

UNNAMED = "P08"
BY_RECORD = ("P11", "P12", "P13", "P14")
"""Deliver their few trajectories one by one; every other partner delivers cijfers."""

QUARTERS = tuple(f"{year}-Q{number}" for year in (2024, 2025) for number in (1, 2, 3, 4))
ONE_SMALL_QUARTER = ("P03", "2025-Q2")
FORMS = ("02", "11", "12")
SMALL_FORM = "12"


def deliveries() -> list[Given]:
    """The plan and everything that was delivered; the same at every call."""
    draw = np.random.default_rng(20261101)
    return [*_plan(), *_cijfers(draw), *_records(draw)]


def _plan() -> list[Given]:
    return [
        ambition(),
        indicator(),
        indicator("reden_client", name="Client stopte"),
        indicator("tevredenheid", unit="cijfer", decimals=1, direction="hoger"),
        indicator("doorlooptijd", unit="dagen"),
        goal(baseline_value=24, baseline_year=2022, target_value=12, target_year=2026),
        goal("D2", position=2, indicator="tevredenheid"),
        *(partner(code, named=code != UNNAMED) for code in PARTNERS),
        *(agreement(code, one) for code in PARTNERS for one in ("uitval", "tevredenheid")),
        Given(
            "criterion",
            {"indicator": "uitval", "comparator": "≤", "value": 15, "valid_from": date(2023, 1, 1)},
        ),
        Given(
            "action",
            {
                "code": "AC1",
                "goal": "D1",
                "name": "Warme overdracht",
                "owner": "P10",
                "starts_on": date(2025, 1, 1),
            },
        ),
    ]


def _cijfers(draw: np.random.Generator) -> Iterator[Given]:
    delivering = [code for code in PARTNERS if code not in BY_RECORD]
    for code, quarter in product(delivering, QUARTERS):
        is_small = code in SMALL or (code, quarter) == ONE_SMALL_QUARTER
        yield from _of_quarter(draw, code, quarter, is_small=is_small)
    for code, year, form in product(delivering, (2024, 2025), FORMS):
        clients = 7 if form == SMALL_FORM or code in SMALL else _count(draw)
        split = {"split": "hulpvorm", "split_value": form, "clients": clients}
        yield figure("uitval", f"{year}", partner=code, **_share(draw), **split)


def _of_quarter(draw: np.random.Generator, code: str, quarter: str, *, is_small: bool) -> Iterator[Given]:
    clients = int(draw.integers(4, 8)) if is_small else None
    about = {"partner": code}
    for share in ("uitval", "reden_client"):
        yield figure(share, quarter, **about, **_share(draw), clients=clients or _count(draw))
    counts = {"n": _count(draw), "eligible": _count(draw), "asked": _count(draw)}
    mean = {"value": draw.uniform(5, 9), "sd": draw.uniform(1, 2)}
    yield figure("tevredenheid", quarter, **about, **counts, **mean, clients=clients or _count(draw))
    median = {"value": draw.uniform(190, 230), "q1": draw.uniform(80, 100), "q3": draw.uniform(300, 400)}
    yield figure("doorlooptijd", quarter, **about, n=_count(draw), **median, clients=clients or _count(draw))


def _records(draw: np.random.Generator) -> Iterator[Given]:
    """Six clients a half-year of each; their scores have so many decimals that the mean has them too."""
    for code, year, half, number in product(BY_RECORD, (2024, 2025), (1, 2), range(6)):
        ended = date(year, half * 6 - 2, 3 + number)
        yield record(
            f"T{code}{year}{half}{number}",
            partner=code,
            delivery_period=f"{year}-H{half}",
            ended_on=ended,
            end_reason="03" if number < 2 else "01",
            satisfaction=float(draw.uniform(5, 9)),
            satisfaction_scale="1-10",
        )


def _share(draw: np.random.Generator) -> dict[str, float]:
    """A share around one in six of a number of seven digits."""
    denominator = _count(draw) + 4_000_000
    return {
        "numerator": float(denominator // 6 + int(draw.integers(1, 99_999))),
        "denominator": float(denominator),
    }


def _count(draw: np.random.Generator) -> int:
    """One more than a multiple of five, so that two, four or eight together are no multiple of it either."""
    return int(draw.integers(200_000, 1_000_000)) * 5 + 1
