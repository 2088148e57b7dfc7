"""What must be true of a plan, table by table, beyond the references between them."""

from collections.abc import Callable

from data.importing.findings import Level
from data.importing.rules import Rule
from data.importing.rules.fields import names_several
from data.schema_plan import OWNER_MUNICIPALITY
from data.store import literal
from domain.computation import COMPUTATIONS

_ADDRESS = r"[^\s@]+@[^\s@]+[.][^\s@]+"
_CODE = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}"
_SELECTION = "[^=|]*[^=| ][^=|]*=[^=|]*[^=| ][^=|]*([|][^=|]*[^=| ][^=|]*=[^=|]*[^=| ][^=|]*)*"
_OTHER_BRACES = r"replace(sentence, '{waarde}', '')"
_OVERLAP = """
        row_number IN (
            SELECT later.row_number
            FROM {relation} AS later
            INNER JOIN {relation} AS earlier
                ON later.indicator = earlier.indicator
                AND later.partner IS NOT DISTINCT FROM earlier.partner
                AND earlier.valid_from < later.valid_from
                AND earlier.valid_to >= later.valid_from
        )
    """
# A figure has one path: with two targets nobody could tell which of them a verdict is about.
_SAME_FIGURE = """
        row_number IN (
            SELECT later.row_number
            FROM {relation} AS later
            INNER JOIN {relation} AS earlier
                ON later.indicator = earlier.indicator
                AND earlier.row_number < later.row_number
            WHERE later.target_value IS NOT NULL AND earlier.target_value IS NOT NULL
        )
    """


def plan_rules(table: str) -> list[Rule]:
    """The rules of that plan table, beyond its contract."""
    makers = _RULES.get(table, ())
    return [rule for make in makers for rule in make()]


def _usable_code() -> list[Rule]:
    unusable = f"NOT regexp_full_match(code, {literal(_CODE)})"
    twice = "lower(code) IN (SELECT lower(code) FROM {relation} GROUP BY 1 HAVING count(DISTINCT code) > 1)"
    return [
        Rule(
            unusable,
            "code",
            "is geen bruikbare code",
            "Gebruik letters, cijfers, _ en -, hoogstens 40 tekens en zonder spaties; de code staat "
            "in adressen.",
        ),
        Rule(twice, "code", "verschilt alleen in hoofdletters van een andere code", "Kies een andere code."),
    ]


def _partner_codes() -> list[Rule]:
    reserved = f"lower(code) = {literal(OWNER_MUNICIPALITY)}"
    return [
        Rule(
            reserved,
            "code",
            "is een woord dat al iets anders betekent",
            "Kies een andere code voor de partner.",
        )
    ]


def _in_order(first: str, last: str) -> Callable[[], list[Rule]]:
    def rules() -> list[Rule]:
        return [Rule(f"{last} < {first}", last, "ligt vóór de eerste dag", "Verbeter een van beide datums.")]

    return rules


def _goals() -> list[Rule]:
    return [
        Rule(
            _SAME_FIGURE,
            "indicator",
            "hoort al bij een eerder doel met een streefwaarde",
            "Geef elk doel een eigen indicator: één cijfer kan maar één pad hebben.",
        ),
        Rule(
            "target_kind IN ('procent') AND target_value IS NOT NULL AND baseline_value IS NULL",
            "baseline_value",
            "is leeg terwijl de streefwaarde een percentage van de nulwaarde is",
            "Vul de nulwaarde in, of schrijf de streefwaarde zelf.",
        ),
        Rule(
            "target_kind = 'procentpunt' AND target_value IS NOT NULL AND baseline_value IS NULL",
            "baseline_value",
            "is leeg terwijl de streefwaarde van de nulwaarde wordt afgeleid",
            "Vul de nulwaarde in, of schrijf de streefwaarde zelf.",
        ),
        Rule(
            "target_year < baseline_year",
            "target_year",
            "ligt vóór het nuljaar",
            "Verbeter een van beide jaren.",
        ),
        Rule(
            "kind = 'inhoudelijk' AND (target_value IS NULL OR target_year IS NULL)",
            "target_value",
            "of streefjaar is leeg bij een inhoudelijk doel, zodat niet is te zien of het wordt gehaald",
            "Spreek af hoeveel procent en in welk jaar.",
            Level.WARNING,
            shows="code",
        ),
    ]


def _owners() -> list[Rule]:
    return [
        Rule(
            names_several("owner"),
            "owner",
            "noemt meer dan een eigenaar",
            "Kies precies één eigenaar: een partner, of de gemeente. Anderen kunnen meedoen, één is "
            "aanspreekbaar.",
        )
    ]


def _indicators() -> list[Rule]:
    fixed = [(code, each.domain) for code, each in COMPUTATIONS.items() if each.domain is not None]
    clash = " OR ".join(
        f"(computation = {literal(code)} AND domain <> {literal(domain)})" for code, domain in fixed
    )
    return [
        Rule(
            clash,
            "domain",
            "past niet bij de berekening",
            "Laat het domein leeg, of kies de berekening van dat domein (uitval_wmo in plaats van uitval).",
        ),
        Rule(
            "computation = 'tevredenheid_voldoende' AND cut_off IS NULL AND \"cut_off~\" IS NULL",
            "cut_off",
            "is leeg, zodat niet is te zien wat voldoende is",
            "Vul in vanaf welke score het voldoende is.",
        ),
        Rule(
            "computation = 'geen_nieuwe_start' AND window_months IS NULL AND \"window_months~\" IS NULL",
            "window_months",
            "is leeg, zodat wij cliënten na het einde 12 maanden volgen",
            "Vul 12 in, of het aantal maanden dat u afspreekt.",
            Level.WARNING,
            shows="code",
        ),
    ]


def _sentences() -> list[Rule]:
    return [
        Rule(
            "sentence IS NOT NULL AND NOT contains(sentence, '{waarde}')",
            "sentence",
            "heeft geen plaats voor het cijfer",
            "Zet {waarde} in de zin, op de plaats van het cijfer.",
        ),
        Rule(
            f"contains({_OTHER_BRACES}, '{{') OR contains({_OTHER_BRACES}, '}}')",
            "sentence",
            "heeft accolades om iets anders dan {waarde}",
            "Laat de andere accolades weg.",
        ),
    ]


def _criteria() -> list[Rule]:
    return [
        Rule(
            "comparator = 'tussen' AND \"value_to~\" IS NULL",
            "value_to",
            "is leeg terwijl de norm tussen twee waarden ligt",
            "Vul ook de bovenkant in.",
        ),
        Rule(
            "comparator <> 'tussen' AND \"value_to~\" IS NOT NULL",
            "value_to",
            "hoort alleen bij tussen",
            "Laat waarde_tot leeg, of maak van de vergelijking tussen.",
        ),
        Rule(
            "comparator = 'tussen' AND value_to <= value",
            "value_to",
            "is niet hoger dan de waarde",
            "Zet de laagste waarde eerst.",
        ),
        Rule(
            _OVERLAP,
            "valid_from",
            "ligt in de geldigheid van een eerdere norm voor dezelfde indicator en partner",
            "Zet geldig_tot van de eerdere norm op de dag ervoor, of laat het daar leeg.",
        ),
    ]


def _contacts() -> list[Rule]:
    return [
        Rule(
            f"NOT regexp_full_match(address, {literal(_ADDRESS)})",
            "address",
            "is geen e-mailadres",
            "Vul het adres van de functie in, zoals jeugd@gemeente.example.",
            shows="NULL",
        )
    ]


def _selections() -> list[Rule]:
    return [
        Rule(
            f"NOT regexp_full_match(selection, {literal(_SELECTION)})",
            "selection",
            "is geen keuze",
            "Schrijf kolom=waarde, met | tussen twee keuzes: Geslacht=T001038|Leeftijd=10000.",
        )
    ]


_RULES: dict[str, tuple[Callable[[], list[Rule]], ...]] = {
    "ambition": (_usable_code, _in_order("starts_on", "ends_on")),
    "goal": (_usable_code, _goals),
    "strategy": (_usable_code,),
    "action": (_usable_code, _owners, _in_order("starts_on", "ends_on")),
    "indicator": (_usable_code, _indicators, _sentences),
    "criterion": (_criteria, _in_order("valid_from", "valid_to")),
    "partner": (_usable_code, _partner_codes),
    "contact": (_contacts,),
    "agreement": (_in_order("valid_from", "valid_to"),),
    "instrument": (_usable_code,),
    "statline_measure": (_selections,),
}
