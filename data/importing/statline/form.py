"""Recognising a StatLine table and its columns: regions, periods, and measures by name."""

import re
from dataclasses import dataclass

from data.importing.headers import normalised

REGIONS = {
    "regio_s",
    "regios",
    "wijken_en_buurten",
    "wijkenenbuurten",
    "wijken",
    "gemeenten",
    "regiokenmerken",
    "gwb_code_10",
    "gwb_code",
}
PERIODS = {"perioden", "peildatum", "year", "jaar"}
_UNIT = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)\s*$")
_NUMBER = re.compile(r"_\d+$")
_REWRITTEN_BY_R = re.compile(r"^[A-Za-z]+\.[A-Za-z.]*\.[A-Za-z.]*$")


@dataclass(frozen=True, slots=True)
class Form:
    """Where the regions and periods stand, which other columns are text, and which hold which measure."""

    regions: tuple[int, ...]  # a joined table may have two, of which the other is empty
    periods: tuple[int, ...]
    measures: dict[str, tuple[int, ...]]  # squashed name → columns; one measure may have a column per year


def form_of(headers: tuple[str, ...]) -> Form:
    """The columns by what they hold; only for a table that looks like StatLine."""
    names = [normalised(header) for header in headers]
    regions = tuple(index for index, name in enumerate(names) if name in REGIONS)
    periods = tuple(index for index, name in enumerate(names) if name in PERIODS)
    measures: dict[str, tuple[int, ...]] = {}
    for index, header in enumerate(headers):
        if index not in (*regions, *periods):
            for name in measure_names(header):
                measures[name] = (*measures.get(name, ()), index)
    return Form(regions, periods, measures)


def measure_names(header: str) -> set[str]:
    """The names by which a plan may call the measure: the whole header or its last part, without unit.

    'Inkomen|Aantal ontvangers (x 1 000)' is called 'inkomenaantalontvangers' or 'aantalontvangers'.
    """
    bare = _NUMBER.sub("", _UNIT.sub("", header).strip())
    parts = re.split(r"[|/]", bare)
    return {squashed(bare), squashed(parts[-1])} - {""}


def squashed(name: str) -> str:
    """The name without case, spaces and signs, so that 'Wmo-cliënten' and 'WmoClienten' are one."""
    return normalised(name).replace("_", "")


def is_rewritten_by_r(headers: tuple[str, ...]) -> bool:
    """Whether R replaced the spaces of the headers by dots."""
    return any(_REWRITTEN_BY_R.fullmatch(header) for header in headers)
