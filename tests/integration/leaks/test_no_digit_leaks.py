"""No digit of a hidden figure is in anything that is served, exported, filed or logged."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from data.publishing import statements
from domain.audience import STEERING, Audience, parse_audience
from settings import Settings
from tests.integration.leaks.conftest import Cells, cells, file_of, forms_hidden_from, published_in
from tests.integration.leaks.finding import leaked, written_forms
from tests.integration.leaks.served import Served, everything

AUDIENCES = ("steering", "partner:P01", "partner:P09")
ORIGINAL = statements.statement
_COLUMNS = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"


def found_in_file(path: Path, forms: set[str]) -> list[tuple[str, str, str]]:
    """Table, column and form of every hidden number in any cell of a published file."""
    found = []
    for column in cells(path, _COLUMNS):
        table, name = column["table_name"], column["column_name"]
        values: Cells = cells(path, f'SELECT DISTINCT "{name}"::VARCHAR AS cell FROM "{table}"')
        text = "\n".join(str(value["cell"]) for value in values)
        found += [(table, name, form) for form in leaked(text, forms)]
    return found


def found_in_answers(served: Iterable[Served], forms: set[str]) -> list[tuple[str, str]]:
    return [(asked, form) for asked, text in served for form in leaked(text, forms)]


@pytest.fixture(params=AUDIENCES)
def audience(request: pytest.FixtureRequest) -> Audience:
    return parse_audience(request.param)


def test_no_digit_of_a_hidden_figure_is_in_the_file_of_an_audience(
    planted: Settings, forbidden: Callable[[str], set[str]], audience: Audience
) -> None:
    forms = forbidden(audience.file)
    assert len(forms) > 1000
    assert found_in_file(file_of(planted, audience.file), forms) == []


def test_no_digit_of_a_hidden_figure_is_in_anything_served_or_logged(
    planted: Settings,
    forbidden: Callable[[str], set[str]],
    audience: Audience,
    caplog: pytest.LogCaptureFixture,
) -> None:
    forms = forbidden(audience.file)
    with caplog.at_level(logging.DEBUG):
        assert found_in_answers(everything(planted.home, audience), forms) == []
    assert leaked(caplog.text, forms) == set()


def test_publishing_and_listing_say_no_digit_of_any_figure(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        settings = published_in(tmp_path)
    said = capfd.readouterr()
    exact = cells(file_of(settings, "exact"))
    forms = written_forms(row["value"] for row in exact)
    assert leaked(said.out + said.err + caplog.text, forms) == set()


LEAKS = (
    "CASE WHEN NOT r.suppressed THEN o.numerator END",
    "CASE WHEN NOT r.suppressed THEN j.lower END",
    "CASE WHEN NOT r.suppressed THEN o.value END",
)


def test_a_number_that_does_leak_is_found_wherever_it_comes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search itself, proven on a publication that forgets to hide three columns."""
    careless = statements.statement("audiences/observation")
    for leak in LEAKS:
        assert leak in careless
        careless = careless.replace(leak, leak.split()[5])
    monkeypatch.setattr(
        statements, "statement", lambda name: careless if name == "audiences/observation" else ORIGINAL(name)
    )
    settings = published_in(tmp_path)
    forms = forms_hidden_from(settings, "steering")
    columns = {name for _, name, _ in found_in_file(file_of(settings, "steering"), forms)}
    assert columns >= {"numerator", "lower", "value"}
    places = {asked for asked, _ in found_in_answers(everything(settings.home, STEERING, pages=9), forms)}
    assert {place for place in places if place.startswith("/api/")}
    assert {place for place in places if place.startswith("/csv/")}
    assert {place for place in places if place.startswith("/partners/")}
