"""What can be asked for: one resource per list, with its rows, its parameters and the question behind it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.parameters import CARRIERS, NONE, OBSERVATION_CHOICES, Parameter
from data.published import Published
from queries.api_goals import InterfaceGoal, api_goals
from queries.api_indicators import InterfaceIndicator, api_indicators
from queries.api_observations import InterfaceObservation, ObservationFilter, api_observations
from queries.api_other_partners import InterfaceOtherPartners, api_other_partners
from queries.api_partners import InterfacePartner, api_partners

Answer = Callable[[Published, Mapping[str, Any], int, int], Sequence[Any]]


@dataclass(frozen=True)
class Resource:
    """One list of rows; `answer` takes the choices made, how many rows at most, and how many to skip."""

    name: str
    summary: str
    row: type[Any]
    answer: Answer
    choices: tuple[Parameter, ...] = ()

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return (*self.choices, *CARRIERS)


def observation_filter(asked: Mapping[str, Any]) -> ObservationFilter:
    """The figures that the choices stand for; the word null asks for rows where the field is empty."""
    partner, split = asked.get("partner"), asked.get("split")
    return ObservationFilter(
        indicator=asked.get("indicator"),
        partner=None if partner == NONE else partner,
        only_together=partner == NONE,
        period=asked.get("period"),
        period_kind=asked.get("period_kind"),
        split=None if split == NONE else split,
        only_totals=split == NONE,
        split_value=asked.get("split_value"),
    )


RESOURCES = (
    Resource(
        "goals",
        "De doelen, met nulwaarde en streefwaarde in de eenheid van de indicator.",
        InterfaceGoal,
        lambda published, _asked, limit, skip: api_goals(published, limit=limit, skip=skip),
    ),
    Resource(
        "indicators",
        "De indicatoren, met hun definitie en eenheid.",
        InterfaceIndicator,
        lambda published, _asked, limit, skip: api_indicators(published, limit=limit, skip=skip),
    ),
    Resource(
        "partners",
        "De partners.",
        InterfacePartner,
        lambda published, _asked, limit, skip: api_partners(published, limit=limit, skip=skip),
    ),
    Resource(
        "observations",
        "De cijfers, per indicator, partner, periode en uitsplitsing.",
        InterfaceObservation,
        lambda published, asked, limit, skip: api_observations(
            published, asked=observation_filter(asked), limit=limit, skip=skip
        ),
        OBSERVATION_CHOICES,
    ),
    Resource(
        "other-partners",
        "De overige partners samen: alle partners min die van wie het cijfer apart te zien is.",
        InterfaceOtherPartners,
        lambda published, _asked, limit, skip: api_other_partners(published, limit=limit, skip=skip),
    ),
)
