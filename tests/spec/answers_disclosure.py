"""Answers on protection: primary rule, audits, protection, back-calculation, rounding."""

from collections.abc import Callable
from typing import Any

import numpy as np

from domain.columns import Mask
from domain.disclosure import Policy, Reason, is_below, primary_reason
from domain.disclosure_attack import all_bounds
from domain.disclosure_inference import possible_numerators, remainder
from domain.disclosure_pattern import smallest_pattern
from domain.disclosure_table import Table, table_of
from domain.rounding import round_half_up, round_table, round_to_base

SMALLEST_GROUP = 10
"""The smallest sum of the hidden cells in one relation (methods.md 8.2, requirement 2)."""


def count_table(inputs: dict[str, Any]) -> Table:
    return table_of(inputs["cells"], [(row["total"], row["parts"]) for row in inputs["relations"]])


def cells_named(inputs: dict[str, Any], names: list[str]) -> Mask:
    return np.array([name in set(names) for name in inputs["cells"]])


def names_of(inputs: dict[str, Any], chosen: Mask) -> list[str]:
    return [name for name, is_chosen in zip(inputs["cells"], chosen, strict=True) if is_chosen]


def audit(inputs: dict[str, Any]) -> dict[str, Any]:
    table, hidden = count_table(inputs), cells_named(inputs, inputs["suppressed"])
    names = list(inputs["cells"])
    found = {names[cell]: limits for cell, limits in all_bounds(table, hidden).items()}
    recoverable = [name for name in inputs["suppressed"] if found[name].is_exact]
    primary = [name for name in recoverable if name in inputs["primary"]]
    sums = [
        table.sizes[[cell for cell in (r.total, *r.parts) if hidden[cell]]].sum() for r in table.relations
    ]
    return {
        "bounds": {name: {"min": limits.low, "max": limits.high} for name, limits in found.items()},
        "recoverable_cells": recoverable,
        "recoverable_primary": primary,
        "safe": not primary,
        "hidden_sum": int(table.sizes[hidden].sum()),
        "group_sum_rule_ok": all(total >= SMALLEST_GROUP for total in sums if total > 0),
    }


def protect(inputs: dict[str, Any]) -> dict[str, Any]:
    small = [name for name, count in inputs["cells"].items() if is_below(count, inputs["min_cell"], True)]
    primary = cells_named(inputs, inputs.get("primary_given", small))
    may_hide = ~cells_named(inputs, inputs.get("totals_not_suppressible", []))
    hidden = smallest_pattern(count_table(inputs), primary, may_hide)
    return {"primary": names_of(inputs, primary), "min_secondary": int((hidden & ~primary).sum())}


def primary_cells(inputs: dict[str, Any]) -> dict[str, Any]:
    small = inputs["min_cell"], inputs["zero_is_small"]
    return {"primary": [name for name, count in inputs["cells"].items() if is_below(count, *small)]}


def indicator_primary(inputs: dict[str, Any]) -> dict[str, Any]:
    least = inputs["min_cell"]
    policy = Policy("case", least, least, inputs["zero_is_small"], rounding_base=None)
    x, n = inputs["numerator"], inputs["denominator"]
    reason = primary_reason(policy, clients=n, denominator=n if inputs["complement"] else None, numerator=x)
    is_empty = n == 0 and inputs["zero_is_small"]
    return {
        "suppressed": is_empty or reason not in (Reason.SHOWN, Reason.NO_DATA),
        "reason": reason_in_words(reason, x, n, least),
    }


def reason_in_words(reason: Reason, x: int, n: int, least: int) -> str:
    """The reason as the worked cases phrase it; a shown figure says which threshold it just passes."""
    match reason:
        case Reason.NO_DATA:
            return "no data: show 'geen gegevens', no number"
        case Reason.FEW_CLIENTS:
            return f"n below {least}"
        case Reason.SMALL_NUMERATOR:
            return f"numerator below {least}" if x else "zero reveals that nobody did; treat as small"
        case Reason.SMALL_COMPLEMENT if x == n:
            return "complement zero" if n == least else "complement zero reveals everybody"
        case Reason.SMALL_COMPLEMENT:
            return f"complement {n - x}"
    return shown_in_words(x, n, least)


def shown_in_words(x: int, n: int, least: int) -> str:
    if n == 2 * least:
        return f"smallest publishable denominator is {n}"
    if x == least:
        return f"numerator exactly {least} is allowed"
    return f"complement exactly {least}" if n - x == least else ""


def percentage_backcalculation(inputs: dict[str, Any]) -> dict[str, Any]:
    numerators = possible_numerators(inputs["percentage"], inputs["denominator"], inputs["decimals"])
    return {
        "possible_numerators": numerators,
        "exactly_recoverable": len(numerators) == 1,
        "all_below_10": all(is_below(count, 10, zero_is_small=True) for count in numerators),
    }


def mean_backcalculation(inputs: dict[str, Any]) -> dict[str, Any]:
    group, subset = inputs["group"], inputs["subset"]
    rest = remainder(group["n"], group["mean"], subset["n"], subset["mean"])
    return {
        "remaining_n": rest.n,
        "remaining_mean": rest.mean,
        "discloses_individual": rest.is_one_person,
    }


TABLE_FIELDS = {"kind", "cells", "relations", "relations.total", "relations.parts"}

ANSWERS: dict[tuple[str, str | None], tuple[Callable[[dict[str, Any]], Any], set[str]]] = {
    ("disclosure_tables", "audit"): (audit, TABLE_FIELDS | {"suppressed", "primary", "knowledge"}),
    ("disclosure_tables", "protect"): (
        protect,
        TABLE_FIELDS | {"min_cell", "totals_not_suppressible", "primary_given"},
    ),
    ("disclosure_tables", "primary"): (primary_cells, {"kind", "cells", "min_cell", "zero_is_small"}),
    ("disclosure_tables", "indicator_primary"): (
        indicator_primary,
        {"kind", "numerator", "denominator", "min_cell", "complement", "zero_is_small"},
    ),
    ("disclosure_tables", "percentage_backcalculation"): (
        percentage_backcalculation,
        {"kind", "percentage", "decimals", "denominator"},
    ),
    ("disclosure_tables", "mean_backcalculation"): (
        mean_backcalculation,
        {"kind", "group", "group.n", "group.mean", "subset", "subset.n", "subset.mean"},
    ),
    ("disclosure_rounding", "round_nearest"): (
        lambda inputs: round_to_base(inputs["value"], inputs["base"]),
        {"kind", "base", "value"},
    ),
    ("disclosure_rounding", "round_decimal_half_up"): (
        lambda inputs: float(round_half_up(inputs["value"], inputs["decimals"])),
        {"kind", "value", "decimals"},
    ),
    ("disclosure_rounding", "round_table"): (
        lambda inputs: round_table(inputs["cells"], inputs["base"]),
        {"kind", "base", "cells"},
    ),
}
