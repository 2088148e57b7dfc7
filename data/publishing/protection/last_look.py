"""Attacks what was written, with sums that nobody told of, before anyone is pointed to it.

What protects knows which figures add up and which indicators are about the same cases. Here the numbers
themselves say so: every sum that holds over partners, periods and splits, and every count that equals another
one, or the sum of two, wherever they stand. Of a small group nothing may follow from all of those at once.
"""

from time import perf_counter

import numpy as np

from data.publishing.aggregation import Progress
from data.publishing.files import Edition
from data.publishing.hidden_since import Earlier, seen_before
from data.publishing.policies import policy_of
from data.publishing.protection.audit import AuditFailed
from data.publishing.protection.looking import Sight, read_every_place, seen_now
from data.publishing.statements import columns
from data.store import Connection
from domain.audience import STEERING
from domain.disclosure_columns import followed


def look_at(connection: Connection, edition: Edition, foreseen: Sight | None, tell: Progress) -> None:
    """Attack the steering group's file, which holds all that aldermen and partners read of others.

    What was foreseen has been attacked already, so that a file which shows just that is safe from it.
    AuditFailed when a small group can be found back.
    """
    policy, start = policy_of(connection, STEERING.file), perf_counter()
    if not policy.is_proved:
        return
    least, places = policy.min_denominator, read_every_place(connection)
    with seen_before(connection, Earlier(edition.folder), STEERING):
        written = seen_now(connection, least)
        (few,) = columns(connection, "protection/few_left", least=least)["figures"]
    _see_to_hidden(written)
    if few:
        raise AuditFailed(f"{few:.0f} cijfers van alle partners laten er te weinig van anderen over")
    every = written.columns(places)
    if foreseen is None or not written.is_the_same_as(foreseen):
        found = int(followed(every, places).sum())
        if found:
            raise AuditFailed(f"{found} getallen van kleine groepen volgen uit wat er in het bestand staat")
    secret = sum(int(np.count_nonzero(one.secret)) for one in every)
    tell(
        f"Nagekeken in het bestand: {secret} getallen van kleine groepen ({perf_counter() - start:.0f} s)",
        1,
        1,
    )


def _see_to_hidden(written: Sight) -> None:
    """What is small is hidden, and of what is hidden no number stands in the file."""
    read = written.read
    hidden = read["suppressed"] > 0
    if ((read["is_small"] > 0) & (read["suppressed"] == 0)).any():
        raise AuditFailed("het bestand toont een kleine groep")
    for name, numbers in read.items():
        if name.startswith("seen_") and np.isfinite(numbers[hidden]).any():
            raise AuditFailed("het bestand bevat een getal dat verborgen is")
