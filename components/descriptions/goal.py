"""The conclusion of one goal: a sentence that says its latest value."""

from components import format as written
from components.figures.rows import Point, Reading
from components.text import say


def goal_conclusion(sentence: str | None, point: Point | None, reading: Reading) -> str:
    """The plan's sentence with the value in the place of {waarde}; says so when there is no value to tell.

    A sentence names days and hours itself. Without a sentence in the plan it reads '<name>: 18 %'.
    """
    if point is not None and point.suppressed:
        return say("goal.hidden", reading.language, name=reading.name)
    if point is None or point.value is None:
        return say("goal.no_value", reading.language, name=reading.name)
    bare = written.axis_value(point.value, reading.unit, reading.language, reading.decimals)
    for place in ("{waarde}", "{value}"):
        if sentence and place in sentence:
            return sentence.replace(place, bare)
    amount = written.value(point.value, reading.unit, reading.language, reading.decimals)
    return say("goal.value_is", reading.language, name=reading.name, value=amount)
