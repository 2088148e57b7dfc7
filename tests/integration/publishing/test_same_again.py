"""Publishing the same records again makes the same files, whatever chance or threads do meanwhile."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from data.publishing import publish
from data.schema import PUBLISHED_TABLES
from data.store import connect_readonly, quoted
from settings import Settings
from tests.integration.publishing import generated
from tests.integration.publishing.intake import Given, partner, record, settings_in

_ENDED = date(2024, 3, 20)
_TOLD_APART = {"publication"}
"""Says which version it is, and when it was made."""

Tables = dict[str, Counter[tuple[Any, ...]]]


def ties(count: int) -> list[Given]:
    """Help that ended, and two kinds of help that followed it on one day: either could be the next."""
    first = {"started_on": _ENDED - timedelta(90), "ended_on": _ENDED, "end_reason": "01"}
    after = {"started_on": _ENDED + timedelta(7), "ended_on": _ENDED + timedelta(97), "end_reason": "01"}
    return [
        record(f"tie-{number}-{form}", client=f"tie-{number}", care_form=form, **given)
        for number in range(count)
        for form, given in (("14", first), ("02", after), ("05", after))
    ]


def tables(folder: Path) -> dict[str, Tables]:
    """Per file of a version the rows of each table."""
    found = {}
    for path in sorted(folder.glob("*.duckdb")):
        file = connect_readonly(path)
        found[path.stem] = {
            table.name: Counter(file.execute(f"SELECT * FROM {quoted(table.name)}").fetchall())
            for table in PUBLISHED_TABLES
            if table.name not in _TOLD_APART
        }
        file.close()
    return found


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, str, str]:
    settings = settings_in(tmp_path_factory.mktemp("again"))
    given = [*generated.plan(), partner("P09", shared_pseudonyms=True), *ties(30)]
    generated.take_in(settings, generated.records(seed=11), given)
    return settings, publish(settings), publish(settings)


def test_two_publications_of_the_same_records_are_the_same_table_by_table(
    versions: tuple[Settings, str, str],
) -> None:
    settings, *names = versions
    first, second = (tables(settings.published / name) for name in names)
    assert first["steering"]["care_path"]
    assert first.keys() == second.keys()
    for file, found in first.items():
        assert {name for name, rows in found.items() if rows != second[file][name]} == set(), file
