"""Every published figure equals an independent computation on the same rows."""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from data.pointers import current_version
from data.publishing import publish
from data.store import open_intake
from settings import Settings
from tests.integration.publishing import generated
from tests.integration.publishing.intake import settings_in
from tests.integration.publishing.recomputed import Observed, cases, cleaned, current, definitions, figures

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
GENERATED = Observed(
    horizons=((2023, 2026), (2024, 2025)),
    first_day=date(2022, 1, 1),
    known_until={
        "P01": date(2026, 6, 30),
        "P02": date(2026, 6, 30),
        "P03": date(2025, 12, 31),
        "P04": date(2026, 6, 30),
    },
)
SAMPLES = Observed(
    horizons=((2023, 2026),),
    first_day=date(2021, 1, 1),
    known_until=dict.fromkeys(
        ("P01", "P02", "P03", "P04", "P05", "P09", "P10", "P11", "P12"), date(2026, 6, 30)
    )
    | {"P08": date(2025, 12, 31)},
)


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.exhaustive) for seed in (2, 3, 4))]
)
def test_every_published_figure_equals_an_independent_computation(seed: int, tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    generated.take_in(settings, generated.records(seed), generated.plan())
    compared = assert_equal(settings, GENERATED)
    assert compared["indicator"].nunique() == len(generated.COMPUTED) + len(generated.VARIANTS)
    assert set(compared["period_kind"]) == {"month", "quarter", "half_year", "year", "horizon"}
    assert set(compared["split"]) == {"-", "hulpvorm", "leeftijdsgroep", "verwijzer", "gemeente", "informant"}


@pytest.mark.exhaustive
@pytest.mark.timeout(1500)
def test_every_figure_from_the_records_of_the_samples_equals_an_independent_computation(
    sample_home: Path, tmp_path: Path
) -> None:
    settings = settings_in(tmp_path)
    shutil.copy(settings_in(sample_home).intake_file, settings.intake_file)
    with open_intake(settings) as intake:
        intake.execute("DELETE FROM aggregate")
    compared = assert_equal(settings, SAMPLES)
    assert len(compared) > 20_000


def assert_equal(settings: Settings, observed: Observed) -> pd.DataFrame:
    """The figures as published beside those computed again; they are the same."""
    publish(settings)
    published = read(
        settings.published / current_version(settings) / "exact.duckdb", "SELECT * FROM observation"
    )
    rows = current(read(settings.intake_file, "SELECT * FROM trajectory"))
    indicators = cleaned(read(settings.intake_file, "SELECT * FROM indicator"))
    again = [
        figures(definition, cases(definition, rows, observed)) for definition in definitions(rows, indicators)
    ]
    compared = as_text(published).merge(
        as_text(pd.concat(again)), on=KEY, how="outer", suffixes=("", "_again"), indicator="where"
    )
    assert compared.loc[compared["where"] != "both", [*KEY, "where"]].to_dict("records") == []
    assert not compared.duplicated(KEY).any()
    for name in (*NUMBERS, "provisional"):
        ours = compared[name].to_numpy(dtype=float, na_value=np.nan)
        theirs = compared[f"{name}_again"].to_numpy(dtype=float, na_value=np.nan)
        differs = ~np.isclose(ours, theirs, rtol=1e-9, atol=1e-9, equal_nan=True)
        assert compared.loc[differs, [*KEY, name, f"{name}_again"]].to_dict("records") == []
    return compared


def read(path: Path, question: str) -> pd.DataFrame:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(question).df()


def as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with a mark for no partner and no split, so that rows can be matched."""
    return frame.assign(
        **{name: frame[name].astype("object").where(frame[name].notna(), "-") for name in KEY}
    )
