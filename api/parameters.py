"""The parameters of a question: declared once, for the check of a request and for the description of it."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from api.problems import UnusableQuestion, shown
from data.schema import SPLITS
from domain.period import PeriodKind

Codes = Mapping[str, tuple[str, ...]]
"""What the reader's publication knows, per parameter; nothing as long as nobody knows who reads."""

NONE = "null"
"""Asks for the rows where a field is null, such as those of all partners together."""

LAST_PAGE = 100_000
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_YEAR = "(19|20)[0-9]{2}"
_MONTHS = f"{_YEAR}(-H[12]|-Q[1-4]|-0[1-9]|-1[0-2])?"


@dataclass(frozen=True)
class Parameter(ABC):
    """One parameter; what `described` allows is what `read` accepts."""

    name: str
    explain: str

    @abstractmethod
    def described(self, codes: Codes) -> dict[str, Any]:
        """The JSON Schema of a value."""

    @abstractmethod
    def read(self, text: str, codes: Codes) -> str | int:
        """The value that the text stands for; UnusableQuestion when it is none."""


@dataclass(frozen=True)
class Choice(Parameter):
    """One of a few words."""

    words: tuple[str, ...]
    default: str | None = None

    def described(self, _codes: Codes) -> dict[str, Any]:
        return {
            "type": "string",
            "enum": list(self.words),
            **({"default": self.default} if self.default else {}),
        }

    def read(self, text: str, _codes: Codes) -> str:
        if text in self.words:
            return text
        words = ", ".join(self.words)
        raise UnusableQuestion(
            f"De parameter {self.name} kent de waarde '{shown(text)}' niet. Wel bekend: {words}.",
            f"The parameter {self.name} does not know the value '{shown(text)}'. Known are: {words}.",
        )


@dataclass(frozen=True)
class PlanCode(Parameter):
    """A code that the publication knows; `or_none` where the field may also be null."""

    or_none: bool = False

    def described(self, codes: Codes) -> dict[str, Any]:
        known = self._known(codes)
        return {"type": "string", "enum": list(known)} if known else {"type": "string"}

    def read(self, text: str, codes: Codes) -> str:
        if text in self._known(codes):
            return text
        raise UnusableQuestion(
            f"De parameter {self.name} kent de waarde '{shown(text)}' niet in deze publicatie.",
            f"The parameter {self.name} does not know the value '{shown(text)}' in this publication.",
        )

    def _known(self, codes: Codes) -> tuple[str, ...]:
        return (*codes.get(self.name, ()), *([NONE] if self.or_none and codes else []))


@dataclass(frozen=True)
class PeriodCode(Parameter):
    """A year, a part of one, or the span of an ambition in the publication."""

    def described(self, codes: Codes) -> dict[str, Any]:
        spans = codes.get(self.name, ()) if codes else (f"{_YEAR}/{_YEAR}",)
        return {"type": "string", "pattern": f"^({'|'.join((_MONTHS, *spans))})$"}

    def read(self, text: str, codes: Codes) -> str:
        if re.fullmatch(self.described(codes)["pattern"], text):
            return text
        spans = ", ".join(codes.get(self.name, ()))
        raise UnusableQuestion(
            f"'{shown(text)}' is geen periode. Schrijf 2025, 2025-H1, 2025-Q3 of 2025-09"
            + (f", of een looptijd: {spans}." if spans else "."),
            f"'{shown(text)}' is not a period. Write 2025, 2025-H1, 2025-Q3 or 2025-09"
            + (f", or a whole span: {spans}." if spans else "."),
        )


@dataclass(frozen=True)
class PageNumber(Parameter):
    """A whole number from 1."""

    def described(self, _codes: Codes) -> dict[str, Any]:
        return {"type": "integer", "minimum": 1, "maximum": LAST_PAGE, "default": 1}

    def read(self, text: str, _codes: Codes) -> int:
        if _NUMBER.fullmatch(text) and int(text) <= LAST_PAGE:
            return int(text)
        raise UnusableQuestion(
            f"De parameter {self.name} moet een heel getal zijn van 1 tot en met {LAST_PAGE}.",
            f"The parameter {self.name} must be a whole number from 1 to {LAST_PAGE}.",
        )


CARRIERS = (
    PageNumber("page", "Bladzijde; een bladzijde heeft ten hoogste 1.000 rijen."),
    Choice("format", "json, of csv met puntkomma's en decimale komma's.", ("json", "csv"), "json"),
)
OBSERVATION_CHOICES = (
    PlanCode("indicator", "Code van een indicator."),
    PlanCode(
        "partner",
        f"Code van een partner; {NONE} voor alle partners samen en voor de bevolking.",
        or_none=True,
    ),
    PeriodCode(
        "period", "Periode: 2025, 2025-H1, 2025-Q3, 2025-09 of de looptijd van een ambitie, 2023/2026."
    ),
    Choice(
        "period_kind",
        "Soort periode: maand, kwartaal, halfjaar, jaar of looptijd.",
        tuple(kind.value for kind in PeriodKind),
    ),
    Choice("split", f"Waarnaar is uitgesplitst; {NONE} voor de totalen.", (*SPLITS, NONE)),
    PlanCode("split_value", "Code binnen de uitsplitsing."),
)


def read_question(
    sent: Iterable[tuple[str, str]], parameters: Iterable[Parameter], codes: Codes
) -> dict[str, Any]:
    """The values asked for, by name; UnusableQuestion for anything that is not declared, or sent twice."""
    declared = {parameter.name: parameter for parameter in parameters}
    asked: dict[str, Any] = {}
    for name, text in sent:
        if name not in declared:
            raise _unknown(name, declared)
        if name in asked or not text:
            raise UnusableQuestion(
                f"Geef de parameter {name} één waarde, of laat hem weg.",
                f"Give the parameter {name} one value, or leave it out.",
            )
        asked[name] = declared[name].read(text, codes)
    return asked


def _unknown(name: str, declared: Iterable[str]) -> UnusableQuestion:
    known = ", ".join(declared)
    return UnusableQuestion(
        f"De parameter '{shown(name)}' bestaat hier niet." + (f" Wel bekend: {known}." if known else ""),
        f"There is no parameter '{shown(name)}' here." + (f" Known are: {known}." if known else ""),
    )
