"""What must be true of a delivered figure, given the indicator that it is a figure of."""

from datetime import date

from data.importing.findings import Level
from data.importing.rules import Rule
from data.schema import AGE_GROUPS
from data.store import literal
from domain.computation import COMPUTATIONS, Measure

_LEAST_ASKED, _LOW_RESPONSE = 20, 0.2
_SHARE_TOLERANCE = 1.0  # percentage points: a value rounded to whole percents may differ a half


def aggregate_rules(today: date) -> list[Rule]:
    """Every rule between the columns of a figure."""
    return [
        _begun(today),
        *_completeness(),
        *_response(),
        *_proportions(),
        *_splits(),
        *_scales(),
        *_subjects(),
    ]


def _begun(today: date) -> Rule:
    return Rule(
        f"CAST(left(period, 4) AS INTEGER) > {today.year}",
        "period",
        "is nog niet begonnen",
        "Verbeter de periode.",
    )


def _of_indicator(condition: str) -> str:
    return f"indicator IN (SELECT code FROM indicator WHERE {condition})"


def _completeness() -> list[Rule]:
    nothing = '"value~" IS NULL AND ("numerator~" IS NULL OR "denominator~" IS NULL)'
    return [
        Rule(
            nothing,
            "value",
            "is leeg, en teller en noemer zijn dat ook",
            "Vul de waarde in, of de teller en de noemer.",
        ),
        Rule(
            '"numerator~" IS NOT NULL AND "denominator~" IS NULL',
            "denominator",
            "is leeg terwijl de teller is ingevuld",
            "Vul de noemer in, of laat beide leeg.",
        ),
        Rule(
            'sd IS NOT NULL AND "n~" IS NULL',
            "n",
            "is leeg terwijl de standaardafwijking is ingevuld",
            "Vul in over hoeveel waarnemingen het gemiddelde gaat.",
        ),
        Rule(
            "q1 > value OR q3 < value",
            "value",
            "ligt niet tussen de kwartielen",
            "Verbeter de mediaan of de kwartielen.",
        ),
        Rule(
            "asked < coalesce(n, denominator)",
            "asked",
            "is lager dan het aantal dat antwoordde",
            "Vul in hoeveel cliënten de vraag kregen.",
        ),
    ]


def _response() -> list[Rule]:
    return [
        Rule(
            f"asked >= {_LEAST_ASKED} AND coalesce(n, denominator) < {_LOW_RESPONSE} * asked",
            "asked",
            "is meer dan vijf keer het aantal dat antwoordde",
            "Klopt dit? Zo weinig antwoorden zeggen weinig over de anderen.",
            Level.WARNING,
        )
    ]


def _proportions() -> list[Rule]:
    proportions = ", ".join(
        literal(code) for code, each in COMPUTATIONS.items() if each.measure is Measure.PROPORTION
    )
    is_share = _of_indicator(
        f"computation IN ({proportions}) OR (computation = 'bereik' AND unit = 'procent')"
    )
    in_percent = _of_indicator("unit = 'procent'")
    share = "100 * numerator / nullif(denominator, 0)"
    return [
        Rule(
            f"numerator > denominator AND {is_share}",
            "numerator",
            "is groter dan de noemer",
            "Verbeter een van beide.",
        ),
        Rule(
            f"(value < 0 OR value > 100) AND {is_share} AND {in_percent}",
            "value",
            "is geen percentage van 0 tot 100",
            "Schrijf 15 voor 15 procent.",
        ),
        Rule(
            f"abs(value - {share}) > {_SHARE_TOLERANCE} AND {in_percent}",
            "value",
            "klopt niet met teller en noemer",
            "Verbeter een van de drie; schrijf 15 (niet 0,15) voor 15 procent.",
        ),
        Rule(
            f"clients > denominator AND {is_share}",
            "clients",
            "zijn er meer dan de noemer telt",
            "Klopt dit? Een cliënt telt hier één keer.",
            Level.WARNING,
        ),
    ]


def _splits() -> list[Rule]:
    ages = ", ".join(map(literal, AGE_GROUPS))
    coded = (
        "SELECT list || ':' || code FROM known_code "
        "UNION ALL SELECT list || ':' || domain || '-' || code FROM known_code WHERE domain IS NOT NULL"
    )
    return [
        Rule(
            '"split~" IS NOT NULL AND "split_value~" IS NULL',
            "split_value",
            "is leeg terwijl er een uitsplitsing is",
            "Vul de waarde van de uitsplitsing in.",
        ),
        Rule(
            '"split~" IS NULL AND "split_value~" IS NOT NULL',
            "split",
            "is leeg terwijl er een waarde van een uitsplitsing is",
            "Vul in waarnaar is uitgesplitst, of laat beide leeg.",
        ),
        Rule(
            f"split = 'leeftijdsgroep' AND split_value NOT IN ({ages})",
            "split_value",
            "is geen leeftijdsgroep",
            f"Kies uit {', '.join(AGE_GROUPS)}.",
        ),
        Rule(
            f"split IN ('hulpvorm', 'verwijzer') AND split || ':' || split_value NOT IN ({coded})",
            "split_value",
            "is geen bekende code van deze uitsplitsing",
            "Gebruik de codes van de landelijke lijst, met de nul ervoor: 02.",
        ),
    ]


def _scales() -> list[Rule]:
    lowest = "CAST(split_part(scale, '-', 1) AS DOUBLE)"
    highest = "CAST(split_part(scale, '-', 2) AS DOUBLE)"
    scored = _of_indicator("unit IN ('cijfer', 'score')")
    return [
        Rule(
            f"value NOT BETWEEN {lowest} AND {highest} AND {scored}",
            "value",
            "ligt buiten de schaal",
            "Verbeter de waarde of de schaal.",
            shows="\"value~\" || ' op ' || scale",
        ),
    ]


def _subjects() -> list[Rule]:
    population = _of_indicator("level = 'bevolking'")
    return [
        Rule(
            f"partner IS NOT NULL AND {population}",
            "partner",
            "is ingevuld bij een indicator over de hele bevolking",
            "Laat de partner leeg, of gebruik een indicator van partners.",
            Level.WARNING,
        ),
    ]
