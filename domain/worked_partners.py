"""The worked examples of partners beside each other, and of the clients whom they help."""

from collections.abc import Iterable

from domain import client_mix, funnel
from domain.columns import numbers
from domain.worked_value import Value, known, levels, listed

_SIZE = 100
_COUNTS = (8, 12, 14, 16, 18, 20, 22, 24, 26, 30)
"""Of so many records of ten partners each, this happened."""


def funnel_values() -> Iterable[Value]:
    """What chance allows around an average."""
    limits = funnel.share_limits(0.18, numbers([50]))
    yield from levels()
    yield from (("centre", 0.18, 0, True), ("n", 50, 0, False), ("least", funnel.MIN_UNITS, 0, False))
    yield ("adjusted", funnel.MIN_UNITS_ADJUSTED, 0, False)
    for name in ("lower95", "upper95", "lower998", "upper998"):
        yield (name, float(getattr(limits, name)[0]), 1, True)


def spread_values() -> Iterable[Value]:
    """How much more partners differ than chance, and the wider limits that follow."""
    n, x = numbers([_SIZE] * len(_COUNTS)), numbers(_COUNTS)
    made = funnel.funnel(x, n, adjust=True)
    assert made is not None  # noqa: S101 - ten partners always have a funnel
    assert made.overdispersion is not None  # noqa: S101 - and their average is not 0 or 1
    assert made.is_adjusted  # noqa: S101 - or the example shows nothing
    plain, wide = funnel.share_limits(made.centre, n), made.limits
    yield from levels()
    yield from (("least", funnel.MIN_UNITS_ADJUSTED, 0, False), ("units", len(_COUNTS), 0, False))
    yield from (("n", _SIZE, 0, False), ("tail", funnel.TAIL / 100, 0, True))
    yield from listed("series", _COUNTS)
    yield from (("centre", made.centre, 1, True), ("phi", made.overdispersion.phi, 2, False))
    yield ("tau2", made.overdispersion.tau2, 4, False)
    yield from (("lower", float(plain.lower95[0]), 1, True), ("upper", float(plain.upper95[0]), 1, True))
    yield ("wide_lower", float(wide.lower95[0]), 1, True)
    yield ("wide_upper", float(wide.upper95[0]), 1, True)


def unnamed_values() -> Iterable[Value]:
    """How a partner is drawn that may not be named."""
    x, n = 17, 83
    size, value = funnel.unnamed(n, x / n)
    yield from (("least", funnel.MIN_VISIBLE, 0, False), ("base", funnel.UNNAMED_BASE, 0, False))
    yield from (("decimals", funnel.UNNAMED_DECIMALS, 0, False), ("x", x, 0, False), ("n", n, 0, False))
    yield from (("exact", x / n, 1, True), ("shown_n", size, 0, False), ("shown", value, 0, True))


def mix_values() -> Iterable[Value]:
    """Which part of the clients stands in another group than a year before."""
    now, before = {"a": 0.6, "b": 0.25, "c": 0.15}, {"a": 0.48, "b": 0.3}
    moved = client_mix.shift(now, before, unsaid={"c", "d"})
    yield from (("shift", client_mix.NOTABLE_SHIFT, 0, True), ("fall", client_mix.NOTABLE_FALL, 0, True))
    for group in ("a", "b"):
        yield from ((f"before_{group}", before[group], 0, True), (f"now_{group}", now[group], 0, True))
    yield from (("now_hidden", now["c"], 0, True), ("before_rest", 1 - sum(before.values()), 0, True))
    yield ("now_rest", 1 - now["a"] - now["b"], 0, True)
    yield ("moved", known(moved), 0, True)
