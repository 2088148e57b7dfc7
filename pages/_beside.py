"""Beside what the indicators stand: partners, also with goals as rows, care forms or years."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from access.address import UnknownChoice
from components.choices import Choice
from components.format import period_name
from domain.period import PeriodKind
from pages._visit import Visit
from queries._observation import Observation
from queries.comparison import comparison
from queries.indicators import indicators
from queries.other_partners import OtherPartners, other_partners
from queries.partners import Partner
from queries.splits import SplitFigure, splits
from queries.trend import trend

_CARE_FORM = "hulpvorm"
OTHERS = "overige"


class Beside(StrEnum):
    """What the columns are; the value stands in the address."""

    PARTNERS = "partners"
    GOALS = "doelen"
    CARE_FORM = "hulpvorm"
    YEAR = "jaar"

    @property
    def is_of_partners(self) -> bool:
        """Whether each column is a partner; with GOALS only the rows differ."""
        return self in (Beside.PARTNERS, Beside.GOALS)

    def key_of(self, row: Observation) -> str | None:
        """In which column a figure belongs; None is all together."""
        if isinstance(row, OtherPartners):
            return OTHERS
        if self is Beside.CARE_FORM:
            return row.split_value
        if self is Beside.YEAR:
            return row.period if row.kind == PeriodKind.YEAR else None
        return row.partner

    def choices_of(self, row: Observation, place: "Place") -> dict[str, str | None]:
        """The choices with which the page of the indicator shows this figure."""
        chosen = {"partner": row.partner, "period": row.period}
        return chosen if self is not Beside.CARE_FORM or place.total else {**chosen, "split": _CARE_FORM}


@dataclass(frozen=True, slots=True)
class Place:
    """One column; the one of all together has no key and is the `total`."""

    key: str | None
    name: str
    href: str | None = None
    total: bool = False

    @property
    def others(self) -> bool:
        """Whether it is of the partners together whose figures do not stand apart."""
        return self.key == OTHERS


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns with the figures that stand in them."""

    places: Sequence[Place]
    rows: Sequence[Observation]


def beside_of(visit: Visit) -> Beside:
    """What the reader chose, partners without a choice; UnknownChoice for something else."""
    if not visit.view.beside:
        return Beside.PARTNERS
    if visit.view.beside not in set(Beside):
        raise UnknownChoice("naast", visit.view.beside)
    return Beside(visit.view.beside)


def beside_choice(visit: Visit) -> Choice:
    """What to set the indicators beside; partners stand in the address by not being there."""
    options = [
        (visit.here(beside=None if one is Beside.PARTNERS else one.value), visit.say(f"beside.{one}"))
        for one in Beside
    ]
    return Choice("naast", visit.say("beside.label"), options, visit.here())


def columns_of(visit: Visit, beside: Beside, *, period: str, known: Sequence[Partner]) -> Columns:
    """The columns of this comparison in one period; of years the whole series, of all partners or of one."""
    if beside is Beside.YEAR:
        return _years(visit)
    if beside is Beside.CARE_FORM:
        return _care_forms(visit, period)
    first = Place(None, visit.say("table.all"), total=True)
    own = [Place(one.code, one.name, visit.href(f"/partners/{one.code}")) for one in known]
    others = other_partners(visit.published, period=period)
    last = [Place(OTHERS, visit.say("others.name"))] if others else []
    return Columns([first, *own, *last], [*comparison(visit.published, period=period), *others])


def _years(visit: Visit) -> Columns:
    known = indicators(visit.published, language=visit.language)
    rows = trend(
        visit.published,
        indicators=[one.code for one in known if not one.is_population],
        kinds=(PeriodKind.YEAR, PeriodKind.HORIZON),
        partner=visit.view.partner,
    )
    codes = sorted({row.period for row in rows if row.kind == PeriodKind.YEAR})
    first = Place(None, visit.say("beside.horizon"), total=True)
    years = [Place(code, period_name(code, visit.language), visit.here(period=code)) for code in codes]
    return Columns([first, *years], rows)


def _care_forms(visit: Visit, period: str) -> Columns:
    partner = visit.view.partner
    rows: list[SplitFigure] = splits(
        visit.published, period=period, language=visit.language, partner=partner, split=_CARE_FORM
    )
    whole = [row for row in comparison(visit.published, period=period) if row.partner == partner]
    names = {row.split_value: row.label for row in rows}
    forms = sorted(names.items(), key=lambda form: form[1].lower())
    first = Place(None, visit.say("table.all"), total=True)
    return Columns([first, *(Place(code, name) for code, name in forms)], [*whole, *rows])
