"""A version is served only when every hidden figure is proved safe; otherwise what was served stays so."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from data.published import PublishedFiles
from data.publishing import publish, republish
from data.publishing.protection import rounds
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.parts import parted
from data.publishing.protection.populations import Population
from data.publishing.protection.shielding import Proof, small_places
from data.publishing.protection.steps import Step
from data.servable import LooserPolicy
from domain.disclosure_cube import Place
from domain.disclosure_ledger import InvalidWitness
from domain.disclosure_protection import Unprotectable
from queries.publication import publication
from settings import Settings
from tests.integration.publishing.intake import figure, indicator, partner, settings_in, taken_in


def unproved(population: Population, places: list[Place], threshold: int) -> Proof:
    """Nothing hidden but what is small, and no witness for it."""
    return Proof(small_places(population, len(places)), tuple(() for _ in population.sums))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Three partners of whom the first has few clients in one half-year."""
    made = replace(settings_in(tmp_path), protection="volledig")
    few = figure(partner="P01", period="2025-H1", numerator=2, denominator=4)
    many = [
        figure(partner=code, period=f"2025-H{half}", numerator=10, denominator=20 + half)
        for code in ("P01", "P02", "P03")
        for half in (1, 2)
        if (code, half) != ("P01", 1)
    ]
    partners = [partner(code) for code in ("P01", "P02", "P03")]
    taken_in(made, [indicator("steunfiguur", computation="cijfers"), *partners, few, *many])
    return made


def test_a_version_whose_audit_fails_is_served_to_nobody(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "shielded", unproved)
    with pytest.raises(AuditFailed, match="Er is niets gepubliceerd"):
        publish(settings)
    assert not (settings.published / "current").exists()
    assert not (settings.published / "000001").exists()


@pytest.mark.parametrize("step", ["shielded", "shielded_beside"])
@pytest.mark.parametrize("error", [Unprotectable, InvalidWitness])
def test_where_no_proof_is_to_be_had_nothing_is_published_and_that_is_said(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, step: str, error: type[Exception]
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(rounds, step, fails)
    with pytest.raises(AuditFailed, match="Er is niets gepubliceerd"):
        publish(settings)
    assert not (settings.published / "000001").exists()


def test_publishing_says_what_each_step_hid(settings: Settings) -> None:
    said: list[str] = []
    publish(settings, lambda what, done, of: said.append(what) if done == of else None)
    besides = said.index("Verborgen door de regel: 1 cijfers") + 1
    heads = ("Verborgen tegen terugrekenen:", *(f"  {step}:" for step in Step), "Nagerekend:")
    lines = [line for line in said[besides:] if line.startswith(heads)]
    assert [line.startswith(head) for line, head in zip(lines, heads, strict=True)] == [True] * len(heads)
    total, *parts = (int(line.split(": ")[1].split()[0]) for line in lines[:-1])
    assert total == sum(parts) > 0


def test_reasons_that_exclude_each_other_are_parts_that_add_up() -> None:
    sizes = np.array([10.0, 6.0])
    left, ended = np.array([4.0, 1.0]), np.array([6.0, 5.0])
    parts = parted(sizes, [left, ended])
    assert sorted(part.tolist() for part in parts) == [[4.0, 1.0], [6.0, 5.0]]


def test_a_share_that_includes_another_is_read_off_the_same_parts() -> None:
    sizes = np.array([10.0, 6.0])
    by_client, by_provider = np.array([2.0, 1.0]), np.array([3.0, 0.0])
    parts = parted(sizes, [by_client, by_provider, by_client + by_provider])
    assert len(parts) == 3
    assert parts.sum(axis=0).tolist() == sizes.tolist()


def test_a_demonstration_is_published_without_the_proof_and_says_so(settings: Settings) -> None:
    shown = replace(settings, protection=None)
    said: list[str] = []
    publish(shown, lambda what, _done, _of: said.append(what))
    assert not any(line.startswith("Nagerekend") for line in said)
    assert not publication(PublishedFiles(shown).open("steering")).is_proved


def test_production_serves_no_version_without_the_proof(settings: Settings) -> None:
    publish(replace(settings, protection=None))
    with pytest.raises(LooserPolicy, match="republish"):
        PublishedFiles(replace(settings, protection=None, mode="production")).open("steering")


def test_a_version_without_the_proof_is_made_again_with_it(settings: Settings) -> None:
    publish(replace(settings, protection=None))
    assert [one.version for one in republish(settings)] == ["000001"]
    assert publication(PublishedFiles(settings).open("steering")).is_proved
