"""Who delivered what and when, beside what was agreed, and how complete it is."""

from datetime import date
from typing import Any

import pytest

from tests.builders import (
    Row,
    agreement,
    built,
    completeness,
    coverage,
    hidden,
    indicator,
    observation,
    publication,
    published,
)
from tests.integration.pages.conftest import PLAN, Reader, reader_of
from tests.integration.pages.test_overview_page import Serve

FOLLOWED = "geen_nieuwe_start"


def receipt(partner: str, period: str, **given: Any) -> Row:
    defaults = {"partner": partner, "period": period, "kind": "trajecten", "received_on": date(2026, 7, 14),
                "rows": 120, "state": "accepted"}  # fmt: skip
    return built("delivery_log", defaults, given)


ROWS = (
    coverage("P01", "2025-H2", rows=300, final=True),
    coverage("P02", "2025-H1", expected=False),
    receipt("P01", "2026-H1"),
    receipt("P01", "2026-H1", state="replaced", rows=118, received_on=date(2026, 7, 10)),
    indicator(
        "geen_nieuwe_start", name="Geen nieuwe start", computation="geen_nieuwe_start", window_months=12
    ),
    agreement("P01", FOLLOWED),
    observation("2026-H1", partner="P01", numerator=20, denominator=70, eligible=160),
    hidden("2026-H1", partner="P01", indicator="tevredenheid"),
)


@pytest.fixture(scope="module")
def delivered(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The steering group, which reads no numbers of rows."""
    rows = [
        Row(row.table, {**row.values, "rows": None}) if "rows" in row.values else row
        for row in (*PLAN, *ROWS)
    ]
    return reader_of(published(tmp_path_factory.mktemp("delivered"), rows))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The partner itself, with its own numbers."""
    rows = [*PLAN, *ROWS, publication(audience="partner-P01")]
    return reader_of(published(tmp_path_factory.mktemp("own"), rows))


def test_the_page_opens_with_how_many_delivered_what_was_agreed(delivered: Reader) -> None:
    assert delivered.page("/aanlevering").heading == (
        "1 van de 2 partners leverden over de 1e helft 2026 wat was afgesproken"
    )


def test_not_agreed_yet_is_something_else_than_not_delivered(delivered: Reader) -> None:
    words = delivered.page("/aanlevering").words
    assert "niet geleverd" in words
    assert "niet afgesproken" in words
    assert "zonder afspraak" in words


def test_a_correction_is_told_with_both_deliveries(delivered: Reader) -> None:
    words = delivered.page("/aanlevering?partner=P01").words
    assert "verbeterd" in words
    assert "vervangen door een latere levering" in words
    assert "10 juli 2026" in words


def test_a_jump_and_a_mostly_missing_outcome_stand_out(own: Reader) -> None:
    words = own.page("/aanlevering?partner=P01").words
    assert "over de 1e helft 2026 tellen er 120 mee, tegen 300 het halfjaar ervoor." in words
    assert "Uitval: bij minder dan de helft is de uitkomst bekend (44 %)." in " ".join(words.split())


def test_completeness_is_told_per_indicator_and_hidden_stays_hidden(delivered: Reader) -> None:
    words = delivered.page("/aanlevering?partner=P01").words
    assert "160" in words
    assert "verborgen" in words


def test_what_cannot_be_measured_yet_is_not_called_missing(delivered: Reader) -> None:
    assert "nog te vroeg" in delivered.page("/aanlevering?partner=P01").words


def test_an_older_half_year_can_be_chosen(delivered: Reader) -> None:
    page = delivered.page("/aanlevering?partner=P01&periode=2025-H2")
    assert page.heading == "Acacia Jeugdhulp leverde over de 2e helft 2025"
    assert delivered.page("/aanlevering?partner=P01&periode=2025").heading == page.heading


def test_the_rows_can_be_taken_along(delivered: Reader) -> None:
    log = delivered.client.get("/csv/aanlevering?partner=P01").get_data(as_text=True).splitlines()
    assert len(log) == 3
    complete = delivered.client.get("/csv/volledigheid?periode=2026-H1&partner=P01").get_data(as_text=True)
    assert ";70;160;" in complete
    assert delivered.client.get("/csv/volledigheid").status_code == 404


def test_the_page_speaks_english(delivered: Reader) -> None:
    page = delivered.page("/aanlevering?taal=en")
    assert page.heading == "1 of the 2 partners delivered what was agreed for half-year 1 of 2026"


def test_before_any_delivery_the_page_says_what_will_come(serve: Serve) -> None:
    page = serve([row for row in PLAN if row.table != "coverage"]).page("/aanlevering")
    assert page.heading == "Er is nog niets geleverd en nog niets verwacht"
    assert "Zodra een afspraak ingaat" in page.words


def test_the_two_counts_of_a_delivery_are_named(own: Reader) -> None:
    words = own.page("/aanlevering?partner=P01").words
    assert "300 trajecten" in words
    assert "Regels in het bestand" in words
    assert "Regels zijn wat er in het bestand staat." in words


def test_what_is_too_early_is_agreed_too(delivered: Reader) -> None:
    page = delivered.page("/aanlevering")
    assert "Nog te vroeg" in page.words
    row = next(row for row in page.of_type("Tr") if row.startswith("Acacia") and "jul" not in row)
    assert row.split()[-5:] == ["3", "2", "0", "1", "0"]


def test_a_cell_without_a_number_says_why(delivered: Reader) -> None:
    words = delivered.page("/aanlevering?partner=P01").words
    assert "niet bekend" in words
    assert "Een streepje (–): niet bekend, niet gevraagd, of niet getoond" in words


def test_what_others_may_not_read_is_a_dash_and_no_share_of_something_else(serve: Serve) -> None:
    """The indicator that all agreed has no number of its own here, so no other may stand for it."""
    figures = [
        observation("2026-H1", numerator=20, denominator=25, eligible=400, delivered_by=1, expected_from=1),
        observation(
            "2026-H1", indicator="tevredenheid", denominator=300, n=300, delivered_by=2, expected_from=2
        ),
    ]
    reader = serve([*PLAN, *figures])
    words = reader.page("/aanlevering?periode=2026-H1").words
    assert "300" in words
    assert "400" not in words
    assert "uitkomst bekend bij" not in reader.page("/indicatoren/uitval?periode=2026-H1").words
    complete = reader.client.get("/csv/volledigheid?periode=2026-H1").get_data(as_text=True)
    assert ";25;;;" in complete


def test_a_share_is_told_with_the_partners_that_it_is_about(serve: Serve) -> None:
    figures = [
        observation("2026-H1", numerator=20, denominator=90, eligible=None, delivered_by=9, expected_from=10),
        completeness(partners=6, delivered_by=9),
    ]
    reader = serve([*PLAN, *figures])
    page = reader.page("/aanlevering?periode=2026-H1")
    row = next(row for row in page.of_type("Tr") if row.startswith("Uitval"))
    assert row.replace("\u00a0", " ").split()[:8] == ["Uitval", "25", "40", "63", "%", "6", "van", "9"]
    source = reader.page("/indicatoren/uitval?periode=2026-H1").words.replace("\u00a0", " ")
    assert "uitkomst bekend bij 63 % (bij 6 van de 9 partners)" in source
    assert "Dat gaat over 6 van de 9 partners met een cijfer." in source
    complete = reader.client.get("/csv/volledigheid?periode=2026-H1").get_data(as_text=True)
    assert ";25;40;" in complete
    assert complete.splitlines()[1].endswith(";0,625;6;9")


def test_a_share_of_all_who_delivered_needs_no_number_of_partners(serve: Serve) -> None:
    figures = [
        observation("2026-H1", numerator=10, denominator=25, delivered_by=2, expected_from=2),
        completeness(partners=2, delivered_by=2),
    ]
    reader = serve([*PLAN, *figures])
    source = reader.page("/indicatoren/uitval?periode=2026-H1").words.replace("\u00a0", " ")
    assert "uitkomst bekend bij 63 %" in source
    assert "partners met een cijfer." not in source


def test_mostly_missing_outcomes_of_some_partners_say_so(serve: Serve) -> None:
    figures = [
        observation("2026-H1", numerator=10, denominator=90, delivered_by=9, expected_from=9),
        completeness(partners=6, delivered_by=9, known=40, eligible=100, share=0.4),
    ]
    words = serve([*PLAN, *figures]).page("/aanlevering?periode=2026-H1").words.replace("\u00a0", " ")
    assert "Uitval: bij minder dan de helft is de uitkomst bekend (40 %, bij 6 van de 9 partners)." in words


def test_who_delivered_without_a_figure_did_deliver(serve: Serve) -> None:
    reader = serve([*PLAN, observation("2026-H1", partner="P01", numerator=20, denominator=70)])
    states = reader.page("/aanlevering?partner=P01&periode=2026-H1").of_type("Td")
    assert "niet gemeten" in states
    assert "niet geleverd" in reader.page("/aanlevering?partner=P02&periode=2026-H1").of_type("Td")


@pytest.mark.parametrize("place", ["/aanlevering", "/aanlevering?partner=P01", "/partners/P01"])
def test_others_read_that_something_was_delivered_and_not_how_much(delivered: Reader, place: str) -> None:
    page = delivered.page(place)
    assert "Hoeveel een partner leverde, ziet alleen die partner zelf" in page.words
    assert "juli 2026" in page.words
    for told in ("120", "118", "300 trajecten", "Regels in het bestand", "Telt mee"):
        assert told not in page.words


def test_others_are_told_that_jumps_are_not_looked_at_for_them(delivered: Reader, own: Reader) -> None:
    quiet = "/aanlevering?periode=2025-H2"
    assert "ziet alleen die partner zelf." in delivered.page(quiet).words
    assert "of minder leverde" in delivered.page(quiet).words
    assert "of minder leverde" not in own.page(quiet).words


def test_the_file_of_what_came_in_has_no_number_of_rows_for_others(delivered: Reader, own: Reader) -> None:
    for place, number in (("aanlevering", "120"), ("leveringen", "300")):
        asked = f"/csv/{place}?partner=P01"
        assert f";{number};" in own.client.get(asked).get_data(as_text=True)
        lines = delivered.client.get(asked).get_data(as_text=True).splitlines()
        at = lines[0].split(";").index("regels")
        assert len(lines) > 1
        assert {line.split(";")[at] for line in lines[1:]} == {""}
