"""The built-in computations: what each counts, on which date, and in which domain (domain.md 1.2)."""

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """How records become one figure."""

    PROPORTION = "proportion"  # numerator / denominator, 0-1
    MEAN = "mean"  # with n and standard deviation
    MEDIAN = "median"  # with n and quartiles
    RATIO = "ratio"  # sum / sum, may exceed 1
    DELIVERED = "delivered"  # only ever delivered as cijfers


class CountedOn(StrEnum):
    """The date that decides in which period a record falls."""

    END = "end"
    START = "start"


@dataclass(frozen=True)
class Computation:
    """One way to turn records into an indicator; `domain` is None where the indicator itself says it."""

    code: str
    measure: Measure
    counted_on: CountedOn = CountedOn.END
    domain: str | None = None
    family: str = ""


_REASONS = ("volgens_plan", "in_overeenstemming", "client", "aanbieder", "omstandigheden", "onbekend")


def _dropout(suffix: str, domain: str) -> list[Computation]:
    names = (f"uitval{suffix}", f"uitval{suffix}_client", f"uitval{suffix}_aanbieder")
    return [Computation(name, Measure.PROPORTION, domain=domain, family="dropout") for name in names]


def _reasons(suffix: str, domain: str) -> list[Computation]:
    return [
        Computation(f"reden{suffix}_{reason}", Measure.PROPORTION, domain=domain, family="reason")
        for reason in _REASONS
    ]


COMPUTATIONS: dict[str, Computation] = {
    computation.code: computation
    for computation in (
        *_dropout("", "jeugd"),
        *_dropout("_wmo", "wmo"),
        *_reasons("", "jeugd"),
        *_reasons("_wmo", "wmo"),
        Computation("tevredenheid", Measure.MEAN),
        Computation("tevredenheid_voldoende", Measure.PROPORTION),
        Computation("zonder_hulp_verder", Measure.PROPORTION),
        Computation("geen_nieuwe_start", Measure.PROPORTION),
        Computation("problemen_verminderd", Measure.PROPORTION),
        Computation("doelen_behaald", Measure.PROPORTION),
        Computation("doelen_behaald_clienten", Measure.PROPORTION),
        Computation("doorlooptijd", Measure.MEDIAN),
        Computation("wachttijd", Measure.MEDIAN, CountedOn.START),
        Computation("geleverde_tijd", Measure.MEDIAN),
        Computation("geleverd_toegewezen", Measure.RATIO),
        Computation("doorgaande_zorg", Measure.PROPORTION, domain="jeugd"),
        Computation("bereik", Measure.DELIVERED),
        Computation("cijfers", Measure.DELIVERED),
    )
}
