"""Who is asking: decided once per request, and everything a reader may see follows from it."""

from dataclasses import dataclass
from typing import Protocol

from flask import abort, current_app, g

from domain.audience import STEERING, Audience, AudienceKind, UnknownAudience, parse_audience
from domain.role import Role as Role  # noqa: PLC0414 - part of what a reader is

EXTENSION = "smartdash.door"


@dataclass(frozen=True, slots=True)
class Reader:
    """The reader of one request; `partner` is only set for a partner.

    `name` is what stands on the screen: of a person, or in a demonstration of the partner. `viewed_by` is the
    administrator who looks as this reader; `account` the number of who signed in, none in a demonstration.
    """

    role: Role
    partner: str | None = None
    name: str | None = None
    viewed_by: str | None = None
    account: int | None = None

    @property
    def audience(self) -> Audience | None:
        """Whose published file this reader opens; None for the administrator, who has no figures."""
        match self.role:
            case Role.ADMINISTRATOR:
                return None
            case Role.PARTNER:
                return Audience(AudienceKind.PARTNER, self.partner)
            case _:
                return STEERING


def parse_reader(chosen: str, name: str | None = None) -> Reader | None:
    """The reader that a choice such as alderman or partner:P01 stands for; None when it stands for nobody."""
    if chosen in set(Role) - {Role.PARTNER}:
        return Reader(Role(chosen))
    try:
        partner = parse_audience(chosen).partner
    except UnknownAudience:
        return None
    return Reader(Role.PARTNER, partner, name) if partner else None


class Door(Protocol):
    """How readers come in: by choosing, in a demonstration, or by signing in."""

    @property
    def demonstration(self) -> bool: ...

    def reader(self) -> Reader | None:
        """Who asks; None for nobody."""

    def was_signed_in(self) -> bool:
        """Whether somebody was signed in here whose session is over."""


def door() -> Door:
    """The door of the app that answers this request."""
    found: Door = current_app.extensions[EXTENSION]
    return found


def known_reader() -> Reader | None:
    """Who asks, looked up once per request; None for somebody who did not sign in."""
    if "reader" not in g:
        g.reader = door().reader()
    found: Reader | None = g.reader
    return found


def reader() -> Reader:
    """Who asks; 401 for somebody who did not sign in."""
    return known_reader() or abort(401)
