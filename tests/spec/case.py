"""The worked cases: where they are, what they may hold, and how an answer is compared with them."""

import fnmatch
import json
import math
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OWN_COPY = Path(__file__).parent / "oracles"

INFORMATION = (
    "note",
    "acceptance",
    "example_*",
    "number_of_minimal_solutions",
    "*_optional",
    "alternative*",
    "expected_full_precision",
    "rule_aware_*",
    "nhsrplotthedots",
    "clinicalsignificance_gives",
    "value_by_day",
)
"""Fields of an expected answer that inform and are not compared."""

FREE_KEYS = frozenset({"cells"})
"""Inputs whose keys are names of cells, not fields."""

LAST_BITS = 4 * sys.float_info.epsilon
"""What two ways of writing one formula may differ; a tolerance of 0 cannot ask for less."""


@dataclass(frozen=True)
class Case:
    """One worked case of one suite."""

    suite: str
    name: str
    inputs: dict[str, Any]
    expected: Any
    tolerance: dict[str, float]

    @property
    def kind(self) -> str | None:
        """The kind within the suite; None where a suite has one kind."""
        return self.inputs.get("kind") or self.inputs.get("rule")

    def __str__(self) -> str:
        return f"{self.suite}-{self.name}"


def folder() -> Path:
    """The folder named by ORACLES, or else the project's own copy."""
    return Path(os.environ.get("ORACLES") or OWN_COPY)


def all_cases() -> Iterator[Case]:
    """Every case of every file."""
    for path in sorted(folder().glob("*.json")):
        suite = json.loads(path.read_text("utf-8"))
        for case in suite["cases"]:
            yield Case(suite["suite"], case["id"], case["inputs"], case["expected"], case["tolerance"])


def input_fields(inputs: Any, prefix: str = "") -> set[str]:
    """The fields of the inputs, with the path of those inside lists and objects."""
    if isinstance(inputs, list):
        return set().union(*(input_fields(item, prefix) for item in inputs))
    if not isinstance(inputs, dict):
        return set()
    fields = set()
    for key, value in inputs.items():
        fields.add(prefix + key)
        if key not in FREE_KEYS:
            fields |= input_fields(value, f"{prefix}{key}.")
    return fields


def differences(expected: Any, answer: Any, tolerance: dict[str, float], at: str = "") -> list[str]:
    """What of the expected answer is not there or not within the tolerance."""
    if isinstance(expected, dict):
        return _object_differences(expected, answer, tolerance, at)
    if isinstance(expected, list):
        return _list_differences(expected, answer, tolerance, at)
    return (
        [] if _is_equal(expected, answer, tolerance) else [f"{at or 'answer'}: {answer!r}, not {expected!r}"]
    )


def _object_differences(
    expected: dict[str, Any], answer: Any, tolerance: dict[str, float], at: str
) -> list[str]:
    found = []
    for key, value in expected.items():
        if any(fnmatch.fnmatchcase(key, pattern) for pattern in INFORMATION):
            continue
        if not isinstance(answer, dict) or key not in answer:
            found.append(f"{at}.{key}: no answer to this field")
        else:
            found += differences(value, answer[key], tolerance, f"{at}.{key}")
    return found


def _list_differences(expected: list[Any], answer: Any, tolerance: dict[str, float], at: str) -> list[str]:
    if not isinstance(answer, list):
        return [f"{at}: {answer!r} is not a list"]
    if expected and isinstance(expected[0], dict) and "unit" in expected[0]:
        answer = _named_units(expected, answer)
    if len(expected) != len(answer):
        return [f"{at}: {len(answer)} items, not {len(expected)}: {answer!r}"]
    return [
        difference
        for index, (wanted, given) in enumerate(zip(expected, answer, strict=True))
        for difference in differences(wanted, given, tolerance, f"{at}[{index}]")
    ]


def _named_units(expected: list[dict[str, Any]], answer: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers for the units that are expected, in order; some lists of limits name only a part."""
    rest = iter(answer)
    return [next((unit for unit in rest if unit["unit"] == wanted["unit"]), {}) for wanted in expected]


def _is_equal(expected: Any, answer: Any, tolerance: dict[str, float]) -> bool:
    if isinstance(expected, bool) or isinstance(answer, bool) or not isinstance(expected, int | float):
        return bool(type(expected) is type(answer) and expected == answer) or str(answer) == expected
    if not isinstance(answer, int | float) or math.isnan(answer):
        return False
    allowed = max(tolerance.get("abs", 0), tolerance.get("rel", 0) * abs(expected), LAST_BITS * abs(expected))
    return abs(expected - answer) <= allowed
