"""Partners get a new version first; the others follow after the reply days, or at the data officer's word."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from access.reader import Role
from data.pointers import current_version, point_to
from data.published import PublishedFiles
from data.publishing import publish
from data.releasing import announce, release, waiting
from data.store import open_intake
from settings import Elsewhere, Settings
from tests.builders import TODAY, ambition, publication, published
from tests.installation import manage
from tests.integration.access.conftest import ENTRANCE, Office, office_in
from tests.integration.publishing.intake import ambition as plan
from tests.integration.publishing.intake import goal, indicator, insert, partner, record, taken_in

NOBODY = Elsewhere(issuer="https://werk.example", client="x", secret="y", groups={})
YESTERDAY = datetime.combine(TODAY, datetime.min.time()) - timedelta(days=1)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Two versions, of which all read the first; partners have 14 days for the second."""
    for version in ("000001", "000002"):
        rows = [ambition(reply_days=14), publication(version=version, published_at=YESTERDAY)]
        published(tmp_path, rows, audiences=("steering", "partner-P01"), version=version)
    made = Settings(home=tmp_path, today=TODAY, key_file=tmp_path / "client.key", mode="production")
    point_to(made, "000001")
    return made


def versions_read(settings: Settings) -> tuple[str, str]:
    files = PublishedFiles(settings)
    return files.open("partner-P01").version, files.open("steering").version


def test_a_new_version_is_for_partners_until_their_days_are_over(settings: Settings) -> None:
    announce(settings, "000002")
    assert versions_read(settings) == ("000002", "000001")
    found = waiting(settings)
    assert found
    assert (found.version, found.due) == ("000002", YESTERDAY + timedelta(days=14))
    release(settings, found)
    assert versions_read(settings) == ("000002", "000002")
    assert waiting(settings) is None


def test_everybody_gets_it_at_once_when_the_days_are_over_or_in_a_demonstration(settings: Settings) -> None:
    for at_once in (replace(settings, mode="demo"), replace(settings, today=TODAY + timedelta(days=20))):
        point_to(settings, "000001")
        announce(at_once, "000002")
        assert versions_read(settings) == ("000002", "000002")


def test_a_first_version_waits_for_nobody(settings: Settings) -> None:
    for pointer in ("current", "partners"):
        (settings.published / pointer).unlink()
    announce(settings, "000001")
    assert versions_read(settings) == ("000001", "000001")


def test_the_data_officer_waits_or_gives_the_word(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMARTDASH_MODE", "production")
    announce(settings, "000002")
    assert "wacht op reacties" in manage("release", home=settings.home)
    assert current_version(settings) == "000001"
    assert "000002" in manage("release", "--now", home=settings.home)
    assert current_version(settings) == "000002"
    assert "al dezelfde" in manage("release", home=settings.home)
    assert "released" in manage("audit", home=settings.home)


def test_a_publication_in_production_is_proved_and_read_by_partners_first(
    tmp_path: Path, quick_passwords: None
) -> None:
    office = office_in(tmp_path, replace(ENTRANCE, elsewhere=NOBODY))
    partners = [partner(f"P0{number}") for number in (1, 2, 3)]
    records = [record(f"T{number}", partner=f"P0{number % 3 + 1}") for number in range(60)]
    taken_in(office.settings, [plan(reply_days=14), goal(), indicator("uitval"), *partners, *records])
    assert publish(office.settings) == "000001"
    with open_intake(office.settings) as intake:
        insert(intake, record("T60"), 1000)
    assert publish(office.settings) == "000002"
    proved = "SELECT is_proved AS proved FROM policy WHERE audience = 'steering'"
    assert PublishedFiles(office.settings).open("steering").execute(proved) == [{"proved": True}]
    for role in (Role.STEERING, Role.PARTNER, Role.DATA_OFFICER):
        office.add(office.name(role), role)
    assert served(office) == {"steering": "000001", "partner": "000002", "data_officer": "000001"}
    late = replace(office.settings, today=office.settings.today + timedelta(days=20))
    found = waiting(late)
    assert found
    assert found.due <= late.now
    release(late, found)
    assert set(served(office).values()) == {"000002"}


def served(office: Office) -> dict[str, str]:
    """The version that each role reads now."""
    roles = (Role.STEERING, Role.PARTNER, Role.DATA_OFFICER)
    return {str(role): office.signed_in(role).get("/versie").text for role in roles}
