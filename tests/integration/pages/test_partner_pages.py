"""The list of partners, and one partner from goal to indicator to split."""

from tests.builders import indicator, observation
from tests.integration.pages.conftest import FIGURES, PLAN, Reader
from tests.integration.pages.test_overview_page import Serve


def test_the_list_says_who_delivered_and_who_did_not(small: Reader) -> None:
    page = small.page("/partners")
    assert page.heading == "1 van de 2 partners leverden over de 1e helft 2026"
    assert "niet geleverd" in page.words


def test_a_partner_shows_its_promises_beside_its_figures(small: Reader) -> None:
    words = small.page("/partners/P01").words
    assert "Elke start krijgt een overdracht" in words
    assert "60 van de 300 trajecten" in words
    assert "Vooral jongeren na crisisopvang" in words


def test_what_was_agreed_but_not_measured_stays_in_the_list(small: Reader) -> None:
    page = small.page("/partners/P01")
    assert "1 van de 2 afgesproken indicatoren" in page.heading
    assert "Tevredenheid" in page.words
    assert "niet gemeten" in page.words


def test_deliveries_are_listed_per_half_year(small: Reader) -> None:
    words = small.page("/partners/P01").words
    assert "1e helft 2026" in words
    assert "14 juli 2026" in words
    assert "niet geleverd" in small.page("/partners/P02").words


def test_reasons_of_ending_are_shown_with_their_counts(serve: Serve) -> None:
    names = ("volgens_plan", "client", "onbekend")
    known = [indicator(f"reden_{name}", computation=f"reden_{name}", name=name) for name in names]
    counted = [
        observation("2025", indicator=f"reden_{name}", partner="P01", numerator=count, denominator=90)
        for name, count in zip(names, (60, 20, 10), strict=True)
    ]
    page = serve([*PLAN, *FIGURES, *known, *counted]).page("/partners/P01")
    assert "60 van de 90 trajecten eindigden: volgens plan" in page.words
    assert "Eenzijdig door de cliënt" in page.words
    assert "/csv/redenen?periode=2025&partner=P01" in page.links


def test_a_partner_without_agreements_still_has_a_page(serve: Serve) -> None:
    plan = [row for row in PLAN if row.table != "agreement"]
    page = serve(plan).page("/partners/P02")
    assert page.heading == "Met Beuk is nog geen indicator afgesproken"
