"""A whole is searched again once its parts are protected, and shows again what nobody needs hidden."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from data.publishing import publish
from data.publishing.protection import again, protecting, rounds
from data.publishing.protection.links import Pair
from data.publishing.protection.pairs import Pairs
from data.publishing.protection.shielding import Proof
from data.publishing.protection.steps import Step
from domain.disclosure_ledger import REACH, InvalidWitness
from domain.disclosure_protection import Unprotectable
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import Row, key
from tests.integration.protection.joint_files import counts_of, followed, own_of, read, read_exact, stars
from tests.integration.protection.test_known_at_most import HALVES
from tests.integration.protection.test_proved_together import PARTNERS as ALL_PARTNERS
from tests.integration.protection.test_proved_together import VALUES, all_of, group_of
from tests.integration.publishing.intake import Given, indicator, partner, record, settings_in, taken_in

PARTNERS = [f"P{number}" for number in range(1, 7)]
SATISFIED: dict[str, Any] = {"satisfaction": 7.0, "satisfaction_scale": "1-10"}
REACHED: dict[str, Any] = {"goals_set": 2, "goals_reached": 2}


def endings(seed: int, few: float, sizes: tuple[int, int]) -> Iterator[Given]:
    """Of all help it is known how long it took, of nearly all what clients thought of it and reached.

    In a share of the half-years of partners little help ended, and else between two sizes.
    """
    draw = np.random.default_rng(seed)
    for code in PARTNERS:
        for half, day in HALVES.items():
            many = int(draw.integers(0, 10) if draw.random() < few else draw.integers(*sizes))
            silent, aimless = draw.integers(0, 4, 2)
            about = {
                "partner": code,
                "delivery_period": half,
                "ended_on": day,
                "started_on": date(2023, 9, 1),
            }
            for number in range(many):
                answer = SATISFIED if number >= silent else {}
                goals = REACHED if number < many - aimless else {}
                yield record(f"{code}-{half}-{number}", **about, **answer, **goals)


def published(
    home: Path, seed: int = 5, few: float = 0.15, sizes: tuple[int, int] = (12, 40)
) -> tuple[Settings, list[str]]:
    """How long help took, and two indicators that are told of a part of it; with what publishing says."""
    settings, said = replace(settings_in(home), protection="volledig"), list[str]()
    known = [
        indicator("doorlooptijd", unit="dagen", domain="jeugd"),
        indicator("tevredenheid", unit="cijfer", scale="1-10", domain="jeugd"),
        indicator("doelen_behaald_clienten", domain="jeugd"),
    ]
    taken_in(settings, [*known, *map(partner, PARTNERS), *endings(seed, few, sizes)])
    publish(settings, lambda what, *_: said.append(what))
    return settings, said


def as_it_was(_connection: object, _groups: object, proofs: object, pairs: object, *_: object) -> object:
    return proofs, pairs


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """As if no whole was searched again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protecting, "wholes_again", as_it_was)
        return published(tmp_path_factory.mktemp("before"))[0]


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, list[str]]:
    return published(tmp_path_factory.mktemp("after"))


def hidden(settings: Settings, of_what: Callable[[Row], bool] = lambda _: True) -> set[tuple[Any, ...]]:
    rows = cells(file_of(settings, "steering"))
    return {key(row) for row in rows if row["suppressed"] and of_what(row)}


def is_year_of_a_partner(row: Row) -> bool:
    return row["partner"] is not None and row["split"] is None and row["period_kind"] == "year"


def is_of_all(row: Row) -> bool:
    return row["partner"] is None


def test_fewer_years_of_partners_and_fewer_figures_of_all_are_hidden(
    before: Settings, after: tuple[Settings, list[str]]
) -> None:
    for of_what in (is_year_of_a_partner, is_of_all):
        assert len(hidden(after[0], of_what)) < len(hidden(before, of_what))


def test_a_figure_that_is_shown_again_says_whether_it_is_small(
    before: Settings, after: tuple[Settings, list[str]]
) -> None:
    again = hidden(before) - hidden(after[0])
    small = {
        key(row): row["clients"] < 30
        for row in cells(file_of(after[0], "exact"))
        if row["clients"] is not None
    }
    said = {key(row): row["small"] for row in cells(file_of(after[0], "steering")) if key(row) in again}
    assert said == {one: small[one] for one in again}
    assert set(said.values()) == {True, False}


def test_publishing_says_how_many_figures_less_that_hides_and_what_each_step_hid_is_all(
    before: Settings, after: tuple[Settings, list[str]]
) -> None:
    settings, said = after
    (line,) = [line for line in said if line.startswith(f"  {Step.AGAIN}:")]
    less = int(line.split(": ")[1].split()[0])
    assert less == len(hidden(settings)) - len(hidden(before)) < 0
    (total,) = [line for line in said if line.startswith("Verborgen tegen terugrekenen: ")]
    parts = [line for line in said if line.startswith(tuple(f"  {step}:" for step in Step))]
    assert int(total.split()[3]) == sum(int(part.split(": ")[1].split()[0]) for part in parts)


def test_a_whole_is_searched_again_where_it_is_of_fewer_indicators_than_it_has_parts() -> None:
    places, counted = all_of(dict.fromkeys(product(ALL_PARTNERS, VALUES), (20,)))
    pairs = Pairs([Pair((0, 0), (2, 0)), Pair((1, 0), (2, 0))], places, REACH)
    for members, found in ((1, [2]), (2, []), (3, [])):
        groups = [group_of(0, counted), group_of(1, counted), group_of(2, counted, members)]
        assert pairs.cheap_wholes(groups) == found


@pytest.mark.parametrize("attacker", [None, *PARTNERS])
def test_nothing_hidden_follows_from_all_three_at_once_after_that(
    after: tuple[Settings, list[str]], attacker: str | None
) -> None:
    exact = read_exact(after[0])
    counts = counts_of(exact)
    ((whole, rows),) = stars(exact, counts, read(after[0], "steering", exact)).items()
    assert len({row["indicator"] for row in rows}) == 3
    assert followed(exact, counts, rows, whole, own_of(exact, counts, attacker)) == []


def test_where_it_turns_out_to_hide_no_less_all_is_as_it_was(
    before: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its parts need beside what is shown again is known only when all is proved anew."""
    tried = []

    def disappointing(*about: Any) -> list[Proof]:
        tried.append(rounds.beside_each_other(*about))
        monkeypatch.setattr(Pairs, "hides_less", lambda *_: False)
        return tried[0]

    monkeypatch.setattr(again, "beside_each_other", disappointing)
    settings, said = published(tmp_path)
    assert len(tried) == 1
    assert any(line.startswith(f"  {Step.AGAIN}: 0 cijfers") for line in said)
    shown = ("suppressed", "small", "value", "numerator", "denominator", "n")
    now, then = (
        {key(row): [row[name] for name in shown] for row in cells(file_of(one, "steering"))}
        for one in (settings, before)
    )
    assert now == then


@pytest.mark.parametrize("error", [Unprotectable, InvalidWitness])
def test_where_nothing_can_be_proved_beside_what_is_shown_again_all_is_as_it_was(
    before: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(again, "beside_each_other", fails)
    settings, _ = published(tmp_path)
    assert hidden(settings) == hidden(before)


def test_what_is_hidden_as_a_whole_stays_so(tmp_path: Path) -> None:
    """Where nearly everything is small nothing was proved that could hold when some of it is shown."""
    settings, _ = published(tmp_path, seed=6, few=0.9, sizes=(10, 20))
    rows = [row for row in cells(file_of(settings, "steering")) if row["indicator"] == "doorlooptijd"]
    assert rows
    assert all(row["suppressed"] for row in rows)


def test_no_more_is_hidden_of_what_the_version_before_told() -> None:
    """Hiding that protects nothing, however few years of partners it takes."""
    places, counted = all_of(dict.fromkeys(product(ALL_PARTNERS, VALUES), (20,)))
    group = group_of(0, counted)
    told = np.array([place.partner is not None and place.split is not None for place in places])
    year = np.array([place.partner == "P1" and place.split is None for place in places])
    member = replace(group.members[0], told=told[group.members[0].places])
    pairs = Pairs([], places, REACH)
    assert pairs.hides_less([group], [told & ~year], [year])
    assert not pairs.hides_less([replace(group, members=(member,))], [told & ~year], [year])
