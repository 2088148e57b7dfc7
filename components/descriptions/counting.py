"""What a computation of the plan counts, in words: part, whole, moment and when it is complete."""

from components.text import say
from domain.computation import COMPUTATIONS, CountedOn, Measure

_DELAYED = ("doorgaande_zorg", "geen_nieuwe_start")


def part_text(computation: str, language: str) -> str:
    """What is counted, measured or averaged."""
    return say(f"counted_part.{_name(computation)}", language)


def whole_text(computation: str, language: str) -> str:
    """What it is a part of, or whose values they are."""
    return say(f"counted_of.{_name(computation)}", language)


def formula_text(computation: str, unit: str, language: str) -> str:
    """How one figure is made of them; a delivered share or mean is made by who delivered it."""
    measure = COMPUTATIONS[computation].measure
    if measure is Measure.DELIVERED:
        return say(f"counted_formula.delivered_{'share' if unit == 'procent' else 'value'}", language)
    return say(f"counted_formula.{measure}", language)


def moment_text(computation: str, language: str) -> str:
    """In which period something counts."""
    if COMPUTATIONS[computation].measure is Measure.DELIVERED:
        return say("counted_moment.delivered", language)
    starts = COMPUTATIONS[computation].counted_on is CountedOn.START
    return say(f"counted_moment.{'start' if starts else 'end'}", language)


def maturity_text(computation: str, language: str) -> str:
    """From when on a figure is complete enough to be shown."""
    name = _name(computation)
    return say(f"counted_complete.{name if name in _DELAYED else 'any'}", language)


def example_rules(computation: str, unit: str) -> list[str]:
    """The rules of the methods page with an example for this computation; none where no margin is known."""
    measure = COMPUTATIONS[computation].measure
    if measure is Measure.DELIVERED:
        measure = {"procent": Measure.PROPORTION, "cijfer": Measure.MEAN}.get(unit, Measure.MEDIAN)
    rules = {Measure.PROPORTION: ["share"], Measure.MEAN: ["mean"]}.get(measure, [])
    return ["change", *rules] if computation == "problemen_verminderd" else rules


def _name(computation: str) -> str:
    """The computation without its domain; all reasons of ending are counted alike."""
    name = computation.replace("_wmo", "")
    return "reden" if COMPUTATIONS[computation].family == "reason" else name
