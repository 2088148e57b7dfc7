"""What is told of a figure is told alike on the screen, in the text of its chart and in its file."""

from datetime import date

import pytest

from tests.builders import Row, criterion, hidden, observation, others, plan_row, publication
from tests.integration.pages.conftest import FIGURES, JUDGED, PLAN, Page, Reader
from tests.integration.pages.test_downloads import rows_of
from tests.integration.pages.test_judged_pages import funnel as funnel  # noqa: PLC0414 - a fixture
from tests.integration.pages.test_overview_page import Serve

FORECAST = plan_row(
    "forecast", indicator="uitval", period_kind="quarter", period="2026-Q2", on=date(2026, 5, 16), fit=0.21,
    lower80=0.17, upper80=0.25, lower95=0.15, upper95=0.27,
)  # fmt: skip
EXPECTED = (
    "Als er niets verandert, verwachten wij 21\u00a0% in het 2e kwartaal 2026. "
    "Met 95\u00a0% zekerheid ligt het tussen 15\u00a0% en 27\u00a0%."
)
CRITERION = "Met 104 trajecten valt een verschil pas op vanaf ongeveer 26\u00a0%."
MOVEMENT = "Om een beweging te zien zijn meer cijfers nodig: 13 periodes op rij, of acht volle kwartalen."
PATH = "De hele marge, 13\u00a0% tot 28\u00a0%, haalt dat."
COURSE = "Van 20\u00a0% in het 1e kwartaal 2024 naar 19\u00a0% in het 4e kwartaal 2025."
MOVED = observation(
    "2025-Q4", numerator=20, denominator=104, movement="too_few", delivered_by=2, expected_from=2, **JUDGED
)


def charts(page: Page) -> list[str]:
    """The text alternatives of what is drawn, oldest first on the page."""
    return [part["props"]["aria-label"] for part in page.parts if part["props"].get("role") == "img"]


def shown(*more: Row) -> list[Row]:
    """The small plan, with a movement that is told with the latest figure."""
    latest = {"indicator": "uitval", "period": "2025-Q4", "partner": None, "split": None}
    figures = [one for one in FIGURES if any(one.values.get(key) != value for key, value in latest.items())]
    return [*PLAN, *figures, MOVED, *more]


@pytest.mark.parametrize(
    "address", ["/?periode=2025-Q4", "/trends", "/trends?groot=D1", "/doelen/D1", "/indicatoren/uitval"]
)
def test_every_line_chart_says_the_three_verdicts_and_then_its_course(address: str, serve: Serve) -> None:
    told = next(text for text in charts(serve(shown()).page(address)) if "trajecten" in text)
    places = [told.index(part) for part in (CRITERION, MOVEMENT, PATH, COURSE)]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_chart_and_the_file_say_the_sentences_of_the_page(language: str, serve: Serve) -> None:
    reader = serve(shown())
    page = reader.page(f"/indicatoren/uitval?taal={language}")
    columns = next(part for part in page.parts if part["props"].get("className") == "say3 facts")
    said = [column["props"]["children"] for column in columns["props"]["children"]]
    sentences = [next(one for one in reversed(column) if one["type"] == "P") for column in said]
    sentences[0] = [one for one in said[0] if one["type"] == "P"][1]
    words = [one["props"]["children"] for one in sentences]
    row = rows_of(reader, f"/csv/verloop?indicator=uitval&per=kwartaal&taal={language}")[-1]
    for sentence in words:
        assert sentence in row["toelichting"]
        assert any(sentence in text for text in charts(page))


@pytest.mark.parametrize("address", ["/trends", "/trends?groot=D1", "/doelen/D1", "/indicatoren/uitval"])
def test_a_chart_that_draws_what_is_expected_says_it_and_has_it_in_its_table(
    address: str, serve: Serve
) -> None:
    page = serve(shown(FORECAST)).page(address)
    assert any(EXPECTED in text for text in charts(page))
    assert "verwachting als er niets verandert" in page.words


def test_the_main_chart_says_when_actions_began(small: Reader) -> None:
    (told,) = [text for text in charts(small.page("/doelen/D1")) if "trajecten" in text]
    assert "1 april 2025, actie: Warme overdracht." in told


def test_the_file_of_a_course_tells_what_is_drawn_beside_it(serve: Serve) -> None:
    rows = rows_of(serve(shown(FORECAST)), "/csv/verloop?indicator=uitval&per=kwartaal")
    told = {row["periode"]: row["toelichting"] for row in rows}
    assert told["2025-Q4"].endswith(EXPECTED)
    assert told["2025-Q2"].endswith("1 april 2025, actie: Warme overdracht.")
    assert sum("verwachten" in text for text in told.values()) == 1
    assert "1 januari 2023, breuk: Overstap telt niet meer als uitval." in told["2024-Q1"]


def test_the_file_of_a_course_goes_on_with_what_is_expected_and_both_its_bands(serve: Serve) -> None:
    rows = rows_of(serve(shown(FORECAST)), "/csv/verloop?indicator=uitval&per=kwartaal")
    measured, expected = rows[:-1], rows[-1]
    assert {one["verwachting"] for one in measured} == {"nee"}
    assert expected["verwachting"] == "ja"
    assert expected["periode"] == "2026-Q2"
    bands = [expected[name] for name in ("marge80_laag", "marge80_hoog", "marge_laag", "marge_hoog")]
    assert (expected["waarde"], *bands) == ("21", "17", "25", "15", "27")
    assert expected["toelichting"] == "verwachting als er niets verandert"
    assert [expected[name] for name in ("teller", "noemer", "norm", "pad", "beweging")] == [""] * 5


def test_a_file_without_a_forecast_expects_nothing(small: Reader) -> None:
    rows = rows_of(small, "/csv/verloop?indicator=uitval&per=kwartaal")
    assert {one["verwachting"] for one in rows} == {"nee"}


def test_a_file_keeps_the_columns_that_others_rely_on(small: Reader) -> None:
    row = rows_of(small, "/csv/verloop?indicator=uitval&per=kwartaal")[0]
    assert " ".join(row) == (
        "indicator naam partner periode uitsplitsing uitsplitsing_waarde teller noemer clienten waarde "
        "eenheid marge_laag marge_hoog norm sterk_signaal pad beweging klein_aantal verborgen voorlopig "
        "definitieversie bron publicatie fictief toelichting partner_naam "
        "verwachting marge80_laag marge80_hoog"
    )


def test_nothing_is_told_of_a_hidden_figure_but_that_it_is(serve: Serve) -> None:
    concealed = hidden("2026-Q1")
    rows = rows_of(serve(shown(concealed, FORECAST)), "/csv/verloop?indicator=uitval&per=kwartaal")
    row = [one for one in rows if one["verwachting"] == "nee"][-1]
    assert row["toelichting"] == (
        "Het cijfer is verborgen: de groep is te klein. De beweging is verborgen: de groepen zijn te klein."
    )


def test_the_file_of_others_names_why_a_mean_has_no_margin(serve: Serve) -> None:
    rest = others(
        "2025", indicator="tevredenheid", partners=4, value=6.9, n=14, status="undecided", path="no_target"
    )
    norm = criterion("tevredenheid", comparator="≥", value=7.0)
    row = rows_of(serve([*PLAN, *FIGURES, norm, rest]), "/csv/vergelijking?periode=2025")[-1]
    assert "Hoe ver de antwoorden uit elkaar liggen, is niet bekend." in row["toelichting"]
    assert "Van dit soort cijfer" not in row["toelichting"]


def named(code: str) -> Row:
    units = {"indicator": "uitval", "period": "2025", "partner": code, "place": "high_95"}
    return plan_row("funnel_unit", **units, n=300, value=1 / 3)


def test_the_file_of_a_funnel_names_nobody_as_its_picture_does(serve: Serve, funnel: list[Row]) -> None:
    rows = rows_of(
        serve([*PLAN, *FIGURES, *funnel, named("P01"), named("P02")]),
        "/csv/trechter?indicator=uitval&periode=2025",
    )
    assert {row["partner"] for row in rows} == {""}
    last = rows[-1]
    assert (last["waarde"], last["eenheid"], last["gemiddelde"]) == ("33,3333", "procent", "19")
    assert last["plaats"] == "boven de grens van 95 %"
    assert (last["grens_95_laag"], last["grens_95_hoog"]) == ("10", "30")
    assert "legt toeval alleen al in ongeveer" in last["toelichting"]


@pytest.mark.parametrize(("audience", "chosen"), [("partner-P01", ""), ("steering", "&partner=P01")])
def test_the_file_of_a_funnel_names_the_partner_that_its_picture_names(
    audience: str, chosen: str, serve: Serve, funnel: list[Row]
) -> None:
    reader = serve([*PLAN, *FIGURES, *funnel, named("P01"), named("P02"), publication(audience=audience)])
    rows = rows_of(reader, f"/csv/trechter?indicator=uitval&periode=2025{chosen}")
    assert {row["partner"] for row in rows} == {"", "P01"}
