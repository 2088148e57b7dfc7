"""What one indicator hides another does not show where they are about the same cases in some places only."""

import numpy as np
import pytest

from data.publishing.protection import same_cases
from settings import Settings
from tests.integration.protection.test_identities import YOUNG, is_hidden
from tests.integration.protection.test_last_look import assert_stops
from tests.integration.publishing.intake import Given, figure, indicator, partner

HALVES = [f"{year}-H{half}" for year in (2025, 2024, 2023) for half in (1, 2)]
SPLIT = "leeftijdsgroep"
OLD = "16-17"
FOUND = "volgen uit wat er in het bestand staat"


@pytest.mark.usefixtures("unforeseen")
def test_a_version_is_not_served_where_indicators_that_are_one_at_one_partner_complete_each_other(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was before they shared a mask: either shows, at that partner, what the other hides besides."""
    monkeypatch.setattr(same_cases, "_is_same_at_one", lambda *_: False)
    assert_stops(settings, same_at_two(), FOUND)


def test_indicators_that_are_one_at_one_partner_hide_together(settings: Settings) -> None:
    """So what the one hides there the other does not show, nor what follows from that anywhere."""
    hidden = is_hidden(settings, same_at_two())
    assert hidden["twee", "P05", "2023-H2", None]
    assert any(is_there for (_, whose, *_), is_there in hidden.items() if whose == "P01")
    for (_, whose, period, value), is_there in hidden.items():
        assert hidden["twee", whose, period, value] == is_there


@pytest.mark.usefixtures("unforeseen")
def test_a_version_is_not_served_where_one_value_of_a_split_is_all_of_another_indicator(
    settings: Settings,
) -> None:
    """Who is young in the one are all clients of the other, so both stand in the same sums."""
    assert_stops(settings, one_value_of_the_other(), FOUND)


def test_where_one_value_of_a_split_is_all_of_another_indicator_both_are_hidden(settings: Settings) -> None:
    """No search knows that, so this hides more than it must; a version can be served all the same."""
    hidden = is_hidden(settings, one_value_of_the_other())
    assert {code for code, *_ in hidden} == {"een", "twee"}
    small = [place for place in hidden if place[0] == "twee" and place[3] is None]
    assert all(hidden[place] or hidden["een", place[1], place[2], YOUNG] for place in small)
    assert all(hidden.values())


def same_at_two(seed: int = 4) -> list[Given]:
    """Two indicators, with the same figures at the first two of eight partners only."""
    draw, codes = np.random.default_rng(seed), [f"P{at:02}" for at in range(1, 9)]
    rows = [indicator(name, computation="cijfers") for name in ("een", "twee")] + list(map(partner, codes))
    for code in codes:
        for half in HALVES:
            one = _size(draw)
            other = one if code in codes[:2] else _size(draw)
            rows += [_figure("een", code, half, one), _figure("twee", code, half, other)]
    return rows


def one_value_of_the_other(seed: int = 1) -> list[Given]:
    """One indicator with young and old, and one of all who are young."""
    draw, codes = np.random.default_rng(seed), [f"P{at:02}" for at in range(1, 7)]
    rows = [indicator(name, computation="cijfers") for name in ("een", "twee")] + list(map(partner, codes))
    for code in codes:
        for half in HALVES:
            young, old = _size(draw), _size(draw)
            rows += [_figure("een", code, half, young + old), _figure("twee", code, half, young)]
            rows += [_figure("een", code, half, young, YOUNG), _figure("een", code, half, old, OLD)]
    return rows


def _figure(name: str, code: str, half: str, size: int, value: str | None = None) -> Given:
    part = {"split": SPLIT, "split_value": value} if value else {}
    return figure(name, half, partner=code, numerator=size // 3, denominator=size, **part)


def _size(draw: np.random.Generator) -> int:
    return int(draw.integers(3, 9)) if draw.random() < 0.12 else int(draw.integers(12, 60))
