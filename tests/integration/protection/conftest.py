"""An installation as production has it."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from data.publishing import masking
from settings import Settings
from tests.installation import TODAY, samples_home
from tests.integration.publishing.intake import settings_in


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation that proves what it publishes."""
    return replace(settings_in(tmp_path), protection="volledig")


@pytest.fixture
def unforeseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing had been attacked before it was written."""
    monkeypatch.setattr(masking, "hide_what_would_follow", lambda *_: None)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The samples, published with all that production hides.

    That takes three quarters of an hour; `PROVEN_SAMPLES` names a home where it was done before.
    """
    proven = os.environ.get("PROVEN_SAMPLES")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SMARTDASH_PROTECTION", "volledig")
        home = Path(proven) if proven else samples_home("proven-samples", tmp_path_factory)
    return Settings(home=home, today=TODAY, key_file=home / "client.key")
