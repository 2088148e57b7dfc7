"""An installation as production has it."""

from dataclasses import replace
from pathlib import Path

import pytest

from settings import Settings
from tests.integration.publishing.intake import settings_in


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation that proves what it publishes."""
    return replace(settings_in(tmp_path), protection="volledig")
