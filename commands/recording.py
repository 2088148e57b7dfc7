"""Records in the register what the command line did."""

from collections.abc import Iterable

from data.importing.outcome import Outcome, State
from register.audit import Event, record
from register.store import Register
from settings import Settings


def recorded(settings: Settings, event: Event, about: str) -> None:
    """Add what was done to the record; a command has no account."""
    record(Register(settings), event, about)


def record_deliveries(settings: Settings, outcomes: Iterable[Outcome]) -> None:
    """One entry per delivery that was taken in; its kind and size, since a file name may hold a person's."""
    for outcome in outcomes:
        if outcome.state is State.ACCEPTED:
            recorded(settings, Event.DELIVERED, f"{outcome.kind or 'onbekend'}, {outcome.rows} regels")
