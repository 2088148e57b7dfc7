"""How complete the figures of all partners together are is told, and tells nothing that is hidden."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog

from data.publishing import publish
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.publishing.intake import (
    Given,
    agreement,
    answered,
    figure,
    indicator,
    partner,
    settings_in,
    taken_in,
)

SMALL, UNNAMED, FIGURES_ONLY, NEVER_AGREED = "P01", "P07", "P08", "P09"
PARTNERS = [f"P{number:02}" for number in range(1, 13)]
HALF_YEARS = {"2025-H1": date(2025, 3, 15), "2025-H2": date(2025, 9, 15)}
QUESTIONS = ("steunfiguur", "vraag_a", "vraag_b")
TOLD = "SELECT c.* FROM completeness AS c"
Place = tuple[Any, ...]


def records() -> Iterator[Given]:
    """Of every ending the reason is known, of most what the client thought of it; one partner asks nobody."""
    draw = np.random.default_rng(4)
    for code in PARTNERS:
        if code == FIGURES_ONLY:
            continue
        for half_year, ended_on in HALF_YEARS.items():
            knows = draw.random(draw.integers(4, 9) if code == SMALL else draw.integers(24, 60)) < 0.6
            for number, is_known in enumerate(knows):
                yield answered(
                    f"{code}-{half_year}-{number}",
                    is_known=is_known and code != NEVER_AGREED,
                    partner=code,
                    delivery_period=half_year,
                    ended_on=ended_on,
                )


def questions() -> Iterator[Given]:
    """One question by itself, and two that were asked to the same clients, whose answers differ."""
    draw = np.random.default_rng(5)
    for code in PARTNERS:
        for half_year in HALF_YEARS:
            asked = {"steunfiguur": int(draw.integers(40, 70))}
            asked |= dict.fromkeys(QUESTIONS[1:], int(draw.integers(40, 70)))
            for question, count in asked.items():
                size = int(draw.integers(2, 9)) if code == SMALL else count - int(draw.integers(12, 25))
                told = {"numerator": size // 2, "denominator": size, "asked": count}
                yield figure(question, half_year, partner=code, **told)


def figures() -> Iterator[Given]:
    """Delivered without how many could have had one."""
    for half_year in HALF_YEARS:
        told = {"value": 7.5, "n": 20, "sd": 1.0, "scale": "1-10", "clients": 20}
        yield figure("tevredenheid", half_year, partner=FIGURES_ONLY, **told)


def everything() -> Iterable[Given]:
    agreed = [code for code in PARTNERS if code != NEVER_AGREED]
    return (
        indicator(),
        indicator("tevredenheid", unit="cijfer", scale="1-10"),
        *(indicator(code, computation="cijfers") for code in QUESTIONS),
        *(partner(code, named=code != UNNAMED) for code in PARTNERS),
        *(agreement(code, "uitval") for code in PARTNERS),
        *(agreement(code, "tevredenheid") for code in agreed),
        *records(),
        *questions(),
        *figures(),
    )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    home = tmp_path_factory.mktemp("completeness")
    settings = replace(settings_in(home), protection="volledig", public=True)
    taken_in(settings, everything())
    publish(settings)
    return settings


def read(settings: Settings, audience: str, indicator: str) -> dict[Place, dict[str, Any]]:
    """The figures without a split, by partner and period."""
    rows = cells(file_of(settings, audience), "SELECT * FROM observation AS o WHERE o.split IS NULL")
    return {(row["partner"], row["period"]): row for row in rows if row["indicator"] == indicator}


def told(settings: Settings, audience: str, indicator: str) -> dict[str, dict[str, Any]]:
    rows = cells(file_of(settings, audience), TOLD)
    return {row["period"]: row for row in rows if row["indicator"] == indicator}


def test_the_steering_group_reads_how_complete_the_figures_of_all_partners_are(published: Settings) -> None:
    found = told(published, "steering", "tevredenheid")
    assert "2025" in found
    assert found.keys() & set(HALF_YEARS)
    assert all(0.4 < row["share"] < 0.8 for row in found.values())


def test_it_is_the_sum_of_what_the_steering_group_reads_beside_names(published: Settings) -> None:
    """So it tells nothing new: not of who is hidden, nor of who is not named, nor of who delivered none."""
    shown = read(published, "steering", "tevredenheid")
    for period, row in told(published, "steering", "tevredenheid").items():
        parts = [one for (code, when), one in shown.items() if code and when == period and one["eligible"]]
        assert {UNNAMED, FIGURES_ONLY, NEVER_AGREED, SMALL}.isdisjoint(one["partner"] for one in parts)
        assert row["known"] == sum(one["n"] for one in parts)
        assert row["eligible"] == sum(one["eligible"] for one in parts)
        assert (row["partners"], row["delivered_by"]) == (len(parts), shown[None, period]["delivered_by"])


def test_a_partner_reads_a_share_of_several_and_no_counts_of_theirs(published: Settings) -> None:
    steering = told(published, "steering", "tevredenheid")
    for period, row in told(published, "partner-P02", "tevredenheid").items():
        assert (row["known"], row["eligible"]) == (None, None)
        assert row["share"] == round(steering[period]["share"], 2)
        assert row["partners"] > 3


def test_everybody_reads_nothing_of_it(published: Settings) -> None:
    assert cells(file_of(published, "public"), TOLD) == []


def test_how_many_were_asked_is_told_where_it_tells_of_one_question_only(published: Settings) -> None:
    """Two questions to the same clients hide figures of their own: what is told of one is told of both."""
    for question in QUESTIONS:
        rows = read(published, "steering", question)
        found = {place for place, row in rows.items() if row["asked"] is not None}
        assert found == (
            {(None, "2025"), (None, "2025-H1"), (None, "2025-H2")} if question == QUESTIONS[0] else set()
        )


@pytest.mark.parametrize("reader", [None, "P02", "P05"])
def test_what_is_told_narrows_no_hidden_figure(published: Settings, reader: str | None) -> None:
    """The attack: how small and how large each hidden figure can be, with and without how many were asked."""
    shown, exact = (read(published, audience, QUESTIONS[0]) for audience in ("steering", "exact"))
    hidden = [place for place, row in shown.items() if row["suppressed"] and place[0] != reader]
    asked = {place: row["asked"] for place, row in shown.items() if row["asked"] is not None}
    every = {place: row["asked"] for place, row in exact.items()}
    assert any(code == SMALL for code, _ in hidden), "else there is nothing to attack"
    without, told, all_told = (
        np.array([span(place, shown, exact, reader, known) for place in hidden])
        for known in ({}, asked, every)
    )
    assert np.allclose(told, without)
    assert not np.allclose(all_told, without), "else the attack finds nothing"


def test_help_of_who_never_agreed_is_no_missing_answer(tmp_path: Path) -> None:
    """Its endings are among those of all partners together, which is what could have had an answer."""
    settings, given = settings_in(tmp_path), [*everything()]
    taken_in(settings, [one for one in given if one.values.get("partner") != FIGURES_ONLY])
    publish(settings)
    shown = read(settings, "exact", "tevredenheid")
    for period, row in told(settings, "steering", "tevredenheid").items():
        parts = [
            one
            for (code, when), one in shown.items()
            if code not in (None, SMALL, UNNAMED) and when == period
        ]
        assert shown[None, period]["eligible"] > row["eligible"] == sum(one["eligible"] for one in parts)


def span(
    sought: Place,
    shown: Mapping[Place, dict[str, Any]],
    exact: Mapping[Place, dict[str, Any]],
    reader: str | None,
    asked: Mapping[Place, int],
) -> tuple[float, float]:
    """How small and how large a figure can be: answers and missing ones of each place are the unknowns."""
    places = [place for place in exact if place[1] in ("2025", *HALF_YEARS)]
    at = {place: number for number, place in enumerate(places)}
    size = len(places)
    sums, totals = [], []

    def holds(parts: Mapping[int, float], total: float) -> None:
        row = np.zeros(2 * size)
        row[list(parts)] = list(parts.values())
        sums.append(row)
        totals.append(total)

    for place, number in at.items():
        row = shown.get(place, {"suppressed": True})
        if not row["suppressed"] or place[0] == reader:
            holds({number: 1}, exact[place]["denominator"])
        if place[0] == reader:
            holds({number: 1, size + number: 1}, exact[place]["asked"])
        elif place in asked:
            holds({number: 1, size + number: 1}, asked[place])
    for code in (None, *PARTNERS):
        parts = {at[code, half]: -1.0 for half in HALF_YEARS}
        for shift in (0, size):
            holds({at[code, "2025"] + shift: 1, **{part + shift: sign for part, sign in parts.items()}}, 0)
    for period in ("2025", *HALF_YEARS):
        for shift in (0, size):
            parts = {at[code, period] + shift: -1.0 for code in PARTNERS}
            holds({at[None, period] + shift: 1, **parts}, 0)
    goal = np.zeros(2 * size)
    goal[at[sought]] = 1
    found = [linprog(sign * goal, A_eq=np.array(sums), b_eq=totals, bounds=(0, None)) for sign in (1, -1)]
    return found[0].fun, -found[1].fun
