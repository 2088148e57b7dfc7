"""The rows behind a figure as a file."""

import csv
import io

import pytest

from tests.builders import observation, others, partner
from tests.integration.pages.conftest import FIGURES, PLAN, Reader
from tests.integration.pages.test_overview_page import Serve


def rows_of(reader: Reader, address: str) -> list[dict[str, str]]:
    answer = reader.client.get(address)
    assert answer.status_code == 200
    text = answer.get_data().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_a_file_has_semicolons_and_decimal_commas(small: Reader) -> None:
    rows = rows_of(small, "/csv/verloop?indicator=uitval&per=kwartaal")
    assert len(rows) == 8
    assert rows[-1]["waarde"] == "19,2308"
    assert (rows[-1]["teller"], rows[-1]["noemer"], rows[-1]["eenheid"]) == ("20", "104", "procent")
    assert (rows[-1]["publicatie"], rows[-1]["fictief"]) == ("000001", "ja")


def test_a_hidden_figure_stays_hidden_in_a_file(small: Reader) -> None:
    rows = rows_of(small, "/csv/vergelijking?periode=2025")
    concealed = next(row for row in rows if row["partner"] == "P02")
    assert concealed["verborgen"] == "ja"
    assert {concealed[name] for name in ("teller", "noemer", "clienten", "waarde")} == {""}


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/csv/uitsplitsing?indicator=uitval&periode=2025&partner=P01&uitsplitsing=hulpvorm", 1),
        ("/csv/redenen?periode=2025", 0),
        ("/csv/leveringen?partner=P01", 1),
    ],
)
def test_every_question_has_its_file(small: Reader, address: str, count: int) -> None:
    assert len(rows_of(small, address)) == count


@pytest.mark.parametrize(
    "address",
    [
        "/csv/alles",
        "/csv/verloop",
        "/csv/vergelijking",
        "/csv/verloop?indicator=uitval&periode=x",
    ],
)
def test_a_question_that_cannot_be_answered_is_not_found(small: Reader, address: str) -> None:
    assert small.client.get(address).status_code == 404


def test_a_spreadsheet_does_not_run_what_stands_in_a_cell(serve: Serve) -> None:
    evil = partner("=HYPERLINK(1)", name="x")
    row = observation("2025", partner="=HYPERLINK(1)", numerator=30, denominator=100)
    rows = rows_of(serve([*PLAN, *FIGURES, evil, row]), "/csv/vergelijking?periode=2025")
    assert "'=HYPERLINK(1)" in {one["partner"] for one in rows}


def test_every_link_to_a_file_on_a_page_works(small: Reader) -> None:
    for place in ("/indicatoren/uitval", "/vergelijken", "/trends", "/partners/P01"):
        files = [link for link in small.page(place).links if link.startswith("/csv/")]
        assert files
        assert {small.client.get(link).status_code for link in files} == {200}


def test_a_file_name_has_no_sign_that_a_server_cannot_pass_on(small: Reader) -> None:
    answer = small.client.get("/csv/verloop?indicator=%C5%82%E6%BC%A2")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].isascii()


def test_the_other_partners_stand_in_the_file_of_the_comparison(serve: Serve) -> None:
    reader = serve([*PLAN, *FIGURES, others("2025", partners=4, numerator=8, denominator=20)])
    row = rows_of(reader, "/csv/vergelijking?periode=2025")[-1]
    assert (row["partner"], row["partner_naam"]) == ("overige", "Overige partners (4)")
    assert (row["teller"], row["noemer"], row["waarde"], row["clienten"]) == ("8", "20", "40", "")
