"""Partners beside each other: alphabetical, beside their criteria, never ranked."""

from pathlib import Path

from app import create_app
from settings import Settings
from tests.builders import (
    TODAY,
    goal,
    indicator,
    observation,
    others,
    partner,
    policy,
    publication,
    published,
)
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


def test_a_cell_says_criterion_movement_and_path_each_with_its_sentence(serve: Serve) -> None:
    judged = {"lower": 0.2, "upper": 0.31, "status": "not_met", "strong": True, "path": "behind"}
    figure = observation(
        "2025-H2", partner="P01", numerator=50, denominator=200, movement="worsening", **judged
    )
    page = serve([*PLAN, *FIGURES, figure]).page("/vergelijken?periode=2025-H2")
    cell = next(cell for cell in page.of_type("Td") if cell.startswith("25\u00a0%"))
    for sign in ("Gaat achteruit", "Achter"):
        assert sign in cell
    for sentence in (
        "Norm: voldoet niet, sterk signaal. 50 van de 200",
        "Beweging: gaat achteruit. ",
        "Pad: achter. Het pad vraagt",
    ):
        assert sentence in cell
    for sign in ("Op pad", "Achter"):
        assert sign in page.of_type("Ul")[-1]


def test_figures_of_inhabitants_say_path_and_movement_and_what_chance_alone_would_give(serve: Serve) -> None:
    everybody = [
        goal("D2", indicator="rookt", position=2),
        indicator("rookt", name="Rookt", level="bevolking"),
    ]
    told = {"lower": 0.2, "upper": 0.3, "status": "no_criterion", "path": "behind", "movement": "too_few"}
    figure = observation("2025", indicator="rookt", numerator=50, denominator=200, **told)
    section = next(
        words
        for words in serve([*PLAN, *FIGURES, *everybody, figure]).page("/vergelijken").of_type("Section")
        if words.startswith("Cijfers over alle inwoners")
    )
    for said in ("Achter", "Te weinig cijfers", "eigen reeks: 1. Door toeval alleen krijgen er hooguit"):
        assert said in section


def test_a_projector_says_of_every_named_verdict_how_sure_it_is_and_what_chance_alone_gives(
    serve: Serve,
) -> None:
    verdict = {"lower": 0.2, "upper": 0.5, "status": "not_met"}
    small = {**verdict, "strong": False, "small": True, "numerator": 8, "denominator": 23}
    large = {**verdict, "strong": True, "numerator": 60, "denominator": 200}
    rows = [observation("2025-H2", partner=code, **one) for code, one in (("P01", large), ("P02", small))]
    reader = serve([*PLAN, *FIGURES, *rows])
    words = reader.page("/vergelijken?periode=2025-H2&scherm=projector&figuur=2").words
    named = " ".join(words[words.index("Acacia") :].replace("|", " ").split())
    assert "Acacia Jeugdhulp n = 200, sterk signaal Beuk n = 23, klein aantal" in named
    assert "Door toeval alleen" in named


def test_no_choice_sorts_the_partners_by_their_value(small: Reader) -> None:
    assert {text for text, _ in small.page("/vergelijken").options} <= {
        "indicatoren per partner", "doelen per partner", "indicatoren per hulpvorm", "indicatoren per jaar",
        "2025 (nieuwste)", "2025", "2e helft 2025", "4e kwartaal 2025",
    }  # fmt: skip


def test_a_partner_whose_name_may_not_be_seen_is_not_named(serve: Serve) -> None:
    quiet = partner("P04", name="Stille Wilg", named=False)
    rows = [*PLAN, *FIGURES, quiet, observation("2025", partner="P04", numerator=30, denominator=100)]
    assert "Stille Wilg" not in serve(rows).page("/vergelijken").raw


def test_the_title_names_no_partner(small: Reader) -> None:
    assert small.page("/vergelijken").heading == "1 van de 3 afgesproken cijfers zijn te zien (2025)"


def test_goals_stand_beside_partners_under_their_own_name(small: Reader) -> None:
    page = small.page("/vergelijken?naast=doelen")
    heads = [" ".join(texts(part)) for part in page.parts if part["props"].get("role") == "rowheader"]
    assert any(head.startswith("Doel 1: Minder uitval") for head in heads), heads
    assert "/doelen/D1" in page.links


def test_care_forms_stand_beside_each_other_by_name(small: Reader) -> None:
    page = small.page("/vergelijken?naast=hulpvorm&periode=2025-H2")
    assert columns(page)[1:] == ["Alle", "Ambulant bij de aanbieder"]
    assert "/indicatoren/uitval?periode=2025-H2&uitsplitsing=hulpvorm" in page.links


def test_care_forms_of_one_partner_are_of_that_partner_alone(small: Reader) -> None:
    page = small.page("/vergelijken?naast=hulpvorm&periode=2025&partner=P01")
    assert "33" not in page.heading
    assert "n = 140" in page.words


def test_years_stand_beside_each_other_from_old_to_new(serve: Serve) -> None:
    older = observation("2024", numerator=70, denominator=400)
    page = serve([*PLAN, *FIGURES, older]).page("/vergelijken?naast=jaar")
    assert columns(page)[1:] == ["Looptijd", "2024", "2025"]
    assert "/indicatoren/uitval?periode=2024" in page.links


def test_where_nothing_can_stand_beside_each_other_the_page_says_what_to_choose(small: Reader) -> None:
    page = small.page("/vergelijken?naast=hulpvorm&periode=2025-Q4")
    assert "Kies een heel jaar, of alle partners" in page.words


def test_something_else_to_stand_beside_is_an_unknown_choice(small: Reader) -> None:
    assert "naast = postcode" in small.page("/vergelijken?naast=postcode").words


def test_the_figures_side_by_side_can_be_had_as_rows(small: Reader) -> None:
    for beside, asked in (("hulpvorm", "uitsplitsing"), ("jaar", "verloop"), ("doelen", "vergelijking")):
        links = small.page(f"/vergelijken?naast={beside}&periode=2025").links
        address = next(link for link in links if link.startswith("/csv/"))
        assert address.startswith(f"/csv/{asked}")
        assert small.client.get(address).status_code == 200


def test_where_nothing_was_proved_the_tables_say_so_themselves(tmp_path: Path, small: Reader) -> None:
    rules = [policy(one, is_proved=False) for one in ("steering", "partner_own", "partner_other", "public")]
    home = published(tmp_path, [*PLAN, *FIGURES, *rules])
    settings = Settings(home=home, today=TODAY, key_file=home / "client.key", protection="regel")
    unproved = Reader(create_app(settings).server.test_client())
    said = "niet nagerekend of een verborgen cijfer volgt uit een totaal min de andere cijfers"
    for place in ("/vergelijken", "/partners"):
        assert said in unproved.page(place).words
        assert said not in small.page(place).words
    short = "In deze demonstratie zijn verborgen cijfers niet nagerekend."
    for place in ("/", "/indicatoren/uitval", "/partners/P01", "/balans", "/aanlevering"):
        page = unproved.page(place)
        assert short in page.words
        assert any(link.startswith("/methode") and link.endswith("#complement") for link in page.links)
        assert short not in small.page(place).words


def test_the_key_does_not_promise_that_only_small_groups_are_hidden(serve: Serve, small: Reader) -> None:
    assert "verborgen: minder dan 10 cliënten, of anders uit te rekenen" in small.page("/vergelijken").words
    own = serve([*PLAN, *FIGURES, publication(audience="partner-P01")]).page("/vergelijken").words
    assert "Uw eigen cijfers ziet u altijd." in own


def test_a_median_says_that_partners_with_only_figures_are_not_in_it(serve: Serve) -> None:
    waiting = indicator("wachttijd", name="Wachttijd", unit="dagen", computation="wachttijd")
    whole = observation(
        "2025", indicator="wachttijd", numerator=None, denominator=None, value=39, n=80, q1=20, q3=60,
        delivered_by=1, expected_from=2,
    )  # fmt: skip
    words = serve([*PLAN, waiting, whole]).page("/indicatoren/wachttijd").words
    assert "trajecten van 1 van de 2 partners; wie geen trajecten levert maar alleen cijfers" in words


def test_the_source_below_many_figures_has_the_n_of_none(small: Reader) -> None:
    words = small.page("/vergelijken?periode=2025-Q4").words
    source = next(part for part in words.split(" | ") if part.startswith("Bron:"))
    assert source.startswith("Bron: leveringen van 2 van de 2 partners; per indicator verschilt dit")
    assert "n =" not in source


def test_the_other_partners_stand_last_with_how_many_they_are(serve: Serve) -> None:
    reader = serve([*PLAN, *FIGURES, others("2025", partners=4, numerator=8, denominator=20)])
    page = reader.page("/vergelijken")
    assert columns(page)[-1] == "Overige partners"
    for said in ("n = 20", "4 partners", "alle partners min de cijfers die er wel staan"):
        assert said in page.words
    listed = reader.page("/partners?periode=2025").words
    assert "Overige partners (4)" in listed
    assert "8 van de 20" in listed


def test_without_other_partners_nothing_is_said_of_them(small: Reader) -> None:
    assert "Overige partners" not in small.page("/vergelijken").words
    assert "Overige partners" not in small.page("/partners?periode=2025").words
