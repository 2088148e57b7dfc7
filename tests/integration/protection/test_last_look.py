"""Before anyone is pointed to a new version, what was written is attacked with sums that nobody told of."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from data.publishing import publish, statements
from data.publishing.protection import same_cases, shielding, tables
from data.publishing.protection.audit import AuditFailed
from domain import disclosure_cube
from domain.disclosure_span import following, identities
from settings import Settings
from tests.integration.protection.test_identities import endings, years_only
from tests.integration.protection.test_own import by_month
from tests.integration.publishing.intake import Given, indicator, partner, taken_in


def assert_stops(settings: Settings, given: list[Given], why: str) -> None:
    taken_in(settings, given)
    with pytest.raises(AuditFailed, match=why):
        publish(settings)
    assert not (settings.published / "current").exists()


@pytest.mark.usefixtures("unforeseen")
def test_a_version_is_not_served_where_one_indicator_gives_away_what_another_hides(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was before anybody knew that the reasons of ending tell who left early."""
    monkeypatch.setattr(same_cases, "is_rest", lambda *_: False)
    assert_stops(settings, endings(), "volgen uit wat er in het bestand staat")


@pytest.mark.usefixtures("unforeseen")
def test_a_version_is_not_served_where_a_sum_that_is_no_ordinary_one_gives_a_figure_away(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was before anybody knew that the halves of all and a year give away who delivers years only."""
    monkeypatch.setattr(disclosure_cube, "_with_lacking", lambda *_: None)
    assert_stops(settings, years_only(), "volgen uit wat er in het bestand staat")


@pytest.mark.usefixtures("unforeseen")
def test_a_version_is_not_served_where_a_small_figure_of_a_partner_that_may_not_be_named_follows(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands in no file, by name or hidden; who takes the sums apart knows whose is left all the same."""
    monkeypatch.setattr(disclosure_cube, "_with_lacking", lambda *_: None)
    unnamed = [partner("X", named=False) if is_partner(row, "X") else row for row in years_only()]
    assert_stops(settings, unnamed, "volgen uit wat er in het bestand staat")


def test_a_version_is_served_with_a_small_figure_of_a_partner_that_may_not_be_named(
    settings: Settings,
) -> None:
    """A small figure that is not in the file is hidden well enough; only one that stands there is not."""
    taken_in(settings, [partner("X", named=False) if is_partner(row, "X") else row for row in years_only()])
    assert publish(settings)


def is_partner(row: Given, code: str) -> bool:
    return row.table == "partner" and row.values["code"] == code


@pytest.mark.parametrize("name", ["records", "clients", "denominator"])
def test_a_version_is_not_served_with_a_number_in_it_that_is_hidden(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    original: Callable[[str], str] = statements.statement

    def leaking(which: str) -> str:
        hides = f"CASE WHEN NOT r.suppressed THEN o.{name} END"
        return (
            original(which).replace(hides, f"o.{name}")
            if which == "audiences/observation"
            else original(which)
        )

    monkeypatch.setattr(statements, "statement", leaking)
    assert_stops(settings, years_only() if name == "denominator" else endings(), "een getal dat verborgen is")


def test_a_version_is_not_served_where_one_partner_knows_of_a_few_others(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(_: Any, count: int, __: int) -> np.ndarray:
        return np.zeros(count, dtype=bool)

    monkeypatch.setattr(shielding, "places_of_few_others", nowhere)
    monkeypatch.setattr(tables, "places_of_few_others", nowhere)
    assert_stops(settings, by_month(), "te weinig van anderen")


def test_what_follows_from_sums_is_found_however_many_it_takes() -> None:
    """The first and the second together, the second and the third, and all three: each of them follows."""
    sums = np.array([[1.0, 1, 0, 0, 0], [0, 1, 1, 0, 0], [1, 1, 1, 0, 0], [0, 0, 0, 1, 1]])
    assert following(_sparse(sums)).tolist() == [True, True, True, False, False]
    assert not following(_sparse(sums[:2])).any()
    assert not following(_sparse(sums[:0])).any()


def _sparse(dense: np.ndarray) -> Any:
    from scipy.sparse import csr_array

    return csr_array(dense)


def test_a_count_that_is_the_sum_of_two_others_everywhere_is_known_as_such() -> None:
    draw = np.random.default_rng(4)
    one, other = draw.integers(5, 60, (2, 40)).astype(float)
    by_chance = np.where(np.arange(40) < 39, one + other, 7.0)
    gap = np.where(np.arange(40) < 4, np.nan, one)
    found = set(identities(np.array([one, other, one + other, by_chance, gap])))
    assert {(2, 0, 1), (0, 4)} <= found
    assert not any(3 in identity for identity in found)


def test_before_anything_was_delivered_a_version_is_served_too(settings: Settings) -> None:
    taken_in(settings, [indicator(), partner("A")])
    assert publish(settings)
