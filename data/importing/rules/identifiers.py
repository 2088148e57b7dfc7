"""Nothing that names a person may come in: numbers like a BSN, addresses, birth dates."""

from data.contract import Field, FieldKind
from data.importing.conversion import text_name
from data.importing.findings import Level
from data.importing.rules import Rule
from data.store import literal

_HIDDEN = "NULL"
_BSN = r"\p{Nd}{8,9}"
_NO_DIGIT_OR_LETTER = r"[\p{P}\p{Z}\p{S}\s]"
_BEFORE_AND_AFTER_A_NUMBER = r"^\s*(?i:bsn|sofinummer|sofi)|[.,]0+\s*$"
_TWO_YEARS = r"(19|20)[0-9]{2}\W+(19|20)[0-9]{2}"
_MAIL = r"[^\s@]+@[^\s@]+[.][^\s@]+"
_POSTCODE = r"[1-9][0-9]{3}\s?[A-Za-z]{2}"
_DATE = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
_ROUNDED = r"[0-9]([.,][0-9]+)?[eE][+]?[0-9]+"
_HARMLESS = "[A-Za-z][A-Za-z0-9._/ -]{0,60}"


def identifier_rules(name: str, field: Field) -> list[Rule]:
    """The rules for a text column of records or figures; what breaks them is never shown."""
    if field.kind is not FieldKind.TEXT:
        return []
    text = text_name(name)
    bare = f"regexp_replace({text}, {literal(_BEFORE_AND_AFTER_A_NUMBER)}, '', 'g')"
    digits = f"regexp_replace({bare}, {literal(_NO_DIGIT_OR_LETTER)}, '', 'g')"
    other = literal(f"{_DATE}|{_TWO_YEARS}")
    whole_or_word = _POSTCODE if field.masked else rf"(.*\W)?{_POSTCODE}(\W.*)?"
    rules = [
        _refused(
            name,
            f"regexp_full_match({digits}, {literal(_BSN)}) AND NOT regexp_full_match({text}, {other})",
            "bestaat uit 8 of 9 cijfers en kan een BSN zijn",
        ),
        _refused(
            name,
            f"contains({text}, '@') AND regexp_matches({text}, {literal(_MAIL)})",
            "bevat een e-mailadres",
        ),
        _refused(
            name, f"regexp_full_match({text}, {literal(whole_or_word)})", "bevat een volledige postcode"
        ),
        _refused(
            name, f"regexp_full_match({text}, {literal(_DATE)})", "is een datum en kan een geboortedatum zijn"
        ),
    ]
    return [*rules, _rounded(name)] if field.masked else rules


def may_break_a_rule(text: str) -> str:
    """SQL, quick to compute: true for every text of a masked column that some rule could refuse.

    Most numbers begin with a letter; looking closely only at the others saves a second per million.
    """
    number = f"starts_with(lower({text}), 'bsn') OR starts_with(lower({text}), 'sofi')"
    return f"(NOT regexp_full_match({text}, {literal(_HARMLESS)}) OR {number})"


def _refused(name: str, wrong: str, what: str) -> Rule:
    return Rule(
        wrong,
        name,
        what,
        "Vervang het door een eigen, betekenisloos nummer of laat het weg.",
        Level.ERROR,
        shows=_HIDDEN,
    )


def _rounded(name: str) -> Rule:
    return Rule(
        f"regexp_full_match({text_name(name)}, {literal(_ROUNDED)})",
        name,
        "is door het rekenprogramma afgerond tot een macht van tien",
        "Maak de kolom eerst op als tekst en exporteer opnieuw.",
        shows=_HIDDEN,
    )
