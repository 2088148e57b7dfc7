"""What is possible but unlikely is told, and taken in all the same."""

from pathlib import Path

import pytest

from data.importing.intake import check_deliveries
from data.importing.outcome import State
from settings import Settings
from tests.integration.importing.deliveries import figure, record, records, sentences, taken_in, write_rows

_SECOND = {"leverperiode": "2025-H2"}
_REGISTRATION = "Klopt dit, of is de registratie veranderd?"


def _told(settings: Settings, path: Path) -> list[str]:
    outcomes = taken_in(settings, path)
    assert [outcome.state for outcome in outcomes] == [State.ACCEPTED]
    return sentences(outcomes)


def test_records_that_a_new_delivery_of_a_period_leaves_out_are_counted(
    planned: Settings, tmp_path: Path
) -> None:
    assert _told(planned, write_rows(tmp_path / "a.csv", records(3))) == []
    assert _told(planned, write_rows(tmp_path / "b.csv", records(1))) == [
        (
            "van P01 ontbreken 2 trajecten uit de eerdere levering van 2025-H1. "
            "Klopt dit? Wat ontbreekt, telt niet meer mee."
        )
    ]


def test_running_records_that_are_gone_the_next_half_year_are_counted(
    planned: Settings, tmp_path: Path
) -> None:
    ended = record(traject="T-9", einddatum="2025-03-01")
    taken_in(planned, write_rows(tmp_path / "a.csv", [*records(2), ended]))
    assert _told(planned, write_rows(tmp_path / "b.csv", records(1, **_SECOND))) == [
        (
            "van P01 ontbreekt 1 traject uit 2025-H1 zonder einddatum. "
            "Lever ook wat doorloopt, en geef wat eindigde een einddatum."
        )
    ]


def test_a_delivery_that_repeats_what_runs_is_not_remarked_upon(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "a.csv", records(3)))
    assert _told(planned, write_rows(tmp_path / "b.csv", records(4, **_SECOND))) == []


def test_partners_that_delivered_before_are_expected_again(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "a.csv", [record(), record(partner="P02")]))
    assert _told(planned, write_rows(tmp_path / "b.csv", [record(**_SECOND)])) == [
        ("van 2025-H2 ontbreekt nog P02. Vraag de levering op, of laat het zo als de partner is gestopt.")
    ]


def test_a_total_that_jumps_is_told_once(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "a.csv", records(60)))
    assert _told(planned, write_rows(tmp_path / "b.csv", records(130, **_SECOND))) == [
        f"P01 telt in 2025-H2 130 trajecten, tegen 60 het halfjaar ervoor. {_REGISTRATION}"
    ]


def test_a_jump_within_one_code_is_told_with_its_code(planned: Settings, tmp_path: Path) -> None:
    half = [record(traject=f"T-{n}", verwijzer="01" if n < 20 else "02") for n in range(100)]
    other = [record(traject=f"T-{n}", verwijzer="01" if n < 80 else "02", **_SECOND) for n in range(100)]
    taken_in(planned, write_rows(tmp_path / "a.csv", half))
    assert _told(planned, write_rows(tmp_path / "b.csv", other)) == [
        (
            "kolom verwijzer: P01 telt in 2025-H2 80 trajecten met verwijzer 01, tegen 20 het halfjaar "
            f"ervoor. {_REGISTRATION}"
        ),
        (
            "kolom verwijzer: P01 telt in 2025-H2 20 trajecten met verwijzer 02, tegen 80 het halfjaar "
            f"ervoor. {_REGISTRATION}"
        ),
    ]


@pytest.mark.parametrize(
    ("filled", "header", "value"), [(12, "reden_beeindiging", "01"), (3, "tevredenheid", "8")]
)
def test_what_is_mostly_left_empty_is_told(
    planned: Settings, tmp_path: Path, filled: int, header: str, value: str
) -> None:
    beside = {"codelijst": "bij"} if header == "reden_beeindiging" else {"tevredenheid_schaal": "1-10"}
    listed = records(20, einddatum="2025-03-01")
    for row in listed[:filled]:
        row |= {header: value, **beside}
    assert _told(planned, write_rows(tmp_path / "a.csv", listed)) == [
        (
            f"kolom {header}: is bij P01 ingevuld bij {filled} van de 20 beëindigde trajecten. "
            "Vul aan wat bekend is: hoe minder, hoe minder het cijfer zegt."
        )
    ]


@pytest.mark.parametrize(
    ("before", "period"),
    [("2023-H2", "2024-H1"), ("2024-Q1", "2024-Q2"), ("2023-12", "2024-01"), ("2023", "2024")],
)
def test_a_figure_that_jumps_is_told_with_both_values(
    planned: Settings, tmp_path: Path, before: str, period: str
) -> None:
    taken_in(planned, write_rows(tmp_path / "a.csv", [figure(periode=before, teller="12")]))
    assert _told(planned, write_rows(tmp_path / "b.csv", [figure(periode=period, teller="42")])) == [
        (
            f"uitval springt (P01: van 10 in {before} naar 35 in {period}). "
            f"{_REGISTRATION} Leg een trendbreuk dan vast in het plan."
        )
    ]


def test_a_low_response_is_told(planned: Settings, tmp_path: Path) -> None:
    low = figure(indicator="tevredenheid", teller="", noemer="", waarde="7,5", aantal="19", uitgevraagd="100")
    assert _told(planned, write_rows(tmp_path / "a.csv", [low])) == [
        (
            "rij 2, kolom uitgevraagd: is meer dan vijf keer het aantal dat antwoordde ('100'). "
            "Klopt dit? Zo weinig antwoorden zeggen weinig over de anderen."
        )
    ]


def test_checking_tells_what_importing_would(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "a.csv", records(60)))
    path = write_rows(tmp_path / "b.csv", records(130, **_SECOND)[10:])
    checked = sentences(check_deliveries(planned, [path]))
    assert checked[0].startswith("van P01 ontbreken 10 trajecten uit 2025-H1 zonder einddatum.")
    assert checked == _told(planned, path)
