"""What follows from sums that nobody told of is found before it is written, and all it hangs on is hidden."""

from collections.abc import Callable
from typing import Any

import pytest

from data.publishing import masking, publish
from data.publishing.protection import protect_figures, same_cases
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.populations import Population
from domain import disclosure_cube
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.test_identities import endings, years_only
from tests.integration.publishing.intake import Given, partner, taken_in

WHAT_BESIDES = "Verborgen wat anders een klein getal verraadt"


def published(settings: Settings, given: list[Given]) -> list[str]:
    """What was told while this was published; the last look lets it pass."""
    said: list[str] = []
    taken_in(settings, given)
    publish(settings, lambda what, _done, _of: said.append(what))
    return [what for what in said if what.startswith(WHAT_BESIDES)]


def shown_in(settings: Settings, code: str) -> int:
    """How many figures the steering group reads of an indicator."""
    found = [row for row in cells(file_of(settings, "steering")) if row["indicator"] == code]
    assert found
    return sum(not row["suppressed"] for row in found)


def test_an_indicator_that_gives_away_what_another_hides_is_hidden_with_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was before anybody knew that the reasons of ending tell who left early."""
    monkeypatch.setattr(same_cases, "is_rest", lambda *_: False)
    (said,) = published(settings, endings())
    assert "uitval" in said, "who publishes reads of which indicators it was"
    assert not shown_in(settings, "uitval") or not shown_in(settings, "reden_onbekend")


@pytest.mark.parametrize("is_named", [True, False])
def test_a_sum_that_nobody_told_of_hides_all_that_is_in_it(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, *, is_named: bool
) -> None:
    """As it was before anybody knew that the halves of all and a year give away who delivers years only."""
    monkeypatch.setattr(disclosure_cube, "_with_lacking", lambda *_: None)
    of_x = partner("X", named=is_named)
    (said,) = published(settings, [of_x if _is_of(row, "X") else row for row in years_only()])
    assert said.endswith("van steunfiguur")
    assert shown_in(settings, "steunfiguur") == 0


def _is_of(row: Given, code: str) -> bool:
    return row.table == "partner" and row.values["code"] == code


@pytest.mark.parametrize("given", [endings, years_only])
def test_nothing_is_hidden_besides_where_the_search_knew_all(
    settings: Settings, given: Callable[[], list[Given]]
) -> None:
    assert published(settings, given()) == []


def test_what_follows_where_nothing_is_left_to_hide_stops_the_version(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a file shows what was foreseen says nothing where that was not found safe."""
    monkeypatch.setattr(disclosure_cube, "_with_lacking", lambda *_: None)

    def without_groups(*given: Any) -> list[Population]:
        protect_figures(*given)
        return []

    monkeypatch.setattr(masking, "protect_figures", without_groups)
    taken_in(settings, years_only())
    with pytest.raises(AuditFailed, match="volgen uit wat er in het bestand staat"):
        publish(settings)


def test_who_publishes_reads_of_what_the_version_before_showed_and_this_one_hides_so(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken_in(settings, endings())
    publish(settings)
    monkeypatch.setattr(same_cases, "is_rest", lambda *_: False)
    said: list[str] = []
    publish(settings, lambda what, _done, _of: said.append(what))
    (late,) = [what for what in said if what.startswith("Stond in de vorige versie en is nu verborgen")]
    assert int(late.split(": ")[1].split()[0]) > 100
