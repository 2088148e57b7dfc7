"""One indicator: value, criterion, target, course, definition and split."""

from tests.builders import coverage, hidden, observation
from tests.integration.pages.conftest import FIGURES, PLAN, Reader
from tests.integration.pages.test_overview_page import Serve

PLACE = "/indicatoren/uitval"


def test_the_page_opens_with_the_conclusion(small: Reader) -> None:
    said = "19\u00a0% van de trajecten stopt te vroeg. Of dat aan de norm voldoet, is nog niet te zeggen."
    assert small.page(PLACE).heading == said


def test_three_messages_stand_apart_and_no_signal_never_reads_as_good(small: Reader) -> None:
    words = small.page(PLACE).words
    for said in (
        "Met 104 trajecten valt een verschil pas op vanaf ongeveer 26\u00a0%.",
        "Om een beweging te zien zijn meer cijfers nodig",
        "Pad naar 12\u00a0% in 2026",
        "De hele marge, 13\u00a0% tot 28\u00a0%, haalt dat.",
    ):
        assert said in words


def test_the_chart_has_words_a_table_and_a_file(small: Reader) -> None:
    page = small.page(PLACE)
    alternatives = [part["props"]["aria-label"] for part in page.parts if part["props"].get("role") == "img"]
    assert len(alternatives) == 2
    assert all(len(text) > 40 for text in alternatives)
    assert page.of_type("Table")
    assert "/csv/verloop?per=kwartaal&indicator=uitval" in page.links


def test_what_counts_stands_beside_the_chart(small: Reader) -> None:
    words = small.page(PLACE).words
    for said in (
        "Houden we jongeren vast in hulp die zij nodig hebben?",
        "Trajecten die de cliënt of de aanbieder eenzijdig stopte.",
        "2 van de 2 partners leverden.",
        "15\u00a0% of minder, sinds 1 januari 2025",
        "1 januari 2023: Overstap telt niet meer als uitval",
        "Warme overdracht, vanaf 1 april 2025 (gemeente)",
    ):
        assert said in words


def test_a_partner_can_be_chosen_and_its_split_is_per_year(small: Reader) -> None:
    page = small.page(f"{PLACE}?partner=P01")
    assert page.heading == "Acacia Jeugdhulp: 20\u00a0% van de trajecten stopt te vroeg"
    assert "Uitval per hulpvorm" in page.words
    assert "Ambulant bij de aanbieder" in page.words


def test_all_partners_together_split_by_half_year(small: Reader) -> None:
    page = small.page(f"{PLACE}?periode=2025-Q4")
    assert "2e helft 2025" in page.words
    assert "31 van de 150" in page.words or "31" in page.words


def test_a_hidden_figure_says_so_without_a_number(small: Reader) -> None:
    page = small.page(f"{PLACE}?partner=P02")
    assert "verborgen" in page.words
    assert "0\u00a0%" not in page.heading


def test_another_grain_draws_another_series(small: Reader) -> None:
    words = small.page(f"{PLACE}?per=jaar").words
    assert "80 van de 410 trajecten" in words


def test_a_response_rate_is_told_where_clients_were_asked(serve: Serve) -> None:
    asked = observation("2025-H2", indicator="tevredenheid", value=7.4, n=96, clients=96, asked=180)
    words = serve([*PLAN, *FIGURES, asked, coverage()]).page("/indicatoren/tevredenheid").words
    assert "Respons: 96 van de 180 cliënten (53\u00a0%)." in words


def test_a_series_of_only_hidden_figures_is_a_page_like_any_other(serve: Serve) -> None:
    rows = [hidden(f"{year}") for year in (2023, 2024, 2025)]
    page = serve([*PLAN, *rows]).page(PLACE)
    assert page.heading == "Het cijfer is verborgen: Uitval"


def test_a_population_figure_names_its_source(serve: Serve) -> None:
    cbs = observation("2022", value=0.11, source="Bron: CBS, StatLine 85098NED")
    words = serve([*PLAN, cbs]).page(PLACE).words
    assert "Bron: CBS, StatLine 85098NED" in words
    assert "Bron: Bron" not in words


def test_the_source_of_a_split_is_that_of_the_period_it_shows(small: Reader) -> None:
    words = small.page(f"{PLACE}?periode=2025-Q4").words
    split = words[words.index("Uitval per hulpvorm") :]
    assert "n = 207" in split
    assert "n = 104" not in split
    assert "De gekozen periode (4e kwartaal 2025) is niet uitgesplitst" in split


def test_a_period_that_has_not_begun_is_not_called_unmeasured(small: Reader) -> None:
    words = small.page(f"{PLACE}?periode=2030-Q1").words
    assert "Deze periode is nog niet geweest." in words
    assert "maar niet gemeten" not in words


def test_what_is_only_counted_is_not_split_by_who_answered(serve: Serve) -> None:
    parts = [
        observation(
            "2025-H2", indicator=code, numerator=9, denominator=40, split="informant", split_value="jeugdige"
        )
        for code in ("uitval", "tevredenheid")
    ]
    whole = observation(
        "2025-H2", indicator="tevredenheid", numerator=None, denominator=None, value=7.2, n=90
    )
    reader = serve([*PLAN, *FIGURES, whole, *parts])
    for code, is_offered in (("uitval", False), ("tevredenheid", True)):
        offered = {text for text, _ in reader.page(f"/indicatoren/{code}?periode=2025-H2").options}
        assert ("wie antwoordde" in offered) is is_offered
