"""Figures for everybody: only what is final, no partner, nothing small, and every count rounded on its own.

No partner has agreed that everybody may read its figures, so only all partners together are published.
"""

from data.publishing.openly.judged import judge_for_everybody
from data.publishing.openly.rounded import round_for_everybody

OF_EVERYBODY = (
    *("openly/observation", "audiences/label"),
    *(f"plan/{name}" for name in ("ambition", "goal", "strategy", "indicator", "milestone", "criterion")),
    *(f"plan/{name}" for name in ("series_break", "instrument", "code_label")),
)
"""What the file of everybody holds beside the method: the plan without partners, and rounded figures."""

__all__ = ["OF_EVERYBODY", "judge_for_everybody", "round_for_everybody"]
