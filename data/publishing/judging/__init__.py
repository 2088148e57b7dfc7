"""Judges figures at publication: each exact figure once, and what depends on a mask once per mask."""

from data.publishing.judging.agreed import Agreed
from data.publishing.judging.audience import Judging, judge_masks, judge_own
from data.publishing.judging.figures import judge_all

__all__ = ["Agreed", "Judging", "judge_all", "judge_masks", "judge_own"]
