"""Every published figure equals an independent computation on the same rows."""

from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from data.published import current_version
from data.publishing import publish
from tests.integration.publishing import generated
from tests.integration.publishing.intake import settings_in
from tests.integration.publishing.recomputed import cases, current, definitions, figures

KEY = ["indicator", "partner", "period", "period_kind", "split", "split_value"]
NUMBERS = [
    "numerator",
    "denominator",
    "records",
    "clients",
    "value",
    "n",
    "sd",
    "q1",
    "q3",
    "eligible",
    "delivered_by",
]
KNOWN_UNTIL = {
    "P01": date(2026, 6, 30),
    "P02": date(2026, 6, 30),
    "P03": date(2025, 12, 31),
    "P04": date(2026, 6, 30),
}
LATEST = {"P01": date(2026, 1, 1), "P02": date(2026, 1, 1), "P03": date(2025, 7, 1), "P04": date(2026, 1, 1)}


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.exhaustive) for seed in (2, 3, 4))]
)
def test_every_published_figure_equals_an_independent_computation(seed: int, tmp_path: Path) -> None:
    frame = generated.records(seed)
    published, again = both(frame, tmp_path)
    compared = published.merge(again, on=KEY, how="outer", suffixes=("", "_again"), indicator="where")
    assert compared.loc[compared["where"] != "both", [*KEY, "where"]].to_dict("records") == []
    assert not compared.duplicated(KEY).any()
    for name in (*NUMBERS, "provisional"):
        ours = compared[name].to_numpy(dtype=float, na_value=np.nan)
        theirs = compared[f"{name}_again"].to_numpy(dtype=float, na_value=np.nan)
        differs = ~np.isclose(ours, theirs, rtol=1e-9, atol=1e-9, equal_nan=True)
        assert compared.loc[differs, [*KEY, name, f"{name}_again"]].to_dict("records") == []
    assert compared["indicator"].nunique() == len(generated.COMPUTED) + len(generated.VARIANTS)
    assert set(compared["period_kind"]) == {"month", "quarter", "half_year", "year", "horizon"}
    assert set(compared["split"]) == {"-", "hulpvorm", "leeftijdsgroep", "verwijzer", "gemeente", "informant"}


def both(frame: pd.DataFrame, home: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """All figures as published, and as computed again."""
    settings = settings_in(home)
    generated.take_in(settings, frame, generated.plan())
    publish(settings)
    published = read(settings.published / current_version(settings) / "exact.duckdb")
    rows = current(frame)
    again = (
        figures(definition, cases(definition, rows, KNOWN_UNTIL, LATEST)) for definition in definitions(rows)
    )
    return as_text(published), as_text(pd.concat(again))


def read(path: Path) -> pd.DataFrame:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute("SELECT * FROM observation").df()


def as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with a mark for no partner and no split, so that rows can be matched."""
    return frame.assign(
        **{name: frame[name].astype("object").where(frame[name].notna(), "-") for name in KEY}
    )
