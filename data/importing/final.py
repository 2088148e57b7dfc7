"""Marking a half-year as final by hand, so that its figures stop being provisional."""

from datetime import date

from data.store import open_intake
from domain.period import PeriodKind, UnknownPeriod, parse_period
from settings import Settings


class CannotBeFinal(ValueError):
    """The period or partner cannot be marked; the message says why."""


def mark_final(settings: Settings, period: str, partner: str | None = None) -> str:
    """The code of the half-year now marked final, for one partner or for all; twice is once."""
    code = _half_year(period, settings.today)
    with open_intake(settings) as intake:
        if (
            partner is not None
            and not intake.execute(
                "SELECT count(*) FROM partner WHERE code = $partner", {"partner": partner}
            ).fetchall()[0][0]
        ):
            raise CannotBeFinal(f"Partner '{partner}' staat niet in het plan.")
        intake.execute(
            """
            INSERT INTO final_period
            SELECT $partner, $period, current_localtimestamp()
            WHERE NOT EXISTS (
                SELECT 1 FROM final_period WHERE period = $period AND partner IS NOT DISTINCT FROM $partner
            )
            """,
            {"partner": partner, "period": code},
        )
    return code


def _half_year(text: str, today: date) -> str:
    try:
        found = parse_period(text)
    except UnknownPeriod as error:
        raise CannotBeFinal(f"'{text}' is geen halfjaar. Schrijf het als 2025-H1.") from error
    if found.kind is not PeriodKind.HALF_YEAR:
        raise CannotBeFinal(f"'{text}' is geen halfjaar. Schrijf het als 2025-H1.")
    if found.end >= today:
        raise CannotBeFinal(f"{found.code} is nog niet voorbij; de cijfers kunnen nog veranderen.")
    return found.code
