"""Figures that a partner computed at home are published as if it had delivered its records."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.importing.intake import import_deliveries
from data.importing.outcome import State
from data.publishing import publish
from data.store import connect_readonly, open_intake, rows
from data.summarising.outcome import CannotSummarise
from data.summarising.summary import ACROSS_PARTNERS, summarise
from domain.computation import COMPUTATIONS, Measure
from settings import Settings
from tests.installation import PROJECT, TODAY

SAMPLES = PROJECT / "data" / "samples"
PLAN = SAMPLES / "plan"
SHARES, KEEPS_APART, STAYS = "P08", "P12", "P11"
"""A partner that shares its pseudonyms, one that does not, and one that delivers records in both homes."""

Row = dict[str, Any]


def records_of(*partners: str) -> list[Path]:
    return [path for partner in partners for path in sorted((SAMPLES / "trajecten").glob(f"*{partner}.csv"))]


def at(home: Path) -> Settings:
    return Settings(home=home / "home", today=TODAY, key_file=home / "client.key")


def silent(_what: str, _done: int, _of: int) -> None:
    """Without a listener nothing is told."""


def summarised(folder: Path, *partners: str, plan: Path = PLAN) -> list[Path]:
    outputs = [folder / f"{partner}.csv" for partner in partners]
    for partner, output in zip(partners, outputs, strict=True):
        summary = summarise(at(folder), records_of(partner), output, plan, silent)
        assert not summary.is_refused, summary.outcomes
    return outputs


def published(folder: Path, deliveries: list[Path]) -> dict[tuple[Any, ...], Row]:
    settings = at(folder)
    outcomes = import_deliveries(settings, [PLAN, *deliveries])
    assert {outcome.state for outcome in outcomes} == {State.ACCEPTED}, outcomes
    version = publish(settings)
    with connect_readonly(settings.published / version / "exact.duckdb") as connection:
        answer = connection.execute(
            "SELECT o.* EXCLUDE (source), i.computation "
            "FROM observation AS o INNER JOIN indicator AS i ON o.indicator = i.code"
        )
        names = [column[0] for column in answer.description or ()]
        found = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    key = ("indicator", "partner", "period", "split", "split_value")
    return {tuple(row[name] for name in key): row for row in found}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[Any, Row], dict[Any, Row]]:
    """All that is published from records, and from cijfers of two of the three partners."""
    folder = tmp_path_factory.mktemp("summarised")
    at_home = summarised(folder, SHARES, KEEPS_APART)
    return (
        published(folder / "records", records_of(SHARES, KEEPS_APART, STAYS)),
        published(folder / "cijfers", [*at_home, *records_of(STAYS)]),
    )


def follows_clients(row: Row) -> bool:
    return row["computation"] in ACROSS_PARTNERS


def differences(found: dict[Any, Row], expected: dict[Any, Row]) -> Iterator[str]:
    for key in sorted(found.keys() ^ expected.keys(), key=str):
        yield f"only in {'cijfers' if key in found else 'records'}: {key}"
    for key in found.keys() & expected.keys():
        for name, value in expected[key].items():
            other = found[key][name]
            same = (
                other == pytest.approx(value)
                if isinstance(value, float) and other is not None
                else other == value
            )
            if not same:
                yield f"{key} {name}: {other} instead of {value}"


def test_a_partner_that_computes_at_home_sees_the_same_figures(
    figures: tuple[dict[Any, Row], dict[Any, Row]],
) -> None:
    records, cijfers = (
        {key: row for key, row in each.items() if row["partner"] and not follows_clients(row)}
        for each in figures
    )
    assert {row["partner"] for row in records.values()} == {SHARES, KEEPS_APART, STAYS}
    assert {row["period_kind"] for row in records.values()} == {
        "month",
        "quarter",
        "half_year",
        "year",
        "horizon",
    }
    assert {row["split"] for row in records.values()} >= {None, "hulpvorm", "informant", "gemeente"}
    assert list(differences(cijfers, records))[:20] == []


def test_what_adds_up_is_the_same_for_all_partners_together(
    figures: tuple[dict[Any, Row], dict[Any, Row]],
) -> None:
    records, cijfers = (
        {
            key: row
            for key, row in each.items()
            if row["partner"] is None
            and not follows_clients(row)
            and COMPUTATIONS[row["computation"]].measure is not Measure.MEDIAN
        }
        for each in figures
    )
    assert len(records) > 1000
    # A partner without one value delivers no figure: whom it could have counted, until when, stays unknown.
    for row in (*records.values(), *cijfers.values()):
        row.update(dict.fromkeys(("eligible", "measured_on", "provisional")))
    assert list(differences(cijfers, records))[:20] == []


def test_help_by_others_is_left_out_only_where_pseudonyms_are_shared(
    figures: tuple[dict[Any, Row], dict[Any, Row]],
) -> None:
    from_partners = {row["partner"] for row in figures[1].values() if follows_clients(row)}
    assert SHARES not in from_partners


def test_no_client_trajectory_or_personal_date_leaves_the_partner(tmp_path: Path) -> None:
    (output,) = summarised(tmp_path, KEEPS_APART)
    written = output.read_text("utf-8-sig")
    with records_of(KEEPS_APART)[0].open(encoding="utf-8-sig", newline="") as file:
        delivered = list(csv.DictReader(file, delimiter=";"))
    assert not {"client", "traject", "begindatum"} & set(written.splitlines()[0].split(";"))
    assert not [row["client"] for row in delivered if row["client"] in written]
    assert not [row["traject"] for row in delivered if row["traject"] in written]


def test_nothing_is_written_when_a_record_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "trajecten.csv"
    wrong.write_text(records_of(KEEPS_APART)[0].read_text("utf-8-sig").replace("jeugd", "jeugt"), "utf-8")
    summary = summarise(at(tmp_path), [wrong], tmp_path / "cijfers.csv", PLAN, silent)
    assert summary.is_refused
    assert not (tmp_path / "cijfers.csv").exists()


def test_a_partner_without_a_legal_ground_can_still_compute_at_home(tmp_path: Path) -> None:
    plan = without_ground(tmp_path)
    refused = import_deliveries(at(tmp_path), [plan, records_of(KEEPS_APART)[0]])[-1]
    assert refused.state is State.REFUSED
    assert "manage.py samenvatten" in refused.findings[0].sentence
    assert summarised(tmp_path, KEEPS_APART, plan=plan)[0].exists()


def test_without_a_plan_or_records_it_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CannotSummarise, match="--plan"):
        summarise(at(tmp_path), records_of(KEEPS_APART)[:1], tmp_path / "cijfers.csv", None, silent)
    with pytest.raises(CannotSummarise, match="geen trajecten"):
        summarise(at(tmp_path), [PLAN], tmp_path / "cijfers.csv", None, silent)


def test_a_forgotten_half_year_is_named(tmp_path: Path) -> None:
    given = [path for path in records_of(KEEPS_APART) if "2025-H2" not in path.name]
    summary = summarise(at(tmp_path), given, tmp_path / "cijfers.csv", PLAN, silent)
    assert summary.missing == ("2025-H2",)


def test_figures_computed_again_replace_all_of_that_period(tmp_path: Path) -> None:
    (first,) = summarised(tmp_path, KEEPS_APART)
    lines = first.read_text("utf-8-sig").splitlines()
    second = tmp_path / "opnieuw.csv"
    second.write_text("\n".join([lines[0], *lines[2:]]) + "\n", "utf-8")  # the first figure is no more
    outcomes = import_deliveries(at(tmp_path), [PLAN, first]) + import_deliveries(at(tmp_path), [second])
    assert {outcome.state for outcome in outcomes} == {State.ACCEPTED}
    with open_intake(at(tmp_path), read_only=True) as intake:
        assert rows(intake, "SELECT count(*) FROM aggregate") == [(len(lines) - 2,)]


def without_ground(folder: Path) -> Path:
    plan = folder / "plan"
    plan.mkdir()
    for path in PLAN.glob("*.csv"):
        (plan / path.name).write_bytes(path.read_bytes())
    partners = plan / "partners.csv"
    lines = partners.read_text("utf-8").splitlines()
    changed = [line.replace("Verwerkersovereenkomst 2022-03", "") for line in lines]
    assert changed != lines
    partners.write_text("\n".join(changed) + "\n", "utf-8")
    return plan
