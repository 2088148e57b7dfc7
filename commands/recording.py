"""Records in the register what the command line did."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import partial

from data.importing.outcome import Outcome, State
from register import audit
from register.audit import Event
from register.store import Register
from settings import Settings


def record(settings: Settings, event: Event, about: str) -> None:
    """Add what was done to the record; a command has no account."""
    audit.record(Register(settings), event, about)


def moving(settings: Settings, event: Event, version: str) -> AbstractContextManager[None]:
    """Around what gives readers another version: it is recorded, or not done."""
    return audit.recorded(Register(settings), event, version)


def serving(settings: Settings) -> Callable[[str], AbstractContextManager[None]]:
    """Around the moment at which readers get the version that was made."""
    return partial(moving, settings, Event.PUBLISHED)


def record_deliveries(settings: Settings, outcomes: Iterable[Outcome]) -> None:
    """One entry per delivery that was taken in; its kind and size, since a file name may hold a person's."""
    for outcome in outcomes:
        if outcome.state is State.ACCEPTED:
            record(settings, Event.DELIVERED, f"{outcome.kind or 'onbekend'}, {outcome.rows} regels")
