"""From accepted rows to published figures: aggregate, hide, one file per audience, swap the pointers."""

from data.publishing.publication import publish

__all__ = ["publish"]
