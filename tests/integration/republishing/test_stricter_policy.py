"""When a policy becomes stricter, what was published under a looser one is never served again."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from api.reader import version_for
from data.pointers import current_version, folder_of, version_names
from data.published import PublishedFiles
from data.publishing import publish, republish
from data.servable import LooserPolicy
from data.store import open_intake
from data.versions import rollback, versions
from domain.audience import STEERING
from queries.publication import publication
from settings import Settings, UnusableSetting, load_settings
from tests.integration.publishing.intake import final, insert

GROUP = "SELECT * FROM observation WHERE indicator = 'uitval' AND period = '2025' AND split IS NULL"
STRICTER_ON = date(2026, 12, 1)


def figures(
    settings: Settings, audience: str = "steering", statement: str = GROUP
) -> dict[Any, dict[str, Any]]:
    served = PublishedFiles(settings).open(audience)
    return {row["partner"]: row for row in served.execute(GROUP)}


def contents(path: Path) -> dict[str, list[str]]:
    """Every row of every table of a file, as text."""
    with duckdb.connect(str(path), read_only=True) as file:
        tables = file.execute("SELECT schema_name, table_name FROM duckdb_tables()").fetchall()
        return {
            f"{schema}.{name}": sorted(map(repr, file.execute(f'SELECT * FROM {schema}."{name}"').fetchall()))
            for schema, name in tables
        }


def test_a_version_of_before_is_not_served_until_it_is_made_again(
    settings: Settings, stricter: Settings
) -> None:
    publish(settings)
    running = PublishedFiles(settings)
    assert running.open("steering").version == "000001"
    for audience in ("steering", "partner-P01", "partner-P03"):
        with pytest.raises(LooserPolicy, match="republish"):
            PublishedFiles(stricter).open(audience)
    with pytest.raises(LooserPolicy):
        version_for(STEERING, PublishedFiles(stricter))
    assert [version.is_looser for version in versions(stricter)] == [True]
    assert [one.version for one in republish(stricter)] == ["000001"]
    assert figures(stricter)["P01"]["suppressed"] is True
    # A server that has not yet been restarted opens what took the place of what it had open.
    again = running.open("steering").execute(GROUP + " AND partner = 'P01'")
    assert [row["suppressed"] for row in again] == [True]


def test_what_the_stricter_policy_hid_says_since_when(settings: Settings, stricter: Settings) -> None:
    publish(settings)
    before = figures(settings)
    (remade,) = republish(stricter)
    after = figures(stricter)
    assert not any(row["suppressed"] for row in before.values())
    assert after["P01"]["hidden_since"] == STRICTER_ON
    assert (after["P04"]["suppressed"], after["P04"]["hidden_since"]) == (False, None)
    assert after["P01"]["value"] is None
    assert remade.hidden == sum(
        row["hidden_since"] is not None
        for row in PublishedFiles(stricter).open("steering").execute("SELECT * FROM observation")
    )
    later = replace(stricter, min_clients=45, today=date(2027, 1, 15))
    republish(later)
    latest = figures(later)
    assert (latest["P01"]["hidden_since"], latest["P04"]["hidden_since"]) == (STRICTER_ON, date(2027, 1, 15))


def test_a_new_version_keeps_saying_since_when_something_is_hidden(
    settings: Settings, stricter: Settings
) -> None:
    publish(settings)
    publish(stricter)
    assert current_version(stricter) == "000002"
    assert figures(stricter)["P01"]["hidden_since"] == STRICTER_ON
    assert figures(stricter)["P04"]["hidden_since"] is None
    assert figures(stricter, "partner-P01")["P01"]["suppressed"] is False


def test_a_version_made_again_under_the_same_policies_is_the_same(settings: Settings, tmp_path: Path) -> None:
    """So nothing that makes a version is missing from what its exact file keeps."""
    publish(settings)
    folder = settings.published / "000001"
    before = {path.stem: contents(path) for path in folder.glob("*.duckdb")}
    remade_under = replace(settings, min_clients=11)  # no group has ten clients
    republish(remade_under)
    changing = {"main.policy", "main.publication", "main.method_value"}  # they tell the threshold
    assert not folder.exists()
    for path in folder_of(settings, "000001").glob("*.duckdb"):
        after = contents(path)
        assert after.keys() == before[path.stem].keys()
        different = {name for name, found in after.items() if found != before[path.stem][name]} - changing
        assert different == set(), path.stem


def test_publishing_makes_every_old_version_again_first(settings: Settings, stricter: Settings) -> None:
    for _ in range(2):
        publish(settings)
    publish(stricter)
    assert version_names(stricter) == ["000001", "000002", "000003"]
    assert not any(version.is_looser for version in versions(stricter))
    rollback(stricter, "1")
    served = PublishedFiles(stricter).open("steering")
    made = publication(served)
    assert (made.version, made.min_clients) == ("000001", 15)
    assert made.published_at.date() == settings.today
    assert made.remade_at is not None
    assert made.remade_at.date() == STRICTER_ON


def test_readers_cannot_go_back_to_a_version_that_shows_too_much(
    settings: Settings, stricter: Settings
) -> None:
    publish(settings)
    publish(settings)
    with pytest.raises(LooserPolicy):
        rollback(stricter, "1")
    assert current_version(settings) == "000002"


def test_a_policy_that_stays_or_becomes_looser_makes_nothing_again(
    settings: Settings, stricter: Settings
) -> None:
    publish(stricter)
    assert republish(stricter) == republish(settings) == []
    assert figures(settings)["P01"]["suppressed"] is True


def test_the_threshold_can_be_raised_and_never_lowered(tmp_path: Path) -> None:
    home = {"SMARTDASH_HOME": str(tmp_path)}
    assert load_settings(home).min_clients == 10
    assert load_settings({**home, "SMARTDASH_MIN_CLIENTS": "15"}).min_clients == 15
    with pytest.raises(UnusableSetting, match="10 of hoger"):
        load_settings({**home, "SMARTDASH_MIN_CLIENTS": "5"})


def test_a_version_that_everybody_could_read_is_made_again_for_everybody(
    settings: Settings, stricter: Settings
) -> None:
    final_year = [final(f"2024-H{half}") for half in (1, 2)]
    connection = open_intake(settings)
    for number, row in enumerate(final_year):
        insert(connection, row, number)
    connection.close()
    publish(replace(settings, public=True))
    everybody = "SELECT o.partner, o.suppressed FROM observation AS o WHERE NOT o.suppressed"
    before = PublishedFiles(settings).open("public").execute(everybody)
    republish(replace(stricter, public=True))
    assert before
    assert PublishedFiles(stricter).open("public").execute(everybody) == before
