"""A partner knows its own share in every figure of all, also where that is released to nobody else."""

from dataclasses import replace

import numpy as np
import pytest

from data.publishing import publish
from data.publishing.protection.figures import Figures, Own
from data.publishing.protection.populations import Population
from data.publishing.protection.tables import places_of_few_others
from domain.disclosure_ledger import REACH, InvalidWitness, Ledger, Witness, needs_of
from domain.disclosure_table import NOBODY, Relation, Table
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.publishing.intake import Given, figure, indicator, partner, settings_in, taken_in

CELLS = "SELECT o.partner, o.period, o.suppressed FROM observation AS o WHERE o.period_kind = 'month'"
SIZES = {"P1": 30, "P2": 13, "P3": 16}
FEW = {"P1": 31, "P2": 3, "P3": 4}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Three partners by month; in March two of them have seven clients together."""
    settings = replace(settings_in(tmp_path_factory.mktemp("own")), protection="volledig")
    taken_in(settings, by_month())
    publish(settings)
    return settings


def by_month() -> list[Given]:
    delivered = [
        figure(partner=code, period=f"2025-{month:02}", numerator=2, denominator=size)
        for month in range(1, 7)
        for code, size in (FEW if month == 3 else SIZES).items()
    ]
    return [indicator("steunfiguur", computation="cijfers"), *map(partner, SIZES), *delivered]


def months(settings: Settings, audience: str) -> dict[str, bool]:
    """Whether the figure of all partners is hidden, by month."""
    rows = cells(file_of(settings, audience), CELLS)
    return {row["period"]: row["suppressed"] for row in rows if row["partner"] is None}


@pytest.mark.parametrize("audience", ["steering", "partner-P1", "partner-P2"])
def test_a_month_in_which_one_partner_leaves_fewer_than_ten_others_is_hidden(
    published: Settings, audience: str
) -> None:
    hidden = months(published, audience)
    assert hidden["2025-03"]
    assert not all(hidden.values())
    assert sum(hidden[f"2025-{month:02}"] for month in (1, 2, 3)) > 1, (
        "else it is the quarter minus the others"
    )


def test_a_figure_of_all_is_hidden_where_one_partner_leaves_fewer_than_ten_others() -> None:
    every = {"clients": np.array([23.0, 30.0, 20.0])}
    own = Own(np.array([0, 1, 2]), {"clients": np.array([20.0, 20.0, 20.0])}, np.arange(3))
    nothing, places = np.zeros(3, dtype=bool), np.array([4, 5, 6])
    group = Population(
        (Figures(0, places, places, nothing, every, {}, {}, own, nothing, np.ones(3, dtype=np.int64)),), ()
    )
    assert np.flatnonzero(places_of_few_others(group, 8, REACH)).tolist() == [4]


def test_no_proof_makes_a_figure_of_all_smaller_than_what_one_partner_knows_of_itself() -> None:
    layers = np.array([[30, 14, 16]])
    table = Table(layers, (Relation(0, (1, 2)),), np.full(3, NOBODY), np.ones(3), np.array([[0, 12, 0]]))
    ledger = Ledger(table, np.array([False, True, True]), needs_of(table.sizes))
    ledger.take(Witness(np.array([1, 2]), np.array([[-2, 2]])))
    assert not ledger.open.any()
    with pytest.raises(InvalidWitness, match="at least"):
        ledger.take(Witness(np.array([1, 2]), np.array([[-3, 3]])))
