"""From the file of a StatLine table, in whatever form, to the figures that the plan asks of it."""

from dataclasses import replace
from pathlib import Path

from data.importing.carriers import Carrier, Head
from data.importing.findings import UnreadableDelivery
from data.importing.known import known
from data.importing.statline.extraction import Extracted, extracted
from data.importing.statline.layout import Layout, layout_of
from data.importing.statline.observations import widened
from data.store import Connection


def read_statline(
    session: Connection, carrier: Carrier, head: Head, workplace: Path, file_name: str
) -> Extracted:
    """The figures; UnreadableDelivery when the file is spoiled or feeds no indicator."""
    known(session)
    layout = layout_of(head) or Layout(head.headers)
    raw = carrier.stage(session, head, workplace, layout.header_row)
    if raw.findings:
        raise UnreadableDelivery(*raw.findings)
    raw = replace(raw, headers=layout.headers)
    if layout.is_long:
        wide = widened(session, raw, carrier.path)
        return extracted(session, wide.table, file_name, layout.period, wide.totals)
    return extracted(session, raw, file_name, layout.period)
