"""The numbers in force behind the rules, written for a reader."""

import re
from collections.abc import Iterable, Sequence

from components.format import number, percentage
from components.text import placeholders, texts
from pages._visit import Visit
from queries.method_values import MethodValue, method_values

_ONE_OF_LIST = re.compile(r"(?P<list>[a-z]+)_[0-9]+")


def written_values(visit: Visit, values: Iterable[MethodValue]) -> dict[str, str]:
    """The numbers of one rule by name; those of a list also together, as '22, 19, 23'."""
    written = {one.name: _written(visit, one) for one in values}
    lists: dict[str, list[str]] = {}
    for name, text in written.items():
        if found := _ONE_OF_LIST.fullmatch(name):
            lists.setdefault(found["list"], []).append(text)
    return {**written, **{name: ", ".join(members) for name, members in lists.items()}}


def told(visit: Visit, key: str, values: dict[str, str]) -> str | None:
    """The text with these numbers; None where there is none, or where an older version lacks its numbers."""
    text = texts(visit.language).get(f"page_method.{key}")
    if text is None or not placeholders(text) <= values.keys():
        return None
    return text.format(**values)


def method_examples(visit: Visit, rules: Sequence[str]) -> list[tuple[str, str]]:
    """The title and the worked example of each of these rules, as far as the publication has them."""
    found = method_values(visit.published)
    known = {rule: written_values(visit, [one for one in found if one.rule == rule]) for rule in rules}
    examples = {rule: told(visit, f"{rule}_example", values) for rule, values in known.items()}
    return [
        (visit.say(f"page_method.{rule}_title"), example) for rule, example in examples.items() if example
    ]


def _written(visit: Visit, value: MethodValue) -> str:
    """A share as percentage, anything else as number."""
    if value.is_share:
        return percentage(value.amount, visit.language, value.decimals)
    return number(value.amount, visit.language, value.decimals)
