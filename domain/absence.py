"""What a reader is told where there is no figure at all: not agreed, or agreed and not measured."""

from domain.status import PathStatus, Status


def absent_status(*, is_agreed: bool) -> Status:
    """The status of a figure that is not there."""
    return Status.NOT_MEASURED if is_agreed else Status.NOT_AGREED


def absent_path(*, has_target: bool) -> PathStatus:
    """The path status of a figure that is not there."""
    return PathStatus.NOT_MEASURED if has_target else PathStatus.NO_TARGET
