"""An installation as production has it."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.publishing import masking
from settings import Settings
from tests.integration.publishing.intake import settings_in


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation that proves what it publishes."""
    return replace(settings_in(tmp_path), protection="volledig")


@pytest.fixture
def unforeseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing had been attacked before it was written."""
    monkeypatch.setattr(masking, "hide_what_would_follow", lambda *_: None)
