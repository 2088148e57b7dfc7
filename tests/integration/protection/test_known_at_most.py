"""What one indicator counts in the open narrows no hidden number of another that is a part of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from data.publishing import publish
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import LEAST, Attack, Row, key
from tests.integration.publishing.intake import Given, indicator, partner, record, settings_in, taken_in

PARTNERS = [f"P{number}" for number in range(1, 8)]
HALVES = {
    "2024-H1": date(2024, 3, 15),
    "2024-H2": date(2024, 9, 15),
    "2025-H1": date(2025, 3, 15),
    "2025-H2": date(2025, 9, 15),
}
FEW_ANSWERS = ("P1", "2025-H1")
FEW_ENDINGS = ("P2", "2025-H2")
SIZES = {FEW_ANSWERS: (24, 5), FEW_ENDINGS: (6, 0)}
"""How much help ended, and how many answered about it; elsewhere all did, or all but two."""


def endings(few: tuple[str, str]) -> Iterator[Given]:
    draw = np.random.default_rng(1)
    for code in PARTNERS:
        for half, day in HALVES.items():
            many = int(draw.integers(22, 50))
            answered = many - (2 if draw.random() < 0.35 else 0)
            if (code, half) == few:
                many, answered = SIZES[few]
            for number in range(many):
                score = {"satisfaction": 7.0, "satisfaction_scale": "1-10"} if number < answered else {}
                name = f"{code}-{half}-{number}"
                yield record(name, partner=code, delivery_period=half, ended_on=day, **score)


def published(home: Settings, few: tuple[str, str]) -> Settings:
    """Leaving early, of which every reason is known, and satisfaction, which nearly all answered."""
    settings = replace(home, protection="volledig")
    known = [
        indicator(domain="jeugd"),
        indicator("tevredenheid", unit="cijfer", scale="1-10", domain="jeugd"),
    ]
    taken_in(settings, [*known, *map(partner, PARTNERS), *endings(few)])
    publish(settings)
    return settings


@pytest.fixture(scope="module")
def with_few_answers(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Five of the clients of one partner answered in a half-year."""
    return published(settings_in(tmp_path_factory.mktemp("answers")), FEW_ANSWERS)


@pytest.fixture(scope="module")
def with_few_endings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Of six clients of one partner the help ended in a half-year."""
    return published(settings_in(tmp_path_factory.mktemp("endings")), FEW_ENDINGS)


def rows(settings: Settings, audience: str, code: str) -> list[Row]:
    return [row for row in cells(file_of(settings, audience)) if row["indicator"] == code]


def attacked(settings: Settings, code: str, attacker: str | None) -> tuple[Attack, set[int]]:
    """An attack on the records of an indicator, and which of the rows are small."""
    found, exact = rows(settings, "steering", code), {key(row): row for row in rows(settings, "exact", code)}
    truth = [exact[key(row)] for row in found]
    own = {place for place, row in enumerate(found) if row["partner"] == attacker is not None}
    shown = {place for place, row in enumerate(found) if not row["suppressed"]}
    attack = Attack(found, [(float(row["records"]), 0.0) for row in truth], shown | own)
    attack.knows_at_least(dict.fromkeys(range(len(found)), (1.0, 0.0)))
    small = {place for place, row in enumerate(truth) if row["clients"] < LEAST} - own
    assert small
    assert len(shown) > len(found) / 2, "else there is next to nothing to attack with"
    return attack, small


def beside(settings: Settings, code: str, other: str) -> dict[int, float]:
    """Per row of the one indicator the records that the other shows at its place."""
    shown = {
        key(row)[1:]: row["records"] for row in rows(settings, "steering", other) if not row["suppressed"]
    }
    places = [key(row)[1:] for row in rows(settings, "steering", code)]
    return {place: float(shown[one]) for place, one in enumerate(places) if one in shown}


def test_it_may_be_read_that_who_could_have_answered_are_those_whose_help_ended(
    with_few_answers: Settings,
) -> None:
    told = beside(with_few_answers, "tevredenheid", "uitval")
    found = rows(with_few_answers, "steering", "tevredenheid")
    assert all(row["eligible"] in (None, told.get(place)) for place, row in enumerate(found))
    assert any(row["eligible"] is not None for row in found)


@pytest.mark.parametrize("attacker", [None, "P2", "P3"])
def test_how_few_answered_does_not_follow_from_how_many_could_have_where_nearly_all_others_did(
    with_few_answers: Settings, attacker: str | None
) -> None:
    """The attack: nowhere answered more than ended, so what the small partner has more others have less."""
    attack, small = attacked(with_few_answers, "tevredenheid", attacker)
    attack.knows_at_most(beside(with_few_answers, "tevredenheid", "uitval"))
    assert set(attack.narrower_than(LEAST)) & small == set()
    assert attack.found() == []


@pytest.mark.parametrize("attacker", [None, "P1", "P3"])
def test_how_few_ended_does_not_follow_from_how_many_answered_elsewhere(
    with_few_endings: Settings, attacker: str | None
) -> None:
    """The attack: of nobody ended less help than there are answers about it."""
    attack, small = attacked(with_few_endings, "uitval", attacker)
    told = beside(with_few_endings, "uitval", "tevredenheid")
    attack.knows_at_least({place: (least, 0.0) for place, least in told.items()})
    assert set(attack.narrower_than(LEAST)) & small == set()
    assert attack.found() == []
