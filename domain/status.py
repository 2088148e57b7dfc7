"""The words for what a reader is told, one list per message: criterion, movement, path, difference."""

from enum import StrEnum


class Status(StrEnum):
    """A figure against its criterion."""

    MET = "met"
    NOT_MET = "not_met"
    UNDECIDED = "undecided"
    NOT_MEASURED = "not_measured"
    NOT_AGREED = "not_agreed"
    SUPPRESSED = "suppressed"
    NO_CRITERION = "no_criterion"


class Movement(StrEnum):
    """Where a series goes, from its latest point only."""

    IMPROVING = "improving"
    WORSENING = "worsening"
    HIGHER = "higher"
    LOWER = "lower"
    NO_CHANGE = "no_change"
    TOO_FEW = "too_few"
    SUPPRESSED = "suppressed"


class PathStatus(StrEnum):
    """Whether the final target is within reach."""

    REACHED = "reached"
    ON_PATH = "on_path"
    BEHIND = "behind"
    UNDECIDED = "undecided"
    NOT_MEASURED = "not_measured"
    NO_TARGET = "no_target"
    SUPPRESSED = "suppressed"


class Direction(StrEnum):
    """Which way is good."""

    HIGHER = "higher_is_better"
    LOWER = "lower_is_better"
    NONE = "none"


class CriterionKind(StrEnum):
    """On which side of its criterion a figure has to be."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"


class Verdict(StrEnum):
    """An interval beside a fixed target; higher and lower where no direction is agreed."""

    BETTER = "better"
    WORSE = "worse"
    SIMILAR = "similar"
    HIGHER = "higher"
    LOWER = "lower"
    NO_TARGET = "no_target"
    NOT_ASSESSABLE = "not_assessable"
    SUPPRESSED = "suppressed"


class Difference(StrEnum):
    """Later against earlier, as far as the interval of the difference reaches."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCLEAR = "no_clear_difference"
    TOO_LITTLE = "too_little"
    TOO_EARLY = "too_early"


class FunnelClass(StrEnum):
    """Where a unit lies; `_998` is the strong signal."""

    WITHIN = "within"
    LOW_95 = "low_95"
    HIGH_95 = "high_95"
    LOW_998 = "low_998"
    HIGH_998 = "high_998"
    NOT_ASSESSABLE = "not_assessable"
