"""An installation as production has it."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.publishing import masking
from settings import Settings
from tests.installation import TODAY, manage
from tests.integration.publishing.intake import settings_in


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation that proves what it publishes."""
    return replace(settings_in(tmp_path), protection="volledig")


@pytest.fixture
def unforeseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing had been attacked before it was written."""
    monkeypatch.setattr(masking, "hide_what_would_follow", lambda *_: None)


@pytest.fixture(scope="package")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The samples, published with all that production hides; this takes half an hour and more."""
    home = tmp_path_factory.mktemp("samples")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMARTDASH_PROTECTION", "volledig")
        manage("samples", home=home)
    return Settings(home=home, today=TODAY, key_file=home / "client.key")
