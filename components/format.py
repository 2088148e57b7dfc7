"""The only place that writes numbers, percentages, dates and periods for a reader."""

from datetime import date
from decimal import Decimal

from components.text import Language, say
from domain.period import Period, PeriodKind, parse_period
from domain.rounding import round_computed, round_half_up

NBSP = "\u00a0"
MINUS = "\u2212"
_SEPARATORS = {Language.NL: (".", ","), Language.EN: (",", ".")}
_DECIMALS = {"procent": 0, "cijfer": 1, "dagen": 0, "uren": 1, "aantal": 0, "score": 1}
_MONTHS = {
    Language.NL: (
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ]
    ),
    Language.EN: (
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
    ),
}
_COUNTS = {
    Language.NL: [
        "nul",
        "één",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
    ],
    Language.EN: [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
}
_SHORT_MONTHS = {
    Language.NL: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    Language.EN: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}


def number(amount: float, language: str, decimals: int = 0) -> str:
    """'1.234,5' or '1,234.5'; halves are rounded away from zero, on the decimal notation."""
    thousands, point = _SEPARATORS[Language(language)]
    rounded = round_half_up(float(amount), decimals)
    text = f"{abs(rounded):,.{decimals}f}".translate(str.maketrans(",.", thousands + point))
    return f"{MINUS}{text}" if rounded < 0 else text


def count_word(count: int, language: str) -> str:
    """'vier'; above twelve the number in digits."""
    spelled = _COUNTS[Language(language)]
    return spelled[count] if 0 <= count < len(spelled) else number(count, language)


def capital(text: str) -> str:
    """The text as a sentence begins; 'één' becomes 'Eén', as Dutch writes it."""
    return f"E{text[1:]}" if text.startswith("één") else text[:1].upper() + text[1:]


def percentage(share: float, language: str, decimals: int = 0) -> str:
    """'18 %' of the share 0.183; with a hard space in Dutch, without in English."""
    rounded = round_computed(Decimal(repr(float(share))) * 100, decimals)
    return f"{number(float(rounded), language, decimals)}{_percent_sign(language)}"


def value(amount: float, unit: str, language: str, decimals: int | None = None) -> str:
    """A value with its unit: '18 %', '7,4', '31 dagen'; without `decimals` the unit decides."""
    places = decimals_of(unit, decimals)
    match unit:
        case "procent":
            return percentage(amount, language, places)
        case "dagen":
            text = number(amount, language, places)
            return say("unit.day" if text == "1" else "unit.days", language, number=text).replace(" ", NBSP)
        case "uren":
            return say("unit.hours", language, number=number(amount, language, places)).replace(" ", NBSP)
        case _:
            return number(amount, language, places)


def axis_value(amount: float, unit: str, language: str, decimals: int | None = None) -> str:
    """A value as it stands at an axis: '18 %', but bare numbers for days and hours."""
    if unit == "procent":
        return percentage(amount, language, decimals or 0)
    return number(amount, language, decimals_of(unit, decimals))


def difference(amount: float, unit: str, language: str, decimals: int | None = None) -> str:
    """A difference with its sign: '+3 procentpunt', '−0,2'."""
    text = signed(amount, unit, language, decimals)
    return say("unit.points", language, number=text).replace(" ", NBSP) if unit == "procent" else text


def signed(amount: float, unit: str, language: str, decimals: int | None = None) -> str:
    """A difference with its sign and without its unit: '+3', '−0,2'."""
    places = decimals_of(unit, decimals)
    scaled = float(Decimal(repr(float(amount))) * 100) if unit == "procent" else amount
    text = number(scaled, language, places)
    is_zero = round_half_up(float(scaled), places) == 0
    return text if is_zero or text.startswith(MINUS) else f"+{text}"


def decimals_of(unit: str, decimals: int | None = None) -> int:
    """How many decimals a reader sees."""
    return _DECIMALS.get(unit, 0) if decimals is None else decimals


def long_date(day: date, language: str) -> str:
    """'12 november 2026'."""
    return f"{day.day} {_MONTHS[Language(language)][day.month - 1]} {day.year}"


def short_date(day: date, language: str) -> str:
    """'12 nov 2026'."""
    return f"{day.day} {_SHORT_MONTHS[Language(language)][day.month - 1]} {day.year}"


def period_name(period: str | Period, language: str) -> str:
    """'3e kwartaal 2026', '1e helft 2026', 'september 2026', '2026', '2023 tot en met 2026'."""
    named = parse_period(period) if isinstance(period, str) else period
    match named.kind:
        case PeriodKind.MONTH:
            return f"{_MONTHS[Language(language)][named.start.month - 1]} {named.start.year}"
        case PeriodKind.YEAR:
            return f"{named.start.year}"
        case PeriodKind.HORIZON:
            return say("period.horizon", language, first=named.start.year, last=named.end.year)
        case kind:
            return say(f"period.{kind}", language, number=named.code[-1], year=named.start.year)


def period_short(period: str | Period, language: str) -> str:
    """'3e kw 2026', 'sep 2026'; other kinds as `period_name`."""
    named = parse_period(period) if isinstance(period, str) else period
    if named.kind is PeriodKind.MONTH:
        return f"{_SHORT_MONTHS[Language(language)][named.start.month - 1]} {named.start.year}"
    if named.kind in (PeriodKind.QUARTER, PeriodKind.HALF_YEAR):
        return say(f"period.{named.kind}_short", language, number=named.code[-1], year=named.start.year)
    return period_name(named, language)


def period_range(first: str, last: str, language: str) -> str:
    """'1e kwartaal 2023 tot en met 3e kwartaal 2026'; one name when both are the same."""
    if first == last:
        return period_name(first, language)
    return say("period.range", language, first=period_name(first, language), last=period_name(last, language))


def grain_name(kind: str, language: str) -> str:
    """'kwartaal', 'halfjaar': what stands after 'per'."""
    return say(f"grain.{kind}", language)


def _percent_sign(language: str) -> str:
    return f"{NBSP}%" if Language(language) is Language.NL else "%"
