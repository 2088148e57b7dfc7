"""Nothing that names a person may come in: a BSN, a telephone number, an address, a birth date, a name.

A pseudonym of letters alone cannot be told from a name: two words are refused, one word is asked about.
"""

from data.contract import Field, FieldKind
from data.importing.conversion import text_name
from data.importing.findings import Level
from data.importing.rules import Rule
from data.store import literal

_HIDDEN = "NULL"
_BSN = r"\p{Nd}{8,9}"
_NO_DIGIT_OR_LETTER = r"[\p{P}\p{Z}\p{S}\s]"
_ITS_WORD = ("bsn", "sofi", "tel", "mob", "gsm", "geb")
_BEFORE_AND_AFTER_A_NUMBER = r"^\s*(?i:bsn|sofinummer|sofi|tel(efoon)?(nummer|nr)?|mob(iel)?|gsm)|[.,]0+\s*$"
_PHONE = r"(0|0031|00310)[1-9]\p{Nd}{8}"
_PHONE_ABROAD = r"\W*\+.*"  # a plus before ten digits or more
_PHONE_IN_TEXT = (
    r"(^|[^0-9])((\+|00)31[\s.-]*(\(0\)|0)?[\s.-]*|\(?0)"
    r"(6[\s-]*[1-9](\s?[0-9]){7}|[1-57-9][0-9][\s)-]*[1-9](\s?[0-9]){6}"
    r"|[1-57-9][0-9]{2}[\s)-]*[1-9](\s?[0-9]){5})($|[^0-9])"
)
_TWO_YEARS = r"(19|20)[0-9]{2}\W+(19|20)[0-9]{2}"
_MAIL = r"[^\s@]+@[^\s@]+[.][^\s@]+"
_MAIL_OR_ACCOUNT = r"[^\s@]+@[^\s@]+"
_POSTCODE = r"[1-9][0-9]{3}\s?[A-Za-z]{2}"
_DATE = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}"
_MONTHS = "jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_BIRTH = (
    r"(?i)(^|[^\p{L}])(geb(oren|oortedatum|datum|dat)?|°|\*)\W*(op\s+|datum\W*|dat\W*)?"
    rf"([0-9]{{1,2}}\s*[-/.\s]\s*([0-9]{{1,2}}|({_MONTHS})\p{{L}}*\.?)\s*[-/.\s]\s*[0-9]{{2}}|{_DATE})"
)
"""Elsewhere in a text a date says when something was measured or agreed."""
_ROUNDED = r"[0-9]([.,][0-9]+)?[eE][+]?[0-9]+"
_HARMLESS = "[A-Za-z][A-Za-z0-9._/-]*[0-9][A-Za-z0-9._/-]*"
_SHORT = 60  # bytes; what is longer is looked at closely
_LETTERS = r"[\p{L}\p{M}'’.,_\s-]+"
_SPOKEN = r"(?i)(.*[^\p{L}])?\p{L}*[aeiouyáéíóúàèìòùâêîôûäëïöüåøæ]\p{L}*([^\p{L}].*)?"
_LONG_WORD = r"\p{L}{3}"
_WORDS = r"\p{L}{2}.*[\s,].*\p{L}{2}|\p{L}{3}\s*,\s*\p{L}|^\s*(\p{L}\.\s*)+.*\p{L}{3}|\p{L}{3}\s+\p{L}\."
_NO_NAME = r"(?i)\s*(cli[eë]nt|traject|dossier|casus|nummer|code|jeugdige|kind|gezin|pakket)\s+\p{L}{1,3}\s*"


def identifier_rules(name: str, field: Field) -> list[Rule]:
    """The rules for a text column of records or figures; what breaks them is never shown."""
    if field.kind is not FieldKind.TEXT:
        return []
    text = text_name(name)
    bare = f"regexp_replace({text}, {literal(_BEFORE_AND_AFTER_A_NUMBER)}, '', 'g')"
    digits = f"regexp_replace({bare}, {literal(_NO_DIGIT_OR_LETTER)}, '', 'g')"
    other = literal(f"{_DATE}|{_TWO_YEARS}")
    whole_or_word = _POSTCODE if field.masked else rf"(.*\W)?{_POSTCODE}(\W.*)?"
    mail = _MAIL_OR_ACCOUNT if field.masked else _MAIL
    rules = [
        _refused(
            name,
            f"regexp_full_match({digits}, {literal(_BSN)}) AND NOT regexp_full_match({text}, {other})",
            "bestaat uit 8 of 9 cijfers en kan een BSN zijn",
        ),
        _refused(
            name,
            f"contains({text}, '@') AND regexp_matches({text}, {literal(mail)})",
            "bevat een e-mailadres",
        ),
        _refused(name, _phone(text, digits, masked=field.masked), "kan een telefoonnummer zijn"),
        _refused(
            name, f"regexp_full_match({text}, {literal(whole_or_word)})", "bevat een volledige postcode"
        ),
        _refused(
            name, f"regexp_full_match({text}, {literal(_DATE)})", "is een datum en kan een geboortedatum zijn"
        ),
        _refused(
            name,
            f"regexp_matches({text}, '(?i)geb|[°*]') AND regexp_matches({text}, {literal(_BIRTH)})",
            "bevat een geboortedatum",
        ),
    ]
    return [*rules, _rounded(name), *_names(name)] if field.masked else rules


def _phone(text: str, digits: str, *, masked: bool) -> str:
    """SQL: a Dutch number, which may also be a BSN with a zero before it, or one from abroad."""
    if not masked:
        return f"regexp_matches({text}, {literal(_PHONE_IN_TEXT)})"
    abroad = f"regexp_full_match({text}, {literal(_PHONE_ABROAD)}) AND length({digits}) BETWEEN 10 AND 15"
    return (
        f"regexp_full_match({digits}, {literal(_PHONE)}) "
        f"OR ({abroad} AND regexp_full_match({digits}, '[0-9]+'))"
    )


def _names(name: str) -> list[Rule]:
    text = text_name(name)
    spoken = (
        f"regexp_full_match({text}, {literal(_LETTERS)}) AND regexp_matches({text}, {literal(_LONG_WORD)}) "
        f"AND regexp_full_match({text}, {literal(_SPOKEN)}) "
        f"AND NOT regexp_full_match({text}, {literal(_NO_NAME)})"
    )
    words = f"regexp_matches({text}, {literal(_WORDS)})"
    return [
        _refused(name, f"{spoken} AND {words}", "kan de naam van een persoon zijn"),
        Rule(
            f"{spoken} AND NOT {words}",
            name,
            "bestaat alleen uit letters en kan een naam zijn",
            "Is het een naam? Vervang die dan door een eigen, betekenisloos nummer en lever opnieuw.",
            Level.WARNING,
            shows=_HIDDEN,
        ),
    ]


def may_break_a_rule(text: str) -> str:
    """SQL, quick to compute: true for every text of a masked column that some rule could refuse.

    Most numbers begin with a letter; looking closely only at the others saves a second per million.
    """
    number = " OR ".join(f"starts_with(lower({text}), {literal(word)})" for word in _ITS_WORD)
    return f"(strlen({text}) > {_SHORT} OR NOT regexp_full_match({text}, {literal(_HARMLESS)}) OR {number})"


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
