"""What every test gets: a fixed day, a home of its own, and on request a published set of samples."""

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from tests.installation import TODAY, installation, samples_home

hypothesis_settings.register_profile("product", deadline=None)
hypothesis_settings.load_profile("product")


def pytest_configure(config: pytest.Config) -> None:
    """Point every test away from the developer's own data, before anything reads the settings."""
    home = tempfile.mkdtemp(prefix="smartdash-test-")
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    os.environ.update(installation(Path(home)))


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of an installation with the published samples; made once per run, so never change it."""
    return samples_home("sample-home", tmp_path_factory)
