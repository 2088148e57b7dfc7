"""The numbers in force behind the rules, written for a reader."""

from collections.abc import Sequence

from components.format import number, percentage
from pages._visit import Visit
from queries.method_values import MethodValue, method_values


def written_value(visit: Visit, value: MethodValue) -> str:
    """A share as percentage, anything else as number."""
    if value.is_share:
        return percentage(value.amount, visit.language, value.decimals)
    return number(value.amount, visit.language, value.decimals)


def method_examples(visit: Visit, rules: Sequence[str]) -> list[tuple[str, str]]:
    """The title and the worked example of each of these rules, as far as the publication has them."""
    found = method_values(visit.published)
    known = {
        rule: {one.name: written_value(visit, one) for one in found if one.rule == rule} for rule in rules
    }
    return [
        (visit.say(f"page_method.{rule}_title"), visit.say(f"page_method.{rule}_example", **values))
        for rule, values in known.items()
        if values
    ]
