"""The committed sample set, and what an installation needs before it is taken in."""

from pathlib import Path

from data.importing.gathering import gathered
from data.importing.workplace import fingerprint
from data.store import open_intake, rows
from settings import Settings

SAMPLES = Path(__file__).resolve().parents[1] / "samples"

_FIRST_SETTINGS = """\
# Instellingen van deze installatie.
# De voorbeeldgegevens horen bij deze dag. Haal de regel weg zodra u eigen gegevens inleest;
# dan geldt de echte dag.
today = 2026-11-01
"""


def holds_own_deliveries(settings: Settings) -> bool:
    """Whether something else than the sample set was taken in; the samples must never be mixed with that."""
    if not settings.intake_file.exists():
        return False
    intake = open_intake(settings, read_only=True)
    try:
        taken_in = {str(sha256) for (sha256,) in rows(intake, "SELECT DISTINCT sha256 FROM delivery")}
    finally:
        intake.close()
    return bool(taken_in) and not taken_in <= {fingerprint(each.paths) for each in gathered([SAMPLES])}


def fix_the_day(settings: Settings) -> None:
    """Write the settings file that fixes today for the samples; an existing one is left alone."""
    path = settings.home / "settings.toml"
    if not path.exists():
        settings.home.mkdir(parents=True, exist_ok=True)
        path.write_text(_FIRST_SETTINGS, "utf-8")
