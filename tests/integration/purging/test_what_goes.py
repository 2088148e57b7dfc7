"""What a purge removes, what it leaves, and what still holds it back."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data.importing.final import mark_final
from data.importing.intake import check_deliveries, import_deliveries
from data.importing.outcome import State
from data.purging.purge import Purge, purge
from data.store import open_intake, rows
from settings import Settings, UnusableSetting, load_settings
from tests.installation import PROJECT

SAMPLES = PROJECT / "data" / "samples"
TODAY = date.today()  # noqa: DTZ011 - a delivery is received today
FIRST, SECOND = (SAMPLES / "trajecten" / f"{name}-P12.csv" for name in ("2022-2024", "2025-H1"))


def silent(_what: str, _done: int, _of: int) -> None:
    """Without a listener nothing is told."""


def at(home: Path, *, days: int = 0, months: int = 24) -> Settings:
    return Settings(home / "home", TODAY + timedelta(days), home / "client.key", retention_months=months)


def taken_in(home: Path, *paths: Path) -> None:
    outcomes = import_deliveries(at(home), [SAMPLES / "plan", *paths])
    assert {outcome.state for outcome in outcomes} == {State.ACCEPTED}


def purged(settings: Settings) -> Purge:
    return purge(settings, silent)


def test_records_stay_until_their_retention_has_passed(tmp_path: Path) -> None:
    taken_in(tmp_path, FIRST, SECOND)
    assert purged(at(tmp_path, days=700)).last_period is None
    assert purged(at(tmp_path, days=740)).last_period == "2024-H2"


def test_records_stay_while_their_half_year_is_not_final(tmp_path: Path) -> None:
    taken_in(tmp_path, FIRST, SECOND)
    found = purged(at(tmp_path, days=4000))
    assert found.last_period == "2024-H2"
    assert [each.period.code for each in found.blocked_by] == ["2025-H1"]
    mark_final(at(tmp_path), "2025-H1", "P12")
    assert purged(at(tmp_path, days=4000)).last_period == "2025-H1"


def test_records_stay_while_an_indicator_still_follows_the_client(tmp_path: Path) -> None:
    taken_in(tmp_path, FIRST)
    settings = Settings(tmp_path / "home", date(2025, 6, 1), tmp_path / "client.key", retention_months=0)
    assert purged(settings).last_period == "2023-H2"  # the year after 2024-H1 has not been delivered


def test_saying_what_would_go_removes_nothing(tmp_path: Path) -> None:
    taken_in(tmp_path, FIRST, SECOND)
    found = purge(at(tmp_path, days=800), silent, only_say=True)
    assert found.records > 0
    assert purged(at(tmp_path, days=800)) == found


def test_nothing_of_a_purged_client_is_left_on_the_disk(tmp_path: Path) -> None:
    taken_in(tmp_path, FIRST, SECOND)
    settings = at(tmp_path, days=800)
    with open_intake(settings) as intake:
        going = (
            "SELECT client, trajectory FROM trajectory WHERE delivery_period <= '2024-H2' AND client NOT IN "
        )
        later = "(SELECT client FROM trajectory WHERE delivery_period > '2024-H2') LIMIT 5"
        numbers = [str(number).encode() for row in rows(intake, going + later) for number in row]
    assert len(numbers) == 10
    found = purged(settings)
    left = b"".join(path.read_bytes() for path in settings.home.rglob("*") if path.is_file())
    assert found.files == 1
    assert not [number for number in numbers if number in left]
    assert not list((settings.home / "work").iterdir())


def test_a_purge_is_logged_and_the_next_finds_nothing(tmp_path: Path) -> None:
    taken_in(tmp_path, FIRST, SECOND)
    settings = at(tmp_path, days=800)
    found = purged(settings)
    assert purged(settings).records == 0
    with open_intake(settings, read_only=True) as intake:
        logged = rows(intake, "SELECT last_period, retention_months, records, files FROM purge_log")
    assert logged == [("2024-H2", 24, found.records, 1)]


def test_what_was_purged_cannot_come_back(tmp_path: Path) -> None:
    taken_in(tmp_path, FIRST, SECOND)
    settings = at(tmp_path, days=800)
    purged(settings)
    for work in (import_deliveries, check_deliveries):
        (outcome,) = work(settings, [FIRST])
        assert outcome.state is State.REFUSED
        assert "bewaartermijn" in outcome.findings[0].sentence


def test_a_retention_that_is_no_number_is_named() -> None:
    with pytest.raises(UnusableSetting, match="retention_months"):
        load_settings({"SMARTDASH_RETENTION_MONTHS": "twee jaar"})
