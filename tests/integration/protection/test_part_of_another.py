"""What is hidden of two indicators does not follow where the one counts a part of what the other counts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import block_array, csr_array

from data.publishing import publish
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.pairs import Pairs
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import LEAST, NEAR, Row, key, sums
from tests.integration.publishing.intake import Given, indicator, partner, record, settings_in, taken_in

PARTNERS = [f"P{number}" for number in range(1, 8)]
HALVES = {"2025-H1": date(2025, 3, 15), "2025-H2": date(2025, 9, 15)}
FORMS = ("02", "03", "05", "07")
FEW = "P3"
SIZES = {"02": (20, 20), "03": (6, 0), "05": (4, 4), "07": (15, 15)}
"""Of one partner in a half-year, by care form: how much help ended, and how many answered about it."""
MOST = 1e4


def endings() -> Iterator[Given]:
    draw = np.random.default_rng(3)
    for code in PARTNERS:
        for half, day in HALVES.items():
            for form in FORMS:
                many = int(draw.integers(22, 50))
                answered = many - (1 if draw.random() < 0.2 else 0)
                if code == FEW:
                    many, answered = SIZES[form] if half == "2025-H1" else (0, 0)
                for number in range(many):
                    score = {"satisfaction": 7.0, "satisfaction_scale": "1-10"} if number < answered else {}
                    name = f"{code}-{half}-{form}-{number}"
                    about = {"partner": code, "delivery_period": half, "ended_on": day, "care_form": form}
                    yield record(name, **about, **score)


def given() -> list[Given]:
    scored = indicator("tevredenheid", unit="cijfer", scale="1-10", domain="jeugd")
    return [indicator(domain="jeugd"), scored, *map(partner, PARTNERS), *endings()]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Leaving early, of which every reason is known, and satisfaction, which nearly all answered."""
    settings = replace(settings_in(tmp_path_factory.mktemp("parts")), protection="volledig")
    taken_in(settings, given())
    publish(settings)
    return settings


def rows(settings: Settings, code: str) -> tuple[list[Row], list[Row]]:
    """What the steering group reads of an indicator, and how it is."""
    exact = {key(row): row for row in cells(file_of(settings, "exact"))}
    found = [row for row in cells(file_of(settings, "steering")) if row["indicator"] == code]
    return found, [exact[key(row)] for row in found]


def sums_of(found: Sequence[Row], truth: Sequence[Row]) -> csr_array:
    counts = [row["records"] for row in truth]
    held = [
        (total, parts) for total, parts in sums(found) if sum(counts[at] for at in parts) == counts[total]
    ]
    matrix = np.zeros((len(held), len(found)))
    for at, (total, parts) in enumerate(held):
        matrix[at, parts], matrix[at, total] = 1, -1
    return csr_array(matrix)


class Both:
    """All numbers of records of two indicators, and what is known of them together."""

    def __init__(self, settings: Settings, attacker: str | None) -> None:
        (part, truth), (whole, other) = rows(settings, "tevredenheid"), rows(settings, "uitval")
        self.rows, self.truth = [*part, *whole], [*truth, *other]
        self.counts = np.array([float(row["records"]) for row in self.truth])
        known = [not row["suppressed"] or row["partner"] == attacker is not None for row in self.rows]
        self.unknown = np.flatnonzero(~np.array(known))
        tied = block_array([[sums_of(part, truth), None], [None, sums_of(whole, other)]]).tocsc()
        at = {key(row)[1:]: len(part) + place for place, row in enumerate(whole)}
        links = [(place, at[key(row)[1:]]) for place, row in enumerate(part)]
        below = np.zeros((len(links), len(self.rows)))
        for place, (one, all_of_it) in enumerate(links):
            below[place, one], below[place, all_of_it] = 1, -1
        seen = np.where(known, self.counts, 0.0)
        self.held: dict[str, Any] = {
            "A_eq": tied[:, self.unknown], "b_eq": -(tied @ seen),
            "A_ub": csr_array(below[:, self.unknown]), "b_ub": -(below @ seen),
        }  # fmt: skip

    def most(self, at: int) -> float:
        """As many as one of the unknown numbers can be."""
        goal = -np.eye(self.unknown.size)[at]
        solved = linprog(goal, **self.held, bounds=(1, MOST))
        assert solved.status == 0, solved.message
        return -float(solved.fun)


@pytest.mark.parametrize("attacker", [None, "P1", "P5"])
def test_no_small_group_is_known_to_be_small_because_few_answers_are_missing(
    published: Settings, attacker: str | None
) -> None:
    """The attack: what is missing from the answers to a total is all that can be missing in a part of it."""
    both = Both(published, attacker)
    small = [at for at, row in enumerate(both.unknown) if both.truth[row]["clients"] < LEAST]
    assert small
    known = [key(both.rows[both.unknown[at]]) for at in small if both.most(at) < LEAST - NEAR]
    assert known == []


def test_more_than_a_third_is_shown_all_the_same(published: Settings) -> None:
    for code in ("tevredenheid", "uitval"):
        found, _ = rows(published, code)
        assert np.mean([row["suppressed"] for row in found]) < 2 / 3


def test_a_version_in_which_that_is_not_proved_is_served_to_nobody(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Pairs, "protect", lambda _, __, proofs: ([proof.hidden for proof in proofs], list(proofs))
    )
    taken_in(settings, given())
    with pytest.raises(AuditFailed, match="te herleiden"):
        publish(settings)
    assert not (settings.published / "current").exists()
