"""Values per group in words, from the rows of the figure."""

from collections.abc import Sequence

from components import format as written
from components.descriptions.counts import interval_text, n_text
from components.figures.rows import Reading, SplitValue
from components.status import status_word
from components.text import say
from domain.status import Status

_JUDGED = (Status.MET, Status.NOT_MET, Status.UNDECIDED)


def split_title(rows: Sequence[SplitValue], *, reading: Reading, split: str) -> str:
    """'Uitval per hulpvorm: vijf van de zeven voldoen aan de norm, van twee is het nog niet te zeggen.'

    Without a criterion from which value to which; `split` is the name of the split for a reader.
    """
    judged = [row for row in rows if row.value is not None and row.status in _JUDGED]
    told = _verdicts(judged, reading.language) if judged else _range(rows, reading)
    return say("split.title", reading.language, name=reading.name, split=split, told=told)


def regions_title(home: Sequence[SplitValue], others: Sequence[SplitValue], *, reading: Reading) -> str:
    """'Jongeren met jeugdhulp: 13,1 % in Haarlemmermeer, elders van 9,2 % tot 13,2 %.'

    `home` is the own region, where its figure is known.
    """
    told = _range(others, reading)
    if not home or home[0].value is None:
        return say("split.title_regions", reading.language, name=reading.name, told=told)
    amount = written.value(home[0].value, reading.unit, reading.language, reading.decimals)
    name, label = reading.name, home[0].label
    return say("split.title_home", reading.language, name=name, home=label, value=amount, told=told)


def split_description(rows: Sequence[SplitValue], *, reading: Reading, split: str) -> str:
    """Every group with its value, n, margin and verdict; hidden and missing ones are named as such."""
    if not rows:
        return say("split.none", reading.language)
    parts = "; ".join(_part(row, reading) for row in rows)
    return say("split.description", reading.language, name=reading.name, split=split, parts=parts)


def _verdicts(judged: Sequence[SplitValue], language: str) -> str:
    """How many groups meet the criterion, do not, or cannot be told yet; a lone group by its name."""
    counts = [(status, sum(row.status == status for row in judged)) for status in _JUDGED]
    there = [(status, count) for status, count in counts if count]
    if len(judged) == 1:
        return say(f"split.lone_{there[0][0]}", language, label=judged[0].label)
    total = written.count_word(len(judged), language)
    if len(there) == 1:
        return say(f"split.all_{there[0][0]}", language, total=total)
    told = []
    for place, (status, count) in enumerate(there):
        key = f"split.{'next' if place else 'first'}_{status}_{'one' if count == 1 else 'some'}"
        told.append(say(key, language, count=written.count_word(count, language), total=total))
    return ", ".join(told)


def _range(rows: Sequence[SplitValue], reading: Reading) -> str:
    """From which value to which; why there is none."""
    values = [row.value for row in rows if row.value is not None]
    if not values:
        is_hidden = any(row.suppressed for row in rows)
        return say("split.all_hidden" if is_hidden else "split.all_missing", reading.language)
    ends = [
        written.value(one, reading.unit, reading.language, reading.decimals)
        for one in (min(values), max(values))
    ]
    if ends[0] == ends[1]:
        return say("split.everywhere", reading.language, value=ends[0])
    return say("split.range", reading.language, low=ends[0], high=ends[1])


def _part(row: SplitValue, reading: Reading) -> str:
    if row.suppressed:
        return say("split.part_hidden", reading.language, label=row.label)
    if row.value is None:
        return say("split.part_missing", reading.language, label=row.label)
    amount = written.value(row.value, reading.unit, reading.language, reading.decimals)
    told = ", ".join(_beside(row, reading))
    text = say("split.part", reading.language, label=row.label, value=amount, n=told)
    return text.replace(" ()", "")


def _beside(row: SplitValue, reading: Reading) -> list[str]:
    """What is drawn beside one value, and may be said of it: n, margin, verdict, and that it is small."""
    margin, language = interval_text(row, reading), reading.language
    parts = [n_text(row, reading), say("split.margin", language, interval=margin) if margin else ""]
    if row.status in _JUDGED:
        word = status_word(row.status, language)
        parts.append(word[:1].lower() + word[1:])
    if row.small:
        parts.append(say("status.small", language))
    return [part for part in parts if part]
