"""The rules that follow from the contract of one column: its kind, codes, limits, and what it refers to."""

from collections.abc import Callable, Mapping

from data.contract import Field, FieldKind
from data.importing.conversion import FIRST_YEAR, LAST_YEAR, Decimals, text_name
from data.importing.findings import sentence_of
from data.importing.rules import Rule
from data.store import literal, quoted

_CODES_NAMED = 20
_LONGEST_TEXT = 2000
_UNREADABLE: dict[FieldKind, tuple[str, str]] = {
    FieldKind.INTEGER: ("is geen geheel getal", "Schrijf alleen cijfers, zonder eenheid of decimalen."),
    FieldKind.NUMBER: ("is geen getal", "Schrijf alleen cijfers met één decimaalteken, zonder eenheid."),
    FieldKind.DATE: ("is geen bestaande datum", "Schrijf de datum als 2025-06-30 of 30-6-2025."),
    FieldKind.PERIOD: (
        "is geen periode",
        "Schrijf 2024, 2024-H1 (halfjaar), 2024-Q3 (kwartaal), 2024-09 (maand) of 2023/2026.",
    ),
    FieldKind.HALF_YEAR: ("is geen halfjaar", "Schrijf het als 2025-H1 of 2025-H2."),
    FieldKind.YES_NO: ("is geen ja of nee", "Vul ja of nee in."),
    FieldKind.SCALE: ("is geen schaal", "Schrijf de laagste en de hoogste score, zoals 1-10."),
    FieldKind.GAS: (
        "zijn geen GAS-scores",
        "Schrijf hele scores van -2 tot 2, gescheiden door |, zoals 0|1|-1.",
    ),
}
_UNSEEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\x{200b}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2060}-\x{2069}\x{feff}"
    r"\x{fff9}-\x{fffb}]"
)
_PHONE = r"\+[0-9]{2} ?\(0\)[0-9 -]+"  # a rule of its own refuses it
_MONTH = r"(jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
_EXCEL_DATE = (
    rf"(?i)[0-9]{{1,2}}-{_MONTH}|{_MONTH}-[0-9]{{2,4}}"
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}.*"
)


def field_rules(name: str, field: Field, references: Mapping[str, str], decimals: Decimals) -> list[Rule]:
    """Every rule that the text of this one column must keep."""
    makers: tuple[Callable[[], list[Rule]], ...] = (
        lambda: _readable(name, field, decimals),
        lambda: _within_limits(name, field),
        lambda: _known(name, field, references),
        lambda: _plain_text(name, field),
        lambda: _visible(name, field),
    )
    return [rule for make in makers for rule in make()]


def _readable(name: str, field: Field, decimals: Decimals) -> list[Rule]:
    text, value = text_name(name), quoted(name)
    unreadable = f"{text} IS NOT NULL AND {value} IS NULL"
    match field.kind:
        case FieldKind.NUMBER if decimals in (Decimals.MIXED, Decimals.AMBIGUOUS):
            return _unclear_decimals(name, unreadable, decimals)
        case FieldKind.DATE:
            return _dates(name, unreadable)
        case FieldKind.CODE if field.codes and not field.refers_to:
            return _closed_codes(name, field, unreadable)
        case FieldKind.SCALE:
            turned = f"{unreadable} AND regexp_full_match({text}, {literal(_EXCEL_DATE)})"
            plain = f"{unreadable} AND NOT regexp_full_match({text}, {literal(_EXCEL_DATE)})"
            return [_turned_into_date(name, turned), Rule(plain, name, *_UNREADABLE[FieldKind.SCALE])]
        case kind if kind in _UNREADABLE:
            return [Rule(unreadable, name, *_UNREADABLE[kind])]
    return []


def _unclear_decimals(name: str, unreadable: str, decimals: Decimals) -> list[Rule]:
    text = text_name(name)
    if decimals is Decimals.MIXED:
        with_point = f"regexp_full_match({text}, '[+-]?[0-9]*[.][0-9]+') AND {unreadable}"
        return [
            Rule(
                with_point,
                name,
                "heeft een decimale punt, terwijl andere rijen een decimale komma hebben",
                "Gebruik in de hele kolom hetzelfde decimaalteken.",
            ),
            Rule(f"{unreadable} AND NOT ({with_point})", name, *_UNREADABLE[FieldKind.NUMBER]),
        ]
    grouped = f"regexp_full_match({text}, '[+-]?[1-9][0-9]{{0,2}}([.,][0-9]{{3}})+')"
    return [
        Rule(
            grouped,
            name,
            "kan een duizendtal zijn of een getal met drie decimalen",
            "Laat het teken voor duizendtallen weg, of schrijf decimalen met een komma en zonder "
            "laatste nul.",
        ),
        Rule(f"{unreadable} AND NOT {grouped}", name, *_UNREADABLE[FieldKind.NUMBER]),
    ]


def _dates(name: str, unreadable: str) -> list[Rule]:
    text, value = text_name(name), quoted(name)
    timed = f"regexp_matches({text}, '[ T][0-9]{{1,2}}:[0-9]{{2}}')"
    outside = f"{value} IS NOT NULL AND year({value}) NOT BETWEEN {FIRST_YEAR} AND {LAST_YEAR}"
    return [
        Rule(
            f"{unreadable} AND {timed}",
            name,
            "is een datum met een tijd",
            "Schrijf alleen de dag: 2025-06-30.",
        ),
        Rule(f"{unreadable} AND NOT {timed}", name, *_UNREADABLE[FieldKind.DATE]),
        Rule(outside, name, "heeft een onmogelijk jaartal", "Schrijf het jaar met vier cijfers, zoals 2025."),
    ]


def _closed_codes(name: str, field: Field, unreadable: str) -> list[Rule]:
    turned = "false"
    if any("-" in code for code in field.codes):
        turned = f"regexp_full_match({text_name(name)}, {literal(_EXCEL_DATE)})"
    unknown = Rule(f"{unreadable} AND NOT ({turned})", name, "is geen bekende code", _choose(field.codes))
    return (
        [unknown] if turned == "false" else [_turned_into_date(name, f"{unreadable} AND {turned}"), unknown]
    )


def _turned_into_date(name: str, wrong: str) -> Rule:
    return Rule(
        wrong,
        name,
        "is door het rekenprogramma in een datum veranderd",
        "Maak de kolom eerst op als tekst en vul de code dan opnieuw in.",
    )


def _choose(codes: tuple[str, ...]) -> str:
    if len(codes) > _CODES_NAMED:
        return "Neem een code uit het gegevenswoordenboek."
    return f"Kies uit {sentence_of(codes)}."


def _within_limits(name: str, field: Field) -> list[Rule]:
    value = quoted(name)
    rules = []
    if field.minimum is not None:
        limit = _number_words(field.minimum)
        rules.append(
            Rule(f"{value} < {field.minimum}", name, f"is lager dan {limit}", f"Vul {limit} of meer in.")
        )
    if field.maximum is not None:
        limit = _number_words(field.maximum)
        rules.append(
            Rule(f"{value} > {field.maximum}", name, f"is hoger dan {limit}", f"Vul {limit} of minder in.")
        )
    if field.kind is FieldKind.NUMBER and field.maximum is None:
        huge = f"abs({value}) > 1e15"
        rules.append(Rule(huge, name, "is een onmogelijk groot getal", "Vul de juiste waarde in."))
    return rules


def _number_words(number: float) -> str:
    return f"{number:f}".rstrip("0").rstrip(".").replace(".", ",")


def _known(name: str, field: Field, references: Mapping[str, str]) -> list[Rule]:
    """A code that refers to another table must stand there."""
    if field.refers_to is None:
        return []
    value = quoted(name)
    listed = references[field.refers_to]
    wrong = f"{value} IS NOT NULL AND {value} NOT IN ({listed})"
    if field.codes:
        wrong += (
            f" AND {value} NOT IN ({', '.join(map(literal, field.codes))}) AND NOT {names_several(value)}"
        )
    if field.refers_to.startswith("codelist:"):
        return [Rule(wrong, name, "is geen bekende code", _where_listed(field.refers_to))]
    return [Rule(wrong, name, "staat niet in het plan", _where_listed(field.refers_to))]


def names_several(value: str) -> str:
    """SQL: the value is a list where one name is asked; a rule of its own says so."""
    return f"regexp_full_match({value}, '.+([,;|/&+]| en ).+')"


def _where_listed(refers_to: str) -> str:
    place = {
        "partner.code": "partners",
        "indicator.code": "indicatoren",
        "goal.code": "doelen",
        "ambition.code": "ambities",
        "strategy.code": "strategieen",
        "action.code": "acties",
        "instrument.code": "instrumenten",
    }.get(refers_to)
    if place is None:
        return "Neem een code van de landelijke lijst, of voeg hem toe aan codelijsten in het plan."
    return f"Gebruik een code uit {place}, of voeg hem daar toe; let op hoofdletters."


def _visible(name: str, field: Field) -> list[Rule]:
    """What nobody sees can turn a line of text around, or make two equal codes differ."""
    if field.kind not in (FieldKind.TEXT, FieldKind.LIST) or name == "code":  # a code has a stricter rule
        return []
    return [
        Rule(
            f"regexp_matches({text_name(name)}, {literal(_UNSEEN)})",
            name,
            "bevat een onzichtbaar teken dat tekst stuurt",
            "Verwijder het: typ de tekst opnieuw, of plak haar als platte tekst.",
        )
    ]


def _plain_text(name: str, field: Field) -> list[Rule]:
    if field.kind is not FieldKind.TEXT:
        return []
    text = text_name(name)
    formula = (
        f"left({text}, 1) IN ('=', '@') OR (regexp_full_match({text}, '(?s)[+-]([A-Za-z(].*|.*[|!(].*)') "
        f"AND NOT regexp_full_match({text}, {literal(_PHONE)}))"
    )
    return [
        Rule(
            formula,
            name,
            "begint als een formule",
            "Vervang de formule door de waarde, zonder =, @ of + ervoor.",
        ),
        Rule(
            f"length({text}) > {_LONGEST_TEXT}",
            name,
            f"is langer dan {_LONGEST_TEXT} tekens",
            "Maak de tekst korter.",
            shows="NULL",
        ),
    ]
