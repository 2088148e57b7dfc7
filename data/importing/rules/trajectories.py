"""What must be true within one help record (domain.md 1.2-1.5)."""

from datetime import date

from data.importing.findings import Level
from data.importing.rules import Rule

_PERIOD_START = (
    "make_date(CAST(left(delivery_period, 4) AS INTEGER), "
    "CASE WHEN right(delivery_period, 1) = '1' THEN 1 ELSE 7 END, 1)"
)
_PERIOD_END = f"({_PERIOD_START} + INTERVAL 6 MONTH - INTERVAL 1 DAY)"


def trajectory_rules(today: date) -> list[Rule]:
    """Every rule between the columns of a record."""
    return [
        _begun(today),
        *_dates(),
        *_odd_dates(),
        *_codes(),
        *_reasons(),
        *_reasons_too_early(),
        *_satisfaction(),
        *_goals(),
        *_scores(),
    ]


def _begun(today: date) -> Rule:
    return Rule(
        f"{_PERIOD_START} > DATE '{today.isoformat()}'",
        "delivery_period",
        "is nog niet begonnen",
        "Verbeter het halfjaar.",
        over=("delivery_period",),
    )


def _dates() -> list[Rule]:
    return [
        Rule(
            "ended_on < started_on",
            "ended_on",
            "ligt vóór de begindatum",
            "Verbeter de begindatum of de einddatum.",
            over=("started_on", "ended_on"),
        ),
        Rule(
            f"started_on > {_PERIOD_END}",
            "started_on",
            "ligt na de leverperiode",
            "Lever dit traject in de periode waarin het begint, of verbeter de datum.",
            over=("delivery_period", "started_on"),
        ),
        Rule(
            f"ended_on < {_PERIOD_START} - INTERVAL 6 MONTH",
            "ended_on",
            "ligt meer dan een halfjaar vóór de leverperiode",
            "Lever dit traject bij de periode waarin het eindigde, of verbeter de datum.",
            over=("delivery_period", "ended_on"),
        ),
    ]


def _odd_dates() -> list[Rule]:
    return [
        Rule(
            f"ended_on > {_PERIOD_END}",
            "ended_on",
            "ligt na de leverperiode",
            "Klopt dit? Anders: laat de einddatum leeg zolang de hulp loopt.",
            Level.WARNING,
            over=("delivery_period", "ended_on"),
        ),
        Rule(
            "registered_on > started_on",
            "registered_on",
            "ligt na de begindatum, zodat er geen wachttijd is te berekenen",
            "Verbeter de datum, of laat de aanmelddatum leeg.",
            Level.WARNING,
            over=("registered_on", "started_on"),
        ),
    ]


def _codes() -> list[Rule]:
    listed = "SELECT list || ':' || domain || ':' || code FROM known_code WHERE domain IS NOT NULL"
    anywhere = "SELECT list || ':' || code FROM known_code WHERE domain IS NULL"
    return [
        Rule(
            f"'{name}:' || domain || ':' || {column} NOT IN ({listed}) "
            f"AND '{name}:' || {column} NOT IN ({anywhere}) "
            f"AND {column} IN (SELECT code FROM known_code WHERE list = '{name}')",
            column,
            "bestaat niet in dit domein",
            "Kies een code die in dit domein geldt (jeugd en wmo hebben elk hun eigen lijst).",
            over=("domain", column),
        )
        for name, column in (("hulpvorm", "care_form"), ("verwijzer", "referrer"))
    ]


def _reasons() -> list[Rule]:
    listed = (
        "SELECT code_list || ':' || domain || ':' || code FROM known_code WHERE list = 'reden_beeindiging' "
        "AND code_list IS NOT NULL"
    )
    other_domain = (
        "code_list || ':' || domain NOT IN "
        "(SELECT code_list || ':' || domain FROM known_code WHERE list = 'reden_beeindiging' "
        "AND code_list IS NOT NULL)"
    )
    return [
        Rule(
            'end_reason IS NOT NULL AND code_list IS NULL AND "code_list~" IS NULL',
            "end_reason",
            "heeft geen codelijst, zodat niet is te zien wat de code betekent",
            "Vul bij codelijst bij, ijw of iwmo in.",
            over=("code_list", "domain", "end_reason"),
        ),
        Rule(
            f"end_reason IS NOT NULL AND {other_domain}",
            "code_list",
            "past niet bij het domein",
            "Gebruik bij jeugd de lijst bij of ijw, en bij wmo de lijst iwmo: code 31 betekent in "
            "elk iets anders.",
            over=("code_list", "domain", "end_reason"),
        ),
        Rule(
            f"NOT ({other_domain}) AND code_list || ':' || domain || ':' || end_reason NOT IN ({listed}) "
            "AND end_reason IN (SELECT code FROM known_code WHERE list = 'reden_beeindiging')",
            "end_reason",
            "bestaat niet in de opgegeven codelijst",
            "Kies een code van die lijst, of verbeter de codelijst.",
            shows="code_list || ' ' || \"end_reason~\"",
            over=("code_list", "domain", "end_reason"),
        ),
    ]


def _reasons_too_early() -> list[Rule]:
    return [
        Rule(
            'end_reason IS NOT NULL AND ended_on IS NULL AND "ended_on~" IS NULL',
            "end_reason",
            "is ingevuld terwijl er geen einddatum is",
            "Vul de einddatum in, of laat de reden leeg zolang de hulp loopt.",
            Level.WARNING,
            over=("end_reason", "ended_on"),
        ),
    ]


def _satisfaction() -> list[Rule]:
    lowest = "CAST(split_part(satisfaction_scale, '-', 1) AS DOUBLE)"
    highest = "CAST(split_part(satisfaction_scale, '-', 2) AS DOUBLE)"
    return [
        Rule(
            '"satisfaction~" IS NOT NULL AND "satisfaction_scale~" IS NULL',
            "satisfaction_scale",
            "is leeg terwijl tevredenheid is ingevuld",
            "Vul de schaal in, zoals 1-10; cijfers op verschillende schalen zijn niet te vergelijken.",
            over=("satisfaction", "satisfaction_scale"),
        ),
        Rule(
            f"satisfaction NOT BETWEEN {lowest} AND {highest}",
            "satisfaction",
            "ligt buiten de schaal",
            "Verbeter het oordeel of de schaal.",
            shows="\"satisfaction~\" || ' op ' || satisfaction_scale",
            over=("satisfaction", "satisfaction_scale"),
        ),
    ]


def _goals() -> list[Rule]:
    return [
        Rule(
            "goals_reached > goals_set",
            "goals_reached",
            "is meer dan doelen_gesteld",
            "Verbeter een van beide aantallen.",
            over=("goals_set", "goals_reached"),
        ),
        Rule(
            '"goals_reached~" IS NOT NULL AND "goals_set~" IS NULL',
            "goals_set",
            "is leeg terwijl doelen_behaald is ingevuld",
            "Vul in hoeveel doelen er zijn gesteld.",
            over=("goals_set", "goals_reached"),
        ),
    ]


def _scores() -> list[Rule]:
    scored = '("score_start~" IS NOT NULL OR "score_end~" IS NOT NULL)'
    return [
        Rule(
            f'{scored} AND "instrument~" IS NULL',
            "instrument",
            "is leeg terwijl er een score is",
            "Vul in met welk instrument is gemeten.",
            over=("instrument", "score_start", "score_end"),
        ),
        Rule(
            '"score_end~" IS NOT NULL AND "score_start~" IS NULL',
            "score_start",
            "is leeg terwijl er een score bij het einde is",
            "Vul ook de score bij het begin in; zonder is geen verandering te zien.",
            over=("score_start", "score_end"),
        ),
    ]
