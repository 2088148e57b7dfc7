"""Writes figures as a delivery: the headers of the contract, decimal commas, nothing half on disk."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from data.contract import fields
from data.schema import aggregate
from data.whole import whole


def write_figures(figures: Iterable[Sequence[object]], output: Path) -> None:
    """One line per figure, its cells in the order of the contract; the file is whole or absent."""
    with whole(output) as half, half.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(field.header for field in fields(aggregate).values())
        writer.writerows([_cell(value) for value in figure] for figure in figures)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        whole = Decimal(repr(value))
        text = format(whole.to_integral() if whole == whole.to_integral() else whole, "f")
        return text.replace(".", ",")
    return str(value)
