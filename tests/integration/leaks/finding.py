"""Finds numbers by their digits in whatever is served, however they are written."""

import math
import re
from collections.abc import Iterable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

DIGITS = 7
"""So many significant digits make a number unmistakable."""

_NUMBER = re.compile(r"\d+(?:[.,'\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]\d+)*(?:[eE]-\d\d?)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?(?:[eE]-\d\d?)?")
_SEPARATOR = re.compile("[.,'\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")
_GROUPED = re.compile(r"\d+|\d{1,3}(?:[^\d]\d{3})+")
_REFERENCE = re.compile(r"\b(?=[0-9a-f]*[a-f])[0-9a-f]{6,}\b")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|&nbsp;|&#160;")


def written_forms(numbers: Iterable[float]) -> set[str]:
    """Every way in which one of these may be written: whole, as percentage, rounded or cut off anywhere."""
    return {form for number in numbers for form in _forms(Decimal(repr(abs(number))))}


def leaked(text: str, forms: set[str]) -> set[str]:
    """Which of the forms stand in the text as numbers."""
    plain = _REFERENCE.sub(" ", _ESCAPED.sub(_unescaped, text))
    tokens = {*_NUMBER.findall(plain), *_PLAIN.findall(plain)}
    return {form for token in tokens for form in _readings(token) if form in forms}


def known_digits(number: float | None) -> bool:
    """Whether the number has enough digits to be recognised by."""
    return (
        number is not None
        and math.isfinite(number)
        and _significant(_normal(Decimal(repr(number)))) >= DIGITS
    )


def _forms(number: Decimal) -> set[str]:
    found = set()
    for exact in (number, number * 100) if number <= 1 else (number,):
        places = max(0, -int(exact.normalize().as_tuple().exponent))
        for decimals in range(min(places, 20) + 1):
            step = Decimal(1).scaleb(-decimals)
            for rule in (ROUND_HALF_UP, ROUND_DOWN):
                form = _normal(exact.quantize(step, rounding=rule))
                if _significant(form) >= DIGITS:
                    found.add(form)
    return found


def _readings(token: str) -> set[str]:
    """The numbers a token may stand for: as a program, a Dutch and an English reader take it."""
    texts = {_SEPARATOR.sub("", token)} if _GROUPED.fullmatch(token) else set()
    for separator in set(_SEPARATOR.findall(token)):
        whole, part = token.rsplit(separator, 1)
        if separator not in whole:
            texts.add(f"{_SEPARATOR.sub('', whole)}.{_SEPARATOR.sub('', part)}")
    return {_normal(Decimal(text)) for text in texts}


def _normal(number: Decimal) -> str:
    text = f"{abs(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _significant(form: str) -> int:
    """Digits between the first and the last that is not zero: round numbers say nothing."""
    return len(form.replace(".", "").strip("0"))


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match.group(1), 16)) if match.group(1) else "\N{NO-BREAK SPACE}"
