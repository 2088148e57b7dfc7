"""The worked examples of what is hidden, from whom, and of what is released at all."""

from collections.abc import Iterable, Mapping

from domain import disclosure
from domain.disclosure import Policy
from domain.period import PeriodKind
from domain.released import RELEASED
from domain.rounding import round_to_base
from domain.worked_value import Value


def protection_values(policies: Mapping[str, Policy]) -> Iterable[Value]:
    """The thresholds of every audience."""
    for audience, policy in policies.items():
        yield (f"{audience}_clients", policy.min_denominator, 0, False)
        yield (f"{audience}_part", policy.min_part, 0, False)
    yield ("rounding", policies["public"].rounding_base or 1, 0, False)
    least = policies["steering"].min_denominator
    yield from (("hidden", least - 1, 0, False), ("shown", least + 2, 0, False))
    yield ("small", disclosure.SMALL_BELOW, 0, False)
    part = policies["public"].min_part
    x, rest = part + 10, part - 5
    yield from (("x", x, 0, False), ("n", x + rest, 0, False), ("rest", rest, 0, False))


def complement_values(policies: Mapping[str, Policy]) -> Iterable[Value]:
    """A part that would follow from a total, and a second part that is hidden with it."""
    least = policies["steering"].min_denominator
    small, second, first = least - 3, least + 8, least + 11
    total = small + second + first
    yield from (("least", least, 0, False), ("total", total, 0, False), ("first", first, 0, False))
    yield from (("second", second, 0, False), ("small", small, 0, False))
    yield ("together", total - first, 0, False)


def released_values() -> Iterable[Value]:
    """Per kind of period, of one partner or not, with a split or not: 1 where it is released, else 0."""
    for kind in PeriodKind:
        for (of_partner, has_split), kinds in RELEASED.items():
            yield (f"{kind}_{int(of_partner)}{int(has_split)}", int(kind in kinds), 0, False)


def rounding_values(policies: Mapping[str, Policy]) -> Iterable[Value]:
    """A share of rounded counts beside that of the exact ones."""
    base, x, n = policies["public"].rounding_base or 1, 62, 118
    near_x, near_n = round_to_base(x, base), round_to_base(n, base)
    yield from (("base", base, 0, False), ("x", x, 0, False), ("n", n, 0, False), ("exact", x / n, 1, True))
    yield from (("near_x", near_x, 0, False), ("near_n", near_n, 0, False))
    yield ("near", near_x / near_n, 1, True)
