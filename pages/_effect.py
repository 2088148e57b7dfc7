"""What may be said of an action: a year after its start beside a year before, or why nothing can be said."""

from components.format import difference, long_date, signed, value
from domain.computation import COMPUTATIONS, Measure
from domain.status import Difference
from pages._visit import Visit
from queries.action_effects import ActionEffect
from queries.indicators import Indicator

_WITHOUT_MARGIN = (Measure.MEDIAN, Measure.RATIO)


def effect_text(visit: Visit, indicator: Indicator, one: ActionEffect) -> str:
    """What a year after the start says beside a year before."""
    key = f"page_indicator.effect_{one.state}"
    if one.state == Difference.TOO_EARLY:
        is_over = one.after_to < visit.publication.today  # the year has passed, its figures did not come in
        return visit.say(
            "page_indicator.effect_waiting" if is_over else key, date=long_date(one.after_to, visit.language)
        )
    if one.before is None or one.after is None:
        has_margin = COMPUTATIONS[indicator.computation].measure not in _WITHOUT_MARGIN
        return visit.say(f"page_indicator.effect_{'too_little' if has_margin else 'no_margin'}")
    before, after = (
        value(each, indicator.unit, visit.language, indicator.decimals) for each in (one.before, one.after)
    )
    low = signed(one.lower or 0.0, indicator.unit, visit.language, indicator.decimals)
    high = difference(one.upper or 0.0, indicator.unit, visit.language, indicator.decimals)
    return visit.say(key, before=before, after=after, low=low, high=high)
