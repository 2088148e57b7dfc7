"""Taking deliveries in, each whole or not at all; or only saying what is wrong with them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from data.importing.content import Content, read
from data.importing.findings import Finding
from data.importing.gathering import Delivery, gathered
from data.importing.outcome import Outcome, State
from data.importing.plausibility.figures import unlikely_figures
from data.importing.plausibility.partners import missing_partners
from data.importing.plausibility.records import unlikely_records
from data.importing.recognition import Kind
from data.importing.rekeying import load_key
from data.importing.rereading import reread_statline
from data.importing.storing import (
    Received,
    next_id,
    store_aggregates,
    store_plan,
    store_statline,
    store_trajectories,
)
from data.importing.workplace import discard, fingerprint, keep, remove_orphans, workplace
from data.schema import aggregate, trajectory
from data.store import (
    Connection,
    DatabaseError,
    StoreUnavailable,
    attach,
    copy_plan,
    open_intake,
    rows,
    scratch_intake,
    shortage,
    spill_into,
)
from settings import Settings

Report = Callable[[str, int, int], None]
"""Called before each delivery with its name, its position from 0, and how many there are."""

_INTAKE = "taken_in"
_UNPROCESSED = Finding(
    "het bestand is niet te verwerken",
    "Controleer of het de export is die u bedoelt, en sla het op als CSV (UTF-8).",
)


def _silent(name: str, number: int, total: int) -> None:
    """Report nothing."""


def import_deliveries(settings: Settings, paths: Iterable[Path], report: Report = _silent) -> list[Outcome]:
    """Take in what the paths hold, plan first; a refused delivery leaves nothing and stops no other."""
    deliveries = gathered(paths)
    outcomes = []
    with _shortage_explained(), open_intake(settings) as intake, workplace(settings) as folder:
        spill_into(intake, folder)
        remove_orphans(settings, intake)
        first_id = next_id(intake)
        for number, delivery in enumerate(deliveries):
            report(delivery.name, number, len(deliveries))
            with intake.cursor() as session:
                outcomes.append(_import(settings, session, delivery, folder))
        return _with_missing_partners(outcomes, intake, first_id)


def _with_missing_partners(outcomes: list[Outcome], intake: Connection, first_id: int) -> list[Outcome]:
    """Said once, with the last records that came in."""
    taken = [
        number
        for number, outcome in enumerate(outcomes)
        if outcome.kind == Kind.TRAJECTEN and outcome.state is State.ACCEPTED
    ]
    if taken:
        last = outcomes[taken[-1]]
        findings = tuple(each.located(last.name) for each in missing_partners(intake, first_id))
        outcomes[taken[-1]] = replace(last, findings=(*last.findings, *findings))
    return outcomes


def check_deliveries(settings: Settings, paths: Iterable[Path], report: Report = _silent) -> list[Outcome]:
    """What import would say, storing nothing."""
    deliveries = gathered(paths)
    outcomes = []
    with _shortage_explained(), workplace(settings) as folder, scratch_intake(folder) as scratch:
        copy_plan(scratch, settings)
        for number, delivery in enumerate(deliveries):
            report(delivery.name, number, len(deliveries))
            with scratch.cursor() as session:
                outcomes.append(_check(settings, session, delivery, folder))
    return outcomes


@contextmanager
def _shortage_explained() -> Iterator[None]:
    """A full disk or too little memory, wherever it shows, is one clear sentence."""
    try:
        yield
    except (OSError, MemoryError, DatabaseError) as error:
        if (sentence := shortage(error)) is None:
            raise
        raise StoreUnavailable(sentence) from error


def _import(settings: Settings, session: Connection, delivery: Delivery, folder: Path) -> Outcome:
    sha256 = fingerprint(delivery.paths) if delivery.kind is not None else ""
    if delivery.kind is not None and _is_known(session, delivery.kind, sha256):
        return Outcome(delivery.name, delivery.kind, State.KNOWN)
    content = _read_safely(settings, session, delivery, folder)
    if content.refused or delivery.kind is None:
        return Outcome(delivery.name, delivery.kind, State.REFUSED, findings=content.findings)
    key = load_key(settings, session) if delivery.kind is Kind.TRAJECTEN else b""
    findings = (
        *content.findings,
        *(each.located(delivery.name) for each in _unlikely(session, content, key)),
    )
    first_id = next_id(session)
    stored_as = keep(settings, delivery.paths, first_id, sha256)
    received = Received(first_id, delivery.kind, delivery.name, stored_as, sha256, settings.now)
    try:
        session.begin()
        counted = _store(session, content, received, key)
        if delivery.kind is Kind.PLAN:
            reread_statline(session, settings, folder)
        session.commit()
    except BaseException:
        session.rollback()
        discard(settings, stored_as)
        raise
    return Outcome(delivery.name, delivery.kind, State.ACCEPTED, counted, findings)


def _check(settings: Settings, session: Connection, delivery: Delivery, folder: Path) -> Outcome:
    """An accepted plan stays in the scratch intake, so that what follows is checked against it."""
    content = _read_safely(settings, session, delivery, folder)
    if content.refused or delivery.kind is None:
        return Outcome(delivery.name, delivery.kind, State.REFUSED, findings=content.findings)
    if delivery.kind is Kind.PLAN:
        store_plan(session, content.tables, Received(next_id(session), Kind.PLAN, delivery.name, "", ""))
    unlikely = _unlikely_beside_intake(settings, session, content)
    findings = (*content.findings, *(each.located(delivery.name) for each in unlikely))
    return Outcome(delivery.name, delivery.kind, State.FINE, content.rows, findings)


def _unlikely_beside_intake(settings: Settings, session: Connection, content: Content) -> list[Finding]:
    """The warnings that importing would give, from an intake that is only read."""
    if not settings.intake_file.exists():
        return []
    key = settings.key_file.read_bytes().strip() if settings.key_file.exists() else b""
    attach(session, settings.intake_file, _INTAKE)
    try:
        return _unlikely(session, content, key, f"{_INTAKE}.")
    finally:
        session.execute(f"DETACH {_INTAKE}")


def _read_safely(settings: Settings, session: Connection, delivery: Delivery, folder: Path) -> Content:
    """The content; what no rule foresaw is still a finding and no crash."""
    try:
        return read(session, delivery, folder, settings.today)
    except DatabaseError as error:
        if shortage(error):
            raise
        return Content((*delivery.findings, _UNPROCESSED.located(delivery.name)))


def _unlikely(session: Connection, content: Content, key: bytes, earlier: str = "") -> list[Finding]:
    """The warnings about a delivery beside what was taken in earlier, in the schema of that name."""
    if content.figures is not None:
        return unlikely_figures(session, content.figures.relation, earlier)
    if trajectory.name in content.tables:
        return unlikely_records(session, content.tables[trajectory.name], key, earlier)
    if aggregate.name in content.tables:
        return unlikely_figures(session, content.tables[aggregate.name].typed, earlier)
    return []


def _store(session: Connection, content: Content, received: Received, key: bytes) -> int:
    if content.figures is not None:
        return store_statline(session, content.figures, received)
    if trajectory.name in content.tables:
        return store_trajectories(session, content.tables[trajectory.name], received, key)
    if aggregate.name in content.tables:
        return store_aggregates(session, content.tables[aggregate.name], received)
    return store_plan(session, content.tables, received)


def _is_known(session: Connection, kind: Kind, sha256: str) -> bool:
    """Whether the same file was the last word before, and nothing of it has been replaced since."""
    found = rows(
        session,
        """
        SELECT bool_and(state = 'accepted'), sum(rows)
        FROM delivery
        WHERE kind = $kind AND sha256 = $sha256
        GROUP BY stored_as
        ORDER BY max(id) DESC
        LIMIT 1
        """,
        {"kind": str(kind), "sha256": sha256},
    )
    if not found or not found[0][0]:
        return False
    if kind in (Kind.PLAN, Kind.TRAJECTEN):
        return True
    left = rows(
        session,
        "SELECT count(*) FROM aggregate WHERE delivery_id IN "
        "(SELECT id FROM delivery WHERE sha256 = $sha256 AND state = 'accepted')",
        {"sha256": sha256},
    )
    return left[0][0] == found[0][1]
