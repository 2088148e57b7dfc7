"""The national code lists, and how a municipality's own plan adds to them.

The lists come from the public information models of Jeugdwet and Wmo and from CBS; a plan's `codelijsten`
renames a code or adds one, so that a local list needs no change here.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class CodeLabel:
    """What a code means; `domain` and `code_list` are None where the code means the same in each."""

    list: str
    code: str
    label: str
    label_en: str | None = None
    domain: str | None = None
    code_list: str | None = None
    means: str | None = None  # for a reason of ending: what the computations take it for

    @property
    def identity(self) -> tuple[str, str | None, str | None, str]:
        return (self.list, self.domain, self.code_list, self.code)


@cache
def national_labels() -> tuple[CodeLabel, ...]:
    """Every code of every national list, in the order of its file."""
    return tuple(label for path in sorted(_FOLDER.glob("*.csv")) for label in _read(path))


def labels(plan_rows: Iterable[CodeLabel] = ()) -> list[CodeLabel]:
    """The national codes with those of the plan; the plan's wording goes before the national one."""
    merged = {label.identity: label for label in national_labels()}
    for own in plan_rows:
        merged[own.identity] = own
    return list(merged.values())


def end_reason_meaning() -> list[tuple[str, str, str, str]]:
    """(code list, domain, code, meaning) of every reason; a code means nothing without list and domain."""
    return [
        (label.code_list or "", label.domain or "", label.code, label.means)
        for label in national_labels()
        if label.means is not None
    ]


def _read(path: Path) -> list[CodeLabel]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            CodeLabel(**{name: value or None for name, value in row.items()})  # type: ignore[arg-type]
            for row in csv.DictReader(file, delimiter=";")
        ]
