"""The funnel in words: how many partners lie outside the limits, and what chance alone would give."""

from collections.abc import Sequence

from components import format as written
from components.figures.funnel_rows import FunnelOptions, Unit
from components.figures.rows import Reading
from components.format import NBSP
from components.text import say
from domain.status import FunnelClass

_INSIDE = 0.95  # the chance of one partner to lie within its limits when only chance is at work
_STRONG = {FunnelClass.LOW_998, FunnelClass.HIGH_998}
OUTSIDE = {FunnelClass.LOW_95, FunnelClass.HIGH_95, *_STRONG}


def funnel_title(units: Sequence[Unit], *, language: str) -> str:
    """'Geen enkele partner wijkt sterk af van het gemiddelde'; nobody is named in a title."""
    return say(f"funnel.title_{_amount_key(_strong(units))}", language, count=_word(_strong(units), language))


def funnel_note(units: Sequence[Unit], *, language: str) -> str:
    """How many lie outside 95 %, and how often chance alone puts somebody there."""
    outside = sum(unit.place in OUTSIDE for unit in units)
    chance = 1 - _INSIDE ** len(units)
    told = say(f"funnel.outside_{_amount_key(outside)}", language, count=_word(outside, language))
    expected = say(
        "funnel.chance",
        language,
        units=written.number(len(units), language),
        often=written.number(chance * 100, language),
    )
    return f"{told} {expected}"


def funnel_description(units: Sequence[Unit], *, options: FunnelOptions) -> str:
    """The same figure for who does not see it."""
    reading = options.reading
    if not units:
        return say("figure.nothing", reading.language)
    average = written.value(options.centre, reading.unit, reading.language, reading.decimals)
    parts = [
        say("funnel.description", reading.language, units=written.number(len(units), reading.language)),
        f"{funnel_title(units, language=reading.language)}.",
        say("funnel.around", reading.language, value=average),
        *(_own(unit, options) for unit in units if options.own and unit.partner == options.own),
        funnel_note(units, language=reading.language),
    ]
    return " ".join(parts)


def funnel_place(unit: Unit, language: str) -> str:
    """'binnen de grenzen', 'boven 95 %': what the table says of one partner."""
    return say(f"funnel_place.{unit.place}", language)


def unit_amounts(unit: Unit, reading: Reading) -> tuple[str, str]:
    """Its n and its value, as the table writes them."""
    amount = written.value(unit.value, reading.unit, reading.language, reading.decimals)
    return written.number(unit.n, reading.language), amount


def _own(unit: Unit, options: FunnelOptions) -> str:
    size, amount = unit_amounts(unit, options.reading)
    counted = say("count.n_short", options.reading.language, number=size).replace(" ", NBSP)
    place = funnel_place(unit, options.reading.language)
    return say(
        "funnel.own", options.reading.language, name=options.own_name, value=amount, n=counted, place=place
    )


def _strong(units: Sequence[Unit]) -> int:
    return sum(unit.place in _STRONG for unit in units)


def _amount_key(count: int) -> str:
    return "none" if not count else "one" if count == 1 else "some"


def _word(count: int, language: str) -> str:
    return written.capital(written.count_word(count, language))
