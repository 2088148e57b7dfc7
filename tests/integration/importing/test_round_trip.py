"""What we write in any supported form reads back the same, and no bytes whatever lead to a crash."""

import csv
import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from data.contract import fields
from data.importing.dictionary import dictionary
from data.importing.intake import check_deliveries
from data.importing.outcome import State
from data.importing.recognition import Kind
from data.importing.templates import TemplateExists, write_template
from data.schema import trajectory
from data.store import open_intake, rows
from settings import Settings
from tests.installation import PROJECT
from tests.integration.importing.deliveries import (
    FIGURE,
    PLAN,
    RECORD,
    as_csv,
    installation_in,
    sentences,
    taken_in,
    write_rows,
)
from tests.integration.importing.workbooks import with_part_changed, write_workbook

_WORDS = st.text(st.sampled_from("abcdeëé xyz-'\"|;,0123456789\n"), min_size=1, max_size=12).map(str.strip)
_SAFE_WORDS = _WORDS.filter(lambda word: bool(word) and not word[0].isdigit() and word[0] not in "-+=@")
_HOURS = st.decimals(min_value=0, max_value=9999, places=2)
_DAYS = st.dates(min_value=date(2025, 1, 1), max_value=date(2025, 6, 30))


def _filled(template: Path, row: dict[str, str]) -> None:
    """Fill in one row of a template, as someone does in a spreadsheet."""
    with template.open(encoding="utf-8-sig", newline="") as file:
        headers = next(csv.reader(file, delimiter=";"))
    with template.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerow([row.get(header, "") for header in headers])


def test_a_filled_in_template_of_every_kind_is_taken_in(empty: Settings, tmp_path: Path) -> None:
    plan = write_template(Kind.PLAN, tmp_path / "plan")
    for name, listed in PLAN.items():
        for row in listed:
            _filled(plan / f"{name}.csv", row)
    paths = [plan]
    for kind, row in ((Kind.TRAJECTEN, RECORD), (Kind.CIJFERS, FIGURE)):
        paths.append(write_template(kind, tmp_path / f"{kind}.csv"))
        _filled(paths[-1], row)
    outcomes = taken_in(empty, *paths)
    assert sentences(outcomes) == []
    assert [outcome.state for outcome in outcomes] == [State.ACCEPTED] * 3


def _filled_sheets(template: Path, listed: dict[str, list[dict[str, str]]]) -> None:
    """Fill in rows of a template that is a workbook, as texts and numbers."""
    book = load_workbook(template)
    for name, filled in listed.items():
        headers = [cell.value for cell in next(book[name].iter_rows(max_row=1))]
        for number, row in enumerate(filled, start=2):
            for column, header in enumerate(headers, start=1):
                if text := row.get(str(header), ""):
                    is_number = text.isdigit() and not text.startswith("0")
                    book[name].cell(number, column, int(text) if is_number else text)
    book.save(template)


def test_a_filled_in_workbook_of_every_kind_is_taken_in(empty: Settings, tmp_path: Path) -> None:
    contents = {
        Kind.PLAN: PLAN,
        Kind.TRAJECTEN: {"trajecten": [RECORD]},
        Kind.CIJFERS: {"cijfers": [FIGURE]},
    }
    for kind, listed in contents.items():
        _filled_sheets(write_template(kind, tmp_path / "in" / f"{kind}.xlsx"), listed)
    outcomes = taken_in(empty, tmp_path / "in")
    assert sentences(outcomes) == []
    assert [outcome.state for outcome in outcomes] == [State.ACCEPTED] * 3


def test_a_workbook_offers_what_a_closed_list_allows(tmp_path: Path) -> None:
    book = load_workbook(write_template(Kind.TRAJECTEN, tmp_path / "trajecten.xlsx"))
    offered = {str(each.sqref): each.formula1 for each in book["trajecten"].data_validations.dataValidation}
    assert offered["C2:C1048576"] == '"jeugd,wmo"'
    codes = [cell.value for (cell,) in book["Codes"][offered["F2:F1048576"].removeprefix("Codes!")]]
    assert codes[:4] == ["01", "02", "03", "04"]
    guide = {row[1].value: row[3].value for row in book["Toelichting"].iter_rows()}
    assert guide["gas"] == "GAS-scores"


def test_the_examples_in_the_contract_are_themselves_good_records(planned: Settings, tmp_path: Path) -> None:
    examples = {field.header: field.example for field in fields(trajectory).values()}
    examples |= {"einddatum": "2025-03-01", "informant": "", "score_begin": "12,5"}
    assert sentences(taken_in(planned, write_rows(tmp_path / "trajecten.csv", [examples]))) == []


def test_a_template_never_overwrites(tmp_path: Path) -> None:
    write_template(Kind.CIJFERS, tmp_path / "cijfers.csv")
    with pytest.raises(TemplateExists):
        write_template(Kind.CIJFERS, tmp_path / "cijfers.csv")


def test_the_data_dictionary_in_the_repository_is_the_generated_one() -> None:
    written = (PROJECT / "docs" / "gegevenswoordenboek.md").read_text("utf-8")
    assert written == dictionary(), "run: python manage.py gegevenswoordenboek -o docs/gegevenswoordenboek.md"


@st.composite
def _tables(draw: st.DrawFn) -> tuple[list[dict[str, Any]], str, str, str, str, str]:
    listed: list[dict[str, Any]] = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "begindatum": _DAYS,
                    "uren_geleverd": st.none() | _HOURS,
                    "informant": st.none() | _SAFE_WORDS,
                }
            ),
            min_size=1,
            max_size=5,
        )
    )
    separator = draw(st.sampled_from([";", ",", "\t"]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    sign = draw(st.sampled_from([",", "."]))
    order = draw(st.sampled_from(["%Y-%m-%d", "%d-%m-%Y"]))
    return listed, separator, encoding, sign, order, draw(st.sampled_from(["\n", "\r\n"]))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(_tables())
def test_any_table_in_any_form_reads_back_the_same(
    with_plan: Path, table: tuple[list[dict[str, Any]], str, str, str, str, str]
) -> None:
    listed, separator, encoding, sign, order, line_end = table
    written = [
        RECORD
        | {
            "traject": f"T-{number}",
            "begindatum": row["begindatum"].strftime(order),
            "uren_geleverd": ""
            if row["uren_geleverd"] is None
            else str(row["uren_geleverd"]).replace(".", sign),
            "informant": row["informant"] or "",
        }
        for number, row in enumerate(listed)
    ]
    with TemporaryDirectory() as folder:
        shutil.copytree(with_plan / "home", Path(folder) / "home")
        installed = installation_in(Path(folder))
        path = Path(folder) / "trajecten.csv"
        path.write_bytes(as_csv(written, separator).replace("\n", line_end).encode(encoding))
        assert [outcome.state for outcome in taken_in(installed, path)] == [State.ACCEPTED]
        with open_intake(installed, read_only=True) as intake:
            found = rows(
                intake, "SELECT started_on, hours_delivered, informant FROM trajectory ORDER BY row_number"
            )
    assert found == [
        (
            row["begindatum"],
            None if row["uren_geleverd"] is None else float(str(row["uren_geleverd"])),
            None if row["informant"] is None else str(row["informant"]).replace("\n", line_end),
        )
        for row in listed
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(_tables(), st.booleans(), st.booleans())
def test_any_table_in_a_workbook_reads_back_the_same(
    with_plan: Path,
    table: tuple[list[dict[str, Any]], str, str, str, str, str],
    days_as_text: bool,
    hours_as_text: bool,
) -> None:
    listed, _, _, sign, order, _ = table
    written = [
        RECORD
        | {
            "traject": f"T-{number}",
            "begindatum": row["begindatum"].strftime(order) if days_as_text else row["begindatum"],
            "uren_geleverd": _hours(row["uren_geleverd"], sign, as_text=hours_as_text),
            "informant": row["informant"],
        }
        for number, row in enumerate(listed)
    ]
    with TemporaryDirectory() as folder:
        shutil.copytree(with_plan / "home", Path(folder) / "home")
        installed = installation_in(Path(folder))
        path = write_workbook(Path(folder) / "trajecten.xlsx", Blad1=written)
        assert sentences(taken_in(installed, path)) == []
        with open_intake(installed, read_only=True) as intake:
            found = rows(
                intake, "SELECT started_on, hours_delivered, informant FROM trajectory ORDER BY row_number"
            )
    assert found == [
        (
            row["begindatum"],
            None if row["uren_geleverd"] is None else float(row["uren_geleverd"]),
            row["informant"],
        )
        for row in listed
    ]


def _hours(hours: Any, sign: str, *, as_text: bool) -> Any:
    if hours is None:
        return None
    return str(hours).replace(".", sign) if as_text else float(hours)


_TABLE = as_csv([RECORD, RECORD | {"traject": "T-2"}]).encode()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(str.encode),
        st.tuples(st.integers(0, len(_TABLE)), st.integers(0, 20), st.binary(max_size=20)).map(
            lambda cut: _TABLE[: cut[0]] + cut[2] + _TABLE[cut[0] + cut[1] :]
        ),
    )
)
def test_no_bytes_lead_to_a_crash(with_plan: Path, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "levering.csv"
        path.write_bytes(content)
        outcome = check_deliveries(installation_in(with_plan), [path])[0]
    assert outcome.state in (State.FINE, State.REFUSED)
    assert bool(outcome.findings) or outcome.state is State.FINE
    assert "niet te verwerken" not in " ".join(finding.what for finding in outcome.findings)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.integers(0, 1), st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=20))
def test_no_bytes_in_a_workbook_lead_to_a_crash(
    with_plan: Path, whole: int, place: int, length: int, content: bytes
) -> None:
    with TemporaryDirectory() as folder:
        path = write_workbook(Path(folder) / "levering.xlsx", Blad1=[RECORD])
        good = path.read_bytes()
        if whole:
            path.write_bytes(good[:place] + content + good[place + length :])
        else:
            sheet = "xl/worksheets/sheet1.xml"
            with_part_changed(path, sheet, lambda part: part[:place] + content + part[place + length :])
        outcome = check_deliveries(installation_in(with_plan), [path])[0]
    assert outcome.state in (State.FINE, State.REFUSED)
    assert bool(outcome.findings) or outcome.state is State.FINE
    assert "niet te verwerken" not in " ".join(finding.what for finding in outcome.findings)
