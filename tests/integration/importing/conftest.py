"""An installation whose plan has been taken in; each test gets a copy of its own."""

import shutil
from pathlib import Path

import pytest

from settings import Settings
from tests.integration.importing.deliveries import installation_in, taken_in, write_plan


@pytest.fixture
def empty(tmp_path: Path) -> Settings:
    return installation_in(tmp_path)


@pytest.fixture(scope="session")
def with_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planned")
    outcomes = taken_in(installation_in(folder), write_plan(folder / "plan"))
    assert [outcome.findings for outcome in outcomes] == [()]
    return folder


@pytest.fixture
def planned(with_plan: Path, tmp_path: Path) -> Settings:
    shutil.copytree(with_plan / "home", tmp_path / "home")
    return installation_in(tmp_path)
