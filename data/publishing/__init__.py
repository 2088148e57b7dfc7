"""From accepted rows to published figures: aggregate, hide, one file per audience, swap the pointers."""

from data.publishing.republishing import publish, republish

__all__ = ["publish", "republish"]
