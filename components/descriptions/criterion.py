"""An agreed criterion in words, and which criterion counts on a day."""

from collections.abc import Sequence
from datetime import date

from components import format as written
from components.figures.rows import CriterionStep, Reading
from components.text import say

BETWEEN = "tussen"
_SIDES = {"≥": "at_least", "≤": "at_most"}


def criterion_on(steps: Sequence[CriterionStep], day: date) -> CriterionStep | None:
    """The step that is valid on that day; None where nothing was agreed."""
    valid = [
        step for step in steps if step.valid_from <= day and (step.valid_to is None or day <= step.valid_to)
    ]
    return max(valid, key=lambda step: step.valid_from, default=None)


def criterion_text(step: CriterionStep | None, reading: Reading) -> str:
    """'15 % of minder', '7,0 of hoger', 'tussen 10 % en 20 %' or 'geen norm'."""
    language = reading.language
    if step is None:
        return say("criterion.none", language)
    if step.comparator == BETWEEN:
        return say("criterion.between", language, **_ends(step, reading))
    mark = "_mark" if reading.unit in ("cijfer", "score") else ""
    return say(f"criterion.{_SIDES[step.comparator]}{mark}", language, value=_amount(step.value, reading))


def criterion_line(step: CriterionStep | None, reading: Reading) -> str:
    """'norm 15 % of minder': the criterion where nothing beside it says that it is one."""
    text = criterion_text(step, reading)
    return text if step is None else f"{say('criterion.name', reading.language)} {text}"


def criterion_label(step: CriterionStep, reading: Reading) -> str:
    """'norm 15 %': the short form at a line."""
    if step.comparator == BETWEEN:
        return say("criterion.label_between", reading.language, **_ends(step, reading))
    return say("criterion.label", reading.language, value=_amount(step.value, reading))


def _ends(step: CriterionStep, reading: Reading) -> dict[str, str]:
    """Both values; the unit is said once, after the second."""
    upper = step.value if step.value_to is None else step.value_to
    scale = 100 if reading.unit == "procent" else 1
    lower = written.number(
        step.value * scale, reading.language, written.decimals_of(reading.unit, reading.decimals)
    )
    return {"value": lower, "value_to": _amount(upper, reading)}


def _amount(amount: float, reading: Reading) -> str:
    return written.value(amount, reading.unit, reading.language, reading.decimals)
