"""The parameters of a question: declared once, for the check of a request and for the description of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from api.problems import UnusableQuestion, shown
from data.schema import SPLITS
from domain.period import PeriodKind, UnknownPeriod, parse_period

NONE = "null"
"""Asks for the rows where a field is null, such as those of all partners together."""

LAST_PAGE = 100_000
_YEAR = "(19|20)[0-9]{2}"
_PERIOD = f"^({_YEAR}(-H[12]|-Q[1-4]|-0[1-9]|-1[0-2])?|{_YEAR}/{_YEAR})$"
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class Parameter:
    """One parameter; `schema` is its JSON Schema, `from_plan` says that the publication knows its values."""

    name: str
    explain: str
    schema: Mapping[str, Any]
    from_plan: bool = False
    may_be_none: bool = False

    def described(self, codes: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
        """The JSON Schema of a value; as long as no codes are known, any text fits the description."""
        known = self._known(codes)
        return {**self.schema, "enum": list(known)} if known else dict(self.schema)

    def read(self, text: str, codes: Mapping[str, tuple[str, ...]]) -> str | int:
        """The value that the text stands for; UnusableQuestion when it is none that is known."""
        if not text:
            raise UnusableQuestion(
                f"De parameter {self.name} is leeg. Vul hem in of laat hem weg.",
                f"The parameter {self.name} is empty. Give it a value or leave it out.",
            )
        if self.schema["type"] == "integer":
            return self._number(text)
        known = self._known(codes)
        if (known or self.from_plan) and text not in known:
            raise self._unknown(text, known)
        if "pattern" in self.schema:
            self._check_period(text)
        return text

    def _known(self, codes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        listed = codes.get(self.name, ()) if self.from_plan else tuple(self.schema.get("enum", ()))
        return (*listed, NONE) if self.may_be_none and (listed or codes) else listed

    def _number(self, text: str) -> int:
        if not _NUMBER.fullmatch(text) or int(text) > LAST_PAGE:
            raise UnusableQuestion(
                f"De parameter {self.name} moet een heel getal zijn van 1 tot en met {LAST_PAGE}.",
                f"The parameter {self.name} must be a whole number from 1 to {LAST_PAGE}.",
            )
        return int(text)

    def _unknown(self, text: str, known: Iterable[str]) -> UnusableQuestion:
        few = ", ".join(known) if not self.from_plan else ""
        return UnusableQuestion(
            f"De parameter {self.name} kent de waarde '{shown(text)}' niet."
            + (f" Wel bekend: {few}." if few else ""),
            f"The parameter {self.name} does not know the value '{shown(text)}'."
            + (f" Known are: {few}." if few else ""),
        )

    def _check_period(self, text: str) -> None:
        try:
            if not re.fullmatch(self.schema["pattern"], text, re.ASCII):
                raise UnknownPeriod(text)
            parse_period(text)
        except UnknownPeriod as error:
            raise UnusableQuestion(
                f"'{shown(text)}' is geen periode. Schrijf 2025, 2025-H1, 2025-Q3, 2025-09 of 2023/2026.",
                f"'{shown(text)}' is not a period. Write 2025, 2025-H1, 2025-Q3, 2025-09 or 2023/2026.",
            ) from error


PAGE = Parameter(
    "page",
    "Bladzijde; een bladzijde heeft ten hoogste 1.000 rijen.",
    {"type": "integer", "minimum": 1, "maximum": LAST_PAGE, "default": 1},
)
FORMAT = Parameter(
    "format",
    "json, of csv met puntkomma's en decimale komma's.",
    {"type": "string", "enum": ["json", "csv"], "default": "json"},
)
OBSERVATION_CHOICES = (
    Parameter("indicator", "Code van een indicator.", {"type": "string"}, from_plan=True),
    Parameter(
        "partner",
        f"Code van een partner; {NONE} voor alle partners samen en voor de bevolking.",
        {"type": "string"},
        from_plan=True,
        may_be_none=True,
    ),
    Parameter(
        "period",
        "Periode: 2025, 2025-H1, 2025-Q3, 2025-09 of 2023/2026.",
        {"type": "string", "pattern": _PERIOD},
    ),
    Parameter(
        "period_kind",
        "Soort periode: maand, kwartaal, halfjaar, jaar of looptijd.",
        {"type": "string", "enum": [kind.value for kind in PeriodKind]},
    ),
    Parameter(
        "split",
        f"Waarnaar is uitgesplitst; {NONE} voor de totalen.",
        {"type": "string", "enum": list(SPLITS)},
        may_be_none=True,
    ),
    Parameter("split_value", "Code binnen de uitsplitsing.", {"type": "string"}, from_plan=True),
)


def read_question(
    sent: Iterable[tuple[str, str]],
    parameters: Iterable[Parameter],
    codes: Mapping[str, tuple[str, ...]],
) -> dict[str, Any]:
    """The values asked for, by name; UnusableQuestion for anything that is not declared, or sent twice."""
    declared = {parameter.name: parameter for parameter in parameters}
    asked: dict[str, Any] = {}
    for name, text in sent:
        if name not in declared:
            raise _unknown_parameter(name, declared)
        if name in asked:
            raise UnusableQuestion(
                f"De parameter {name} staat er meer dan eens. Noem hem één keer.",
                f"The parameter {name} is given more than once. Give it once.",
            )
        asked[name] = declared[name].read(text, codes)
    return asked


def _unknown_parameter(name: str, declared: Iterable[str]) -> UnusableQuestion:
    known = ", ".join(declared)
    return UnusableQuestion(
        f"De parameter '{shown(name)}' bestaat hier niet. Wel bekend: {known}.",
        f"There is no parameter '{shown(name)}' here. Known are: {known}.",
    )
