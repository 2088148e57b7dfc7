"""Judges figures at publication: each exact figure once, and what depends on a mask once per audience."""

from data.publishing.judging.agreed import Agreed
from data.publishing.judging.audience import JUDGED, judge_audience, judge_nothing
from data.publishing.judging.figures import judge_all

__all__ = ["JUDGED", "Agreed", "judge_all", "judge_audience", "judge_nothing"]
