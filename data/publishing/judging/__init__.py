"""Judges figures at publication: each exact figure once, and what depends on a mask once per audience."""

from data.publishing.judging.figures import judge_figures

__all__ = ["judge_figures"]
