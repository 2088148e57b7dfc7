"""The plan on its own pages: the tree, one goal, the A4, the balance, the definitions and the statement."""

import csv
import io
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from components.text import say
from data.published import Published, PublishedFiles
from domain.period import PeriodKind
from queries.goals import goals
from queries.indicators import indicators
from queries.strategies import strategies
from queries.trend import trend
from settings import Settings
from tests.builders import (
    TODAY,
    Row,
    action,
    ambition,
    contact,
    criterion,
    goal,
    hidden,
    indicator,
    observation,
    partner,
    plan_row,
    publication,
    series_break,
)
from tests.integration.pages.conftest import Reader

Serve = Callable[[Iterable[Row]], Reader]
PAGES = ("/doelen", "/doelen/D1", "/ogsm", "/balans", "/methode/uitval", "/toegankelijkheid")
LONG = "Samenwerkende kleinschalige woonvormen voor jongeren in het midden en omstreken"


@pytest.fixture(scope="module")
def published(sample_home: Path) -> Published:
    files = PublishedFiles(Settings(home=sample_home, today=TODAY, key_file=sample_home / "client.key"))
    return files.open("steering")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("place", PAGES)
def test_every_page_of_the_plan_stands_in_both_languages(sample: Reader, place: str, language: str) -> None:
    page = sample.page(f"{place}?taal={language}")
    assert not {"Dit ging mis", "Something went wrong"} & {page.heading}
    assert page.heading
    assert say("frame.fictional", language) in page.words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_tree_shows_every_goal_with_its_strategies_and_partners(
    sample: Reader, published: Published, language: str
) -> None:
    page = sample.page(f"/doelen?taal={language}")
    tail = "" if language == "nl" else "?taal=en"
    for one in goals(published, language=language):
        assert one.name in page.words
        assert f"/doelen/{one.code}{tail}" in page.links
    for strategy in strategies(published, language=language):
        assert strategy.text in page.words


def test_the_substantive_results_come_first_and_all_inhabitants_stand_apart(sample: Reader) -> None:
    words = sample.page("/doelen").words
    places = [
        words.index(said)
        for said in (
            "Inhoudelijk resultaat",
            "Procesresultaat",
            "Overig resultaat",
            "De hele bevolking",
            "Vrijwilligerswerk",
        )
    ]
    assert places == sorted(places)


def test_the_tree_opens_with_a_sentence_and_counts_actions(small: Reader) -> None:
    page = small.page("/doelen")
    assert page.heading == "Het doel ligt op pad."
    assert "1 actie, die loopt" in page.words
    assert "19\u00a0% van de trajecten stopt te vroeg" in page.words


def test_a_goal_tells_result_path_actions_and_promises(small: Reader) -> None:
    words = small.page("/doelen/D1").words
    for said in (
        "19\u00a0% van de trajecten stopt te vroeg. Of dat aan de norm voldoet, is nog niet te zeggen.",
        "Van 24\u00a0% in 2022 naar 12\u00a0% in 2026.",
        "2024: 18\u00a0%",
        "15\u00a0% of minder",
        "Warme overdracht",
        "Elke start krijgt een overdracht",
        "jeugd@gemeente.example",
    ):
        assert said in words


def test_a_goal_leads_back_to_the_tree_and_on_to_indicator_partner_and_definition(small: Reader) -> None:
    links = small.page("/doelen/D1").links
    assert {"/doelen", "/indicatoren/uitval", "/methode/uitval", "/partners/P01"} <= set(links)
    assert any(link.startswith("/csv/verloop") for link in links)


@pytest.mark.parametrize("place", ["/doelen/D99", "/methode/niets"])
def test_what_the_plan_does_not_name_is_unknown(small: Reader, place: str) -> None:
    assert small.page(place).heading == "Deze pagina kennen wij niet"


def test_of_an_unknown_choice_only_the_choice_is_called_unknown(small: Reader) -> None:
    page = small.page("/doelen?periode=blah")
    assert page.heading == "Deze keuze kennen wij niet"
    assert "/doelen" in page.links


def test_the_sheet_names_every_goal_action_and_promise_of_the_plan_once(
    sample: Reader, published: Published
) -> None:
    page = sample.page("/ogsm")
    for one in goals(published, language="nl"):
        assert one.ambition_text in page.words
        assert page.links.count(f"/doelen/{one.code}") == 1
    for strategy in strategies(published, language="nl"):
        assert strategy.text in page.words
    assert re.search(r"O \| .*G \| .*S \| .*M \|", page.words)


def test_the_verdicts_of_the_balance_are_those_that_were_published(
    sample: Reader, published: Published
) -> None:
    found = {one.name: one.code for one in goals(published, language="nl")}
    listed = list(csv.DictReader(io.StringIO(sample.client.get("/csv/balans").get_data(True)), delimiter=";"))
    agreed = {one.code: one for one in goals(published, language="nl")}
    rows = {
        (one.indicator, one.start.year): one
        for one in trend(
            published,
            indicators=sorted({one.indicator for one in agreed.values()}),
            kinds=[PeriodKind.YEAR],
        )
    }
    assert {line["doel"] for line in listed} == set(found.values())
    for line in listed:
        row = rows.get((agreed[line["doel"]].indicator, int(line["jaar"])))
        if row is None or row.value is None:
            assert line["waarde"] == ""
        else:
            assert line["norm"] == say(f"status.{row.status}", "nl")
            assert line["pad"] == say(f"on_path.{row.path}", "nl")
            assert (line["voorlopig"] == "ja") == row.provisional


def test_the_balance_shows_each_year_as_published_and_what_is_missing(serve: Serve) -> None:
    years = [
        observation("2023", numerator=48, denominator=200, status="not_met", path="behind"),
        hidden("2024"),
        observation(
            "2026", numerator=20, denominator=120, status="undecided", path="on_path", provisional=True
        ),
    ]
    page = serve([ambition(), goal(), indicator(), criterion(), *years]).page("/balans")
    row = next(row for row in page.of_type("Tr") if "Minder uitval" in row)
    for said in ("24\u00a0%", "Voldoet niet", "Achter", "verborgen", "niet gemeten", "Op pad", "voorlopig"):
        assert said in row
    for said in ("geen cijfer: 2025", "verborgen: 2024", "voorlopig: 2026"):
        assert said in row
    assert page.heading.startswith("Tussentijdse balans.")


def test_the_latest_year_of_the_balance_says_where_the_series_goes_and_chance_is_told_below(
    serve: Serve,
) -> None:
    judged = {"lower": 0.2, "upper": 0.3, "status": "not_met", "path": "behind"}
    years = [
        observation("2024", numerator=48, denominator=200, **judged),
        observation("2025", numerator=50, denominator=200, movement="too_few", **judged),
    ]
    page = serve([ambition(), goal(), indicator(), criterion(), *years]).page("/balans")
    earlier, latest = (cell for cell in page.of_type("Td") if "Voldoet niet" in cell)
    assert "Beweging" not in earlier
    assert "Beweging Te weinig cijfers" in latest
    assert "Beweging: te weinig cijfers. Om een beweging te zien zijn meer cijfers nodig" in latest
    assert "De beweging staat bij het nieuwste jaar" in page.words
    assert "Aantal vergelijkingen met de norm, het pad en de eigen reeks: 4." in page.words


def test_the_balance_marks_a_break_and_a_year_that_still_runs(serve: Serve) -> None:
    years = [observation(year, numerator=48, denominator=200) for year in ("2024", "2026")]
    broken = series_break(broke_on=date(2024, 1, 1))
    page = serve([ambition(), goal(), indicator(), criterion(), broken, *years]).page("/balans")
    row = next(row for row in page.of_type("Tr") if "Minder uitval" in row)
    assert "anders gemeten sinds 1 jan 2024" in row
    assert row.count("tot nu toe") == 1


def test_a_horizon_that_is_over_and_settled_gets_its_final_evaluation(serve: Serve) -> None:
    over = ambition(starts_on=date(2022, 1, 1), ends_on=date(2025, 12, 31))
    last = observation("2025", numerator=10, denominator=200, status="met", path="reached")
    assert serve([over, goal(target_year=2025), indicator(), last]).page("/balans").heading == (
        "Eindevaluatie. Het doel ligt op pad."
    )


def test_a_horizon_that_is_over_waits_for_its_last_figures(serve: Serve) -> None:
    over = ambition(starts_on=date(2022, 1, 1), ends_on=date(2025, 12, 31))
    page = serve([over, goal(target_year=2025), indicator()]).page("/balans")
    assert page.heading.startswith("Tussentijdse balans.")
    assert "De looptijd is voorbij." in page.words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_indicator_of_the_samples_is_explained(
    sample: Reader, published: Published, language: str
) -> None:
    linked = sample.page(f"/methode?taal={language}").links
    for one in indicators(published, language=language):
        place = f"/methode/{one.code}" + ("?taal=en" if language == "en" else "")
        assert place in linked
        page = sample.page(place)
        assert page.heading == f"{one.name}. {one.question}"
        assert one.definition in page.words


def test_a_definition_tells_count_norms_versions_agreements_and_an_example(small: Reader) -> None:
    words = small.page("/methode/uitval").words
    for said in (
        "Trajecten die de cliënt of de aanbieder alleen stopte.",
        "4e kwartaal 2025: 20 gedeeld door 104 is 19\u00a0%.",
        "15\u00a0% of minder",
        "sinds 1 jan 2025",
        "1 januari 2023: Overstap telt niet meer als uitval",
        "elk halfjaar",
        "Acacia Jeugdhulp, Beuk",
        "Per hulpvorm: 2 te zien, 0 verborgen",
        "minder dan 10 cliënten",
    ):
        assert said in words


def test_the_indicator_leads_to_its_definition(small: Reader) -> None:
    assert "/methode/uitval" in small.page("/indicatoren/uitval").links


def test_a_partner_is_told_that_it_sees_its_own_agreements_only(serve: Serve) -> None:
    rows = [ambition(), goal(), indicator(), partner(), publication(audience="partner-P01")]
    reader = serve([*rows, plan_row("agreement", partner="P01", indicator="uitval",
                                    valid_from=date(2023, 1, 1), frequency="jaar")])  # fmt: skip
    assert "U ziet hier alleen uw eigen afspraken." in reader.page("/methode/uitval").words
    words = reader.page("/doelen").words
    assert "acties en toezeggingen van uzelf en de gemeente" in words
    assert "u niet; anderen ziet u hier niet" in words
    goal_page = reader.page("/doelen/D1").words
    assert "Toezeggingen van andere partners ziet u niet." in goal_page
    assert "Er is nog geen partner verantwoordelijk" not in goal_page


@pytest.mark.parametrize("place", ["/doelen", "/ogsm", "/balans"])
def test_a_plan_without_goals_says_so(serve: Serve, place: str) -> None:
    assert "Het plan noemt nog geen doelen." in serve([ambition()]).page(place).words


def test_a_goal_without_figures_actions_or_partners_is_a_page_like_any_other(serve: Serve) -> None:
    bare = goal(baseline=None, baseline_year=None, target=None, target_year=None)
    reader = serve([ambition(), bare, indicator()])
    for said in (
        "Er is geen nulmeting en geen streefwaarde afgesproken.",
        "Hier zijn nog geen acties afgesproken.",
        "Er is nog geen partner verantwoordelijk voor dit doel.",
        "Over dit doel is nog niets geleverd.",
        "nog niemand genoemd",
    ):
        assert said in reader.page("/doelen/D1").words
    assert "nog geen acties" in reader.page("/doelen").words
    assert "geen nulmeting" in reader.page("/balans").words
    assert reader.page("/ogsm").heading


def test_a_hidden_figure_stays_hidden_on_every_page_of_the_plan(serve: Serve) -> None:
    rows = [ambition(), goal(), indicator(), hidden("2025"), hidden("2025-H2")]
    reader = serve(rows)
    for place in ("/doelen", "/doelen/D1", "/balans"):
        assert "verborgen" in reader.page(place).words.lower()
    assert "Verborgen" in reader.page("/ogsm").words


def test_names_of_eighty_letters_are_written_in_full(serve: Serve) -> None:
    rows = [
        ambition(name=LONG),
        goal(name=LONG),
        indicator(),
        partner(name=LONG),
        action(name=LONG, owner="P01"),
        plan_row("responsibility", goal="D1", partner="P01", promise=LONG),
    ]
    reader = serve(rows)
    for place in ("/doelen", "/doelen/D1", "/ogsm", "/balans"):
        assert LONG in reader.page(place).words


def test_the_statement_names_a_function_and_claims_no_higher_status_than_is_proven(serve: Serve) -> None:
    words = serve([ambition(), contact()]).page("/toegankelijkheid").words
    for said in ("Status C", "jeugd@gemeente.example", "Er is geen volledig onderzoek gedaan."):
        assert said in words
    assert "Nationale ombudsman" in words


def test_a_statement_without_a_contact_says_so(serve: Serve) -> None:
    assert "Het plan noemt nog geen algemeen contact" in serve([ambition()]).page("/toegankelijkheid").words


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (date(2026, 9, 30), "er zijn geen cijfers per kwartaal of halfjaar tot en met 30 september 2026"),
        (date(2027, 3, 31), "Dat kan na 31 maart 2027."),
    ],
)
def test_an_action_tells_whether_it_is_too_early_or_figures_are_missing(
    serve: Serve, ends: date, said: str
) -> None:
    span = {"before_from": date(2025, 4, 1), "before_to": date(2026, 3, 31), "after_from": date(2026, 4, 1)}
    effect = plan_row(
        "action_effect", action="AC1", indicator="uitval", period_kind="quarter", after_to=ends,
        state="too_early", **span,
    )  # fmt: skip
    assert said in serve([ambition(), goal(), indicator(), action(), effect]).page("/doelen/D1").words
