"""Reading kept StatLine tables again under a new plan, which may ask other measures of them."""

from pathlib import Path

from data.importing.carriers.opening import open_carrier
from data.importing.findings import UnreadableDelivery
from data.importing.statline.layout import layout_of
from data.importing.statline.observations import OBSERVATIONS
from data.importing.statline.reading import read_statline
from data.importing.storing import put_statline
from data.store import Connection, rows
from settings import Settings


def reread_statline(session: Connection, settings: Settings, workplace: Path) -> None:
    """Take the figures of every kept StatLine table anew, oldest first; some may feed nothing now."""
    kept = rows(
        session,
        "SELECT id, file_name, stored_as FROM delivery WHERE kind = 'statline' AND state = "
        "'accepted' ORDER BY id",
    )
    for number, file_name, stored_as in kept:
        session.execute("DELETE FROM aggregate WHERE delivery_id = $id", {"id": number})
        _reread(session, settings.deliveries / str(stored_as), str(file_name), int(str(number)), workplace)


def _reread(session: Connection, path: Path, file_name: str, delivery_id: int, workplace: Path) -> None:
    counted = 0
    try:
        carrier = open_carrier(path / OBSERVATIONS if path.is_dir() else path)
        head = next(head for head in carrier.heads if layout_of(head) is not None)
        figures = read_statline(session, carrier, head, workplace, file_name)
        put_statline(session, figures, delivery_id)
        counted = figures.rows
    except (UnreadableDelivery, FileNotFoundError, StopIteration):
        pass  # the new plan asks nothing of this table; it stays kept for a plan that does
    session.execute(
        "UPDATE delivery SET state = 'accepted', rows = $rows WHERE id = $id",
        {"rows": counted, "id": delivery_id},
    )
