"""The conclusion of one goal, and of all goals together."""

from collections.abc import Mapping, Sequence

from components import format as written
from components.descriptions.judgement import told_status
from components.figures.rows import Point, Reading
from components.text import say
from domain.status import PathStatus, Status

_GROUPS = {
    "on_path": (PathStatus.REACHED, PathStatus.ON_PATH),
    "behind": (PathStatus.BEHIND,),
    "undecided": (PathStatus.UNDECIDED,),
    "no_figure": (PathStatus.NOT_MEASURED, PathStatus.SUPPRESSED),
    "no_target": (PathStatus.NO_TARGET,),
}
_JUDGED = {Status.MET, Status.NOT_MET, Status.UNDECIDED}


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


def judged_conclusion(sentence: str | None, point: Point | None, reading: Reading) -> str:
    """The conclusion with what may be said of it: '18 % … te vroeg. Of dat aan de norm voldoet, is …'"""
    conclusion, status = goal_conclusion(sentence, point, reading), told_status(point)
    if status not in _JUDGED:
        return conclusion
    return f"{conclusion.rstrip('.')}. {say(f'goal.title_{status}', reading.language)}"


def goals_lede(paths: Sequence[PathStatus], language: str, *, are_substantive: bool = False) -> str:
    """'Twee van de vijf doelen liggen op pad. Twee lopen achter. Van één is het nog niet te zeggen.'

    `are_substantive` says that only the substantive goals are counted. Where nothing can be told of any
    goal, as in a period without figures, it does not read as if none were on path.
    """
    counts = {group: sum(path in members for path in paths) for group, members in _GROUPS.items()}
    if len(paths) == 1:
        only = next(group for group, count in counts.items() if count)
        return say(f"goals_told.only_{only}", language)
    total = written.count_word(len(paths), language)
    if are_substantive:
        total = say("goals_told.substantive", language, total=total)
    for group in ("no_figure", "no_target"):
        if counts[group] == len(paths):
            return say(f"goals_told.all_{group}", language, total=total)
    on_path = counts.pop("on_path")
    parts = [
        say(
            _opening(on_path, counts, len(paths)),
            language,
            count=written.count_word(on_path, language),
            total=total,
        )
    ]
    for group, count in counts.items():
        if count:
            amount = "one" if count == 1 else "some"
            parts.append(
                say(f"goals_told.{group}_{amount}", language, count=written.count_word(count, language))
            )
    return " ".join(written.capital(part) for part in parts)


def _opening(on_path: int, others: Mapping[str, int], total: int) -> str:
    """The key of the first sentence."""
    if not on_path:
        is_told = others["behind"] or others["undecided"]
        return "goals_told.on_path_none" if is_told else "goals_told.untold"
    key = "all" if on_path == total else "one" if on_path == 1 else "some"
    return f"goals_told.on_path_{key}"
