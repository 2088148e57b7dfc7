"""The list of partners, and one partner from goal to indicator to split."""

from pathlib import Path

import pytest

from data.store import connect_readonly
from tests.builders import indicator, label, observation
from tests.integration.pages.conftest import FIGURES, PLAN, Reader
from tests.integration.pages.test_every_link import looking_as
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
    assert "60 van de 90 trajecten eindigden zo: volgens plan" in page.words
    assert "2025. 90 beëindigde trajecten" in page.words
    assert "Eenzijdig door de cliënt" in page.words
    assert "/csv/redenen?periode=2025&partner=P01" in page.links


def test_title_number_and_period_of_a_chart_are_of_its_own_last_figure(serve: Serve) -> None:
    """The page is about a year; the chart is per quarter, and ends with a quarter."""
    quarters = [
        observation(f"{year}-Q{n}", partner="P01", numerator=10 + n, denominator=50 + n)
        for year in (2024, 2025)
        for n in (1, 2, 3, 4)
    ]
    page = serve([*PLAN, *FIGURES, *quarters]).page("/partners/P01?periode=2025")
    chart = next(words for words in page.of_type("Figure") if "per kwartaal" in words)
    assert "Uitval: van 22\u00a0% naar 26\u00a0%" in chart
    assert "Het laatste cijfer is van 4e kwartaal 2025" in chart
    assert "n = 54" in chart.replace("\u00a0", " ")
    assert "n = 300" not in chart.replace("\u00a0", " ")


def test_a_chart_of_the_chosen_period_names_no_other(serve: Serve) -> None:
    assert "Het laatste cijfer is van" not in serve([*PLAN, *FIGURES]).page("/partners/P01").words


def test_a_partner_without_agreements_still_has_a_page(serve: Serve) -> None:
    plan = [row for row in PLAN if row.table != "agreement"]
    page = serve(plan).page("/partners/P02")
    assert page.heading == "Met Beuk is nog geen indicator afgesproken"


def test_a_goal_leads_to_its_indicator_to_each_partner_and_on(small: Reader) -> None:
    page = small.page("/partners?periode=2025")
    assert "Uitval: 1 van de 2 partners heeft een cijfer" in page.words
    assert "Alle partners samen" in page.words
    assert "/partners/P01?periode=2025&indicator=uitval" in page.links


def test_figures_about_all_inhabitants_stand_apart_from_clients_of_partners(serve: Serve) -> None:
    survey = indicator("sport", name="Sport elke week", level="bevolking", computation="cijfers")
    page = serve([*PLAN, *FIGURES, survey, observation("2025", indicator="sport", value=0.6)]).page(
        "/partners"
    )
    assert page.words.index("Cliënten van partners") < page.words.index("Cijfers over alle inwoners")


def test_time_is_told_as_a_median_with_the_middle_half(serve: Serve) -> None:
    duration = indicator(
        "doorlooptijd",
        name="Doorlooptijd",
        unit="dagen",
        computation="doorlooptijd",
        outcome_criterion="tijd",
    )
    row = {"indicator": "doorlooptijd", "value": 180.0, "n": 60, "q1": 90.0, "q3": 300.0}
    page = serve([*PLAN, *FIGURES, duration, observation("2025", partner="P01", **row)]).page("/partners/P01")
    assert "Tijd: duur, wachten en geleverde hulp bij Acacia Jeugdhulp" in page.words
    assert "90 dagen tot 300 dagen" in page.words.replace("\u00a0", " ")


def test_satisfaction_is_told_by_who_answered_with_the_response(serve: Serve) -> None:
    asked = indicator(
        "tevreden",
        name="Vindt de hulp nuttig",
        computation="tevredenheid_voldoende",
        outcome_criterion="tevredenheid",
    )
    whole = observation(
        "2025", indicator="tevreden", partner="P01", numerator=30, denominator=40, eligible=80
    )
    split = observation(
        "2025",
        indicator="tevreden",
        split="informant",
        split_value="jeugdige",
        numerator=60,
        denominator=90,
        asked=120,
    )
    page = serve([*PLAN, *FIGURES, asked, whole, split, label("informant", "jeugdige", "Jeugdige")]).page(
        "/partners/P01"
    )
    words = page.words.replace("\u00a0", " ")
    assert "50 % van de beëindigde trajecten" in words
    assert "Jeugdige (alle partners)" in words
    assert "75 % van wie is gevraagd" in words
    assert "de groepen zijn te klein" in words


def test_a_response_that_others_may_not_read_is_said_to_be_hidden_and_never_computed(serve: Serve) -> None:
    asked = indicator("tevreden", name="Vindt de hulp nuttig", outcome_criterion="tevredenheid")
    whole = observation("2025", indicator="tevreden", partner="P01", numerator=30, denominator=40)
    reader = serve([*PLAN, *FIGURES, asked, whole])
    assert "niet getoond" in reader.page("/partners/P01").of_type("Td")
    words = reader.page("/indicatoren/tevreden?partner=P01&periode=2025").words
    assert "Vindt de hulp nuttig" in words
    assert "uitkomst bekend" not in words
    assert "Respons" not in words


def test_of_who_answered_no_response_is_told_because_only_answers_have_an_informant(serve: Serve) -> None:
    asked = indicator("tevreden", name="Vindt de hulp nuttig", outcome_criterion="tevredenheid")
    own = {"indicator": "tevreden", "partner": "P01"}
    whole = observation("2025", **own, numerator=30, denominator=45, eligible=93)
    split = {"split": "informant", "split_value": "jeugdige"}
    part = observation("2025", **own, **split, numerator=26, denominator=36, eligible=36)
    page = serve([*PLAN, *FIGURES, asked, whole, part]).page("/partners/P01")
    words = page.words.replace("\u00a0", " ")
    assert "48 % van de beëindigde trajecten" in words
    assert "100 % van de beëindigde trajecten" not in words


def test_reasons_are_followed_through_the_years_but_not_across_a_break(serve: Serve) -> None:
    names = ("volgens_plan", "client", "aanbieder")
    known = [indicator(f"reden_{name}", computation=f"reden_{name}", name=name) for name in names]
    counted = [
        observation(
            str(year),
            indicator=f"reden_{name}",
            partner="P01",
            numerator=count + year - 2022,
            denominator=100,
        )
        for year in (2022, 2023, 2024, 2025)
        for name, count in zip(names, (60, 20, 10), strict=True)
    ]
    page = serve([*PLAN, *FIGURES, *known, *counted]).page("/partners/P01")
    words = page.words.replace("\u00a0", " ")
    assert "Eenzijdig gestopt: 32,0 % in 2023, 36,0 % in 2025" in words
    assert "1 januari 2023, breuk: Overstap telt niet meer als uitval" in words
    assert "/csv/redenen?per=jaar&partner=P01" in page.links


ADDRESSES = (
    "/partners", "/partners/P03", "/partners/P03?periode=2025&indicator=uitval&uitsplitsing=hulpvorm",
    "/zorgpaden", "/zorgpaden?partner=P03", "/zorgpaden?periode=2024", "/aanlevering", "/aanlevering?taal=en",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_partner_reads_its_own_pages_and_no_other_partners_name(sample_home: Path, address: str) -> None:
    with connect_readonly(sample_home / "published" / "000001" / "steering.duckdb") as file:
        others = [name for (name,) in file.execute("SELECT name FROM partner WHERE code != 'P03'").fetchall()]
    page = looking_as(sample_home, "partner:P03").page(address)
    assert "Dit ging mis" not in page.words
    assert [name for name in others if name in page.raw] == []
    assert "Esdoorn Jeugd en Gezin" in page.raw


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_steering_group_reads_the_same_pages(sample_home: Path, address: str) -> None:
    page = looking_as(sample_home, "steering").page(address)
    assert page.heading
    assert "Dit ging mis" not in page.words


def test_a_partner_cannot_ask_for_the_paths_of_another(sample_home: Path) -> None:
    assert looking_as(sample_home, "partner:P03").ask("/zorgpaden?partner=P01").status_code == 403
