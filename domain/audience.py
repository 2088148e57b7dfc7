"""Who reads: the steering group, one partner or the public, and which published file each may see."""

import re
from dataclasses import dataclass
from enum import StrEnum


class AudienceKind(StrEnum):
    """The kinds of readers that have a published file of their own."""

    STEERING = "steering"
    PARTNER = "partner"
    PUBLIC = "public"


class UnknownAudience(ValueError):
    """The text names no audience: steering, partner:CODE or public."""


# A partner code becomes part of a file name, so nothing that could lead to another folder is one.
_PARTNER_CODE = re.compile(r"[^\W_][\w .&+-]{0,63}")


@dataclass(frozen=True)
class Audience:
    """One audience; `partner` is its code, and only set for a partner."""

    kind: AudienceKind
    partner: str | None = None

    @property
    def code(self) -> str:
        """The notation on the command line and in the register."""
        return f"{self.kind}:{self.partner}" if self.partner else str(self.kind)

    @property
    def file(self) -> str:
        """The name of the published file, without its ending."""
        return f"{self.kind}-{self.partner}" if self.partner else str(self.kind)

    @property
    def pointer(self) -> str:
        """The pointer that says which version this audience reads; partners see a new one first."""
        return "partners" if self.partner else "current"


STEERING = Audience(AudienceKind.STEERING)
PUBLIC = Audience(AudienceKind.PUBLIC)


def parse_audience(text: str) -> Audience:
    """The audience that `text` names; UnknownAudience when it names none."""
    kind, colon, partner = text.partition(":")
    if kind == AudienceKind.PARTNER and _PARTNER_CODE.fullmatch(partner):
        return Audience(AudienceKind.PARTNER, partner)
    if not colon and kind in (AudienceKind.STEERING, AudienceKind.PUBLIC):
        return Audience(AudienceKind(kind))
    raise UnknownAudience(text)
