"""Partners beside each other: alphabetical, beside their criteria, never ranked."""

from tests.builders import observation, partner
from tests.integration.pages.conftest import FIGURES, PLAN, Page, Reader, texts
from tests.integration.pages.test_overview_page import Serve


def columns(page: Page) -> list[str]:
    heads = [part for part in page.parts if part["props"].get("role") == "columnheader"]
    return [" ".join(texts(head)) for head in heads]


def test_all_partners_come_first_and_the_others_by_alphabet(serve: Serve) -> None:
    rows = [*PLAN, *FIGURES, partner("P00", name="Zilverlinde"), partner("P03", name="Abeel")]
    more = [observation("2025", partner=code, numerator=30, denominator=100) for code in ("P00", "P03")]
    page = serve([*rows, *more]).page("/vergelijken")
    assert columns(page)[1:] == ["Alle", "Abeel", "Acacia Jeugdhulp", "Beuk", "Zilverlinde"]


def test_hidden_not_measured_and_not_agreed_are_words_and_never_a_blank(small: Reader) -> None:
    words = small.page("/vergelijken").words
    for said in ("verborgen", "niet gemeten", "niet afgesproken"):
        assert said in words


def test_a_cell_leads_to_the_indicator_of_that_partner(small: Reader) -> None:
    assert "/indicatoren/uitval?periode=2025&partner=P01" in small.page("/vergelijken").links


def test_no_choice_sorts_the_partners_by_their_value(small: Reader) -> None:
    assert {text for text, _ in small.page("/vergelijken").options} <= {
        "2025 (nieuwste)", "2025", "2e helft 2025", "4e kwartaal 2025",
    }  # fmt: skip


def test_a_partner_whose_name_may_not_be_seen_is_not_named(serve: Serve) -> None:
    quiet = partner("P04", name="Stille Wilg", named=False)
    rows = [*PLAN, *FIGURES, quiet, observation("2025", partner="P04", numerator=30, denominator=100)]
    assert "Stille Wilg" not in serve(rows).page("/vergelijken").raw


def test_the_title_names_no_partner(small: Reader) -> None:
    assert small.page("/vergelijken").heading == "1 van de 3 afgesproken cijfers zijn te zien (2025)"
