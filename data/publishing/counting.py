"""How each indicator of the plan is counted: which statement, with which parameters, and how it adds up."""

from dataclasses import dataclass
from typing import Any

from data.publishing.statements import load
from data.store import Connection, rows
from domain.change import minimal_reliable_change
from domain.computation import COMPUTATIONS, Computation, Measure

DEFAULT_SCALE = "1-10"
DEFAULT_WINDOW_MONTHS = 12
SHARE_UNIT = "procent"

_INDICATORS = """
    SELECT i.code, i.unit, i.computation, i.domain, i.scale, i.cut_off, i.window_months, i.definition_version
    FROM indicator AS i
    ORDER BY i.row_number
"""
_TYPES = {
    "indicator": "VARCHAR",
    "measure": "VARCHAR",
    "domain": "VARCHAR",
    "per_share": "DOUBLE",
    "counts_records": "BOOLEAN",
    "scale": "VARCHAR",
    "definition_version": "INTEGER",
}
_STATEMENTS = {
    "tevredenheid": "satisfaction",
    "tevredenheid_voldoende": "satisfied",
    "zonder_hulp_verder": "without_help",
    "geen_nieuwe_start": "no_new_start",
    "problemen_verminderd": "problems_reduced",
    "doelen_behaald": "goals_reached",
    "doelen_behaald_clienten": "all_goals_reached",
    "doorlooptijd": "duration",
    "wachttijd": "waiting",
    "geleverde_tijd": "hours",
    "geleverd_toegewezen": "hours_of_granted",
    "doorgaande_zorg": "continued_care",
}
_NOT_RECORDS = ("doelen_behaald", "geleverd_toegewezen")
"""Their denominators count goals and hours."""

_DROPOUT_REASONS = ("client", "aanbieder")


@dataclass(frozen=True)
class Indicator:
    """What the plan says about counting one indicator."""

    code: str
    unit: str
    computation: Computation
    domain: str | None
    scale: str | None
    cut_off: float | None
    window_months: int | None
    definition_version: int

    @property
    def is_computed(self) -> bool:
        """Whether records can give it; a share above a cut-off needs the cut-off."""
        misses_cut_off = self.computation.code == "tevredenheid_voldoende" and self.cut_off is None
        return self.computation.measure is not Measure.DELIVERED and not misses_cut_off

    @property
    def measure(self) -> str:
        """How its figures add up; what is only delivered follows from its unit."""
        if self.computation.measure is not Measure.DELIVERED:
            return self.computation.measure.value
        return {SHARE_UNIT: "proportion", "aantal": "count"}.get(self.unit, "mean")

    @property
    def statement(self) -> str:
        """The name of the statement that finds its cases."""
        return f"cases/{_STATEMENTS.get(self.computation.code, self.computation.family)}"

    @property
    def parameters(self) -> dict[str, Any]:
        """What that statement asks for."""
        given: dict[str, Any] = {} if self.computation.code == "doorgaande_zorg" else {"domain": self.domain}
        if self.reasons:
            given["reasons"] = self.reasons
        if self.scale is not None:
            given["scale"] = self.scale
        if self.computation.code == "tevredenheid_voldoende":
            given["cut_off"] = self.cut_off
        if self.window_months is not None:
            given["window_months"] = self.window_months
        return given

    @property
    def population(self) -> tuple[object, ...]:
        """Indicators with the same population count the same records, and so the same clients."""
        satisfaction = self.scale is not None and "satisfaction"
        return (satisfaction or self.statement, self.domain, self.scale, self.window_months)

    @property
    def reasons(self) -> list[str]:
        """The meanings of the end reasons that it counts; none where it is not about endings."""
        code = self.computation.code
        if not self.computation.family:
            return []
        if self.computation.family == "dropout":
            return [reason for reason in _DROPOUT_REASONS if code.endswith(reason)] or list(_DROPOUT_REASONS)
        return [code.removeprefix("reden_").removeprefix("wmo_")]


def read_indicators(connection: Connection) -> list[Indicator]:
    """The indicators of the plan, also as the tables `counted_indicator` and `reliable_change`."""
    found = [_indicator(*row) for row in rows(connection, _INDICATORS)]
    load(connection, "counted_indicator", _TYPES, (_row(indicator) for indicator in found))
    _load_reliable_change(connection)
    return found


def _indicator(*row: Any) -> Indicator:
    code, unit, name, domain, scale, cut_off, window, version = row
    computation = COMPUTATIONS[name]
    by_scale = computation.code.startswith("tevredenheid")
    follows = computation.code == "geen_nieuwe_start"
    return Indicator(
        code,
        unit,
        computation,
        computation.domain or domain,
        scale=(scale or DEFAULT_SCALE) if by_scale else None,
        cut_off=cut_off,
        window_months=(window or DEFAULT_WINDOW_MONTHS) if follows else None,
        definition_version=version or 1,
    )


def _row(indicator: Indicator) -> tuple[object, ...]:
    computation = indicator.computation
    counts_records = computation.measure is Measure.PROPORTION and computation.code not in _NOT_RECORDS
    per_share = 100.0 if indicator.unit == SHARE_UNIT else 1.0
    return (
        indicator.code,
        indicator.measure,
        indicator.domain,
        per_share,
        counts_records,
        indicator.scale,
        indicator.definition_version,
    )


def _load_reliable_change(connection: Connection) -> None:
    instruments = rows(
        connection, "SELECT i.code, i.standard_deviation, i.reliability, i.direction FROM instrument AS i"
    )
    load(
        connection,
        "reliable_change",
        {"instrument": "VARCHAR", "better": "DOUBLE", "smallest": "DOUBLE"},
        (
            (code, 1 if direction == "hoger" else -1, minimal_reliable_change(float(str(sd)), float(str(r))))
            for code, sd, r, direction in instruments
        ),
    )
