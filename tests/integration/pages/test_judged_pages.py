"""What may be said of figures, on every page: funnel, clients, comparison, method, files."""

from itertools import pairwise
from statistics import linear_regression

import pytest

from components.format import percentage
from domain.chance import MOVEMENT_SIGNAL_CHANCE, SIGNAL_CHANCE, STRONG_SIGNAL_CHANCE
from domain.disclosure import POLICIES
from domain.false_signals import false_signal_table
from domain.worked_examples import RULES, examples
from tests.builders import Row, hidden, indicator, observation, plan_row, policy, publication
from tests.integration.pages.conftest import FIGURES, JUDGED, PLAN, Reader
from tests.integration.pages.test_downloads import rows_of
from tests.integration.pages.test_overview_page import Serve

METHOD = (
    *(plan_row("method_value", rule=one.rule, place=place, name=one.name, amount=one.amount,
               decimals=one.decimals, is_share=one.is_share)
      for place, one in enumerate(examples())),
    *(plan_row("false_signal", criterion=one.criterion, size=one.size, naive=one.naive, ours=one.ours)
      for one in false_signal_table()),
)  # fmt: skip


@pytest.fixture(scope="module")
def funnel() -> list[Row]:
    """Six partners without a name in one year."""
    comparison = {"indicator": "uitval", "period": "2025"}
    limits = {"lower95": 0.1, "upper95": 0.3, "lower998": 0.05, "upper998": 0.4, "adjusted": False}
    return [
        plan_row("funnel", **comparison, period_kind="year", centre=0.19, units=6, phi=1.4, tau2=0.01),
        *(plan_row("funnel_limit", **comparison, n=n, **limits) for n in (20, 120)),
        *(plan_row("funnel_unit", **comparison, n=20 * n, value=0.1 + n / 100, place="within")
          for n in range(1, 7)),
    ]  # fmt: skip


def test_partners_stand_in_a_funnel_without_a_name(serve: Serve, funnel: list[Row]) -> None:
    page = serve([*PLAN, *FIGURES, *funnel]).page("/indicatoren/uitval?periode=2025")
    assert "Geen enkele partner wijkt sterk af van het gemiddelde" in page.of_type("H2")
    assert "Bij 6 partners legt toeval alleen al in ongeveer 26 van de 100 periodes" in page.words
    assert "Partners verschillen hier meer dan toeval alleen (phi 1,4)." in page.words


def test_a_funnel_can_be_taken_along_without_names(serve: Serve, funnel: list[Row]) -> None:
    rows = rows_of(serve([*PLAN, *FIGURES, *funnel]), "/csv/trechter?indicator=uitval&periode=2025")
    assert [row["partner"] for row in rows] == [""] * 6


def clients(year: int, total: int, young: int, value: float) -> list[Row]:
    known = {"indicator": "tevredenheid", "partner": "P01"}
    split = {"split": "leeftijdsgroep", "split_value": "16-17"}
    return [
        observation(f"{year}", value=value, n=total, clients=total, **known),
        observation(f"{year}", value=value, n=young, clients=young, **known, **split),
    ]


def satisfied(*rows: Row) -> list[Row]:
    satisfaction = indicator(
        "tevredenheid",
        unit="cijfer",
        decimals=1,
        computation="tevredenheid",
        outcome_criterion="tevredenheid",
    )
    plan = [row for row in PLAN if row.values.get("code") != "tevredenheid"]
    return [*plan, satisfaction, *rows]


@pytest.mark.parametrize(
    ("total", "young", "noted"),
    [(100, 50, "andere"), (85, 68, "minder"), (80, 40, "andere en minder"), (100, 81, None)],
)
def test_a_rise_in_satisfaction_is_read_beside_who_was_helped(
    total: int, young: int, noted: str | None, serve: Serve
) -> None:
    rows = satisfied(*clients(2024, 100, 80, 7.0), *clients(2025, total, young, 7.6))
    page = serve(rows).page("/indicatoren/tevredenheid?partner=P01&periode=2025")
    assert "Wie er geholpen werd: 2025 naast 2024" in page.of_type("H2")
    assert "hele jaren" not in page.words
    assert ("steeg het cijfer, en in 2025" in page.words) == (noted is not None)
    said = f"Van 2024 naar 2025 steeg het cijfer, en in 2025 werden {noted} cliënten geholpen dan in 2024."
    assert (said in page.words) == (noted is not None)


def test_a_group_hidden_in_one_of_two_years_makes_no_other_clients(serve: Serve) -> None:
    """Shown now and hidden before, 12 of 136 clients are not 9 % who came new."""
    known = {"indicator": "tevredenheid", "partner": "P01", "split": "leeftijdsgroep"}
    parts = {"12-15": (23, 32), "16-17": (39, 34), "18-22": (36, 42), "23-27": (None, 14), "4-11": (None, 12)}
    split = [
        observation(year, split_value=group, value=7.5, n=count, clients=count, **known)
        if count
        else hidden(year, split_value=group, **known)
        for group, counts in parts.items()
        for year, count in zip(("2024", "2025"), counts, strict=True)
    ]
    whole = {"indicator": "tevredenheid", "partner": "P01"}
    years = [
        observation("2024", value=7.57, n=117, clients=117, **whole),
        observation("2025", value=7.65, n=139, clients=136, **whole),
    ]
    page = serve(satisfied(*years, *split)).page("/indicatoren/tevredenheid?partner=P01&periode=2025")
    assert "steeg het cijfer" not in page.words


def test_a_figure_of_part_of_a_year_says_that_its_clients_are_told_per_year(serve: Serve) -> None:
    figure = {"indicator": "tevredenheid", "partner": "P01", "value": 7.9, "n": 60, "clients": 60}
    years = [*clients(2024, 100, 80, 7.0), *clients(2025, 100, 50, 7.6)]
    reader = serve(satisfied(*years, observation("2026-H1", **figure), observation("2025-H1", **figure)))
    page = reader.page("/indicatoren/tevredenheid?partner=P01&periode=2026-H1")
    assert "Wie er geholpen werd: 2025 naast 2024" in page.of_type("H2")
    assert "Dit zijn hele jaren; het gekozen cijfer gaat over 1e helft 2026." in page.words
    earlier = reader.page("/indicatoren/tevredenheid?partner=P01&periode=2025-H1")
    assert "Wie er geholpen werd: 2025 naast 2024" in earlier.of_type("H2")


def test_the_comparison_says_what_chance_alone_would_give(serve: Serve) -> None:
    judged = {**JUDGED, "status": "not_met", "strong": True, "denominator": 300.0, "numerator": 60.0}
    calm = {**JUDGED, "denominator": 100.0, "numerator": 20.0}
    partners = [observation("2025-H2", partner=code, **one) for code, one in (("P01", judged), ("P02", calm))]
    page = serve([*PLAN, *FIGURES, *partners]).page("/vergelijken?periode=2025-H2")
    assert (
        "Eén cijfer voldoet niet, met een signaal te sterk voor toeval, bij: Uitval. Begin daar het gesprek."
        in page.words
    )
    assert "Aantal vergelijkingen met de norm, het pad en de eigen reeks: 4." in page.words
    assert "Door toeval alleen krijgen er hooguit ongeveer 0,2 een teken" in page.words
    assert "Norm: voldoet niet, sterk signaal. " in page.words
    assert "Acacia" not in page.heading


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_method_page_explains_every_rule_with_the_numbers_in_force(language: str, serve: Serve) -> None:
    page = serve([*PLAN, *METHOD]).page(f"/methode?taal={language}")
    assert len(page.of_type("H2")) == len(RULES) + 2  # the false signals, and the definitions
    assert "{" not in page.words
    decimal = "," if language == "nl" else "."
    for amount in (f"12{decimal}4", f"26{decimal}2", f"9{decimal}30", f"43{decimal}8", f"3{decimal}2"):
        assert amount in page.words


def test_the_examples_of_movement_and_forecast_can_be_computed_from_what_is_printed(serve: Serve) -> None:
    page = serve([*PLAN, *METHOD]).page("/methode")
    printed = "22, 19, 23, 20, 18, 21, 24, 20, 19, 22, 18, 21, 17"
    assert page.words.count(printed) == 2
    series = [int(one) for one in printed.split(", ")]
    mean = sum(series) / len(series)
    reach = 2.66 * sum(abs(a - b) for a, b in pairwise(series)) / (len(series) - 1)
    for limit in (mean, mean - reach, mean + reach, mean - 2 / 3 * reach, mean + 2 / 3 * reach):
        assert f"{limit:.2f}\u00a0%".replace(".", ",") in page.words
    months = range(1, len(series) + 1)
    slope, start = linear_regression(months, series)
    ahead = start + slope * (len(series) + 1)
    assert f"De verwachting is {ahead:.1f}\u00a0%".replace(".", ",") in page.words


def test_the_method_page_rounds_the_path_half_up(serve: Serve) -> None:
    """24 less 12 × 15 / 48 is 20.25."""
    reader = serve([*PLAN, *METHOD])
    assert "na 15 maanden vraagt het pad 20,3\u00a0%." in reader.page("/methode").words
    assert "after 15 months the path asks for 20.3%." in reader.page("/methode?taal=en").words


def test_the_method_page_tells_every_rule_of_partners_and_of_small_groups(serve: Serve) -> None:
    page = serve([*PLAN, *METHOD]).page("/methode")
    for told in (
        "Punten zonder naam staan er pas als minstens 8 partners",
        "een punt bij 85 trajecten en 20\u00a0%",
        "phi is 1,87 en tau² is 0,0027",
        "Met 25 procent minder is het doel 18\u00a0%. Met 10 procentpunt minder is het 14\u00a0%.",
        "46 − 21 − 18 = 7",
        "62 van de 118 is 52,5\u00a0%. Het publiek leest 60 van de 120: 50,0\u00a0%.",
        "aan één kant van het gemiddelde liggen en er 2 voorbij de waarschuwingslijn zijn",
        "staat ‘sinds … verborgen’, met de datum",
    ):
        assert told in page.words
    rows = [row for row in page.of_type("Tr") if row.startswith(("Maand ", "Kwartaal "))]
    assert rows == ["Maand ja nee nee nee", "Kwartaal ja nee ja nee"]


def test_the_method_page_names_what_chance_gives_per_message_and_that_one_side_is_half(serve: Serve) -> None:
    page = serve([*PLAN, *METHOD]).page("/methode")
    rule = next(words for words in page.of_type("Section") if words.startswith("Veel vergelijkingen"))
    weak, moving, strong = (
        percentage(one, "nl", places)
        for one, places in ((SIGNAL_CHANCE, 0), (MOVEMENT_SIGNAL_CHANCE, 1), (STRONG_SIGNAL_CHANCE, 1))
    )
    assert f"Van de bewegingen valt hooguit {moving} door toeval op." in rule
    assert "telt alleen de slechte kant: daar rekenen wij met de helft" in rule
    assert f"Aantal vergelijkingen × {weak} + aantal bewegingen × {moving}." in rule
    assert f"aantal vergelijkingen × {strong}" in rule


def test_where_sums_were_not_checked_the_rule_about_sums_says_so(serve: Serve) -> None:
    said = "Bij deze publicatie is niet nagerekend of een verborgen cijfer volgt uit een totaal"
    open_to_sums = [policy(audience, is_proved=False) for audience in POLICIES]
    sections = serve([*PLAN, *METHOD, *open_to_sums]).page("/methode").of_type("Section")
    assert said in next(words for words in sections if words.startswith("Verborgen door op te tellen"))


def test_a_version_of_before_a_rule_was_explained_leaves_its_example_out(serve: Serve) -> None:
    older = [row for row in METHOD if row.values.get("name") != "series_1"]
    kept = [row for row in older if row.values.get("rule") not in ("sizes", "released")]
    lacking = [row for row in kept if (row.values.get("rule"), row.values.get("name")) != ("path", "value")]
    page = serve([*PLAN, *lacking]).page("/methode")
    assert "Pad naar het doel" in page.of_type("H2")
    assert "vraagt het pad" not in page.words
    assert "Als aantallen sterk wisselen" not in page.of_type("H2")


@pytest.mark.parametrize(
    ("vary", "basis", "is_said"), [(True, "chart", True), (False, "chart", False), (True, "quarters", False)]
)
def test_a_movement_of_very_unlike_numbers_says_that_another_chart_is_better(
    vary: bool, basis: str, is_said: bool, serve: Serve
) -> None:
    moved = {"movement": "no_change", "basis": basis, "points": 16, "sizes_vary": vary}
    last = {"indicator": "uitval", "period": "2025-Q4", "period_kind": "quarter"}
    reason = plan_row("movement_reason", **last, **moved)
    page = serve([*PLAN, *FIGURES, reason]).page("/indicatoren/uitval")
    assert ("Eigen grenzen per kwartaal (een p-kaart)" in page.words) == is_said


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_a_funnel_of_an_earlier_period_says_why(year: str, serve: Serve, funnel: list[Row]) -> None:
    drawn = [Row(one.table, {**one.values, "period": year}) for one in funnel]
    words = serve([*PLAN, *FIGURES, *drawn]).page("/indicatoren/uitval?periode=2025").words
    said = "Over 2025 is er geen trechter: te weinig partners hebben dan een cijfer dat hier te zien is."
    assert (said in words) == (year == "2024")


def test_a_file_says_of_every_figure_what_may_be_said(small: Reader) -> None:
    row = rows_of(small, "/csv/verloop?indicator=uitval&per=kwartaal")[-1]
    assert (row["marge_laag"], row["marge_hoog"]) == ("13", "28")
    assert (row["norm"], row["pad"], row["sterk_signaal"]) == ("Nog niet te zeggen", "Op pad", "nee")
    assert "valt een verschil pas op vanaf ongeveer 26\u00a0%. Het pad vraagt 14\u00a0%" in row["toelichting"]


def test_a_hidden_figure_is_explained_by_nothing_but_that_it_is_hidden(small: Reader) -> None:
    found = rows_of(small, "/csv/vergelijking?periode=2025")
    row = next(one for one in found if one["partner"] == "P02")
    assert row["toelichting"] == (
        "Het cijfer is verborgen: de groep is te klein. De beweging is verborgen: de groepen zijn te klein."
    )
    assert {row[name] for name in ("marge_laag", "marge_hoog", "waarde", "teller")} == {""}


def test_a_file_names_the_partner_in_its_last_column(small: Reader) -> None:
    rows = rows_of(small, "/csv/vergelijking?periode=2025")
    assert {row["partner"]: row["partner_naam"] for row in rows} == {
        "": "", "P01": "Acacia Jeugdhulp", "P02": "Beuk"
    }  # fmt: skip
    assert list(rows[0])[-1] == "partner_naam"


def test_a_partner_finds_itself_in_the_funnel_without_choosing(serve: Serve, funnel: list[Row]) -> None:
    units = {"indicator": "uitval", "period": "2025", "partner": "P01", "place": "within"}
    own = plan_row("funnel_unit", **units, n=300, value=0.2)
    page = serve([*PLAN, *FIGURES, *funnel, own, publication(audience="partner-P01")]).page(
        "/indicatoren/uitval"
    )
    assert "Acacia Jeugdhulp: 20" in page.words


def test_an_indicator_leads_to_the_partners(small: Reader) -> None:
    assert "/partners?indicator=uitval" in small.page("/indicatoren/uitval").links


def test_a_goal_is_found_by_its_number_and_told_with_its_ambition(small: Reader) -> None:
    page = small.page("/zoeken?q=doel+2")
    assert "Doel 2: Tevreden" in page.words
    assert "Aanpak 16-27." in page.words
    assert "Doel 1: Minder uitval" not in page.words
